/** Does a clause look ahead, in a language other than English? By its words, since verbs stand elsewhere there (stage 4, recognise). */
import type { LanguageWords } from "./language-words.ts";

const PART_END = /[.;:؛،,—“”"«»]/u;
const REACH = 90;

/** Finds the words of a language by which a clause looks ahead or back. */
export interface OtherTense {
  readonly ahead: RegExp;
  readonly back: RegExp;
}

/** Returns the patterns of a language. */
export function otherTenseOf({ future, futurePrefixes, past }: LanguageWords): OtherTense {
  const prefixes = futurePrefixes.map((prefix) => `${prefix}\\p{L}{3,8}`);
  return { ahead: wordPattern([...future, ...prefixes]), back: wordPattern(past) };
}

/**
 * Returns whether the clause before a time, or else that behind it, has a word of the future, and none of the past stands
 * nearer to the time.
 */
export function looksAheadIn(
  { ahead, back }: OtherTense,
  { before, after }: { readonly before: string; readonly after: string },
): boolean {
  const left = (before.split(PART_END).at(-1) ?? "").slice(-REACH);
  const right = (after.split(PART_END, 1)[0] ?? "").slice(0, REACH);
  const [aheadLeft, backLeft] = [lastIn(left, ahead), lastIn(left, back)];
  if (aheadLeft >= 0 || backLeft >= 0) return aheadLeft > backLeft;
  const [aheadRight, backRight] = [right.search(ahead), right.search(back)];
  return aheadRight >= 0 && (backRight < 0 || aheadRight < backRight);
}

function lastIn(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}

function wordPattern(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join("|")})(?![\\p{L}\\p{M}])`, "giu");
}
