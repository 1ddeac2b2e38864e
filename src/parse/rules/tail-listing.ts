/** Which lines after the last paragraph are links and labels (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";
import { lastProse } from "../zones.ts";

/** Where fewer of the open lines are prose, the text is a list or a table, and its end is its own. */
const LEAST_PROSE = 0.4;
const LONGEST = 200;
const FEWEST_LISTED = 4;
const FIGURES_LISTED = 0.7;
const FIGURE = /\d|\S:\s\S/;
const MOST_BETWEEN = 1;
const SHORTEST_CUT = 80;
const CLAUSE = /\p{Ll}[.!?,]["')]?\s\S/u;

/**
 * Removes what stands after the last paragraph without being a sentence: teasers, tags, labels. Nothing
 * is removed from a text that consists of short lines, nor from one in which no line was known for a page's.
 */
export const tailListing: Rule = ({ lines }) => {
  const last = lastProse(lines);
  const before = lines.slice(0, last + 1).filter((line) => !line.claim);
  const prose = before.filter((line) => line.prose).length;
  if (prose < 2 || prose < before.length * LEAST_PROSE) return [];
  if (!lines.some(isPageMatter)) return [];
  const own = ownEnd(lines, last + 1);
  const furniture = lines.findIndex(
    (line, index) => index > last && line.claim?.reading.became === "removed",
  );
  return lines.flatMap((line, index): Finding[] => {
    if (index < own || line.claim || line.columns || line.plain.length > LONGEST) return [];
    if (index === last + 1 && isCutParagraph(line)) return [];
    // A short sentence is the article's own unless furniture parts it from the article.
    if (endsSentence(line.plain) && (furniture === -1 || index < furniture)) return [];
    const why = "after the last paragraph, no sentence";
    return [{ line: index, reading: { became: "removed" }, why }];
  });
};

/** Removed by its words, so that the text is a page's; a text without such a line has its end for its own. */
function isPageMatter({ claim }: Line): boolean {
  return claim?.reading.became === "removed";
}

/** A line right below the last paragraph, of some length and with a sentence or clause in it: the rest was cut off. */
function isCutParagraph({ plain }: Line): boolean {
  return plain.length >= SHORTEST_CUT && CLAUSE.test(plain);
}

/**
 * Where the lines end that belong to the last paragraph: a list that a colon announces, or most of whose lines
 * have a figure or a colon inside (results, dates, ingredients), or lines that end in a short sentence.
 */
function ownEnd(lines: readonly Line[], from: number): number {
  let end = from;
  let figures = 0;
  while (isOpen(lines[end])) {
    if (FIGURE.test(lines[end]?.plain ?? "")) figures += 1;
    end += 1;
  }
  const listed = end - from >= FEWEST_LISTED && figures >= (end - from) * FIGURES_LISTED;
  if (listed || lines[from - 1]?.plain.trimEnd().endsWith(":")) return end;
  // Short sentences below the last paragraph are the ending. Where page furniture stands about, only those right
  // below it, with one line between them at most.
  const furnished = lines.slice(from).some((line) => line.claim?.reading.became === "removed");
  let own = from;
  for (let index = from; index < end; index += 1) {
    if (furnished && index > own + MOST_BETWEEN) break;
    if (endsSentence(lines[index]?.plain ?? "")) own = index + 1;
  }
  return own;
}

function isOpen(line: Line | undefined): boolean {
  return line !== undefined && !line.claim && !line.columns && !line.prose;
}
