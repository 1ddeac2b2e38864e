/** Which lines are page furniture that the word lists know (stage 2). */
import type { Finding, Rule } from "../draft.ts";
import { knownFurniture } from "../furniture.ts";

/**
 * Removes lines known to one of the lists of `words/parse-furniture.json`, under that list's name.
 * Whole lines only. Example: `Leave a Comment` under `comment-form`.
 */
export const furniture: Rule = ({ lines }) =>
  lines.flatMap((line, index): Finding[] => {
    const known = line.claim ? undefined : knownFurniture(line.plain);
    if (!known) return [];
    const why = `known words: ${known.words}`;
    return [{ line: index, rule: known.rule, reading: { became: "removed" }, why }];
  });
