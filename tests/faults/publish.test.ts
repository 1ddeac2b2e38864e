/** Is a site the old one or the new, whole, when the disk is full or a build is stopped at any moment, and again at mending? */
import assert from "node:assert/strict";
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openPublishedSite } from "../../src/publish/published-site.ts";
import { openSite } from "../../src/publish/site.ts";
import { CliError } from "../../src/text/cli-error.ts";
import { verifySite } from "../../src/verify/site.ts";
import { onFaultyDisk } from "../support/faulty-disk.ts";
import { type FreshFolder, freshFolder } from "../support/fresh-folder.ts";

const OLD = {
  "index.html": "old home",
  "kept/index.html": "kept",
  "gone/deep/index.html": "gone",
  turned: "a file",
  "turns/into/a.txt": "a folder",
};

async function makeFirst(output: string): Promise<void> {
  const site = await openSite(output);
  try {
    for (const [path, text] of Object.entries(OLD)) site.write(path, text);
    await site.commit();
  } finally {
    await site.discard();
  }
}

/** Changes, adds and removes a file, turns a file into a folder and a folder into a file. */
async function update(output: string): Promise<void> {
  const site = await openSite(output);
  try {
    site.write("index.html", "new home");
    site.write("new/deep/index.html", "new");
    site.write("turned/index.html", "a folder");
    site.write("turns", "a file");
    for (const path of ["gone/deep/index.html", "turned", "turns/into/a.txt"]) site.remove(path);
    await site.commit();
  } finally {
    await site.discard();
  }
}

/** Brings to an end whatever an earlier build has left. */
async function mend(output: string): Promise<void> {
  await (await openSite(output)).discard();
}

type Files = Readonly<Record<string, string>>;

/** All files with their text, and folders in which there is nothing, in and beside the site. */
function everything(folder: FreshFolder): Files {
  const entries = readdirSync(folder.path, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const isFile = !entry.isDirectory();
    if (!isFile && readdirSync(path).length > 0) continue;
    files[path.slice(folder.path.length + 1)] = isFile ? readFileSync(path, "utf8") : "empty";
  }
  return files;
}

interface Scene {
  readonly name: string;
  readonly before: (output: string) => Promise<void>;
  readonly build: (output: string) => Promise<void>;
}

const SCENES: readonly Scene[] = [
  { name: "a first site", before: async () => {}, build: makeFirst },
  { name: "an update", before: makeFirst, build: update },
];

const FULL = Object.assign(new Error("no space left"), { code: "ENOSPC" });

class Stopped extends Error {}

for (const { name, before, build } of SCENES) {
  test(`${name} on a disk that fills up is one line, and the site that stood stands`, async (t) => {
    let change = 1;
    for (let isThrough = false; !isThrough; change += 1) {
      const folder = freshFolder(t);
      const output = folder.at("_site");
      await before(output);
      const old = everything(folder);
      // what takes no room goes on
      const fault = (count: number, changer: string): Error | undefined =>
        count >= change && /write|mkdir/.test(changer) ? FULL : undefined;
      try {
        await onFaultyDisk(fault, () => build(output));
        isThrough = true;
        continue;
      } catch (error) {
        assert.ok(error instanceof CliError, String(error));
        assert.match(error.message, /the disk is full; make room.*\(ENOSPC\)$/);
      }
      if (!existsSync(`${output}.journal`)) assert.deepEqual(everything(folder), old);
      await mend(output);
      const mended = everything(folder);
      await build(output);
      const end = everything(folder);
      assert.ok(
        [old, end].some((whole) => equal(whole, mended)),
        `full from change ${change}`,
      );
    }
    assert.ok(change > 8, `only ${change} changes`);
  });

  test(`${name} that is stopped, and stopped again while it is mended, comes to its end`, async (t) => {
    const old = freshFolder(t);
    await before(old.at("_site"));
    const end = freshFolder(t);
    await before(end.at("_site"));
    await build(end.at("_site"));
    assert.deepEqual(verifySite(openPublishedSite(end.at("_site"))).findings, []);
    let stops = 0;
    let placings = 0;
    for (let isThrough = false; !isThrough; ) {
      stops += 1;
      let isMended = false;
      for (let again = 1; !isMended; again += 1) {
        const folder = freshFolder(t);
        const output = folder.at("_site");
        cpSync(old.path, folder.path, { recursive: true });
        isThrough = await stoppedAt(stops, () => build(output));
        const isPlacing =
          existsSync(`${output}.journal`) && folder.read("_site.journal").includes("placing");
        // what was not to be put in place yet is only cleared away
        isMended = !isPlacing || (await stoppedAt(again, () => mend(output)));
        await mend(output);
        // from the first stop at which something was being put in place, all is new
        const whole = placings > 0 || isPlacing ? end : old;
        if (isPlacing) placings += 1;
        assert.deepEqual(everything(folder), everything(whole), `stopped in ${stops} and ${again}`);
      }
    }
    assert.ok(stops > 8 && placings > 4, `${stops} changes, ${placings} at the end`);
  });
}

/** Does some work that ends, with all that would clear up behind it, in its Nth change; returns whether it was done. */
async function stoppedAt(last: number, work: () => Promise<void>): Promise<boolean> {
  const fault = (count: number): Error | undefined => (count >= last ? new Stopped() : undefined);
  try {
    await onFaultyDisk(fault, work);
    return true;
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  }
}

function equal(one: Files, other: Files): boolean {
  return (
    JSON.stringify(one, Object.keys(one).sort()) ===
    JSON.stringify(other, Object.keys(other).sort())
  );
}
