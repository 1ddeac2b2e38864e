/** Which phrase of a language's lists stands at a word? Stage 4, recognise. */
import type { LanguageWords, ListedPhrase, Phrases } from "./language-words.ts";
import { type PlainLine, readingsOf } from "./script.ts";

/** A phrase at some word: where it ends, and how much of its first word is glued before it. */
export interface PhraseFound {
  readonly phrase: ListedPhrase;
  readonly last: number;
  readonly cut: number;
}

/** Returns the longest phrase that starts at a word, as it stands or behind small words glued to it. */
export function listedAt(
  { line, keys }: PlainLine,
  at: number,
  { phrases, words }: { readonly phrases: Phrases; readonly words: LanguageWords },
): PhraseFound | undefined {
  for (const { key, cut } of readingsOf(line.words[at], keys[at] ?? "", words.language)) {
    const phrase = phrases
      .get(key)
      ?.find(({ rest }) => rest.every((each, index) => keys[at + 1 + index] === each));
    if (phrase) return { phrase, last: at + 1 + phrase.rest.length, cut };
  }
  return undefined;
}
