/** Which lines below the headline sum the story up (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

const LONGEST = 320;
const FEWEST_WORDS = 4;
/** Past so many lines below the headline there is no standfirst. */
const MOST_LINES = 6;

/**
 * Claims the standfirst: lines right below the headline and above the publication line or byline; where
 * neither stands below, only a line without an end mark. Several in a row are one standfirst.
 */
export const standfirst: Rule = ({ lines }) => {
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  if (headline === -1) return [];
  const found: Finding[] = [];
  for (
    let index = headline + 1;
    index < lines.length && index <= headline + MOST_LINES;
    index += 1
  ) {
    const line = lines[index];
    if (!line || line.claim || !isSummary(line)) break;
    found.push({
      line: index,
      reading: { became: "standfirst" },
      why: "between headline and publication line",
    });
  }
  const next = lines[headline + found.length + 1]?.claim?.reading.became;
  if (next === "published" || next === "byline") return found;
  const [first] = found;
  if (!first || lines[first.line]?.prose !== false) return [];
  const follows = lines[first.line + 1];
  if (follows && !follows.prose && !follows.claim) return [];
  return [{ ...first, why: "below the headline, no end mark" }];
};

function isSummary({ plain, columns }: Line): boolean {
  return !columns && plain.length <= LONGEST && plain.split(/\s+/).length >= FEWEST_WORDS;
}
