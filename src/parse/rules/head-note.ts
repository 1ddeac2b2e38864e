/** Which short lines between the headline and the text are notes of the page (stage 2). */
import { readDateline } from "../dateline.ts";
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

const LONGEST = 100;
/** More lines together are a list, and the article's own. */
const MOST_LINES = 14;
const FEWEST_PARAGRAPHS = 2;
/** In a text of short lines nothing tells its own from the page's. */
const LEAST_PROSE = 0.4;
/** `Shr 39 cts vs 50 cts`: what a report begins with. */
const FIGURES = /\d\D+\d\D/;
/** A list marker or a dateline opens text. */
const OWN = /^(?:[-*•·]|\d{1,2}[.)])\s|\s-$/u;

/**
 * Keeps as notes the short lines without an end mark that are still open above the first paragraph: kickers,
 * labels, names of pages. The text begins with its first paragraph or dateline. A line that ends as a sentence or
 * a question stays, and so does one with figures; so do the lines of a text that hardly has paragraphs.
 */
export const headNote: Rule = ({ lines }) => {
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  const start = lines.findIndex((line, index) => index > headline && isOpening(line));
  if (headline === -1 || start === -1) return [];
  const open = lines.slice(start).filter((line) => !line.claim);
  const prose = open.filter((line) => line.prose).length;
  if (prose < FEWEST_PARAGRAPHS || prose < open.length * LEAST_PROSE) return [];
  const found = lines.flatMap((line, index): Finding[] => {
    if (index <= headline || index >= start || !isNote(line)) return [];
    const why = "a short line above the first paragraph";
    return [{ line: index, reading: { became: "note" }, why }];
  });
  return found.length <= MOST_LINES ? found : [];
};

/** The first paragraph, or a line with a dateline, however short. */
function isOpening({ plain, start, prose, claim }: Line): boolean {
  return !claim && (prose || readDateline(plain, start) !== undefined);
}

function isNote({ plain, claim, columns }: Line): boolean {
  if (claim || columns || plain.length > LONGEST || OWN.test(plain)) return false;
  return !endsSentence(plain) && !FIGURES.test(plain);
}
