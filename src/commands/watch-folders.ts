/** When has an editor changed something? The watch of `backfile serve`. */
import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Something that watches until it is closed. */
export interface FolderWatch {
  close(): void;
}

/** Editors and copying programs write in bursts; in milliseconds. */
const QUIET = 150;

const HIDDEN = /(?:^|[\\/])\.|~$/;

/**
 * Calls `onChange` once after each burst of changes in the folders, at any depth, or to the files given.
 * Takes no notice of names that start with a dot, `.backfile` among them, or end with `~`. What is named
 * must be there; a folder that is removed and made again is no longer watched.
 *
 *     const watcher = watchFolders(["content/sources", "content/archive.yml"], rebuild);
 */
export function watchFolders(paths: readonly string[], onChange: () => void): FolderWatch {
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET);
  };
  const watchers = paths.map((path) => watchPath(path, changed));
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Many programs write a file beside the old one and rename it, so that a file is watched from its folder. */
function watchPath(path: string, changed: () => void): FSWatcher {
  const isFolder = statSync(path).isDirectory();
  const watcher = watch(
    isFolder ? path : dirname(path),
    { recursive: isFolder },
    (_event, name) => {
      if (name === null || (isFolder ? !HIDDEN.test(name) : name === basename(path))) changed();
    },
  );
  // a watched folder that goes away is no reason to stop serving
  watcher.on("error", () => watcher.close());
  return watcher;
}
