/** What is left on the disk by a program that is killed between two of its writes, or in one? */
import fs, { type PathLike } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** The functions that `src/write/` changes the disk with. */
const CHANGERS = ["mkdirSync", "writeFileSync", "renameSync", "rmSync"] as const;

class Stopped extends Error {}

/**
 * Does some work and stops it in its `last`th change to the disk: half of what was to be written stands then, and
 * nothing is changed any more, by no `catch` either. Returns whether the work had come to its end before.
 */
export function stoppedAt(last: number, work: () => void): boolean {
  const original = { ...fs };
  let changes = 0;
  for (const name of CHANGERS) {
    Object.assign(fs, {
      [name]: (path: PathLike, ...rest: unknown[]): unknown => {
        changes += 1;
        if (changes < last) return Reflect.apply(original[name], fs, [path, ...rest]);
        if (changes === last && name === "writeFileSync") {
          const bytes = Buffer.from(String(rest[0]));
          original.writeFileSync(path, bytes.subarray(0, bytes.length / 2));
        }
        throw new Stopped();
      },
    });
  }
  syncBuiltinESMExports();
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  } finally {
    for (const name of CHANGERS) Object.assign(fs, { [name]: original[name] });
    syncBuiltinESMExports();
  }
}
