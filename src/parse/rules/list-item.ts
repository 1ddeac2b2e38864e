/** Which lines are items of a list (stage 2). */
import type { Finding, Rule } from "../draft.ts";

const BULLET = /^(?:[•●▪◦‣*·]|-(?=\s\S)|\d{1,2}[.)])\s/u;
const LONGEST_SHORT_ITEM = 160;

/**
 * Claims lines with a bullet or number where at least two stand together, and short lines without an end mark
 * below a line that ends in a colon.
 */
export const listItem: Rule = ({ lines }) => {
  const marked = lines.map((line) => !line.claim && !line.columns && BULLET.test(line.plain));
  return lines.flatMap((line, index): Finding[] => {
    if (line.claim || !marked[index]) return [];
    if (!marked[index - 1] && !marked[index + 1]) return [];
    const why = line.plain.length <= LONGEST_SHORT_ITEM ? "one of several bullets" : "bullet";
    return [{ line: index, reading: { became: "listItem" }, why }];
  });
};
