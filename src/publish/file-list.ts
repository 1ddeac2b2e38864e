/** Which files does a site's list name, with which hashes? Stage 9: reads the parts that are asked for, a few at a time. */
import { type ListEntry, type ListPart, parseList, partFile, sha256Of } from "./list-parts.ts";
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

/** Parts kept at hand: 2 MB of text. What is asked for next mostly stands near what was asked for last. */
const PARTS_KEPT = 64;

/** A part that was read, with what its entries are sorted by. */
interface ReadPart extends ListPart {
  readonly keys: readonly string[];
}

/** The list of a site's files. */
export class FileList {
  readonly #root: ReadPart;
  readonly #source: PartSource;
  readonly #kept = new Map<string, ReadPart>();

  constructor(root: ListPart, source: PartSource) {
    this.#root = withKeys(root);
    this.#source = source;
  }

  /** The topmost part. */
  get root(): ListPart {
    return this.#root;
  }

  /** Returns the SHA-256 that the list has for a path; `undefined` if it is not in the list. */
  hashOf(path: string): string | undefined {
    const key = pathKey(path);
    let part = this.#root;
    for (;;) {
      const entry = part.entries[lastUpTo(part.keys, key)];
      if (entry === undefined) return undefined;
      if (part.of === "files") return entry.path === path ? entry.sha256 : undefined;
      part = this.#part(entry);
    }
  }

  /** Returns the part that an entry stands for. */
  part(entry: ListEntry): ListPart {
    return this.#part(entry);
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

  #part(entry: ListEntry): ReadPart {
    const kept = this.#kept.get(entry.sha256);
    // what was asked for last stays longest
    this.#kept.delete(entry.sha256);
    const part = kept ?? this.#read(entry);
    this.#kept.set(entry.sha256, part);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > PARTS_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return part;
  }

  #read({ sha256 }: ListEntry): ReadPart {
    const path = partFile(sha256);
    const text = this.#source.read(path);
    const list = parseList(text);
    const isAsListed = text !== undefined && sha256Of(text) === sha256;
    if (list === undefined) this.#source.onFault({ path, found: "nothing" });
    else if (!isAsListed) this.#source.onFault({ path, found: "other" });
    // one that was altered may name parts around in a circle
    const isSafe = list?.of === "files" || isAsListed;
    return withKeys(list !== undefined && isSafe ? list : { of: "files", entries: [] });
  }
}

function withKeys(part: ListPart): ReadPart {
  return { ...part, keys: part.entries.map(({ path }) => pathKey(path)) };
}

/** Returns the index of the last key that is not behind the one given, or of the first where all are. */
function lastUpTo(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? "") <= key) low = middle;
    else high = middle;
  }
  return low;
}
