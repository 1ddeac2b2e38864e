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
/** So much of the prose must stand before the end, and so much of what follows must be no prose. */
const PROSE_BEFORE = 0.75;
const OTHER_AFTER = 0.5;
const LONGEST_RUN = 2;

/**
 * Removes what is still open after a line that ends articles (`Leave a comment`, `Related`, a copyright
 * line) if little prose follows, parted by labels and links: teasers of other stories. Each removal of prose is
 * reported as `parse/removed-prose`, a note.
 */
export const afterEnd: Rule = ({ lines }) => {
  const weights = lines.map((line) => (line.prose && !line.claim ? line.plain.length : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  for (const [index, line] of lines.entries()) {
    before += weights[index] ?? 0;
    if (!line.claim || !END_RULES.has(line.claim.rule) || before < total * PROSE_BEFORE) continue;
    if (line.claim.reading.became !== "removed" && line.claim.rule !== "author-note") continue;
    if (isListing(lines.slice(index + 1))) return removals(lines, index);
  }
  return [];
};

/** Whether the lines are mostly labels and links, and no three paragraphs stand together. */
function isListing(lines: readonly Line[]): boolean {
  let prose = 0;
  let run = 0;
  for (const line of lines) {
    const open = line.prose && !line.claim;
    run = open ? run + 1 : 0;
    if (run > LONGEST_RUN) return false;
    if (open) prose += 1;
  }
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
    } as const;
    return [{ ...removal, doubt }];
  });
}
