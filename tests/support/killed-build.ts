/**
 * What is left of a site when its build is killed? `node killed-build.ts OUTPUT N` builds `NEW_SITE` in
 * OUTPUT and kills itself in the middle of its Nth change to the disk; it exits with 0 if it made fewer.
 */
import { type PathLike, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEachChange } from "./disk-changes.ts";

const [output = "", killAt = ""] = process.argv.slice(2);

/** Removes one of the files to be removed. */
function removeOne(path: PathLike): void {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const last = isFolder ? readdirSync(path).at(-1) : undefined;
  if (last !== undefined) rmSync(join(String(path), last), { recursive: true });
}

beforeEachChange(({ number, name, path, writeHalf }) => {
  if (number !== Number(killAt)) return;
  // the other changes are whole or not at all
  writeHalf();
  if (name === "rmSync") removeOne(path);
  process.kill(process.pid, "SIGKILL");
  // the signal takes a moment
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});

const { openSite } = await import("../../src/publish/site.ts");
const site = await openSite(output);
site.write("index.html", "new home");
site.write("kept/index.html", "kept");
site.write("added/index.html", "added");
site.removeOthers();
await site.commit();
