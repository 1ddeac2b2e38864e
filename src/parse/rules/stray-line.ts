/** Which short lines above a crosshead are links or legends (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

const FEWEST_WORDS = 4;
const LONGEST = 140;
const END_MARK = /[.!?:;,"»”)\]]\s?$/u;

/**
 * Keeps as a note the line without an end mark that stands alone between a paragraph and a crosshead: a link to
 * another story or the legend of a picture. A crosshead has nothing but a paragraph above it. The
 * lines of a list, which stand together, stay.
 */
export const strayLine: Rule = ({ lines }) => {
  const shown = lines.flatMap((line, index) =>
    line.claim?.reading.became === "removed" ? [] : [{ line, index }],
  );
  return shown.flatMap(({ line, index }, at): Finding[] => {
    if (!isStray(line) || !isParagraph(shown[at - 1]?.line)) return [];
    const below = shown[at + 1]?.line;
    if (below?.claim?.reading.became !== "crosshead") return [];
    const reading = { became: "note" } as const;
    return [{ line: index, reading, why: "a short line between a paragraph and a crosshead" }];
  });
};

function isStray({ plain, prose, claim, columns }: Line): boolean {
  if (claim || prose || columns || plain.length > LONGEST || END_MARK.test(plain)) return false;
  return plain.trim().split(/\s+/).length >= FEWEST_WORDS;
}

/** A paragraph that announces a list with a colon has its items below it. */
function isParagraph(line: Line | undefined): boolean {
  return line?.prose === true && !line.claim && !line.plain.trimEnd().endsWith(":");
}
