/** How does a test step between a program and the disk? */
import fs, { type PathLike } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** The functions that the program changes the disk with; a change by another would go unseen. */
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

/** A change to the disk that is about to be made. */
export interface DiskChange {
  /** From 1. */
  readonly number: number;
  readonly name: Changer;
  readonly path: PathLike;
  /** Writes half of what was to be written; does nothing where nothing was. */
  readonly writeHalf: () => void;
}

/** Calls `before` ahead of each change, which is not made if this throws. Returns what ends it. */
export function beforeEachChange(before: (change: DiskChange) => void): () => void {
  const original = { ...fs };
  let changes = 0;
  for (const name of CHANGERS) {
    Object.assign(fs, {
      [name]: (path: PathLike, ...rest: unknown[]): unknown => {
        changes += 1;
        const writeHalf = (): void => {
          if (name !== "writeFileSync") return;
          const bytes = Buffer.from(rest[0] as string | Uint8Array);
          const half = bytes.subarray(0, bytes.length / 2);
          original.writeFileSync(path, half, rest[1] as fs.WriteFileOptions);
        };
        before({ number: changes, name, path, writeHalf });
        return Reflect.apply(original[name], fs, [path, ...rest]);
      },
    });
  }
  syncBuiltinESMExports();
  return () => {
    for (const name of CHANGERS) Object.assign(fs, { [name]: original[name] });
    syncBuiltinESMExports();
  };
}
