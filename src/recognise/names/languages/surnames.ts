/** Where does a text without capitals name people again by their last name alone? Stage 4, recognise. */
import type { NameSpan } from "../recogniser.ts";
import type { LanguageWords } from "./language-words.ts";
import { type PlainLine, readingsOf } from "./script.ts";

/** A last name that stands alone is a little less sure than the name. */
const CONFIDENCE = 0.7;
/** Shorter words are too often something else. */
const SHORTEST = 3;

interface Known {
  /** Each name in full, up to the word `last` of its line. */
  readonly people: readonly { readonly plain: PlainLine; readonly last: number }[];
  readonly words: LanguageWords;
  /** By line, the words that names have already. */
  readonly taken: readonly ReadonlySet<number>[];
}

/** Returns a span for each word that is the last name of somebody named in full, and no everyday word. */
export function surnameSpans(
  lines: readonly PlainLine[],
  { people, words, taken }: Known,
): readonly NameSpan[] {
  const surnames = new Set(
    people
      .map(({ plain, last }) => plain.keys[last - 1] ?? "")
      .filter((key) => key.length >= SHORTEST && !isEveryday(key, words)),
  );
  if (surnames.size === 0) return [];
  return lines.flatMap((plain) =>
    plain.keys.flatMap((key, at) => {
      const word = plain.line.words[at];
      if (word === undefined || taken[plain.index]?.has(at)) return [];
      // somebody else of that name, whose given name was too doubtful
      if (words.given.has(plain.keys[at - 1] ?? "")) return [];
      const found = readingsOf(word, key, words.language).find((way) => surnames.has(way.key));
      if (found === undefined) return [];
      const evidence = { rule: "surname", confidence: CONFIDENCE };
      const place = { line: plain.index, first: at, last: at + 1 };
      return [{ kind: "person", ...place, start: word.start + found.cut, end: word.end, evidence }];
    }),
  );
}

function isEveryday(key: string, words: LanguageWords): boolean {
  if (words.stop.has(key) || words.things.has(key) || words.titles.has(key)) return true;
  return words.given.has(key) && !words.family.has(key);
}
