/** Which lines inside the body are headlines of other stories (stage 2). */
import type { Finding, Rule } from "../draft.ts";

const FEWEST_WORDS = 8;
const LONGEST = 200;
const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/**
 * Removes a line of eight words or more all in capitals that stands between paragraphs which are not: a
 * link to another story.
 */
export const teaser: Rule = ({ lines }) => {
  const open = lines.flatMap((line, index) => (line.claim ? [] : [{ line, index }]));
  return open.flatMap(({ line, index }, at): Finding[] => {
    const [before, after] = [open[at - 1]?.line, open[at + 1]?.line];
    if (!before?.prose || !after?.prose || line.columns || line.plain.length > LONGEST) return [];
    if (!CAPITALS.test(line.plain) || line.plain.split(/\s+/).length < FEWEST_WORDS) return [];
    if (CAPITALS.test(before.plain) || CAPITALS.test(after.plain)) return [];
    return [
      { line: index, reading: { became: "removed" }, why: "another story's headline, in capitals" },
    ];
  });
};
