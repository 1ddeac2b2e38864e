/** Can a reference manager read what an article's page offers it, whatever a headline holds? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawFormats } from "../layouts/parts/citation-formats.ts";
import { frameOf } from "../layouts/parts/frame.ts";
import type { ArticlePage } from "../src/page-model.ts";
import { renderHtml } from "../src/render/html.ts";
import { article, site } from "./fixture-pages.ts";

const HOSTILE: ArticlePage = {
  ...article,
  headline: "Up 50% & {down}\nER  - \\end #1 <b>",
  byline: ["Ana Reis", "Wire & Sons"],
  dateline: "PORT_ELLIS",
  date: "2022-01",
  language: "und",
};

/** Returns the files that a page offers, by their endings. */
function filesOf(page: ArticlePage): ReadonlyMap<string, string> {
  const markup = renderHtml(drawFormats(page, frameOf(page, site)));
  const links = markup.matchAll(/download="[^".]+\.(\w+)" href="data:[^,"]+,([^"]*)"/g);
  return new Map(
    [...links].map(([, ending = "", data = ""]) => [ending, decodeURIComponent(data)]),
  );
}

test("BibTeX keeps every sign of a headline, and no sign of it acts", () => {
  const text = filesOf(HOSTILE).get("bib") ?? "";
  assert.match(text, /^@article\{2022-01-26-bridge,\n/);
  assert.ok(
    text.includes("title = {{Up 50\\% \\& \\{down\\} ER - \\textbackslash{}end \\#1 <b>}},"),
    text,
  );
  assert.ok(text.includes("author = {{Ana Reis} and {Wire \\& Sons}},"), text);
  assert.ok(
    text.includes("date = {2022-01},\n  year = {2022},\n  location = {PORT\\_ELLIS},"),
    text,
  );
  assert.doesNotMatch(text, /langid/);
});

test("RIS has one line for each fact, and a headline ends no reference", () => {
  const lines = filesOf(HOSTILE).get("ris")?.split("\r\n") ?? [];
  assert.deepEqual(lines, [
    "TY  - NEWS",
    "ID  - 2022-01-26-bridge",
    "TI  - Up 50% & {down} ER - \\end #1 <b>",
    "AU  - Ana Reis",
    "AU  - Wire & Sons",
    "T2  - Coast Press",
    "PY  - 2022",
    "DA  - 2022/01//",
    "CY  - PORT_ELLIS",
    "UR  - https://archive.example/courier/2022/01/26/bridge/",
    "ER  - ",
    "",
  ]);
});

test("CSL-JSON says what is known, and nothing of what is not", () => {
  assert.deepEqual(JSON.parse(filesOf({ ...HOSTILE, byline: [] }).get("json") ?? ""), [
    {
      id: "2022-01-26-bridge",
      type: "article-newspaper",
      title: "Up 50% & {down} ER - \\end #1 <b>",
      "container-title": "Coast Press",
      issued: { "date-parts": [[2022, 1]] },
      "publisher-place": "PORT_ELLIS",
      URL: "https://archive.example/courier/2022/01/26/bridge/",
    },
  ]);
});

test("what is shown to copy is what is saved", () => {
  const markup = renderHtml(drawFormats(article, frameOf(article, site)));
  const shown = [...markup.matchAll(/<pre>([^<]*)<\/pre>/g)].map(([, text = ""]) => text);
  assert.equal(shown.length, 3);
  for (const [index, saved] of [...filesOf(article).values()].entries())
    assert.equal(
      shown[index]?.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&#39;", "'"),
      saved.replace(/[ \r\n]+$/gm, ""),
    );
});
