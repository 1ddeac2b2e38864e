/** Which lines at the end are headlines of other stories, each with its summary (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

const FEWEST_TEASERS = 3;
const LONGEST_HEADLINE = 130;
const LONGEST_SUMMARY = 260;
/** The article above is by far the greater part. */
const LEAST_PROSE_ABOVE = 0.6;
const NUMBERED = /^(?:\d|#)/;
const SHOWN: ReadonlySet<string> = new Set(["caption", "credit", "note", "removed", "published"]);

interface Pair {
  readonly from: number;
  readonly to: number;
}

/**
 * Removes, at the end, three or more pairs of a headline and a short paragraph where something of the page (a label, a
 * date, a picture) stands above the first of them and the article above has no crossheads as close
 * together. The first is reported as `parse/removed-prose`, a note.
 */
export const teaserList: Rule = ({ lines }) => {
  const pairs = pairsAtEnd(lines);
  const [first] = pairs;
  if (!first || pairs.length < FEWEST_TEASERS || !isParted(lines, first.from)) return [];
  const prose = lines.filter(isProse);
  const above = lines.slice(0, first.from).filter(isProse);
  const sum = (of: readonly Line[]): number => of.reduce((n, { plain }) => n + plain.length, 0);
  if (sum(above) < sum(prose) * LEAST_PROSE_ABOVE) return [];
  return lines.flatMap((line, index): Finding[] => {
    if (index < first.from || line.claim) return [];
    const removal = {
      line: index,
      reading: { became: "removed" },
      why: "a headline and its summary, below the article",
    } as const;
    return index === first.from ? [{ ...removal, doubt: DOUBT }] : [removal];
  });
};

const DOUBT = {
  severity: "note",
  rule: "parse/removed-prose",
  message:
    "headlines with summaries below the article were removed; put them back if they are its own",
} as const;

/** Walks up from the end over summaries with headlines; whatever is claimed is passed over. */
function pairsAtEnd(lines: readonly Line[]): Pair[] {
  const pairs: Pair[] = [];
  let index = lines.length - 1;
  while (index > 0) {
    while (isPassed(lines[index])) index -= 1;
    const to = index;
    if (!isSummary(lines[index])) break;
    index -= 1;
    while (isPassed(lines[index])) index -= 1;
    if (!isHeadline(lines[index])) break;
    pairs.unshift({ from: index, to });
    index -= 1;
  }
  return pairs;
}

function isPassed(line: Line | undefined): boolean {
  return SHOWN.has(line?.claim?.reading.became ?? "");
}

function isSummary(line: Line | undefined): boolean {
  return line !== undefined && isProse(line) && line.plain.length <= LONGEST_SUMMARY;
}

function isHeadline(line: Line | undefined): boolean {
  if (!line || line.claim || line.prose || line.columns || line.plain.length > LONGEST_HEADLINE)
    return false;
  return !endsSentence(line.plain) && !line.plain.endsWith(":") && !NUMBERED.test(line.plain);
}

function isProse(line: Line): boolean {
  return line.prose && !line.claim;
}

/** Whether something that is not the article's stands right above. */
function isParted(lines: readonly Line[], from: number): boolean {
  return isPassed(lines[from - 1]);
}
