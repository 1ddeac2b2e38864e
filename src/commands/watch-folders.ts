/** When has an editor changed something? The watch of `backfile serve`. */
import { type Dirent, type FSWatcher, readdirSync, type Stats, statSync, watch } from "node:fs";
import { basename, dirname, join, sep } from "node:path";

/** Something that watches until it is closed. */
export interface FolderWatch {
  /**
   * Does some work, one at a time. What changes meanwhile leads to a call of `onChange` after it, but for
   * what the work itself wrote. Throws what the work throws.
   */
  during(work: () => Promise<void>): Promise<void>;
  close(): void;
}

/** What the watch asks and tells. */
export interface WatchOptions {
  /** Called after each burst of changes, in `during`; it must not throw. */
  readonly onChange: () => Promise<void>;
  /** Whether a file that changed during work is as the work itself wrote it. */
  readonly isOwn: (path: string) => boolean;
}

/** Editors and copying programs write in bursts; in milliseconds. */
const QUIET = 150;
/** Where the system refuses to watch, the folders are looked through this often; in milliseconds. */
const ROUND = 2000;

const HIDDEN = /^\.|~$/;

/**
 * Calls `onChange` once after each burst of changes to the files named or to files in the folders named,
 * at any depth. They need not be there yet; folders that come, go or are replaced are followed. Takes no
 * notice of names that start with a dot or end with `~`, nor of a file saved without a change of its size
 * or time.
 *
 *     const watcher = watchFolders(["content/sources", "content/archive.yml"], { onChange, isOwn });
 */
export function watchFolders(paths: readonly string[], options: WatchOptions): FolderWatch {
  const stirred = new Set<string>();
  const folders = new WatchedFolders((folder) => {
    stirred.add(folder);
    lookAfter(QUIET);
  });
  const files = new SeenFiles(paths, folders);
  files.lookAtAll();
  let timer: NodeJS.Timeout | undefined;
  let working = false;
  let closed = false;

  function lookAfter(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, delay);
  }

  function look(): void {
    // at the end of its work it looks by itself
    if (working) return;
    const changed = folders.isIncomplete ? files.lookAtAll() : files.lookInto(stirred);
    stirred.clear();
    followUp(changed.length > 0);
  }

  function followUp(isChanged: boolean): void {
    if (isChanged) void during(options.onChange);
    else if (folders.isIncomplete) lookAfter(ROUND);
  }

  async function during(work: () => Promise<void>): Promise<void> {
    working = true;
    try {
      await work();
    } finally {
      working = false;
      // what the work has written is told of later
      if (!closed) followUp(files.lookAtAll().some((path) => !options.isOwn(path)));
    }
  }

  followUp(false);
  return {
    during,
    close() {
      closed = true;
      clearTimeout(timer);
      folders.close();
    },
  };
}

/** The files below the paths as they were when they were looked at last. Each folder on the way is watched from before it is read. */
class SeenFiles {
  readonly #paths: readonly string[];
  /** Those in which the paths stand. */
  readonly #above: ReadonlySet<string>;
  readonly #folders: WatchedFolders;
  /** A stamp for each file, by its folder. */
  #stamps = new Map<string, ReadonlyMap<string, string>>();

  constructor(paths: readonly string[], folders: WatchedFolders) {
    this.#paths = paths;
    this.#above = new Set(paths.map((path) => dirname(path)));
    this.#folders = folders;
  }

