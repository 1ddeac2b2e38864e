/** What was read last, so that it need not be read again? Rows of tables, so many at most. */

/** Rows by number that are read when they are first asked for. */
export class AtHand<T> {
  readonly #most: number;
  readonly #read: (number: number) => T | undefined;
  readonly #known = new Map<number, T>();

  /** @param most So many are kept; then all are let go. @param read Of what is not there, nothing is kept. */
  constructor(most: number, read: (number: number) => T | undefined) {
    this.#most = most;
    this.#read = read;
  }

  /** Returns what stands under a number; undefined where nothing does. */
  get(number: number): T | undefined {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const read = this.#read(number);
    if (read === undefined) return undefined;
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(number, read);
    return read;
  }

  /** Lets go of what stood under a number. */
  forget(number: number): void {
    this.#known.delete(number);
  }
}
