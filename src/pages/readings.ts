/** What has a page read, so that it is known when it is out of date? Stage 6. */

/** The cells that are read while a group of pages is made. */
export class Readings {
  #cells: Set<string> | undefined;
  readonly #covered = new Set<string>();

  /** Does some work and returns what came of it, with the cells that it has read. Such work is not nested. */
  during<T>(work: () => T): { readonly result: T; readonly cells: ReadonlySet<string> } {
    const cells = new Set<string>();
    this.#cells = cells;
    this.#covered.clear();
    try {
      return { result: work(), cells };
    } finally {
      this.#cells = undefined;
    }
  }

  /** Notes that a cell has been read: the pages are out of date when it changes. */
  note(cell: string): void {
    this.#cells?.add(cell);
  }

  /** Takes it that nothing of an article need be noted any more: whatever changes in it changes a cell that has been noted. */
  cover(path: string): void {
    this.#covered.add(path);
  }

  /** Returns whether an article is covered. */
  covers(path: string): boolean {
    return this.#covered.has(path);
  }
}
