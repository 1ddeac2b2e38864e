/** With which sentences does an article's body open? */
import type { Block, Sentence } from "../model.ts";

/** A text whose paragraphs are lost has all in one. */
const MOST_SENTENCES = 2;

/** Returns the lede: the first two sentences of the first paragraph, given all sentences in the order of the text. */
export function ledeOf(
  blocks: readonly Block[],
  sentences: readonly Sentence[],
): readonly Sentence[] {
  const first = blocks.findIndex(({ kind }) => kind === "paragraph");
  const at = first < 0 ? -1 : sentences.findIndex(({ block }) => block === first);
  if (at < 0) return [];
  return sentences.slice(at, at + MOST_SENTENCES).filter(({ block }) => block === first);
}
