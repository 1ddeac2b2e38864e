/** Which words at the very end of a text are its licence (stage 2). */
import type { Finding, Rule } from "../draft.ts";

const WINDOW = 260;
/** `All Content by Port Ellis News is licensed under a Creative Commons Attribution 4.0 International License.` */
const LICENCE =
  /(?:^|\s)(?<words>(?:all )?contents?(?: (?:of|on) this (?:site|page))? (?:by [^.]{2,60} )?(?:is|are) licen[sc]ed under [^.]{5,70}(?:\.\d[^.]{0,50})?\.?)\s*$/iu;

/**
 * Removes a licence line at the end of the last line, where scrapers glue it to the last sentence; the rest of
 * the line stays.
 */
export const licence: Rule = ({ lines }) => {
  const index = lines.length - 1;
  const line = lines[index];
  if (!line || line.columns) return [];
  const from = Math.max(0, line.plain.length - WINDOW);
  const words = LICENCE.exec(line.plain.slice(from))?.groups?.["words"];
  if (words === undefined) return [];
  const start = line.start + line.plain.trimEnd().length - words.trimEnd().length;
  const finding: Finding = {
    line: index,
    part: { start, end: line.end },
    reading: { became: "removed" },
    why: "a licence at the end of the text",
  };
  return [finding];
};
