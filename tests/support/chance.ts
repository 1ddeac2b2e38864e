/** Where do choices come from that look random and are the same for each seed, for any article by itself? */

/** A source of choices. */
export class Chance {
  /** Returns a number from 0 to 1, without 1. */
  readonly next: () => number;

  /** Starts the row of choices that belongs to these numbers, such as a seed and an article's place. */
  constructor(...of: readonly number[]) {
    this.next = seeded(of.reduce(mixed, 0x9e3779b9));
  }

  /** Returns a whole number from 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Returns true so often. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** Returns one of a list. Throws if it is empty. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new Error("expected something to pick from, found nothing");
    return picked;
  }

  /** Takes one out of a list and returns it; `undefined` if none is left. */
  take<T>(list: T[]): T | undefined {
    return list.splice(this.below(list.length), 1)[0];
  }

  /**
   * Returns a rank from 0, below `end`: rank r as often as (r + 1) to the power of minus `exponent`, which is above 1.
   * By rejection: Devroye, Non-Uniform Random Variate Generation (1986), X.6.1.
   */
  rank(exponent: number, end: number): number {
    const less = exponent - 1;
    const limit = 2 ** less;
    for (;;) {
      const rank = Math.floor((1 - this.next()) ** (-1 / less));
      const ratio = (1 + 1 / rank) ** less;
      if ((this.next() * rank * (ratio - 1)) / (limit - 1) <= ratio / limit && rank <= end)
        return rank - 1;
    }
  }
}

/** Returns a source of numbers from 0 to 1, without 1, the same for the same seed: Mulberry32 by Tommy Ettinger, public domain. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return finished(state) / 2 ** 32;
  };
}

/** Returns a number that looks random and is always the same for these numbers, from 0, below `end`. */
export function fixedBelow(end: number, ...of: readonly number[]): number {
  return finished(of.reduce(mixed, 0x9e3779b9)) % end;
}

function mixed(state: number, number: number): number {
  return Math.imul(finished(state ^ number) ^ (number >>> 15), 0x85ebca6b) ^ state;
}

function finished(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), 1 | state);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return (bits ^ (bits >>> 14)) >>> 0;
}
