/** How are texts put together by the calendar without holding them all? They wait in a file for each month. */
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onDisk } from "../text/disk-error.ts";

/** A text that waits. */
export interface SpooledText {
  readonly key: string;
  /** JSON on one line. */
  readonly json: string;
}

/** Texts by month; nothing of them is in memory but how many each month has. */
export class MonthSpool {
  readonly #folder: string;
  readonly #counts = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** How many texts each month has. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Takes a text in; `month` is as `monthOf` gives it. */
  add(month: string, { key, json }: SpooledText): void {
    const file = this.#file(month);
    onDisk(file, () => appendFileSync(file, `${key} ${json}\n`));
    this.#counts.set(month, (this.#counts.get(month) ?? 0) + 1);
  }

  /** Yields the texts of a month in the order in which they came, each once. */
  *texts(month: string): Generator<SpooledText> {
    const file = this.#file(month);
    const lines = onDisk(file, () => readFileSync(file, "utf8")).split("\n");
    const known = new Set<string>();
    for (const line of lines) {
      const space = line.indexOf(" ");
      const key = line.slice(0, space);
      if (space === -1 || known.has(key)) continue;
      known.add(key);
      yield { key, json: line.slice(space + 1) };
    }
  }

  #file(month: string): string {
    return join(this.#folder, `month-${month}`);
  }
}
