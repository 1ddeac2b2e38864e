/** Which lines only announce an author (stage 2). */
import type { Finding, Rule } from "../draft.ts";
import { headEnd } from "../zones.ts";
import { isBylineLabel } from "./byline.ts";

/** Removes, in the head, lines such as `Author of the article:`. */
export const bylineLabel: Rule = ({ lines }) =>
  lines.slice(0, headEnd(lines)).flatMap((line, index): Finding[] => {
    if (line.claim || line.plain.length > 30 || !isBylineLabel(line.plain)) return [];
    return [{ line: index, reading: { became: "removed" }, why: "announces an author" }];
  });
