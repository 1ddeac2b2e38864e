/**
 * What is left of a site when its build is killed? `node killed-build.ts OUTPUT N` builds `NEW_SITE` in
 * OUTPUT and kills itself in the middle of its Nth change to the disk; it exits with 0 if it made fewer.
 */
import fs, { type PathLike } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

const [output = "", killAt = ""] = process.argv.slice(2);
const original = { ...fs };
let changes = 0;

/** Half of what was to be written, or one of the files to be removed; the other changes are whole or not at all. */
const HALVES: Readonly<
  Record<string, (path: PathLike, content: unknown, options: unknown) => void>
> = {
  writeFileSync(path, content, options) {
    const bytes = Buffer.from(content as string | Uint8Array);
    const half = bytes.subarray(0, bytes.length / 2);
    original.writeFileSync(path, half, options as fs.WriteFileOptions);
  },
  rmSync(path) {
    const isFolder = original.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    const last = isFolder ? original.readdirSync(path).at(-1) : undefined;
    if (last !== undefined) original.rmSync(join(String(path), last), { recursive: true });
  },
};

/** The functions that `src/publish/` changes the disk with; a test fails if it uses others. */
const CHANGERS = [
  "mkdirSync",
  "writeFileSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
  "unlinkSync",
] as const;

for (const name of CHANGERS) {
  Object.assign(fs, {
    [name]: (path: PathLike, ...rest: unknown[]): unknown => {
      changes += 1;
      if (changes === Number(killAt)) {
        HALVES[name]?.(path, rest[0], rest[1]);
        process.kill(process.pid, "SIGKILL");
        // the signal takes a moment
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      }
      return Reflect.apply(original[name], fs, [path, ...rest]);
    },
  });
}
syncBuiltinESMExports();

const { openSite } = await import("../../src/publish/site.ts");
const site = await openSite(output);
site.write("index.html", "new home");
site.write("kept/index.html", "kept");
site.write("added/index.html", "added");
site.removeOthers();
await site.commit();
