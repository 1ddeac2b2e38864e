/** How do staged files come into the place of the old ones, though the process may be killed at it? Stage 9. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readLines } from "./line-file.ts";
import { FIRST_SITE, type Stage, stagedPath } from "./staged-file.ts";

/** The file on the stage that lists what is to be moved into the site. */
export const MOVED = "moved";
/** The file on the stage that lists what is to be removed from the site. */
export const REMOVED = "removed";

/**
 * Removes and moves what the stage lists. Can be done again from its beginning however far it came. What goes
 * is removed first: some disks hold its name and that of what comes for one.
 */
export function placeFiles(folder: string, output: string): void {
  const first = join(folder, FIRST_SITE);
  if (existsSync(first)) {
    if (existsSync(output)) rmdirSync(output);
    renameSync(first, output);
    return;
  }
  const removed = join(folder, REMOVED);
  for (const path of readLines(removed)) remove(output, path);
  // never again, when what has come may stand under the same name
  rmSync(removed, { force: true });
  const stage = { folder, isFirst: false };
  for (const path of readLines(join(folder, MOVED))) move(stage, output, path);
}

/** Removes a file, and the folders that are then empty. */
function remove(output: string, path: string): void {
  try {
    unlinkSync(join(output, path));
  } catch (error) {
    const standing = lstatSync(join(output, path), { throwIfNoEntry: false });
    // it is gone already, or somebody has put a folder of his own there
    if (standing !== undefined && !standing.isDirectory()) throw error;
  }
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(output, folder));
    } catch (error) {
      // one that is gone was the first to go; else something is left in it
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") return;
    }
  }
}

function move(stage: Stage, output: string, path: string): void {
  const from = stagedPath(stage, path);
  const to = join(output, path);
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    // it was moved before, or is the first of its folder
    if (!existsSync(from)) return;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}
