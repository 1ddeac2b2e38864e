/** Which prose stands behind the end of the article (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

/** Removals that stand at an article's end as a rule. */
const END_RULES: ReadonlySet<string> = new Set([
  "comment-form",
  "share-bar",
  "newsletter",
  "copyright",
  "related-link",
  "author-note",
  "related-list",
]);
const INSERTED: ReadonlySet<string> = new Set(["share-bar", "newsletter", "related-link"]);
/** So much of the prose must stand before the end, and so much of what follows must be no prose. */
const PROSE_BEFORE = 0.75;
const OTHER_AFTER = 0.5;
const LONGEST_RUN = 2;
/** Teasers of other stories are short; a longer paragraph is taken for the article's own. */
const LONGEST_TEASER = 240;
/** Characters of a removed sentence that its remark is told from others by. */
const MOST_WORDS = 80;

/**
 * Removes what is still open after a line that ends articles (`Leave a comment`, `Related`, a copyright
 * line) if little prose follows, parted by labels and links: teasers of other stories. Each removal of prose is
 * reported as `parse/removed-prose`, a note.
 */
export const afterEnd: Rule = ({ lines }) => {
  const earliest = earliestEnd(lines);
  const listing = lines.length - listingFrom(lines);
  const end = lines.findIndex(
    (line, index) =>
      index >= earliest &&
      lines.length - index - 1 <= listing &&
      isEnd(line) &&
      !isInsertion(lines, index),
  );
  if (end === -1 || !isMostlyOther(lines.slice(end + 1))) return [];
  return removals(lines, end);
};

function isEnd({ claim }: Line): boolean {
  if (!claim || !END_RULES.has(claim.rule)) return false;
  return claim.reading.became === "removed" || claim.rule === "author-note";
}

/** A line by itself between two paragraphs interrupts them as often as it ends the text. */
function isInsertion(lines: readonly Line[], index: number): boolean {
  const rule = lines[index]?.claim?.rule ?? "";
  if (!INSERTED.has(rule)) return false;
  return [lines[index - 1], lines[index + 1]].every((line) => line?.prose === true && !line.claim);
}

/** The index by which three quarters of the prose, and its last long paragraph, have been printed. */
function earliestEnd(lines: readonly Line[]): number {
  const long = lines.findLastIndex(
    (line) => line.prose && !line.claim && line.plain.length > LONGEST_TEASER,
  );
  const weights = lines.map((line) => (line.prose && !line.claim ? line.plain.length : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  const most = weights.findIndex((weight) => {
    before += weight;
    return before >= total * PROSE_BEFORE;
  });
  return Math.max(most, long);
}

/** The index from which on no three paragraphs stand together. */
function listingFrom(lines: readonly Line[]): number {
  let run = 0;
  const last = lines.findLastIndex((line) => {
    run = line.prose && !line.claim ? run + 1 : 0;
    return run > LONGEST_RUN;
  });
  return last + 1;
}

function isMostlyOther(lines: readonly Line[]): boolean {
  const prose = lines.filter((line) => line.prose && !line.claim).length;
  return lines.length > 0 && lines.length - prose >= lines.length * OTHER_AFTER;
}

function removals(lines: readonly Line[], end: number): Finding[] {
  const number = lines[end]?.number;
  return lines.flatMap((line, index): Finding[] => {
    if (index <= end || line.claim) return [];
    const removal = {
      line: index,
      reading: { became: "removed" },
      why: `after the end at line ${number}`,
    } as const;
    if (!line.prose) return [removal];
    const doubt = {
      severity: "note",
      rule: "parse/removed-prose",
      message: "a sentence after the article's end was removed; put it back if it is the article's",
      about: line.plain.slice(0, MOST_WORDS).toWellFormed(),
    } as const;
    return [{ ...removal, doubt }];
  });
}
