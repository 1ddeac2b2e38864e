/** Which of many spans lies over a place in a text, asked from its beginning to its end? Stage 5. */
import type { Span } from "../model.ts";

/** Goes through a text once: places must be asked for in the order of the text. Linear in spans and questions together. */
export class SpanWalker {
  readonly #spans: readonly Span[];
  #next = 0;
  #furthest: Span | undefined;

  constructor(spans: readonly Span[]) {
    this.#spans = spans.toSorted((a, b) => a.start - b.start);
  }

  /** Returns a span that shares a letter with this place: of those that begin before its end the one that reaches furthest. */
  over(start: number, end: number): Span | undefined {
    for (let span = this.#spans[this.#next]; span && span.start < end; ) {
      if (span.end > (this.#furthest?.end ?? 0)) this.#furthest = span;
      this.#next += 1;
      span = this.#spans[this.#next];
    }
    return this.#furthest && start < this.#furthest.end ? this.#furthest : undefined;
  }
}
