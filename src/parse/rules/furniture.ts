/** Which lines are page furniture that the word lists know (stage 2). */
import type { Finding, Rule } from "../draft.ts";
import { type FurnitureRule, knownFurniture } from "../furniture.ts";

/**
 * Returns the rule that removes lines known to one of the lists of `words/parse-furniture.json`.
 * Whole lines only. Example: `Leave a Comment` under `comment-form`.
 */
export function furniture(name: FurnitureRule): Rule {
  return ({ lines }) =>
    lines.flatMap((line, index): Finding[] => {
      if (line.claim) return [];
      const known = knownFurniture(name, line.plain);
      if (known === undefined) return [];
      return [{ line: index, reading: { became: "removed" }, why: `known words: ${known}` }];
    });
}
