/** What does the publishing of a site leave on a disk that fails it, or when it is stopped between two changes? */
import fs, { type PathLike } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** The functions that `src/publish/` changes the disk with. */
const CHANGERS = [
  "mkdirSync",
  "writeFileSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
  "unlinkSync",
] as const;

/** One of them by its name, such as `renameSync`. */
export type Changer = (typeof CHANGERS)[number];

/**
 * Does some work; asks before each change to the disk, counted from 1, for an error to throw in its place. Half of what
 * was to be written stands then. Gives what the work gives, or throws what it throws.
 */
export async function onFaultyDisk<T>(
  faultOf: (change: number, name: Changer) => Error | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const original = { ...fs };
  let changes = 0;
  for (const name of CHANGERS) {
    Object.assign(fs, {
      [name]: (path: PathLike, ...rest: unknown[]): unknown => {
        changes += 1;
        const fault = faultOf(changes, name);
        if (fault === undefined) return Reflect.apply(original[name], fs, [path, ...rest]);
        if (name === "writeFileSync") {
          const bytes = Buffer.from(rest[0] as string | Uint8Array);
          const half = bytes.subarray(0, bytes.length / 2);
          original.writeFileSync(path, half, rest[1] as fs.WriteFileOptions);
        }
        throw fault;
      },
    });
  }
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    for (const name of CHANGERS) Object.assign(fs, { [name]: original[name] });
    syncBuiltinESMExports();
  }
}
