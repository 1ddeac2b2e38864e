/** How does a model learn to do without words and lists that know a name? Some of what is known is hidden from it. */

import type { WordFacts } from "../src/recognise/tagger/word-facts.ts";
import { NAMES_LISTED } from "../src/recognise/tagger/word-lists.ts";

/** So often a thing is hidden. */
export const HIDDEN = 0.3;

const LETTERS = ["key", "head3", "tail2", "tail3", "tail4"] as const;

/**
 * Takes from each capitalised word of a document, by chance, its letters, its place in the lists of names, what the phrases
 * and the rest of the document say of it: the model meets words in use that no training text has.
 */
export function hideWords(facts: WordFacts, chance: () => number): void {
  for (let at = 0; at < facts.key.length; at += 1) {
    if (facts.head3[at] === 0) continue;
    if (chance() < HIDDEN) for (const name of LETTERS) facts[name][at] = 0;
    if (chance() < HIDDEN) facts.lists[at] = (facts.lists[at] ?? 0) & ~NAMES_LISTED;
    if (chance() < HIDDEN / 2) facts.phrase[at] = 0;
    if (chance() < HIDDEN / 2) facts.seen[at] = 0;
  }
}
