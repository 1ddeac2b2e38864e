/** Which lines are crossheads (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

const LONGEST = 90;
const MOST_WORDS = 14;
const OPENING = /^["'([¿¡]?[\p{Lu}\p{Lo}\p{Lt}\d]/u;

/**
 * Claims a short line without an end mark that stands alone between two paragraphs.
 * Example: `Azeri defense chief meets Raisi`.
 */
export const crosshead: Rule = ({ lines }) => {
  const open = lines.flatMap((line, index) => (line.claim ? [] : [{ line, index }]));
  return open.flatMap(({ line, index }, at): Finding[] => {
    const [before, after] = [open[at - 1]?.line, open[at + 1]?.line];
    if (!before?.prose || !after?.prose || !isHeading(line)) return [];
    return [
      {
        line: index,
        reading: { became: "crosshead" },
        why: "short, no end mark, between two paragraphs",
      },
    ];
  });
};

function isHeading({ plain, columns }: Line): boolean {
  if (columns || plain.length > LONGEST || !OPENING.test(plain)) return false;
  if (endsSentence(plain) && !plain.endsWith("?")) return false;
  return !/[,;:]$/.test(plain) && plain.split(/\s+/).length <= MOST_WORDS;
}
