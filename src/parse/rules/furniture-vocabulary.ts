/** Which lines are made of the vocabulary of page furniture (stage 2). */
import type { Finding, Rule } from "../draft.ts";
import { furnitureOf } from "../furniture-vocabulary.ts";

/**
 * Removes lines all of whose words are page furniture's, under the name of the rule that its words speak for.
 * The first line that is open stays: a headline may be made of any words. Example: `Voir les commentaires`
 * under `comment-form`.
 */
export const furnitureVocabulary: Rule = ({ lines }) => {
  const first = lines.findIndex((line) => !line.claim);
  return lines.flatMap((line, index): Finding[] => {
    const known = line.claim || index === first ? undefined : furnitureOf(line.plain);
    if (!known) return [];
    const why = `furniture's words only, such as ${known.words}`;
    return [{ line: index, rule: known.rule, reading: { became: "removed" }, why }];
  });
};
