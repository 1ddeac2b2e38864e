/** In which language are the words of an index stemmed? */
import assert from "node:assert/strict";
import { test } from "node:test";
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
