/** Which lines after the last paragraph are links and labels (stage 2). */
import type { Finding, Rule } from "../draft.ts";
import { lastProse } from "../zones.ts";

/** Where fewer of the open lines are prose, the text is a list or a table, and its end is its own. */
const LEAST_PROSE = 0.4;
const LONGEST = 200;

/**
 * Removes what stands after the last paragraph without being a sentence: teasers, tags, labels. Nothing
 * is removed from a text that consists of short lines.
 */
export const tailListing: Rule = ({ lines }) => {
  const last = lastProse(lines);
  const before = lines.slice(0, last + 1).filter((line) => !line.claim);
  const prose = before.filter((line) => line.prose).length;
  if (prose < 2 || prose < before.length * LEAST_PROSE) return [];
  return lines.flatMap((line, index): Finding[] => {
    if (index <= last || line.claim || line.columns || line.plain.length > LONGEST) return [];
    return [{ line: index, reading: { became: "removed" }, why: "after the last paragraph, no sentence" }];
  });
};
