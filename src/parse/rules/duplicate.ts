/** Which lines only repeat an earlier one (stage 2). */
import type { Finding, Rule } from "../draft.ts";

const SHORTEST = 25;
const LONGEST = 2000;

/** Removes a line of some length that is, letter for letter, an earlier line or the headline again. */
export const duplicate: Rule = ({ lines }) => {
  const seen = new Map<string, number>();
  return lines.flatMap((line, index): Finding[] => {
    // What announces a crosshead is not the first of two.
    if (line.claim?.rule === "contents") return [];
    if (line.columns || line.plain.length < SHORTEST || line.plain.length > LONGEST) return [];
    const earlier = seen.get(line.plain);
    if (earlier === undefined) {
      seen.set(line.plain, line.number);
      return [];
    }
    if (line.claim) return [];
    return [{ line: index, reading: { became: "removed" }, why: `repeats line ${earlier}` }];
  });
};
