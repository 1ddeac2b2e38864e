/** Is every text covered by the pieces of its article, and no damaged one? The walk, the page's text, the edits. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FrontMatter, SourceText } from "../src/model.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { ledgerFiles } from "../src/publish/ledger.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { html, renderHtml } from "../src/render/html.ts";
import { writeMarkdown } from "../src/text/markdown.ts";
import { nonBlank } from "../src/text/white-space.ts";
import { editsBetween } from "../src/verify/edits.ts";
import { pagePieces } from "../src/verify/page-text.ts";
import { PARTS, type Part, type Pieces, printedPieces, textDigest } from "../src/verify/pieces.ts";
import { formatOrder, offsetOf, tile, wordsInOrder } from "../src/verify/tiling.ts";
import { formatArticleFile, parseArticleFile } from "../src/write/article-file.ts";
import { importedArticle } from "../src/write/imported-article.ts";
import { ENGLISH } from "./support/english.ts";

const NONE: Pieces = {
  headline: [],
  published: [],
  byline: [],
  standfirst: [],
  section: [],
  block: [],
  kept: [],
  removed: [],
};
const FIXED = { seed: 20_221_126, numRuns: 500 };

function piecesOf(placed: readonly (readonly [Part, string])[]): Pieces {
  const listed = PARTS.map((part) => [
    part,
    placed.filter(([one]) => one === part).map(([, words]) => words),
  ]);
  return { ...NONE, ...Object.fromEntries(listed) };
}

test("pieces in any order, alike or not, make up the text that they were cut from", () => {
  const piece = fc.tuple(
    fc.constantFrom(...PARTS),
    fc.oneof(fc.constantFrom("a", "aa", "a b", "Share this"), fc.string({ unit: "grapheme" })),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (placed) => {
      const pieces = piecesOf(placed);
      const text = placed.map(([, words]) => words).join("\n\n");
      const tiling = tile(text, pieces);
      assert.ok("order" in tiling);
      assert.equal(wordsInOrder(pieces, formatOrder(tiling.order)), nonBlank(text));
    }),
    FIXED,
  );
});

test("a text with one character more, less or other is not made up by its pieces", () => {
  // a section may be no words of the text
  const sure = PARTS.filter((part) => part !== "section");
  const words = fc.stringMatching(/^[a-c ]{1,8}$/).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...sure), words), { minLength: 1 }), (placed) => {
      const text = placed.map(([, said]) => said).join("\n");
      const pieces = piecesOf(placed);
      const at = text.search(/\S/);
      for (const damaged of [
        `${text}z`,
        `z${text}`,
        text.slice(0, at) + text.slice(at + 1),
        `${text.slice(0, at)}z${text.slice(at + 1)}`,
      ]) {
        assert.ok("covered" in tile(damaged, pieces), damaged);
      }
    }),
    FIXED,
  );
});

test("whatever text is imported, its Markdown accounts for each character", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "Bridge to reopen",
      "[Bridge] to [reopen]",
      "By Ana Reis",
      "March 3, 2021 - 09:15",
      "Share this",
      "Leave a Comment",
      "PORT ELLIS - The ferry sailed on Tuesday, said the board, and came back.",
      "\ufeff",
      "x\0y",
      "\u202eabc\u202c",
      "half \ud83d of a pair",
    ),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 14 }),
      fc.constantFrom("\n", "\r\n", "\n\n"),
      (lines, end) => {
        const text = lines.join(end);
        const source: SourceText = {
          path: "a.txt",
          text,
          sha256: "",
          encoding: "utf-8",
          format: "text",
        };
        const article = parseArticle(text, {});
        if (article.headline === undefined && article.blocks.length === 0) return;
        const imported = importedArticle({ ...source, sha256: "0" }, article, "und");
        const file = formatArticleFile({ ...imported.front, address: "/a/" }, imported.body);
        // a file on disk holds no half of a pair
        const read = parseArticleFile(file.toWellFormed(), "articles/a.md");
        assert.ok("front" in read);
        assert.ok("order" in tile(text, printedPieces(read)), JSON.stringify(text));
      },
    ),
    FIXED,
  );
});

test("a text made to mislead is given up on, and a long honest one is not", () => {
  const many = (count: number, words = "a"): string[] => Array(count).fill(words);
  const alike = { ...NONE, block: many(1000), kept: many(1000), removed: many(1000) };
  assert.ok("order" in tile("a".repeat(3000), alike));
  const failed = tile(`${"a".repeat(2999)}b`, alike);
  assert.ok("covered" in failed && failed.covered === 2999);
  assert.ok("order" in tile("x y ".repeat(100_000), { ...NONE, block: many(100_000, "xy") }));
});

test("a headline in square brackets may be the text's own or supplied", () => {
  const block = ["Bridge shut."];
  const order = (text: string): unknown => tile(text, { ...NONE, headline: ["[Bridge]"], block });
  assert.deepEqual(order("[Bridge]\nBridge shut."), { order: ["headline", "block"] });
  assert.deepEqual(order("Bridge shut."), { order: ["block"] });
});

test("a section may be stated beside the text, and its words are then no part of it", () => {
  const pieces = { ...NONE, headline: ["[Bridge]"], section: ["Local"], block: ["Bridge shut."] };
  assert.deepEqual(tile("Local\nBridge shut.", pieces), { order: ["section", "block"] });
  assert.deepEqual(tile("Bridge shut.", pieces), { order: ["block"] });
});

test("what is not covered has its place and the piece that does not fit", () => {
  const text = "Bridge shut\n\nPort Ellis is cut off.\n\nNobody minds.\n";
  const tiling = tile(text, { ...NONE, headline: ["Bridge shut"], block: ["Nobody minds."] });
  assert.ok("covered" in tiling);
  assert.equal(text.slice(offsetOf(text, tiling.covered)).split("\n")[0], "Port Ellis is cut off.");
  assert.deepEqual(tiling.left, { part: "block", number: 1, text: "Nobody minds." });
  assert.equal(wordsInOrder(NONE, "headline"), undefined);
  assert.equal(wordsInOrder(NONE, "nonsense*3"), undefined);
});

test("a page gives back the words of a body, to the character", () => {
  const block = fc.record({
    kind: fc.constantFrom("paragraph", "crosshead", "listItem", "blockquote", "caption", "table"),
    words: fc.string({ unit: "binary", maxLength: 40 }).filter((text) => /^\S.*\S$/s.test(text)),
  });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
      let text = "";
      const spans = blocks.map(({ kind, words }) => {
        const start = text.length;
        text += `${words}\n\n`;
        return { kind, start, end: start + words.length } as const;
      });
      const body = writeMarkdown(text, spans);
      const front: FrontMatter = { headline: "A <b>", address: "/a/" };
      const shown = renderMarkdown(body, [], (address) => address, { words: ENGLISH });
      const page = renderHtml(
        html`<h1 data-ledger="headline">${front.headline}</h1><div data-ledger="body">${shown}</div>`,
      );
      assert.equal(textDigest(pagePieces(page)), textDigest(printedPieces({ front, body })));
    }),
    FIXED,
  );
});

test("a page may have as many blocks as a source has lines", () => {
  const page = `<div data-ledger="body">${"<p>a</p>".repeat(200_000)}</div>`;
  assert.equal(pagePieces(page).block.length, 200_000);
});

test("margin notes are no text of the article, and what is slipped in between its blocks is", () => {
  const body = (inner: string): readonly string[] =>
    pagePieces(`<div data-ledger="body">${inner}</div>`).block;
  assert.deepEqual(body('<p>One.</p><div class="notes"><p>Why.</p></div><ul><li>Two.</li></ul>'), [
    "One.",
    "Two.",
  ]);
  assert.deepEqual(body("<p>One.</p>And more.<section><i>Much</i></section>"), [
    "One.",
    "And more.",
    "Much",
  ]);
});

test("edits are named by field and paragraph", () => {
  const front: FrontMatter = { headline: "One", address: "/a/", people: ["Ana Reis"] };
  const body = "First.\n\nSecond.\n\nThird.\n\nFourth.\n";
  const edits = (changed: Partial<FrontMatter>, text: string): readonly string[] =>
    editsBetween({ front, body }, { front: { ...front, ...changed }, body: text }, "a.md").map(
      ({ part, change, was = "", is = "" }) => `${part} ${change}: ${was} → ${is}`,
    );
  assert.deepEqual(
    edits({ people: ["Ana  Reis"], places: [] }, body.replaceAll("\n\n", "\n\n\n")),
    [],
  );
  assert.deepEqual(edits({ headline: "Two", note: "Mended." }, body), [
    "headline changed:  → ",
    "note added:  → ",
  ]);
  assert.deepEqual(edits({}, "First.\n\nThird.\n\nFourth *indeed*.\n\nFifth.\n"), [
    "paragraph 2 removed: Second. → ",
    "paragraph 3 changed: Fourth. → Fourth indeed.",
    "paragraph 4 added:  → Fifth.",
  ]);
  assert.deepEqual(edits({}, body.replace("First.", "## First.")), [
    "paragraph 1 changed: First. → First.",
  ]);
});

test("the ledger takes the lines that changed and keeps the others", () => {
  const line = (address: string, file: string) => ({
    address,
    line: { address, source: { file, sha256: "0" } },
  });
  const [a, b, c] = ["/2022/01/03/a/", "/2022/01/02/b/", '/2022/01/02/b "c"/'] as const;
  const [whole, other] = ledgerFiles([line(a, "a"), line(c, "c"), line(b, "b"), line("/x/", "x")]);
  assert.equal(whole?.path, "ledger/2022/01.jsonl");
  assert.match(other?.path ?? "", /^ledger\/other\/[0-9a-f]{2}\.jsonl$/);
  const asked: string[] = [];
  const standing = (path: string): string | undefined => {
    asked.push(path);
    return whole?.text;
  };
  const changed = ledgerFiles(
    [line(b, "new"), { address: c }, { address: "/2022/01/01/no/" }],
    standing,
  );
  assert.deepEqual([...changed], [...ledgerFiles([line(b, "new"), line(a, "a")])]);
  assert.deepEqual(asked, ["ledger/2022/01.jsonl"]);
  const none = ledgerFiles(
    [a, b, c].map((address) => ({ address })),
    standing,
  );
  assert.deepEqual([...none], [{ path: "ledger/2022/01.jsonl", text: "" }]);
});
