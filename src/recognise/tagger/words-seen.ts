/** What does the rest of a document say of a capitalised word? Stage 4, recognise. */
import { type Lexicon, lexicon } from "../names/lexicon.ts";
import type { NameSpan } from "../names/recogniser.ts";
import type { Reading, Word } from "../reading.ts";

/** One bit for each thing that the document says somewhere. */
const SEEN = {
  endsPerson: 1,
  opensPerson: 2,
  inOrganisation: 4,
  inPlace: 8,
  small: 16,
  behindHonorific: 32,
  speaks: 64,
  behindIn: 128,
  behindThe: 256,
  owns: 512,
  alone: 1024,
} as const;

/** Returns, for the key of each capitalised word, what holds for it anywhere in the document, one bit each. */
export function wordsSeen(
  reading: Reading,
  spans: readonly NameSpan[],
): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const span of spans) addNamed(seen, reading, span);
  const lists = lexicon();
  for (const { words, capitals } of reading.lines) {
    if (capitals !== "prose") continue;
    words.forEach((word, at) => {
      if (word.capital) add(seen, word.key, usesOf(words, at, lists));
    });
  }
  for (const key of seen.keys()) if (reading.small.has(key)) add(seen, key, SEEN.small);
  return seen;
}

function add(seen: Map<string, number>, key: string, bits: number): void {
  seen.set(key, (seen.get(key) ?? 0) | bits);
}

function addNamed(
  seen: Map<string, number>,
  { lines }: Reading,
  { kind, line, first, last }: NameSpan,
): void {
  lines[line]?.words.slice(first, last).forEach(({ key }, index, { length }) => {
    if (kind === "organisation") add(seen, key, SEEN.inOrganisation);
    else if (kind === "place") add(seen, key, SEEN.inPlace);
    else if (length > 1) add(seen, key, index === length - 1 ? SEEN.endsPerson : SEEN.opensPerson);
  });
}

const POSSESSIVE = /^['’‘´′`]s$/;

/** How one word stands among its neighbours. */
function usesOf(words: readonly Word[], at: number, lists: Lexicon): number {
  const before = words[at - 1];
  const next = words[at + 1];
  let uses = 0;
  if (before !== undefined && lists.honorifics.has(before.key)) uses |= SEEN.behindHonorific;
  if (before?.key === "in" || before?.key === "at") uses |= SEEN.behindIn;
  if (before?.key === "the") uses |= SEEN.behindThe;
  if (next !== undefined && lists.saying.has(next.key)) uses |= SEEN.speaks;
  if (next !== undefined && POSSESSIVE.test(next.text)) uses |= SEEN.owns;
  if (before?.capital !== true && next?.capital !== true) uses |= SEEN.alone;
  return uses;
}
