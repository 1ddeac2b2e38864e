/** In which lines the paper speaks of the text itself (stage 2). */
import words from "../../words/parse-furniture.json" with { type: "json" };
import type { Finding, Line, Rule } from "../draft.ts";
import { openingAmong } from "../openings.ts";

const LONGEST = 700;
const LONGEST_OPENING = Math.max(...words.editorNotes.map((opening) => opening.length));
const openingOf = openingAmong(words.editorNotes);
const EDGE = /^[\s"'([*_-]+/;

/**
 * Keeps as notes lines below the headline that open as corrections, updates and notes of the editors do.
 * Example: `This article was amended on 3 March to give the pier its right name.`
 */
export const editorNote: Rule = ({ lines }) => {
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  return lines.flatMap((line, index): Finding[] => {
    const opening = index > headline ? opens(line) : undefined;
    if (opening === undefined) return [];
    return [{ line: index, reading: { became: "note" }, why: `opens with ${opening}` }];
  });
};

function opens({ plain, claim, columns }: Line): string | undefined {
  if (claim || columns || plain.length > LONGEST) return undefined;
  const opening = plain
    .slice(0, LONGEST_OPENING + 8)
    .replace(EDGE, "")
    .toLowerCase();
  return openingOf(opening);
}
