/** Which rows of capitalised words name a thing, whatever stands before them? Stage 4, recognise. */
import type { Line } from "../reading.ts";
import type { Chunk } from "./chunks.ts";
import type { Lexicon } from "./lexicon.ts";
import { isAbstract, isField } from "./office-fields.ts";
import { HONOUR_GRADES, isTitle } from "./titles.ts";

/** Words that end no surname: Imam Doe University, General Staff, Minister of Foreign Affairs. */
const INSTITUTIONS: ReadonlySet<string> = new Set(
  "university college hospital school mosque airport institute foundation academy ministry committee commission council staff affairs security headquarters command assembly branch".split(
    " ",
  ),
);

/** Behind another word they end no surname: King Doe Hotel, Doe Accords. */
const THINGS: ReadonlySet<string> = new Set(
  "hotel port base terminal mausoleum citadel laboratory laboratories stadium accords medals forum ceremony jubilee festival churches health".split(
    " ",
  ),
);

/** Returns whether a row ends in a word that ends no person’s name: Urban Development, Norlandic Industry, Doe University. */
export function namesThing(line: Line, { first, last }: Chunk, lists: Lexicon): boolean {
  const key = line.words[last - 1]?.key ?? "";
  if (INSTITUTIONS.has(key)) return true;
  if (last - first === 1) return lists.afterOf.has(key);
  const opening = line.words[first]?.key ?? "";
  const isPeoples = lists.demonyms.has(opening) && !lists.firstNames.has(opening);
  // the Crown of Crown Prince
  const isGrade = HONOUR_GRADES.has(key) && isTitle(line.words[last]?.key ?? "", lists);
  return THINGS.has(key) || isAbstract(key) || isGrade || (isPeoples && isField(key, lists));
}
