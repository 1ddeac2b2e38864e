/** In which language are the words of an index stemmed, and is a word found that is broken by what is not seen? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { indexPages } from "../src/search/search-index.ts";

/** The languages that an index of one page names. */
async function languagesOf(language: string): Promise<readonly string[]> {
  const html = `<html lang="en"><body data-pagefind-body><h1>Ferries</h1><p>Two ferries sail.</p></body></html>`;
  const files = await indexPages([{ path: "a/index.html", html }], language, () => {});
  const entry = files.find(({ path }) => path === "pagefind/pagefind-entry.json");
  assert.ok(entry);
  return Object.keys(Object(JSON.parse(Buffer.from(entry.bytes).toString("utf8"))).languages);
}

test("an index is in the archive's language, without its region, and in no other", async () => {
  assert.deepEqual(await languagesOf("pt-BR"), ["pt"]);
  // Filipino is not Finnish
  assert.deepEqual(await languagesOf("fil"), ["fil"]);
});

test("a word with soft hyphens or marks of direction in it is indexed as it is typed", async () => {
  const html = `<html lang="en"><body data-pagefind-body><h1>Mayor</h1><p>Tom Var\u00adga\u200b spoke.</p></body></html>`;
  const files = await indexPages([{ path: "a/index.html", html }], "en", () => {});
  const fragments = files.filter(({ path }) => path.startsWith("pagefind/fragment/"));
  const texts = fragments.map(({ bytes }) => gunzipSync(bytes).toString("utf8"));
  assert.match(texts.join(""), /Tom Varga spoke/);
});
