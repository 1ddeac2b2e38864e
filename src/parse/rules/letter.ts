/** Which short lines belong to letters to the editor (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

const SALUTATION =
  /^(?:dear )?(?:sir|madam|sirs|editor|sir or madam|mr editor|to the editor)\s?[,:—-]?$/i;
const MOST_WORDS = 9;

/**
 * Keeps salutations, valedictions and signatures of letters, which look like crossheads and teasers, as
 * paragraphs: short lines from the first `Sir,` on.
 */
export const letter: Rule = ({ lines }) => {
  const first = lines.findIndex(isSalutation);
  if (first === -1) return [];
  return lines.flatMap((line, index): Finding[] => {
    if (index < first || line.claim || line.prose || line.columns) return [];
    if (line.plain.split(/\s+/).length > MOST_WORDS) return [];
    return [{ line: index, reading: { became: "paragraph" }, why: "a short line of a letter" }];
  });
};

function isSalutation(line: Line): boolean {
  return !line.claim && line.plain.length < 20 && SALUTATION.test(line.plain.trim());
}
