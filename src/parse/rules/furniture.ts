/** Which lines are page furniture that the word lists know (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";
import { type KnownFurniture, knownFurniture } from "../furniture.ts";

/** `Watch: the bridge opens`: what announces a link further down is a headline in the first line. */
const MAY_OPEN_HEADLINES: ReadonlySet<string> = new Set(["related-link", "page-furniture"]);

/**
 * Removes lines known to one of the lists of `words/parse-furniture.json`, under that list's name.
 * Whole lines only. Example: `Leave a Comment` under `comment-form`.
 */
export const furniture: Rule = ({ lines }) =>
  lines.flatMap((line, index): Finding[] => {
    const known = line.claim ? undefined : knownFurniture(line.plain);
    if (!known || (index === 0 && MAY_OPEN_HEADLINES.has(known.rule) && !isWhole(known, line))) {
      return [];
    }
    const why = `known words: ${known.words}`;
    return [{ line: index, rule: known.rule, reading: { became: "removed" }, why }];
  });

function isWhole(known: KnownFurniture, { plain }: Line): boolean {
  return known.words.length >= plain.trim().length - 2;
}
