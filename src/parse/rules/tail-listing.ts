/** Which lines after the last paragraph are links and labels (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";
import { lastProse } from "../zones.ts";

/** Where fewer of the open lines are prose, the text is a list or a table, and its end is its own. */
const LEAST_PROSE = 0.4;
const LONGEST = 200;
const FEWEST_LISTED = 4;
const FIGURES_LISTED = 0.7;
const FIGURE = /\d/;

/**
 * Removes what stands after the last paragraph without being a sentence: teasers, tags, labels. Nothing
 * is removed from a text that consists of short lines.
 */
export const tailListing: Rule = ({ lines }) => {
  const last = lastProse(lines);
  const before = lines.slice(0, last + 1).filter((line) => !line.claim);
  const prose = before.filter((line) => line.prose).length;
  if (prose < 2 || prose < before.length * LEAST_PROSE) return [];
  const data = dataEnd(lines, last + 1);
  return lines.flatMap((line, index): Finding[] => {
    if (index < data || index <= last || line.claim || line.columns || line.plain.length > LONGEST)
      return [];
    return [
      { line: index, reading: { became: "removed" }, why: "after the last paragraph, no sentence" },
    ];
  });
};

/**
 * Where the list ends that belongs to the last paragraph: lines right below it, most of which have a figure
 * (results, dates, ingredients), or that ends in a short sentence.
 */
function dataEnd(lines: readonly Line[], from: number): number {
  let end = from;
  let figures = 0;
  while (isOpen(lines[end])) {
    if (FIGURE.test(lines[end]?.plain ?? "")) figures += 1;
    end += 1;
  }
  const listed = end - from >= FEWEST_LISTED && figures >= (end - from) * FIGURES_LISTED;
  if (listed) return end;
  // A short sentence or question is an ending too: nothing down to the last of them is removed.
  for (let index = end - 1; index >= from; index -= 1) {
    if (endsSentence(lines[index]?.plain ?? "")) return index + 1;
  }
  return from;
}

function isOpen(line: Line | undefined): boolean {
  return line !== undefined && !line.claim && !line.columns && !line.prose;
}
