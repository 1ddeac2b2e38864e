/** How does the list of a site's files become the next one by the changes of a build? Stage 9. */
import { CliError } from "../text/cli-error.ts";
import type { Change } from "./change-log.ts";
import type { FileList } from "./file-list.ts";
import type { ListCutter } from "./list-cutter.ts";
import type { ListEntry, ListPart } from "./list-parts.ts";
import { areRivals, pathKey } from "./site-paths.ts";

/** What an update works with. */
export interface UpdateParts {
  /** The list of the site that stands, if one does. */
  readonly former: FileList | undefined;
  readonly cutter: Pick<ListCutter, "add" | "pass" | "open">;
  /** Whether files of the former list of which no change speaks are removed. */
  readonly removesOthers: boolean;
  /** Those of them that stay all the same. */
  readonly isKept: (path: string) => boolean;
  /** Is told of each file to be put in place. */
  readonly onStaged: (path: string) => void;
  /** Is told of each file of the former list to be removed. */
  readonly onRemoved: (path: string) => void;
}

/**
 * Gives the cutter all files of the next list, reading no part of the former one in which nothing changes. `changes`
 * are sorted. Throws a `CliError` where two files want one path, or paths that some disks hold for one.
 */
export function updateList(changes: Iterable<Change>, parts: UpdateParts): void {
  new Update(changes, parts).run();
}

/** Throws a `CliError` where two of the files of a site of which nothing stands yet cannot both be in it. */
export function checkClaims(changes: Iterable<Change>): void {
  const none = { add() {}, pass() {}, open: () => [] };
  updateList(changes, {
    former: undefined,
    cutter: none,
    removesOthers: false,
    isKept: () => true,
    onStaged() {},
    onRemoved() {},
  });
}

/** A path with what it is made from. */
export interface Claim {
  readonly path: string;
  readonly origin: string;
}

class Update {
  readonly #parts: UpdateParts;
  readonly #changes: Iterator<Change>;
  #next: Change | undefined;
  #nextKey = "";
  #last: Claim | undefined;

  constructor(changes: Iterable<Change>, parts: UpdateParts) {
    this.#parts = parts;
    this.#changes = oneForEachPath(changes, parts.removesOthers);
  }

  run(): void {
    const root: ListPart = this.#parts.former?.root ?? { of: "files", entries: [] };
    this.#advance();
    this.#merge(root.entries, this.#parts.former?.levels ?? 0, undefined);
  }

  /** `end` is where the entries behind these begin. */
  #merge(entries: readonly ListEntry[], level: number, end: string | undefined): void {
    if (level === 0) {
      this.#mergeFiles(entries, end);
      return;
    }
    for (const [index, part] of entries.entries()) {
      const behind = entries[index + 1];
      const partEnd = behind === undefined ? end : pathKey(behind.path);
      if (this.#parts.removesOthers || this.#isNextBefore(partEnd)) {
        this.#merge(this.#parts.cutter.open(part), level - 1, partEnd);
      } else {
        this.#claim({ path: part.path, origin: part.path });
        // whatever stands last in it had what comes behind it before, and no conflict
        this.#last = undefined;
        this.#parts.cutter.pass(part, level - 1);
      }
    }
  }

  #mergeFiles(entries: readonly ListEntry[], end: string | undefined): void {
    for (const file of entries) {
      this.#takeUpTo(pathKey(file.path));
      if (this.#next?.path === file.path) this.#take(this.#next, file);
      else if (this.#parts.removesOthers && !this.#parts.isKept(file.path))
        this.#parts.onRemoved(file.path);
      else this.#add(file, file.path);
    }
    this.#takeUpTo(end);
  }

  /** Takes the changes that speak of files which the former list does not have. */
  #takeUpTo(end: string | undefined): void {
    while (this.#next !== undefined && this.#isNextBefore(end)) this.#take(this.#next, undefined);
  }

  #isNextBefore(end: string | undefined): boolean {
    return this.#next !== undefined && (end === undefined || this.#nextKey < end);
  }

  #take(change: Change, listed: ListEntry | undefined): void {
    const { path, kind, sha256, origin } = change;
    if (kind !== "removed") this.#add({ path, sha256 }, origin);
    if (kind === "staged") this.#parts.onStaged(path);
    if (kind === "removed" && listed !== undefined) this.#parts.onRemoved(path);
    this.#advance();
  }

  #add(file: ListEntry, origin: string): void {
    const claim = { path: file.path, origin };
    this.#claim(claim);
    this.#last = claim;
    this.#parts.cutter.add(file);
  }

  #claim(claim: Claim): void {
    if (this.#last !== undefined && areRivals(this.#last.path, claim.path)) {
      throw rivals(claim.path, this.#last.origin, claim.origin);
    }
  }

  #advance(): void {
    const { done, value } = this.#changes.next();
    this.#next = done === true ? undefined : value;
    this.#nextKey = this.#next === undefined ? "" : pathKey(this.#next.path);
  }
}

/** Of a file both written and removed the writing counts; two that are written for one path are rivals. */
function* oneForEachPath(changes: Iterable<Change>, withSame: boolean): Generator<Change> {
  let last: Change | undefined;
  for (const change of changes) {
    if (last?.path !== change.path) {
      if (last !== undefined && (withSame || last.kind !== "same")) yield last;
      last = change;
    } else if (last.kind === "removed") {
      last = change;
    } else if (change.kind !== "removed") {
      throw rivals(change.path, last.origin, change.origin);
    }
  }
  if (last !== undefined && (withSame || last.kind !== "same")) yield last;
}

function rivals(path: string, first: string, second: string): CliError {
  return new CliError(
    `${first} and ${second} cannot both be in the site, for ${path} belongs to one; give one another address`,
  );
}
