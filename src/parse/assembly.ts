/** What the claimed lines of a draft make together: the article (stage 2). */
import type {
  Article,
  Block,
  BlockKind,
  Diagnostic,
  LineReading,
  OtherKind,
  OtherMatter,
  Publication,
  Removal,
  Span,
} from "../model.ts";
import { textLines } from "../text/lines.ts";
import { readDateline } from "./dateline.ts";
import type { Claim, Draft, Line } from "./draft.ts";
import { statedPublication } from "./stated-publication.ts";

type ClaimedLine = Line & { readonly claim: Claim };

const BLOCK_KINDS: ReadonlySet<string> = new Set<BlockKind>([
  "paragraph",
  "crosshead",
  "listItem",
  "blockquote",
  "caption",
  "table",
]);
const OTHER_KINDS: ReadonlySet<string> = new Set<OtherKind>([
  "modified",
  "section",
  "credit",
  "signoff",
  "source",
  "note",
]);

/** What an article has one of. */
const ONCE: ReadonlySet<string> = new Set(["headline", "published", "byline", "standfirst"]);

/** Returns the article that a draft with every line claimed makes. */
export function articleOf(draft: Draft): Article {
  const lines = withoutRepeats(draft.lines.map(claimed));
  const blocks = blocksOf(lines);
  const opening = lines.find((line) => line.claim.reading.became === "paragraph");
  const dateline = opening && readDateline(opening.plain, opening.start);
  const headline = lines.find((line) => line.claim.reading.became === "headline");
  const standfirst = lines.find((line) => line.claim.reading.became === "standfirst");
  const published = publishedOf(lines, draft);
  const byline = bylineOf(lines);
  return {
    ...(headline
      ? { headline: { ...spanOf(headline), text: foldedText(draft.text, headline) } }
      : {}),
    ...(published ? { published } : {}),
    ...(byline ? { byline } : {}),
    ...(dateline ? { dateline } : {}),
    ...(standfirst ? { standfirst: spanOf(standfirst) } : {}),
    other: othersOf(lines),
    blocks,
    removed: removalsOf(lines),
    readings: lines.flatMap((line) => readingsOf(draft.text, line)),
    diagnostics: [...draft.diagnostics, ...missing(lines)],
  };
}

/** A line as claimed; what no rule claimed is kept as a paragraph, so that nothing is lost. */
function claimed(line: Line): ClaimedLine {
  if (isClaimed(line)) return line;
  const reading = { became: "paragraph" } as const;
  return { ...line, claim: { reading, rule: "paragraph", why: "no rule claimed it" } };
}

function isClaimed(line: Line): line is ClaimedLine {
  return line.claim !== undefined;
}

/**
 * An article has one headline, publication line, byline and standfirst. Neighbours of one kind are
 * one; what comes later under the same name is kept as a note.
 */
function withoutRepeats(lines: readonly ClaimedLine[]): ClaimedLine[] {
  const seen = new Set<string>();
  const kept: ClaimedLine[] = [];
  for (const line of lines) {
    const { became } = line.claim.reading;
    const last = kept.at(-1);
    if (!ONCE.has(became)) {
      kept.push(line);
    } else if (last && last.claim.reading.became === became) {
      kept[kept.length - 1] = joined(last, line);
    } else if (seen.has(became)) {
      kept.push({ ...line, claim: { ...line.claim, reading: { became: "note" } } });
    } else {
      kept.push(line);
    }
    seen.add(became);
  }
  return kept;
}

/** Two neighbours of one kind as one; the names of two bylines stand together. */
function joined(first: ClaimedLine, next: ClaimedLine): ClaimedLine {
  const [a, b] = [first.claim.reading, next.claim.reading];
  const reading =
    a.became === "byline" && b.became === "byline"
      ? { ...a, authors: [...a.authors, ...b.authors] }
      : a;
  const claim = { ...first.claim, reading };
  return { ...first, end: next.end, lastNumber: next.lastNumber, claim };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function foldedText(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, " ");
}

function blocksOf(lines: readonly ClaimedLine[]): Block[] {
  return lines.flatMap((line) => {
    const { became } = line.claim.reading;
    return isBlockKind(became) ? [{ kind: became, ...spanOf(line) }] : [];
  });
}

function othersOf(lines: readonly ClaimedLine[]): OtherMatter[] {
  return lines.flatMap((line) => {
    const { became } = line.claim.reading;
    return isOtherKind(became) ? [{ kind: became, ...spanOf(line) }] : [];
  });
}

function removalsOf(lines: readonly ClaimedLine[]): Removal[] {
  return lines.flatMap((line) =>
    line.claim.reading.became === "removed" ? [{ rule: line.claim.rule, ...spanOf(line) }] : [],
  );
}

function isBlockKind(became: string): became is BlockKind {
  return BLOCK_KINDS.has(became);
}

function isOtherKind(became: string): became is OtherKind {
  return OTHER_KINDS.has(became);
}

function publishedOf(lines: readonly ClaimedLine[], { facts }: Draft): Publication | undefined {
  for (const line of lines) {
    const { reading } = line.claim;
    if (reading.became === "published") {
      return { ...(statedPublication(facts) ?? reading.publication), span: spanOf(line) };
    }
  }
  const stated = statedPublication(facts);
  if (stated) return stated;
  if (facts.published === undefined) return undefined;
  return { value: facts.published, ...(facts.zone ? { zone: facts.zone } : {}) };
}

function bylineOf(lines: readonly ClaimedLine[]): Article["byline"] {
  for (const line of lines) {
    const { reading } = line.claim;
    if (reading.became === "byline") {
      const { authors, agency } = reading;
      return { ...spanOf(line), authors, ...(agency ? { agency } : {}) };
    }
  }
  // authors that only a field states have no span; whoever writes the article takes them from there
  return undefined;
}

/** One reading for each line of the text, those that were only wrapped included. */
function readingsOf(text: string, line: ClaimedLine): LineReading[] {
  const { number, lastNumber, start, end, claim } = line;
  const { rule, why } = claim;
  const { became } = claim.reading;
  if (number === lastNumber) return [{ line: number, start, end, became, rule, why }];
  return textLines(text.slice(start, end)).map((part, index) => ({
    line: number + part.number - 1,
    start: start + part.start,
    end: start + part.end,
    became,
    rule,
    why: index === 0 ? why : `goes on from line ${number}`,
  }));
}

/** A brief may be its headline alone: only where lines were removed may its text be among them. */
function missing(lines: readonly ClaimedLine[]): Diagnostic[] {
  const has = (wanted: string): boolean =>
    lines.some(({ claim }) => claim.reading.became === wanted);
  const found: Diagnostic[] = [];
  if (!has("headline")) {
    found.push({
      severity: "warning",
      rule: "parse/no-headline",
      file: "",
      line: 1,
      message: "no line reads as a headline; set headline in the front matter",
    });
  }
  const hasBody = lines.some(({ claim }) => isBlockKind(claim.reading.became));
  if (!hasBody && (has("removed") || !has("headline"))) {
    const advice = has("removed") ? "; see what was removed" : "";
    found.push({
      severity: "note",
      rule: "parse/no-body",
      file: "",
      message: `no paragraph was found${advice}`,
    });
  }
  return found;
}
