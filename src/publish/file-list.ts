/** Which files does a site's list name, with which hashes? Stage 9: reads the parts that are asked for, a few at a time. */
import {
  hashInText,
  type ListEntry,
  type ListPart,
  parseList,
  partFile,
  sha256Of,
} from "./list-parts.ts";
import { pathKey } from "./site-paths.ts";

/** What is wrong with a part of a list. */
export interface ListFault {
  /** The part's file. */
  readonly path: string;
  readonly found: "nothing" | "other";
}

/** Where the parts of a list are read, and what is done about one that is not as the list above says. */
export interface PartSource {
  /** Returns the text of a file of the site; `undefined` where there is none. */
  readonly read: (path: string) => string | undefined;
  /** Is told of each such part when it is read; the files that it names are used all the same if this returns. */
  readonly onFault: (fault: ListFault) => void;
}

/** Parts kept at hand, some 35 MB: pages may come in another order than that of the list. */
const PARTS_KEPT = 1000;

/** A part as it was read. */
interface ReadPart {
  /** Where it is as the list above says, and so in the form that `formatList` gives. */
  readonly text?: string;
  /** Where it had to be taken to pieces. */
  readonly list?: ListPart;
}

/** The list of a site's files. */
export class FileList {
  readonly #root: ListPart;
  readonly #levels: number;
  readonly #source: PartSource;
  readonly #kept = new Map<string, ReadPart>();

  constructor(root: ListPart, source: PartSource) {
    this.#root = root;
    this.#source = source;
    this.#levels = this.#levelOf(root);
  }

  /** The topmost part. */
  get root(): ListPart {
    return this.#root;
  }

  /** How many levels of parts there are above those that list files. */
  get levels(): number {
    return this.#levels;
  }

  /** Returns the SHA-256 that the list has for a path; `undefined` if it is not in the list. */
  hashOf(path: string): string | undefined {
    const key = pathKey(path);
    let part: ReadPart = { list: this.#root };
    for (let level = this.#levels; level > 0; level -= 1) {
      const below = lastUpTo(listOf(part).entries, key);
      if (below === undefined) return undefined;
      part = this.#part(below, level > 1);
    }
    if (part.text !== undefined) return hashInText(part.text, path);
    const entry = lastUpTo(listOf(part).entries, key);
    return entry?.path === path ? entry.sha256 : undefined;
  }

  /** Returns the part that an entry stands for. */
  part(entry: ListEntry): ListPart {
    return listOf(this.#part(entry, true));
  }

  /**
   * Goes through all files in order, one part at a time in memory, and tells `onPart` of each part before the files
   * in it.
   */
  *files(
    onPart: (file: string) => void = () => {},
    below: ListPart = this.#root,
  ): Generator<ListEntry> {
    if (below.of === "files") {
      yield* below.entries;
      return;
    }
    for (const entry of below.entries) {
      onPart(partFile(entry.sha256));
      yield* this.files(onPart, this.part(entry));
    }
  }

  /** What is taken to pieces is kept so only where it is asked for by many: above the parts that list files. */
  #part(entry: ListEntry, isWhole: boolean): ReadPart {
    const kept = this.#kept.get(entry.sha256) ?? this.#read(entry);
    const list = kept.list ?? (isWhole ? listOf(kept) : undefined);
    const part = list?.of === "parts" ? { list } : kept;
    // what was asked for last stays longest
    this.#kept.delete(entry.sha256);
    this.#kept.set(entry.sha256, part);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > PARTS_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return list === undefined ? part : { ...part, list };
  }

  #read({ sha256 }: ListEntry): ReadPart {
    const path = partFile(sha256);
    const text = this.#source.read(path);
    if (text !== undefined && sha256Of(text) === sha256) return { text };
    const list = parseList(text);
    this.#source.onFault({ path, found: list === undefined ? "nothing" : "other" });
    // one that was altered may name parts around in a circle
    return { list: list?.of === "files" ? list : { of: "files", entries: [] } };
  }

  #levelOf({ of, entries: [first] }: ListPart): number {
    return of === "files" || first === undefined ? 0 : 1 + this.#levelOf(this.part(first));
  }
}

/** A part that is as the list above says was made by `formatList`. */
function listOf({ list, text }: ReadPart): ListPart {
  return list ?? parseList(text) ?? { of: "files", entries: [] };
}

/** Returns the last entry that is not behind the key, or the first where all are. */
function lastUpTo(entries: readonly ListEntry[], key: string): ListEntry | undefined {
  let low = 0;
  let high = entries.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (pathKey(entries[middle]?.path ?? "") <= key) low = middle;
    else high = middle;
  }
  return entries[low];
}
