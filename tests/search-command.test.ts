/** Does a build without search leave the search that stands, and does the next one with it bring it up to date? */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { runCli } from "./support/cli.ts";
import { freshFolder } from "./support/fresh-folder.ts";

const LEAVES = /^search stands as it was; build without --no-search to bring it up to date$/m;

function source(word: string): string {
  return `Harbour bridge to reopen\n26 January 2022\n\nPORT ELLIS: The bridge will carry ${word} again, the board said on Wednesday. It had been closed for eleven years.\n`;
}

/** The index's files with their bytes, by path. */
function indexIn(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file, readFileSync(file)]),
  );
}

function wordsIn(index: ReadonlyMap<string, Buffer>): string {
  return [...index]
    .filter(([file]) => file.endsWith(".pf_fragment"))
    .map(([, bytes]) => gunzipSync(bytes).toString("utf8"))
    .join("");
}

test("a build without search leaves the index as it stands and says so; the next one with search brings it up to date", async (t) => {
  const folder = freshFolder(t);
  const index = () => indexIn(folder.at("_site/pagefind"));
  folder.write("content/sources/bridge.txt", source("lorries"));
  const first = await runCli(["build"], { cwd: folder.path });
  assert.equal(first.code, 0, first.stderr);
  assert.doesNotMatch(first.stdout, LEAVES);
  const before = index();
  assert.match(wordsIn(before), /lorries/);

  folder.write("content/sources/bridge.txt", source("tramcars"));
  const without = await runCli(["build", "--no-search"], { cwd: folder.path });
  assert.equal(without.code, 0, without.stderr);
  assert.match(without.stdout, LEAVES);
  assert.deepEqual(index(), before);
  const pages = readdirSync(folder.at("_site/2022/01/26"), { recursive: true, encoding: "utf8" });
  const texts = pages
    .filter((path) => path.endsWith(".html"))
    .map((path) => readFileSync(folder.at(join("_site/2022/01/26", path)), "utf8"));
  assert.ok(texts.some((text) => text.includes("tramcars")));

  const again = await runCli(["build"], { cwd: folder.path });
  assert.equal(again.code, 0, again.stderr);
  assert.match(wordsIn(index()), /tramcars/);
  assert.doesNotMatch(wordsIn(index()), /lorries/);
});

test("a first build without search makes a site that has none yet", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/bridge.txt", source("lorries"));
  const { code, stderr } = await runCli(["build", "--no-search", "--quiet"], { cwd: folder.path });
  assert.equal(code, 0, stderr);
  assert.ok(!readdirSync(folder.at("_site")).includes("pagefind"));
  assert.ok(readdirSync(folder.at("_site")).includes("search"));
});
