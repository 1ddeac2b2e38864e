/** What is known of a person while an article is read? Stage 4, recognise. */
import type { Mention } from "../../model.ts";
import { bare, shortForms } from "./name-parts.ts";

/** Words of a reading: `lines[line].words.slice(first, last)`. */
export interface PlacedRange {
  readonly line: number;
  readonly first: number;
  readonly last: number;
}

/** A mention with its place in the reading. */
export interface PlacedMention extends Mention, PlacedRange {
  /** Words of the line that are the office before the name, where a list of the language says so. */
  readonly title?: { readonly first: number; readonly last: number };
}

/** A person while mentions are still found. */
export interface Draft {
  name: string;
  /** Of the fullest form, folded, without suffixes. */
  parts: readonly string[];
  /** Jr., III: folded, without its full stop. */
  suffix?: string | undefined;
  confidence: number;
  readonly mentions: PlacedMention[];
}

/** The people found so far, to be looked up by the words that name them alone. */
export class DraftList {
  readonly all: Draft[] = [];
  readonly #byName = new Map<string, Draft[]>();
  /** Adds a person under the surname, and under the family name where that comes first. */
  add(draft: Draft): void {
    this.all.push(draft);
    for (const form of shortForms(draft.parts)) {
      const known = this.#byName.get(form);
      if (known) known.push(draft);
      else this.#byName.set(form, [draft]);
    }
  }
  /** Returns everybody of a surname; its article does not count. */
  by(surname: string): readonly Draft[] {
    return this.#byName.get(bare(surname)) ?? [];
  }
}

/** Which words of which lines a mention already has. */
export class Taken {
  readonly #lines = new Map<number, Set<number>>();
  /** Gives `words.slice(first, last)` of a line to a mention. */
  take({ line, first, last }: PlacedRange): void {
    const taken = this.#lines.get(line) ?? new Set();
    for (let at = first; at < last; at += 1) taken.add(at);
    this.#lines.set(line, taken);
  }
  /** Whether one of these words has a mention. */
  has({ line, first, last }: PlacedRange): boolean {
    const taken = this.#lines.get(line);
    if (taken === undefined) return false;
    for (let at = first; at < last; at += 1) if (taken.has(at)) return true;
    return false;
  }
}
