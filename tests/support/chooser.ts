/** What is chosen, where a test leaves it to chance? The same for the same seed. */

/** Chooses: the same choices for the same seed. */
export class Chooser {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Returns a whole number from 0 up to one less than `below` (a linear congruential generator: Knuth, The Art of Computer Programming 2, 3.3.4). */
  below(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }

  /** Returns one of some things. Throws where there are none. */
  oneOf<T>(things: readonly T[]): T {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error("nothing to choose from");
    return thing;
  }
}