  /** Looks at everything, and returns the files that have come, gone or changed. */
  lookAtAll(): readonly string[] {
    const before = this.#stamps;
    this.#stamps = new Map();
    for (const folder of this.#above) this.#read(folder, () => true);
    this.#folders.keepOnly(this.#stamps);
    return [...new Set([...before.keys(), ...this.#stamps.keys()])].flatMap((folder) =>
      differing(before.get(folder), this.#stamps.get(folder)),
    );
  }

  /** Looks only at what stands right in some folders, and at all of those that are new there. Returns as `lookAtAll` does. */
  lookInto(stirred: Iterable<string>): readonly string[] {
    const changed: string[] = [];
    for (const folder of stirred) {
      const known = this.#stamps.get(folder);
      // one that has gone has stirred the one that it stood in
      if (known === undefined) continue;
      const fresh: string[] = [];
      const inside = this.#read(folder, (path, id) => {
        const isFresh = !this.#stamps.has(path) || !this.#folders.isWatched(path, id);
        if (!isFresh) return false;
        changed.push(...this.#forget(path));
        fresh.push(path);
        return true;
      });
      changed.push(...differing(known, this.#stamps.get(folder)));
      for (const path of fresh) changed.push(...this.#filesBelow(path));
      for (const path of [...this.#stamps.keys()])
        if (dirname(path) === folder && !inside.has(path) && !this.#above.has(path))
          changed.push(...this.#forget(path));
    }
    return changed;
  }

  /**
   * Stamps the files right in a folder, reads those folders in it that are wanted, and returns all folders in it. A folder's number
   * tells it from one that stood there before.
   */
  #read(folder: string, isWanted: (path: string, id: string) => boolean): ReadonlySet<string> {
    const inside = new Set<string>();
    const stats = statsOf(folder);
    if (stats?.isDirectory() !== true) {
      this.#forget(folder);
      return inside;
    }
    this.#folders.watch(folder, idOf(stats));
    const stamps = new Map<string, string>();
    this.#stamps.set(folder, stamps);
    for (const path of this.#pathsIn(folder)) {
      const here = statsOf(path);
      if (here?.isDirectory()) inside.add(path);
      else if (here !== undefined) stamps.set(path, `${here.ino} ${here.size} ${here.mtimeMs}`);
      if (here?.isDirectory() && isWanted(path, idOf(here))) this.#read(path, () => true);
    }
    return inside;
  }

  #pathsIn(folder: string): readonly string[] {
    if (this.#above.has(folder)) return this.#paths.filter((path) => dirname(path) === folder);
    return entriesOf(folder).flatMap((entry) => {
      const inside = join(folder, entry.name);
      // a link to a folder is not followed, for it may lead back
      const leads = entry.isSymbolicLink() && statsOf(inside)?.isDirectory() === true;
      return leads || HIDDEN.test(entry.name) ? [] : inside;
    });
  }

  #filesBelow(folder: string): readonly string[] {
    return [...this.#stamps].flatMap(([path, stamps]) =>
      path === folder || path.startsWith(folder + sep) ? [...stamps.keys()] : [],
    );
  }

  #forget(folder: string): readonly string[] {
    const files = this.#filesBelow(folder);
    for (const path of [...this.#stamps.keys()])
      if (path === folder || path.startsWith(folder + sep)) this.#stamps.delete(path);
    this.#folders.keepOnly(this.#stamps);
    return files;
  }
}

function idOf({ ino, birthtimeMs }: Stats): string {
  return `${ino} ${birthtimeMs}`;
}

function differing(
  before: ReadonlyMap<string, string> = new Map(),
  now: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const known = new Set([...before.keys(), ...now.keys()]);
  return [...known].filter((path) => before.get(path) !== now.get(path));
}

function statsOf(path: string): Stats | undefined {
  return attempt(() => statSync(path));
}

function entriesOf(folder: string): readonly Dirent[] {
  return attempt(() => readdirSync(folder, { withFileTypes: true })) ?? [];
}

/** What goes away, or may not be read, while it is looked at is no reason to stop serving. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/**
 * One watch for each folder by itself: a watch of a whole tree follows, on Linux, the file that stood there
 * first, and misses the second time that an editor saves by renaming.
 */
class WatchedFolders {
  readonly #watchers = new Map<string, { readonly id: string; readonly watcher: FSWatcher }>();
  readonly #changed: (folder: string) => void;
  /** Whether the system has refused to watch some folder. */
  isIncomplete = false;

  constructor(changed: (folder: string) => void) {
    this.#changed = changed;
  }

  /** Watches a folder, unless it is watched already: `id` tells it from one that stood there before. */
  watch(folder: string, id: string): void {
    if (this.#watchers.get(folder)?.id === id) return;
    this.#watchers.get(folder)?.watcher.close();
    const watcher = attempt(() =>
      watch(folder, (_event, name) => {
        // of a folder that goes away, its own name is told
        if (name === null || !HIDDEN.test(basename(name))) this.#changed(folder);
      }),
    );
    if (watcher === undefined) {
      this.isIncomplete = true;
      return;
    }
    watcher.on("error", () => watcher.close());
    this.#watchers.set(folder, { id, watcher });
  }

  /** Whether a folder is watched, and not one that stood there before. */
  isWatched(folder: string, id: string): boolean {
    return this.#watchers.get(folder)?.id === id;
  }

  keepOnly(folders: { has(folder: string): boolean }): void {
    for (const [folder, { watcher }] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
  }

  close(): void {
    this.keepOnly(new Set());
  }
}
