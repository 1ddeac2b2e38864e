/** Does the bench see it when two do not draw the same, and does it give Hugo the same text? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageText } from "../src/render/batch.ts";
import { tableOf } from "./bench/costs/table.ts";
import { annotatedMarkdown } from "./bench/drawing/annotated-markdown.ts";
import { compareSites, sizeOf } from "./bench/drawing/equal-work.ts";
import { PAGE_KINDS, type PageKind } from "./bench/drawing/page-kinds.ts";
import { linesIn, pagesIn, readCounts, writePageLists } from "./bench/drawing/page-lists.ts";
import { saidBy } from "./bench/drawing/page-words.ts";
import { article, chapter, person, site } from "./fixture-pages.ts";
import { freshFolder } from "./support/fresh-folder.ts";

const PAGE = '<p class="a">Reis &#38; <b>Sons</b>, <a href="../x/">x</a></p>';

test("white space and the way to write a character make no difference between pages", () => {
  const same = `\n<p  class='a'>\n Reis &amp;\n<b>Sons</b>, <a href="/2022/x/">x</a></p>`;
  assert.deepEqual(saidBy(same, "/2022/y/"), saidBy(PAGE, "/2022/y/"));
});

test("a word, an element, an attribute and a link make a difference between pages", () => {
  const changes = [
    ["Sons", "Daughters"],
    ["<b>Sons</b>", "<i>Sons</i>"],
    ['class="a"', 'class="b"'],
    ["../x/", "../z/"],
  ] as const;
  for (const [from, to] of changes)
    assert.notDeepEqual(saidBy(PAGE.replace(from, to), "/2022/y/"), saidBy(PAGE, "/2022/y/"), to);
});

test("Hugo's Markdown has the marks as elements, the notes as blocks, and no mark-up by chance", () => {
  const body =
    '<p><span class="sentence" id="s1">5 * 3 &lt; [16] &amp; <em>a_b</em> &quot;c&quot;</span></p>' +
    '<div class="notes"><p class="note">why</p></div>\n<p>End.</p>\n';
  assert.equal(
    annotatedMarkdown(body),
    '<span class="sentence" id="s1">5 \\* 3 \\< \\[16\\] & <em>a\\_b</em> "c"</span>\n\n' +
      '<div class="notes"><p class="note">why</p></div>\n\nEnd.\n',
  );
  assert.throws(() => annotatedMarkdown("<ul><li>one</li></ul>\n"), /paragraphs/);
});

test("sites are compared page by page, and a missing one is seen", async (t) => {
  const folder = freshFolder(t);
  folder.write("lists/.keep", "");
  const { drawn } = writePageLists(
    folder.at("lists"),
    [article, person, chapter].map(pageText),
    site,
  );
  assert.deepEqual(readCounts(folder.at("lists")).drawn, drawn);
  assert.equal([...pagesIn(folder.at("lists"))].length, [...linesIn(folder.at("lists"))].length);
  for (const { address } of pagesIn(folder.at("lists"))) {
    const file = address.endsWith("/") ? `${address}index.html` : address;
    folder.write(`one${file}`, `<p>${address}</p>`);
    folder.write(
      `two${file}`,
      address.startsWith("/people/") ? "<p>else</p>" : `<p>${address}</p>`,
    );
  }
  const sites = { reference: folder.at("one"), other: folder.at("two") };
  const found = await compareSites(folder.at("lists"), drawn, sites);
  assert.ok(found.differences.length > 0);
  assert.ok(found.differences.every(({ address }) => address.startsWith("/people/")));
  const all = PAGE_KINDS.reduce((sum, kind: PageKind) => sum + drawn[kind], 0);
  assert.equal(sizeOf(folder.at("one")).pages, all);
});

test("a table's columns stand below each other", () => {
  assert.equal(
    tableOf([
      ["who", "s"],
      ["Hugo", "10.5"],
    ]),
    "who       s\nHugo   10.5\n",
  );
});
