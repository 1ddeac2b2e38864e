/** What was looked up a short while ago? A memory of bounded size. Stage 6. */

/** Of most kinds of look-ups so many are kept: pages that are made one after the other ask for the same. */
const MOST = 20_000;

/** Remembers what look-ups gave, those asked for last. */
export class Recent<Found> {
  readonly #most: number;
  #young = new Map<string, Found>();
  #old = new Map<string, Found>();

  /** @param most How many are kept. */
  constructor(most = MOST) {
    this.#most = most;
  }

  /** Returns what a key gave when it was asked for a short while ago, or looks it up. */
  get(key: string, lookUp: () => Found): Found {
    const young = this.#young.get(key);
    if (young !== undefined || this.#young.has(key)) return young as Found;
    const found = this.#old.has(key) ? (this.#old.get(key) as Found) : lookUp();
    this.#young.set(key, found);
    if (this.#young.size >= this.#most / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    return found;
  }

  /** Forgets everything. */
  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}
