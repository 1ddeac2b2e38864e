/** Do texts that look like mark-up, templates, code or nothing at all come out as the text they are? */

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArticle } from "../src/parse/parse.ts";
import { decode } from "../src/read/decode.ts";
import { languageOf } from "../src/recognise/language.ts";
import { recognise } from "../src/recognise/recognise.ts";
import { builtInTopics } from "../src/recognise/topics/topics.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { renderHtml } from "../src/render/html.ts";
import { documentOfSource } from "../src/text/document.ts";
import { plainText, writeMarkdown } from "../src/text/markdown.ts";
import { runCli } from "./support/cli.ts";
import { ENGLISH } from "./support/english.ts";
import { freshFolder } from "./support/fresh-folder.ts";

const DATED = "\n\nMarch 3, 2021 - 09:15\n\n";

/** Each is a headline and a paragraph that must stand on the page to the character. */
const HOSTILE: readonly { readonly headline: string; readonly paragraph: string }[] = [
  {
    headline: "Shares in <HBR> fall",
    paragraph: "Harbour Board <HBR> fell & <script>alert(1)</script> rose, it said.",
  },
  {
    headline: "The {% raw %} of the council",
    paragraph: "The page read {% include 'x' %} and {{ 7 * 7 }} until noon, he said.",
  },
  {
    headline: "*Stars* and _stripes_ and #1",
    paragraph: "1. This is no list, **nor** is it [a link](javascript:alert(1)) at all.",
  },
  {
    headline: "\"Quoted\" & 'quoted' headline",
    paragraph: "---\ntitle: not front matter\n---js\nIt went on like that for a page, she said.",
  },
  {
    headline: "A backslash \\ and a `tick`",
    paragraph: "<img src=x onerror=alert(1)> was all that the notice said, in red.",
  },
  {
    headline: "__proto__ and constructor",
    paragraph: "&lt;b&gt; &amp;amp; &#42; stayed as they were, said the printer of it.",
  },
];

test("texts that look like mark-up or templates are shown as they are", async (t) => {
  const folder = freshFolder(t);
  HOSTILE.forEach(({ headline, paragraph }, index) => {
    folder.write(
      `content/sources/${index}.txt`,
      `${headline}${DATED}${paragraph}\n\nThat was all, said the clerk.\n`,
    );
  });
  const result = await runCli(["build", "--quiet"], { cwd: folder.path });
  assert.equal(result.code, 0, result.stderr);
  const pages = folder.files("_site/2021/03/03").filter((file) => file !== "index.html");
  assert.equal(pages.length, HOSTILE.length);
  const html = pages.map((file) => folder.read(`_site/2021/03/03/${file}`)).join("\n");
  for (const { headline, paragraph } of HOSTILE) {
    const visible = textOf(html);
    assert.ok(visible.includes(headline), headline);
    assert.ok(visible.includes(paragraph.split("\n").at(-1) ?? ""), paragraph);
  }
  const all = folder.files("_site").filter((file) => file.endsWith(".html"));
  for (const file of all) {
    assert.doesNotMatch(
      folder.read(`_site/${file}`),
      /<script>alert|<img src=x|href="javascript:|<HBR>/,
      file,
    );
  }
});

test("ten megabytes on one line are read, or set aside with their reason, and the rest is built", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/archive.yml", "thresholds:\n  sourceBytes: 20000000\n");
  folder.write("content/sources/long.txt", `A long line${DATED}${"word ".repeat(2_000_000)}\n`);
  folder.write("content/sources/short.txt", `A short line${DATED}It was short, said the clerk.\n`);
  const result = await runCli(["build", "--quiet"], { cwd: folder.path });
  assert.equal(result.code, 0, result.stderr);
  const files = folder.files("_site/2021/03/03");
  assert.ok(files.includes("a-short-line/index.html"));
  assert.ok(files.includes("a-long-line/index.html"));
});

/** A text of many small parts, in which a search that goes on to the end of the text would never come back. */
const MANY: Readonly<Record<string, string>> = {
  "lines of one mark": ">\n".repeat(150_000),
  "blank lines": `${"\n".repeat(1_000_000)}The end, said the clerk.`,
  "short paragraphs": "a b\n\n".repeat(40_000),
  "one letter under its accents": `a${"\u0301".repeat(100_000)} was all, said the clerk.`,
  "marks that open": `${"[".repeat(100_000)}${"*".repeat(100_000)}${"`".repeat(100_000)}`,
  "direction controls": "\u202e\u2067".repeat(100_000),
};

for (const [what, text] of Object.entries(MANY)) {
  test(`${what}, very many of them, are read, recognised and drawn`, () => {
    const source = `Many of them${DATED}${text}\n`;
    const decoding = decode(Buffer.from(source));
    assert.ok(!("refused" in decoding));
    const article = parseArticle(decoding.text, {});
    const markdown = writeMarkdown(decoding.text, article.blocks);
    const document = documentOfSource(decoding.text, article, languageOf(decoding.text));
    assert.ok(recognise(document, builtInTopics()).sentences.length > 0);
    const language = { language: "en", direction: "ltr" } as const;
    const drawn = textOf(
      renderHtml(renderMarkdown(markdown, [], String, { language, words: ENGLISH })),
    );
    assert.equal(drawn.replace(/\s/g, ""), plainText(markdown).replace(/\s/g, ""));
  });
}

test("a stray NUL is shown as what it is and named", async (t) => {
  const folder = freshFolder(t);
  folder.write(
    "content/sources/nul.txt",
    `A stray character${DATED}The page\0 broke off there, said the clerk.\n`,
  );
  const result = await runCli(["build", "--quiet"], { cwd: folder.path });
  assert.equal(result.code, 0, result.stderr);
  assert.match(result.stderr, /^sources\/nul\.txt:5 warning read\/nul: /m);
  const html = folder.read("_site/2021/03/03/a-stray-character/index.html");
  assert.ok(textOf(html).includes("The page\ufffd broke off there"));
});

test("a source over the limit is set aside unread", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/archive.yml", "thresholds:\n  sourceBytes: 1000\n");
  folder.write("content/sources/long.txt", `A long line${DATED}${"word ".repeat(1_000)}\n`);
  const result = await runCli(["import"], { cwd: folder.path });
  assert.equal(result.code, 0, result.stderr);
  assert.match(result.stderr, /^sources\/long\.txt\S* set-aside read\/too-large: .*sourceBytes/m);
});

/** Names of folders and files are text from outside too. */
test("file names with marks, spaces and other scripts do not disturb the build", async (t) => {
  const folder = freshFolder(t);
  const names = ["a b.txt", "{{x}}.txt", "<i>.txt", "خبر.txt", "100%.txt", "#1.txt"];
  names.forEach((name, index) => {
    folder.write(
      `content/sources/دفتر/${name}`,
      `Headline number ${index}${DATED}It was short, said the clerk.\n`,
    );
  });
  const result = await runCli(["build", "--quiet"], { cwd: folder.path });
  assert.equal(result.code, 0, result.stderr);
  assert.equal(folder.files("_site/2021/03/03").length, names.length + 1);
});

/** The text that a browser shows, near enough for plain pages: tags out, references read. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
