/** How are files read that may not be there, and written whole or not at all? Stage 3. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { diskError, onDisk } from "../text/disk-error.ts";

/** Returns the text of a file, `undefined` where there is none. Throws a `CliError` where the disk refuses. */
export function readIfThere(path: string): string | undefined {
  return onDisk(path, () => (existsSync(path) ? readFileSync(path, "utf8") : undefined));
}

/**
 * Writes beside and renames, so that a reader sees the old file or the new and never half of one. Throws a
 * `CliError` where the disk refuses.
 */
export function writeWhole(path: string, text: string): void {
  onDisk(dirname(path), () => mkdirSync(dirname(path), { recursive: true }));
  const beside = `${path}.writing`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw diskError(error, path);
  }
}
