/** Which texts did the user name, and can each be read? For the commands that take texts by their files. */
import { readFileSync, statSync } from "node:fs";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";

/**
 * Calls `work` for each file, in order, and returns the exit code: one that has to be put right gets its
 * line on standard error, the others are gone through all the same, and the code is 1.
 */
export async function forEachFile(
  files: readonly string[],
  work: (file: string) => void | Promise<void>,
): Promise<number> {
  let code = 0;
  for (const file of files) {
    try {
      await work(file);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      process.stderr.write(`backfile: ${error.message}\n`);
      code = 1;
    }
  }
  return code;
}

/** Returns the bytes of a file. Throws a `CliError` where there is none, or it cannot be read. */
export function readNamed(file: string): Uint8Array {
  const stats = onDisk(file, () => statSync(file, { throwIfNoEntry: false }));
  if (stats === undefined) throw new CliError(`${file}: no such file; expected an article text`);
  if (stats.isDirectory())
    throw new CliError(`${file}: expected an article text, found a folder; name the texts in it`);
  return onDisk(file, () => readFileSync(file));
}
