/** Which line says who wrote the text (stage 2). */
import { readByline } from "../byline-text.ts";
import type { Rule } from "../draft.ts";
import { headEnd } from "../zones.ts";

/** Claims the first line of the head that opens as a byline does. Example: `By Ana Reis`. */
export const byline: Rule = ({ lines }) => {
  for (const [index, line] of lines.slice(0, headEnd(lines)).entries()) {
    if (line.claim || line.columns) continue;
    const found = readByline(line.plain);
    if (found) {
      return [{ line: index, reading: { became: "byline", ...found }, why: "opens with By" }];
    }
  }
  return [];
};
