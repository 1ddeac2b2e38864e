/** Which files has a site, and is one there? The names as numbers, which many processes can share. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { byCodeUnits } from "../text/fold.ts";
import { hashOf } from "../text/number-hash.ts";

/** Returns the paths of a site's files in the order of their code units, with forward slashes; hidden files and folders are passed over. */
export function siteFiles(folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (below: string): void => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true });
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  walk("");
  return found.sort(byCodeUnits);
}

/** Which files there are, without their names: eight bytes a file. */
export class FileSet {
  /** Sorted. */
  readonly numbers: Float64Array;

  constructor(numbers: Float64Array) {
    this.numbers = numbers;
  }

  /** Makes the set of some paths, in memory that threads share. */
  static of(paths: readonly string[]): FileSet {
    const shared = new SharedArrayBuffer(paths.length * Float64Array.BYTES_PER_ELEMENT);
    const numbers = new Float64Array(shared);
    for (const [index, path] of paths.entries()) numbers[index] = hashOf(path);
    return new FileSet(numbers.sort());
  }

  /** Returns whether there is such a file; that one is taken for another happens once in 10^10 times. */
  has(path: string): boolean {
    const wanted = hashOf(path);
    let low = 0;
    let high = this.numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.numbers[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.numbers[low] === wanted;
  }
}
