/** Which lines are made of the vocabulary of page furniture (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";
import { furnitureOf } from "../furniture-vocabulary.ts";

const FEWEST_IN_HEADLINE = 3;

/**
 * Removes lines all of whose words are page furniture's, under the name of the rule that its words speak for.
 * The first line that is open stays if it has as many words as a headline, which may be any. Example: `Voir les commentaires`
 * under `comment-form`.
 */
export const furnitureVocabulary: Rule = ({ lines }) => {
  const first = lines.findIndex((line) => !line.claim);
  return lines.flatMap((line, index): Finding[] => {
    const known = line.claim ? undefined : furnitureOf(line.plain);
    if (!known || (index === first && wordsIn(line) >= FEWEST_IN_HEADLINE)) return [];
    const why = `furniture's words only, such as ${known.words}`;
    return [{ line: index, rule: known.rule, reading: { became: "removed" }, why }];
  });
};

function wordsIn({ plain }: Line): number {
  return plain.trim().split(/\s+/).length;
}
