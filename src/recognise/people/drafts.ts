/** What is known of a person while an article is read? Stage 4, recognise. */
import type { Mention } from "../../model.ts";

/** A mention with its place in the reading: `lines[line].words.slice(first, last)`. */
export interface PlacedMention extends Mention {
  readonly line: number;
  readonly first: number;
  readonly last: number;
}

/** A person while mentions are still found. */
export interface Draft {
  name: string;
  /** Of the fullest form, folded, without suffixes. */
  parts: readonly string[];
  confidence: number;
  readonly mentions: PlacedMention[];
}

/** Which words of which lines a mention already has. */
export class Taken {
  readonly #lines: Set<number>[];
  constructor(lines: number) {
    this.#lines = Array.from({ length: lines }, () => new Set<number>());
  }
  /** Gives `words.slice(first, last)` of a line to a mention. */
  take(line: number, first: number, last: number): void {
    for (let at = first; at < last; at += 1) this.#lines[line]?.add(at);
  }
  /** Whether one of these words has a mention. */
  has(line: number, first: number, last: number): boolean {
    for (let at = first; at < last; at += 1) if (this.#lines[line]?.has(at)) return true;
    return false;
  }
}
