/** How are files, and parts of a former list, put together to a list cut into parts? Stage 9: pure but for its keeper. */
import type { FileList } from "./file-list.ts";
import { beginsPart, formatList, type ListEntry, partFile, sha256Of } from "./list-parts.ts";

/** Keeps the parts of a list. */
export interface PartKeeper {
  /** Takes a part's text under its path; of one that stands already it is not told. */
  readonly write: (path: string, text: string) => void;
  /** Is told of a part that stands and is in the list no more. */
  readonly drop: (path: string) => void;
}

/**
 * Puts a list together from files, and from parts of the former list that did not change, given in order. The parts
 * come out as the same files give them in any other way.
 */
export class ListCutter {
  readonly #former: FileList | undefined;
  readonly #keeper: PartKeeper;
  readonly #lowest: Level;
  /** Former parts that were opened, by their SHA-256, until they come out as they were. */
  readonly #opened = new Set<string>();

  constructor(former: FileList | undefined, keeper: PartKeeper) {
    this.#former = former;
    this.#keeper = keeper;
    this.#lowest = new Level(0, {
      open: (part) => this.open(part),
      close: (level, entries) => this.#close(level, entries),
    });
  }

  /** Adds a file. */
  add(file: ListEntry): void {
    this.#lowest.add(file);
  }

  /** Adds all that a part of the former list holds, without reading it. `level` is 0 for one that lists files. */
  pass(part: ListEntry, level: number): void {
    this.#lowest.pass(part, level);
  }

  /** Returns the entries of a part of the former list, which is given up unless it comes out as it was. */
  open(part: ListEntry): readonly ListEntry[] {
    if (this.#former === undefined) throw new Error(`no former list has ${part.path}`);
    this.#opened.add(part.sha256);
    return this.#former.part(part).entries;
  }

  /** Returns the text of the topmost part, when all has been added. */
  finish(): string {
    let { level, entries } = this.#lowest.finish();
    let [only] = entries;
    while (level > 0 && entries.length === 1 && only !== undefined) {
      entries = this.open(only);
      level -= 1;
      [only] = entries;
    }
    for (const sha256 of this.#opened) this.#keeper.drop(partFile(sha256));
    return formatList({ of: ofLevel(level), entries });
  }

  #close(level: number, entries: readonly ListEntry[]): string {
    const text = formatList({ of: ofLevel(level), entries });
    const sha256 = sha256Of(text);
    const stands = this.#opened.delete(sha256);
    if (!stands) this.#keeper.write(partFile(sha256), text);
    return sha256;
  }
}

function ofLevel(level: number): "files" | "parts" {
  return level === 0 ? "files" : "parts";
}

interface LevelParts {
  readonly open: (part: ListEntry) => readonly ListEntry[];
  /** Returns the SHA-256 of the part that these entries make. */
  readonly close: (level: number, entries: readonly ListEntry[]) => string;
}

/** The part that is being filled on one level, with the levels above it. */
class Level {
  readonly #level: number;
  readonly #parts: LevelParts;
  #entries: ListEntry[] = [];
  /** A former part that stands for the entries as long as nothing is added to it. */
  #passed: ListEntry | undefined;
  #above: Level | undefined;

  constructor(level: number, parts: LevelParts) {
    this.#level = level;
    this.#parts = parts;
  }

  add(entry: ListEntry): void {
    if (beginsPart(entry.path, this.#level)) this.#close();
    else this.#reopen();
    this.#entries.push(entry);
  }

  pass(part: ListEntry, level: number): void {
    this.#close();
    if (level === this.#level) this.#passed = part;
    else this.#higher().pass(part, level);
  }

  finish(): { readonly level: number; readonly entries: readonly ListEntry[] } {
    if (this.#above === undefined || this.#above.isEmpty()) {
      this.#reopen();
      return { level: this.#level, entries: this.#entries };
    }
    this.#close();
    return this.#above.finish();
  }

  /** What is added next belongs to the part before, which may be one of the former list's. */
  #reopen(): void {
    if (this.#entries.length > 0) return;
    const last = this.#passed ?? this.#above?.takeLast();
    this.#passed = undefined;
    if (last !== undefined) this.#entries = [...this.#parts.open(last)];
  }

  takeLast(): ListEntry | undefined {
    this.#reopen();
    return this.#entries.pop();
  }

  #close(): void {
    const [first] = this.#entries;
    const made = first && {
      path: first.path,
      sha256: this.#parts.close(this.#level, this.#entries),
    };
    const part = this.#passed ?? made;
    this.#entries = [];
    this.#passed = undefined;
    if (part !== undefined) this.#higher().add(part);
  }

  #higher(): Level {
    this.#above ??= new Level(this.#level + 1, this.#parts);
    return this.#above;
  }

  isEmpty(): boolean {
    const isEmpty = this.#entries.length === 0 && this.#passed === undefined;
    return isEmpty && (this.#above?.isEmpty() ?? true);
  }
}
