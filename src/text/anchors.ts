/** Under which anchor does each sentence of an article stand on its page? */
import type { CitedSentence, NewsDocument, Sentence, Span } from "../model.ts";
import { lastIndexWhere } from "./halving.ts";

/**
 * Returns the anchors of an article's sentences, in their order: `headline`, `standfirst`, and `s1`,
 * `s2`, … for the body's. Sentences of a headline share one anchor, and so do those of a standfirst.
 */
export function anchorsOf(sentences: readonly Sentence[]): readonly string[] {
  let body = 0;
  return sentences.map((sentence) => {
    if (sentence.part !== "body") return sentence.part;
    body += 1;
    return `s${body}`;
  });
}

/** Returns a number by which anchors of one article sort in the order of its text. */
export function anchorOrder(anchor: string): number {
  if (anchor === "headline") return -1;
  return anchor === "standfirst" ? 0 : Number(anchor.slice(1));
}

/** Returns whether an anchor is that of a sentence of the body. */
export function isInBody(anchor: string): boolean {
  return anchor !== "headline" && anchor !== "standfirst";
}

/** Finds sentences by position. Made once for a document; each look-up is a binary search. */
export class SentenceFinder {
  readonly #document: NewsDocument;
  readonly #sentences: readonly Sentence[];
  readonly #anchors: readonly string[];

  constructor(document: NewsDocument, sentences: readonly Sentence[]) {
    this.#document = document;
    this.#sentences = sentences;
    this.#anchors = anchorsOf(sentences);
  }

  /** Returns the sentence around a position; undefined outside all. */
  at(position: number): Sentence | undefined {
    return this.#sentences[this.#indexAt(position)];
  }

  /** Returns the sentence in which a span starts, citing the words of the span; undefined outside all. */
  cite(span: Span): CitedSentence | undefined {
    const index = this.#indexAt(span.start);
    const sentence = this.#sentences[index];
    if (sentence === undefined) return undefined;
    const words = {
      start: span.start - sentence.start,
      end: Math.min(span.end, sentence.end) - sentence.start,
    };
    return {
      anchor: this.#anchors[index] ?? "",
      text: this.#document.text.slice(sentence.start, sentence.end),
      words: [words],
    };
  }

  /** Returns each sentence that holds one of the spans, once, citing all that it holds. */
  citeAll(spans: readonly Span[]): readonly CitedSentence[] {
    const cited: (CitedSentence & { readonly words: Span[] })[] = [];
    for (const span of spans) {
      const next = this.cite(span);
      const last = cited.at(-1);
      if (next === undefined) continue;
      if (last?.anchor === next.anchor && last.text === next.text) last.words.push(...next.words);
      else cited.push({ ...next, words: [...next.words] });
    }
    return cited;
  }

  /** The index of the sentence around a position, -1 if none. */
  #indexAt(position: number): number {
    const index = lastIndexWhere(this.#sentences, ({ start }) => start <= position);
    return position < (this.#sentences[index]?.end ?? 0) ? index : -1;
  }
}
