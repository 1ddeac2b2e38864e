/** Which pairs of short lines inside the body are a kicker and a headline of another story (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

const MOST_KICKER_WORDS = 3;
const FEWEST_HEADLINE_WORDS = 6;
const LONGEST_HEADLINE = 130;
const NUMBERED = /^(?:\d|#|[-*•·])/;

/**
 * Removes two short lines between paragraphs of which the first has up to three words and the second six or more: a
 * kicker above the headline of another story. Crossheads stand alone, or the longer one first. The
 * kicker is reported as `parse/removed-list`, a note.
 * Example: `Storm damage` / `Coast road open again after days of closures`.
 */
export const kickerLink: Rule = ({ lines }) => {
  const shown = lines.flatMap((line, index) =>
    line.claim?.reading.became === "removed" ? [] : [{ line, index }],
  );
  return shown.flatMap(({ line, index }, at): Finding[] => {
    const [above, below, text] = [shown[at - 1], shown[at + 1], shown[at + 2]];
    if (!below || !isParagraph(above?.line) || !isParagraph(text?.line)) return [];
    if (above?.line.plain.trimEnd().endsWith(":") || !isKicker(line) || !isHeadline(below.line)) {
      return [];
    }
    const reading = { became: "removed" } as const;
    return [
      { line: index, reading, why: "a kicker above another story's headline", doubt: DOUBT },
      { line: below.index, reading, why: "another story's headline, below its kicker" },
    ];
  });
};

const DOUBT = {
  severity: "note",
  rule: "parse/removed-list",
  message: "two lines read as a link to another story; put them back if they are the article's",
} as const;

function isParagraph(line: Line | undefined): boolean {
  return line?.prose === true && !line.claim;
}

function isKicker(line: Line): boolean {
  return isLoose(line) && wordsIn(line) <= MOST_KICKER_WORDS;
}

function isHeadline(line: Line): boolean {
  if (!isLoose(line) || line.plain.length > LONGEST_HEADLINE) return false;
  return wordsIn(line) >= FEWEST_HEADLINE_WORDS;
}

function isLoose({ plain, prose, claim, columns }: Line): boolean {
  if (claim || prose || columns || NUMBERED.test(plain)) return false;
  return !endsSentence(plain) && !plain.trimEnd().endsWith(":");
}

function wordsIn({ plain }: Line): number {
  return plain.trim().split(/\s+/).length;
}
