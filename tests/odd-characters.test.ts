/** Do characters that are not seen, and odd spaces and line ends, keep words whole or apart, and stay in the text? */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseArticle } from "../src/parse/parse.ts";
import { recognise } from "../src/recognise/recognise.ts";
import { tokenise } from "../src/recognise/tokens.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { renderHtml } from "../src/render/html.ts";
import { documentOfSource } from "../src/text/document.ts";
import { foldName } from "../src/text/fold.ts";
import { printedName } from "../src/text/invisible.ts";
import { plainText, writeMarkdown } from "../src/text/markdown.ts";
import { shadowOf } from "../src/text/shadow.ts";
import { slugOf } from "../src/text/slug.ts";
import { runCli } from "./support/cli.ts";
import { ENGLISH } from "./support/english.ts";
import { freshFolder } from "./support/fresh-folder.ts";

const UNSEEN: Readonly<Record<string, string>> = {
  "soft hyphen": "\u00ad",
  "zero-width space": "\u200b",
  "word joiner": "\u2060",
  "byte order mark": "\ufeff",
  "left-to-right mark": "\u200e",
  "right-to-left mark": "\u200f",
  "Arabic letter mark": "\u061c",
  "left-to-right embedding": "\u202a",
  "end of embedding": "\u202c",
  override: "\u202e",
  isolate: "\u2068",
  "end of isolate": "\u2069",
  "two of them": "\u200b\u00ad",
};

const SPACES: Readonly<Record<string, string>> = {
  "no-break space": "\u00a0",
  "narrow no-break space": "\u202f",
  "thin space": "\u2009",
  "ideographic space": "\u3000",
  tab: "\t",
  "carriage return": "\r",
  "carriage return and line feed": "\r\n",
  "vertical tab": "\v",
  "form feed": "\f",
  "next line": "\u0085",
  "line separator": "\u2028",
  "paragraph separator": "\u2029",
  "space and zero-width space": " \u200b",
};

const CONTROLS: Readonly<Record<string, string>> = {
  "end of text": "\u0003",
  escape: "\u001b",
  "unit separator": "\u001f",
  delete: "\u007f",
  "a control of the upper row": "\u0090",
};

function wordsOf(text: string): readonly string[] {
  return tokenise(text, { start: 0, end: text.length }).map((token) => token.text);
}

function peopleIn(name: string): readonly string[] {
  const text = `Bridge to open\n\nMarch 3, 2021\n\nMayor ${name} said on Monday that the bridge would open. “It is safe,” ${name} said.\n`;
  const document = documentOfSource(text, parseArticle(text, {}), "en");
  return recognise(document, []).people.map((person) => person.name);
}

/** A paragraph written as Markdown, read again and drawn. */
function keeps(text: string): void {
  const markdown = writeMarkdown(text, [{ kind: "paragraph", start: 0, end: text.length }]);
  const kept = text.replace(/\r\n?/g, "\n");
  assert.equal(plainText(markdown), kept);
  const drawn = renderHtml(renderMarkdown(markdown, [], String, { words: ENGLISH }));
  assert.equal(drawn.replace(/<[^>]*>/g, "").slice(0, -1), kept);
}

for (const [what, character] of Object.entries(UNSEEN)) {
  describe(`${what} within a name`, () => {
    const name = `Ana Var${character}ga`;
    test("is kept, and parts nothing", () => {
      keeps(`${name} left.`);
      assert.deepEqual(wordsOf(`${name} left`), ["Ana", `Var${character}ga`, "left"]);
      assert.deepEqual(peopleIn(name), ["Ana Varga"]);
      assert.equal(foldName(name), "ana varga");
      assert.equal(slugOf(name), "ana-varga");
      assert.equal(printedName(name), "Ana Varga");
    });
    test("joins nothing where a space stands too, and is no word", () => {
      assert.deepEqual(
        wordsOf(`${character}Ana${character} ${character} Varga${character}, Oy`).map(printedName),
        ["Ana", "Varga", ",", "Oy"],
      );
    });
  });
}

for (const [what, space] of Object.entries(SPACES)) {
  test(`${what} parts words, and is kept`, () => {
    keeps(`Ana${space}Varga left.`);
    assert.deepEqual(wordsOf(`Ana${space}Varga left`), ["Ana", "Varga", "left"]);
    assert.equal(slugOf(`Ana${space}Varga`), "ana-varga");
    assert.equal(shadowOf(`a${space}b`).length, space.length + 2);
  });
}

for (const [what, control] of Object.entries(CONTROLS)) {
  test(`${what} joins no words, and is kept`, () => {
    keeps(`The end.${control} More`);
    assert.deepEqual(
      wordsOf(`end${control}More`).filter((word) => word !== control),
      ["end", "More"],
    );
    assert.equal(shadowOf(`a${control}b`), "a b");
  });
}

test("the half-space is part of a Persian word, and Thai words stay parted by the zero-width space", () => {
  assert.deepEqual(wordsOf("می\u200cرود خانه"), ["می\u200cرود", "خانه"]);
  assert.deepEqual(wordsOf("สะพาน\u200bเปิด"), ["สะพาน", "เปิด"]);
});

test("a million characters that are not seen are read in one go", () => {
  for (const unit of ["\u200b", "a\u200b", "\u200b\u200b\u200ba", "\u00ad"])
    assert.ok(wordsOf(`a${unit.repeat(500_000)}b`).length > 0);
});

test("one page for a person whose name a scrape has broken differently in each article", async (t) => {
  const folder = freshFolder(t);
  ["Ana Var\u00adga", "Ana\u00a0Var\u200bga", "A\u2060na Varga"].forEach((name, index) => {
    folder.write(
      `content/sources/${index}.txt`,
      `Bridge ${index} opens\n\nMarch ${index + 1}, 2021 - 09:15\n\nMayor ${name} said on Monday that bridge ${index} was safe.\n`,
    );
  });
  const result = await runCli(["build", "--quiet"], { cwd: folder.path });
  assert.equal(result.code, 0, result.stderr);
  const pages = folder
    .files("_site/people")
    .filter((file) => file.endsWith("/index.html") && !file.startsWith("by/"));
  assert.deepEqual(pages, ["ana-varga/index.html"]);
  const page = folder.read("_site/people/ana-varga/index.html");
  assert.match(page, /<h1><bdi>Ana Varga<\/bdi><\/h1>/);
  for (const index of [0, 1, 2]) assert.ok(page.includes(`bridge-${index}-opens`), `${index}`);
});
