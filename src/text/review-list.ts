/** Which remarks are open, in which order, and how many has the editor settled? For every list of them. */
import type { Diagnostic } from "../model.ts";
import { byCodeUnits } from "./fold.ts";
import { groupBy } from "./grouping.ts";
import { remarkId } from "./remark-id.ts";
import { groupOf, mayStand, type ReviewGroup, withRemedy } from "./remedies.ts";

/** The remarks of a build that wait for an editor. */
export interface ReviewList {
  /** Each with what to type, in the order in which they were found. */
  readonly open: readonly Diagnostic[];
  /** How many there were besides, which `decisions.yml` lets stand. */
  readonly settled: number;
}

/** The parts of the list in the order of what matters, with their headings. */
export const REVIEW_GROUPS: readonly (readonly [ReviewGroup, string])[] = [
  ["conflicts", "Conflicts"],
  ["set-aside", "Set aside"],
  ["several", "Several articles in one file"],
  ["dates", "Dates"],
  ["missing", "Missing text"],
  ["duplicates", "The same text twice"],
  ["people", "People"],
  ["topics", "Topics"],
  ["encodings", "Letters"],
  ["other", "Other"],
];

/** Gravest first. */
const GRAVITY: Readonly<Record<Diagnostic["severity"], number>> = {
  "set-aside": 0,
  error: 1,
  warning: 2,
  note: 3,
};

/** Returns the open remarks, with what to type. What must be mended cannot be settled and stays open. */
export function reviewList(found: readonly Diagnostic[], settled: ReadonlySet<string>): ReviewList {
  const open = found.filter((remark) => !mayStand(remark) || !settled.has(remarkId(remark)));
  return { open: open.map(withRemedy), settled: found.length - open.length };
}

/** A part of the list. */
export interface ReviewPart {
  readonly group: ReviewGroup;
  readonly heading: string;
  /** Those that touch most pages first, then the gravest, then by rule, file and line. */
  readonly remarks: readonly Diagnostic[];
}

/** Returns the parts of the list that hold something, in the order of what matters. */
export function reviewParts(open: readonly Diagnostic[]): readonly ReviewPart[] {
  const byGroup = groupBy(open, groupOf);
  return REVIEW_GROUPS.flatMap(([group, heading]) => {
    const remarks = byGroup.get(group);
    return remarks === undefined ? [] : [{ group, heading, remarks: remarks.sort(inOrder) }];
  });
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    (b.weight ?? 0) - (a.weight ?? 0) ||
    GRAVITY[a.severity] - GRAVITY[b.severity] ||
    byCodeUnits(a.rule, b.rule) ||
    byCodeUnits(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    byCodeUnits(a.about ?? "", b.about ?? "")
  );
}

/** Returns what a remark touches, in words: `touches 14 pages`; none where its maker has not counted. */
export function touched({ weight }: Diagnostic): string | undefined {
  return weight === undefined ? undefined : `touches ${weight} page${weight === 1 ? "" : "s"}`;
}

/** Returns how many remarks want looking at: all but those made for the record. */
export function countToReview(open: readonly Diagnostic[]): number {
  return open.filter(({ severity }) => severity !== "note").length;
}
