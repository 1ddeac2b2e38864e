/** Which words is the invented paper made of? The list in `words.json`, with its types. */
import words from "./words.json" with { type: "json" };

/** A field of news with the words that belong to it. */
export interface Subject {
  readonly name: string;
  /** What bodies of it are called behind a town's name. */
  readonly bodies: readonly string[];
  /** What its people are. */
  readonly roles: readonly string[];
  readonly headlines: readonly string[];
  readonly ledes: readonly string[];
  readonly sentences: readonly string[];
  readonly quotes: readonly string[];
}

/** All words of the paper. */
export const WORDS: Omit<typeof words, "subjects"> & { readonly subjects: readonly Subject[] } =
  words;
