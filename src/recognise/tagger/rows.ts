/** Which words of a line can be in a name at all? Stage 4, recognise. */
import type { Chunk } from "../names/chunks.ts";
import { lexicon } from "../names/lexicon.ts";
import type { Line, Word } from "../reading.ts";

/** Small words and marks that names hold inside: Ministry of Trade and Ports, Tern & Sons, Seaman’s Mission. */
const INSIDE: ReadonlySet<string> = new Set(
  "of the and for de la on to in & 's al bin van der von".split(" "),
);

/** More of them in a row part two names. */
const MOST_INSIDE = 3;

/** Returns the rows of a line that can hold names: capitalised words and what may stand between two of them. */
export function nameRows({ words }: Line): readonly Chunk[] {
  const rows: Chunk[] = [];
  let first = -1;
  let last = -1;
  words.forEach((word, at) => {
    if (!canName(word)) return;
    if (first !== -1 && isInside(words, last, at)) {
      last = at + 1;
      return;
    }
    if (first !== -1) rows.push({ first, last });
    [first, last] = [at, at + 1];
  });
  if (first !== -1) rows.push({ first, last });
  return rows.filter((row) => row.last - row.first > 1 || !opensOnly(words[row.first]));
}

/** The, He, But: capitals of a sentence's first word. */
function opensOnly(word: Word | undefined): boolean {
  return word === undefined || lexicon().stop.has(word.key);
}

function canName({ capital, kind }: Word): boolean {
  return capital && kind === "word";
}

function isInside(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > MOST_INSIDE) return false;
  for (let at = from; at < to; at += 1) {
    const key = words[at]?.key ?? "";
    if (!INSIDE.has(key) && !lexicon().particles.has(key)) return false;
  }
  return true;
}
