/** Which lines are page furniture that the word lists know (stage 2). */
import type { ParseFacts } from "../../model.ts";
import { readDateLine } from "../dates/date-line.ts";
import type { Finding, Line, Rule } from "../draft.ts";
import { type KnownFurniture, knownFurniture } from "../furniture.ts";

/** `Watch: the bridge opens`: what announces a link further down is a headline in the first line. */
const MAY_OPEN_HEADLINES: ReadonlySet<string> = new Set([
  "related-link",
  "page-furniture",
  "share-bar",
]);

/**
 * Removes lines known to one of the lists of `words/parse-furniture.json`, under that list's name.
 * Whole lines only. Example: `Leave a Comment` under `comment-form`.
 */
export const furniture: Rule = ({ lines, facts }) =>
  lines.flatMap((line, index): Finding[] => {
    const known = line.claim ? undefined : knownFurniture(line.plain);
    if (!known || (index === 0 && MAY_OPEN_HEADLINES.has(known.rule) && !isWhole(known, line))) {
      return [];
    }
    if (known.rule === "page-furniture" && statesDate(line, facts)) return [];
    const why = `known words: ${known.words}`;
    return [{ line: index, rule: known.rule, reading: { became: "removed" }, why }];
  });

/** `Originally published 26 January 2022`: the publication line, though a page's words open it. */
function statesDate({ plain }: Line, facts: ParseFacts): boolean {
  const date = readDateLine(plain, facts);
  return date?.publication !== undefined && `${date.before}${date.after}` === "";
}

function isWhole(known: KnownFurniture, { plain }: Line): boolean {
  return known.words.length >= plain.trim().length - 2;
}
