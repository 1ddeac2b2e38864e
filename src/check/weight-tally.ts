/** What do the pages of a site weigh, kind by kind, and which are the heaviest? */
import type { PageWeight } from "./page-weight.ts";

/** What the pages of one kind weigh, in bytes over the wire. */
export interface KindWeight {
  /** By its body's class: `article`. */
  readonly kind: string;
  readonly pages: number;
  /** Of all pages together. */
  readonly warm: number;
  readonly cold: number;
  /** The heaviest pages, ten at most, by what they weigh at a first visit. */
  readonly heaviest: readonly PageWeight[];
}

const MOST = 10;

interface Sums {
  pages: number;
  warm: number;
  cold: number;
  heaviest: PageWeight[];
}

/** Adds up what pages weigh. */
export class WeightTally {
  readonly #kinds = new Map<string, Sums>();

  /** Adds a page. */
  add(kind: string, weight: PageWeight): void {
    this.#take(kind, { pages: 1, warm: weight.warm, cold: weight.cold, heaviest: [weight] });
  }

  /** Takes over what another tally has. */
  merge(kinds: readonly KindWeight[]): void {
    for (const { kind, pages, warm, cold, heaviest } of kinds)
      this.#take(kind, { pages, warm, cold, heaviest: [...heaviest] });
  }

  /** Returns the kinds in the order of their names. */
  kinds(): readonly KindWeight[] {
    return [...this.#kinds]
      .map(([kind, sums]) => ({ kind, ...sums }))
      .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  }

  #take(kind: string, more: Sums): void {
    const sums = this.#kinds.get(kind) ?? { pages: 0, warm: 0, cold: 0, heaviest: [] };
    sums.pages += more.pages;
    sums.warm += more.warm;
    sums.cold += more.cold;
    sums.heaviest = heaviestOf([...sums.heaviest, ...more.heaviest]);
    this.#kinds.set(kind, sums);
  }
}

/** Returns the heaviest pages, ten at most. */
export function heaviestOf(pages: readonly PageWeight[]): PageWeight[] {
  return pages
    .toSorted((a, b) => b.cold - a.cold || b.warm - a.warm || (a.file < b.file ? -1 : 1))
    .slice(0, MOST);
}
