/** Is a site that was rebuilt after each of many edits, byte for byte, the one that a build from nothing makes? */
import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { type BuildReport, buildSite, sitePages } from "../src/pipeline.ts";
import { prepareSite } from "../src/prepared-archive.ts";
import { Chooser } from "./support/chooser.ts";
import type { FreshFolder } from "./support/fresh-folder.ts";
import { editAtRandom } from "./support/random-edits.ts";
import { sampleArchive } from "./support/sample-archive.ts";

const SILENT = { start() {}, step() {}, done() {} };
const OPTIONS = { progress: SILENT, search: true };
const ROUNDS = 10;
const EDITS_IN_A_ROUND = 20;
const COMPARED: ReadonlySet<number> = new Set([2, 6, 9]);

/** What a build keeps of itself and would find again by itself. */
const CATALOGUE = "content/.backfile/catalog.db";

function build(folder: FreshFolder, output: string): Promise<BuildReport> {
  return buildSite(folder.at("content"), folder.at(output), OPTIONS);
}

/** The files that the two sites do not have alike. */
function differences(folder: FreshFolder, clean: string): readonly string[] {
  const files = new Set([...folder.files("_site"), ...folder.files(clean)]);
  const textOf = (path: string) => (existsSync(folder.at(path)) ? folder.read(path) : undefined);
  return [...files].filter((file) => textOf(`_site/${file}`) !== textOf(`${clean}/${file}`));
}

async function assertAsFromNothing(folder: FreshFolder, told: readonly string[]): Promise<void> {
  const clean = `clean-${told.length}`;
  cpSync(folder.at(CATALOGUE), folder.at("catalogue"));
  rmSync(folder.at(CATALOGUE));
  await build(folder, clean);
  cpSync(folder.at("catalogue"), folder.at(CATALOGUE));
  assert.deepEqual(differences(folder, clean), [], told.join("\n"));
  rmSync(folder.at(clean), { recursive: true });
}

test("after two hundred edits, decisions and moves the site is the one that a build from nothing makes", async (t) => {
  const folder = sampleArchive(t);
  const chooser = new Chooser(20_221_126);
  await build(folder, "_site");
  const told: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (let edit = 0; edit < EDITS_IN_A_ROUND; edit++)
      told.push(editAtRandom(folder.at("content"), chooser));
    await build(folder, "_site");
    if (COMPARED.has(round)) await assertAsFromNothing(folder, told);
  }
});

test("an edit of one article draws a part of the pages, and none draws none", async (t) => {
  const folder = sampleArchive(t);
  const { pages: all } = await build(folder, "_site");
  assert.equal((await build(folder, "_site")).pages, 0);
  const [file = ""] = folder.files("content/articles");
  folder.write(
    `content/articles/${file}`,
    `${folder.read(`content/articles/${file}`)}\n\nThat was all.\n`,
  );
  const { pages } = await build(folder, "_site");
  assert.ok(pages > 0 && pages < all / 5, `${pages} of ${all} pages`);
});

test("a catalogue that is damaged is made anew, and the site is as it was", async (t) => {
  const folder = sampleArchive(t);
  await build(folder, "_site");
  const before = folder.files("_site").map((file) => folder.read(`_site/${file}`));
  const bytes = readFileSync(folder.at(CATALOGUE));
  for (let at = bytes.length >> 2; at < bytes.length - PAGE; at += PAGE)
    bytes.fill(0x99, at, at + 500);
  for (const damaged of [bytes, Buffer.from("no database")]) {
    writeFileSync(folder.at(CATALOGUE), damaged);
    const [file = ""] = folder.files("content/articles");
    // so that there is something to do
    utimesSync(folder.at(`content/articles/${file}`), 0, 0);
    await build(folder, "_site");
    const after = folder.files("_site").map((one) => folder.read(`_site/${one}`));
    assert.deepEqual(after, before);
  }
});

test("pages that Eleventy is given by itself are drawn by the next build all the same", async (t) => {
  const folder = sampleArchive(t);
  await build(folder, "_site");
  const [file = ""] = folder.files("content/articles");
  const article = `content/articles/${file}`;
  folder.write(article, folder.read(article).replace(/^headline: .*$/m, "headline: A new one"));
  const prepared = prepareSite(folder.at("content"), SILENT);
  const drawn = sitePages(prepared).pages.article.length;
  prepared.context.database.close();
  const { pages } = await build(folder, "_site");
  assert.ok(drawn > 0 && pages > 0, `${pages} pages drawn`);
  await assertAsFromNothing(folder, [file]);
});

/** Of SQLite, in bytes. */
const PAGE = 4096;

test("a page and an index that somebody has altered are made again where that is asked for", async (t) => {
  const folder = sampleArchive(t);
  await build(folder, "_site");
  const altered = ["index.html", ...folder.files("_site").filter((file) => INDEX.test(file))];
  assert.ok(altered.length > 4);
  const before = altered.map((file) => readFileSync(folder.at(`_site/${file}`)));
  for (const [at, file] of altered.entries()) {
    const bytes = Buffer.from(before[at] ?? "");
    // as many bytes as before, so that no size tells
    bytes.write("x", bytes.length >> 1);
    writeFileSync(folder.at(`_site/${file}`), bytes);
  }
  await buildSite(folder.at("content"), folder.at("_site"), { ...OPTIONS, again: true });
  const after = altered.map((file) => readFileSync(folder.at(`_site/${file}`)));
  assert.deepEqual(after, before);
});

const INDEX = /^pagefind\//;
