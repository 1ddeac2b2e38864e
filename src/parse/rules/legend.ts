/** Which sentences right above a picture credit are the picture's legend (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

/** Such a sentence is a legend if it is but a few words, or if several stand so in one text. */
const LONGEST_ALONE = 40;
const LONGEST = 140;
const FEWEST = 3;
const INNER_END = /[.!?]["')]?\s/;

/**
 * Claims as captions single sentences that stand right above a picture credit: in galleries each picture has such a
 * legend, so three of them are asked for, unless one is as short as `The mayor's goat.`
 */
export const legend: Rule = ({ lines }) => {
  const found = lines.flatMap((line, index) =>
    isStatement(line) && lines[index + 1]?.claim?.reading.became === "credit" ? [index] : [],
  );
  return found.flatMap((line): Finding[] => {
    const short = (lines[line]?.plain.length ?? 0) <= LONGEST_ALONE;
    if (!short && found.length < FEWEST) return [];
    return [
      { line, reading: { became: "caption" }, why: "a sentence right above a picture credit" },
    ];
  });
};

function isStatement({ plain, claim, columns }: Line): boolean {
  if (claim || columns || plain.length > LONGEST) return false;
  return endsSentence(plain) && !plain.endsWith("?") && !INNER_END.test(plain);
}
