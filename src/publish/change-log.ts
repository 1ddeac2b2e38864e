/** Which files of a site does a build write or remove, in the order of their paths? Stage 9: however many there are. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LineWriter, readLines } from "./line-file.ts";
import { pathKey } from "./site-paths.ts";

/** What becomes of one file. */
export interface Change {
  readonly path: string;
  /** `staged`: its new bytes wait to be put in place; `same`: it has the bytes that stand; `removed`. */
  readonly kind: "staged" | "same" | "removed";
  /** Of its bytes; empty where it is removed. */
  readonly sha256: string;
  /** What it is made from, for messages. */
  readonly origin: string;
}

interface KeyedChange {
  readonly key: string;
  readonly change: Change;
}

/** Some 20 MB; what is more goes to the disk. */
const MOST_IN_MEMORY = 50_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a file that an editor named may hold them
const CONTROLS = /[\u0000-\u001f]/g;

/** Takes in changes in any order and gives them in that of `pathKey`. */
export class ChangeLog {
  readonly #folder: string;
  readonly #mostInMemory: number;
  #latest: KeyedChange[] = [];
  #runs = 0;

  /** `folder` takes what is more than `mostInMemory`; it is made when it is needed. */
  constructor(folder: string, mostInMemory = MOST_IN_MEMORY) {
    this.#folder = folder;
    this.#mostInMemory = mostInMemory;
  }

  /** Adds a change; `path` must hold no control characters. */
  add(change: Change): void {
    this.#latest.push({ key: pathKey(change.path), change });
    if (this.#latest.length >= this.#mostInMemory) this.#writeRun();
  }

  /** Goes through all changes, sorted. */
  *sorted(): Generator<Change> {
    this.#latest.sort(byKey);
    const runs = Array.from({ length: this.#runs }, (_, run) => this.#readRun(run));
    yield* merged([...runs, this.#latest.values()]);
  }

  #writeRun(): void {
    mkdirSync(this.#folder, { recursive: true });
    const run = new LineWriter(this.#runFile(this.#runs));
    for (const { change } of this.#latest.sort(byKey)) {
      const origin = change.origin.replaceAll(CONTROLS, " ");
      run.write([change.path, change.kind, change.sha256, origin].join("\t"));
    }
    run.close();
    this.#latest = [];
    this.#runs += 1;
  }

  *#readRun(run: number): Generator<KeyedChange> {
    for (const line of readLines(this.#runFile(run))) {
      const [path = "", kind, sha256 = "", origin = ""] = line.split("\t");
      if (kind !== "staged" && kind !== "same" && kind !== "removed") throw new Error(line);
      yield { key: pathKey(path), change: { path, kind, sha256, origin } };
    }
  }

  #runFile(run: number): string {
    return join(this.#folder, String(run));
  }
}

function byKey(a: KeyedChange, b: KeyedChange): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

interface Head {
  readonly first: KeyedChange;
  readonly rest: Iterator<KeyedChange>;
}

/** Merges sorted runs; what comes from one run often comes on end, so that the first head mostly stays the first. */
function* merged(runs: readonly Iterator<KeyedChange>[]): Generator<Change> {
  const heads = runs.flatMap(headOf).sort((a, b) => byKey(a.first, b.first));
  for (let head = heads.shift(); head !== undefined; head = heads.shift()) {
    yield head.first.change;
    const [next] = headOf(head.rest);
    if (next === undefined) continue;
    const place = heads.findIndex(({ first }) => byKey(next.first, first) <= 0);
    heads.splice(place === -1 ? heads.length : place, 0, next);
  }
}

function headOf(rest: Iterator<KeyedChange>): readonly Head[] {
  const { done, value } = rest.next();
  return done === true ? [] : [{ first: value, rest }];
}
