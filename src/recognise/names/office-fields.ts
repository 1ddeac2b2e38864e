/** Which words say what an office is about? Stage 4, recognise. */
import type { Lexicon } from "./lexicon.ts";

/** Development, Integration: what an office is about, and no surname. */
const ABSTRACT = /.{4}(?:tion|sion|ment|ship)$/u;

/** Returns whether a word is one that names are not made of: Development, Integration. */
export function isAbstract(key: string): boolean {
  return ABSTRACT.test(key);
}

/** Returns whether a word says what an office is about: Trade, Minerals, Development. */
export function isField(key: string, lists: Lexicon): boolean {
  return lists.afterOf.has(key) || lists.domains.has(key) || isAbstract(key);
}
