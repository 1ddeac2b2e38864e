/** When has an editor changed something? The watch of `backfile serve`. */
import { type Dirent, type FSWatcher, readdirSync, type Stats, statSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";

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
  const folders = new WatchedFolders(() => lookAfter(QUIET));
  let seen = stampsOf(paths, folders);
  let timer: NodeJS.Timeout | undefined;
  let working = false;
  let closed = false;

  function lookAfter(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, delay);
  }

  function look(): void {
    // at the end of its work it looks by itself
    if (!working) followUp(changes().length > 0);
  }

  /** Files that have come, gone or changed since the last look. */
  function changes(): readonly string[] {
    const before = seen;
    seen = stampsOf(paths, folders);
    const known = new Set([...before.keys(), ...seen.keys()]);
    return [...known].filter((path) => before.get(path) !== seen.get(path));
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
      if (!closed) followUp(changes().some((path) => !options.isOwn(path)));
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

/** Looks at each file below the paths, and has each folder on the way watched from before it is read. */
function stampsOf(paths: readonly string[], folders: WatchedFolders): ReadonlyMap<string, string> {
  const stamps = new Map<string, string>();
  const passed = new Set<string>();
  const watchFolder = (path: string, stats: Stats): void => {
    passed.add(path);
    folders.watch(path, `${stats.ino} ${stats.birthtimeMs}`);
  };
  const lookAt = (path: string): void => {
    const stats = statsOf(path);
    if (stats?.isDirectory()) {
      watchFolder(path, stats);
      for (const entry of entriesOf(path)) {
        const inside = join(path, entry.name);
        // a link to a folder is not followed, for it may lead back
        const leads = entry.isSymbolicLink() && statsOf(inside)?.isDirectory() === true;
        if (!leads && !HIDDEN.test(entry.name)) lookAt(inside);
      }
    } else if (stats !== undefined) {
      stamps.set(path, `${stats.ino} ${stats.size} ${stats.mtimeMs}`);
    }
  };
  for (const above of new Set(paths.map((path) => dirname(path)))) {
    const stats = statsOf(above);
    if (stats !== undefined) watchFolder(above, stats);
  }
  for (const path of paths) lookAt(path);
  folders.keepOnly(passed);
  return stamps;
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
  readonly #changed: () => void;
  /** Whether the system has refused to watch some folder. */
  isIncomplete = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Watches a folder, unless it is watched already: `id` tells it from one that stood there before. */
  watch(folder: string, id: string): void {
    if (this.#watchers.get(folder)?.id === id) return;
    this.#watchers.get(folder)?.watcher.close();
    const watcher = attempt(() =>
      watch(folder, (_event, name) => {
        // of a folder that goes away, its own name is told
        if (name === null || !HIDDEN.test(basename(name))) this.#changed();
      }),
    );
    if (watcher === undefined) {
      this.isIncomplete = true;
      return;
    }
    watcher.on("error", () => watcher.close());
    this.#watchers.set(folder, { id, watcher });
  }

  keepOnly(folders: ReadonlySet<string>): void {
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
