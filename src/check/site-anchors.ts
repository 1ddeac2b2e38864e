/** Is each place on a page that another page links to there? Kept on disk in parts, each small enough to be looked at in memory. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onDisk } from "../text/disk-error.ts";
import { hashOf } from "../text/number-hash.ts";

/** Returns the number that stands for a place on a page. */
export function anchorNumber(path: string, id: string): number {
  return hashOf(`${path}#${id}`);
}

/** A link to a place that is not there. */
export interface MissingAnchor {
  /** The place's number. */
  readonly anchor: number;
  /** The file that links to it, by its place in the list of files. */
  readonly file: number;
  readonly line: number;
}

/** Numbers that a link takes: the place, the file, the line. */
const LINK_SIZE = 3;
const PARTS = 64;
/** Numbers that a part holds in memory before they go to disk. */
const HELD = 16_384;

/** Places and the links to them, in any order: as a hash join does, in parts by the number of the place. */
export class SiteAnchors {
  readonly #places = Array.from({ length: PARTS }, () => new Spool());
  readonly #links = Array.from({ length: PARTS }, () => new Spool());
  #folder: string | undefined;

  /** Notes places that there are. */
  addPlaces(anchors: Float64Array): void {
    for (const anchor of anchors) this.#put(this.#places, anchor, [anchor]);
  }

  /** Notes links to places: of each the place, the file and the line. */
  addLinks(links: Float64Array): void {
    for (let at = 0; at < links.length; at += LINK_SIZE) {
      const [anchor = 0, file = 0, line = 0] = links.subarray(at, at + LINK_SIZE);
      this.#put(this.#links, anchor, [anchor, file, line]);
    }
  }

  /** Goes through the links that lead to no place, in no order. */
  *missing(): Generator<MissingAnchor> {
    for (const [part, links] of this.#links.entries()) {
      const places = new Set(this.#places[part]?.all());
      const numbers = links.all();
      for (let at = 0; at < numbers.length; at += LINK_SIZE) {
        const [anchor = 0, file = 0, line = 0] = numbers.subarray(at, at + LINK_SIZE);
        if (!places.has(anchor)) yield { anchor, file, line };
      }
    }
  }

  /** Takes its files away. */
  close(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  #put(spools: readonly Spool[], anchor: number, numbers: readonly number[]): void {
    const part = anchor % PARTS;
    const spool = spools[part];
    if (spool === undefined) return;
    spool.put(numbers);
    if (spool.held < HELD) return;
    this.#folder ??= onDisk(tmpdir(), () => mkdtempSync(join(tmpdir(), "backfile-check-")));
    spool.flush(join(this.#folder, `${spools === this.#places ? "places" : "links"}-${part}`));
  }
}

/** Numbers one behind the other, the first of them on disk. */
class Spool {
  #numbers: number[] = [];
  #file: string | undefined;

  get held(): number {
    return this.#numbers.length;
  }

  put(numbers: readonly number[]): void {
    this.#numbers.push(...numbers);
  }

  flush(file: string): void {
    this.#file = file;
    onDisk(file, () =>
      appendFileSync(file, new Uint8Array(Float64Array.from(this.#numbers).buffer)),
    );
    this.#numbers = [];
  }

  all(): Float64Array {
    if (this.#file === undefined) return Float64Array.from(this.#numbers);
    const bytes = readFileSync(this.#file);
    const stored = new Float64Array(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    );
    const all = new Float64Array(stored.length + this.#numbers.length);
    all.set(stored);
    all.set(this.#numbers, stored.length);
    return all;
  }
}
