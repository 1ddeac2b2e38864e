/** Does a text that is written as Markdown come back to the character? Properties and hostile texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Block, BlockKind } from "../src/model.ts";
import { blockText, parseMarkdown, plainText, writeMarkdown } from "../src/text/markdown.ts";

const KINDS: readonly BlockKind[] = [
  "paragraph",
  "crosshead",
  "listItem",
  "blockquote",
  "caption",
  "table",
];

/** Characters that Markdown, YAML, HTML or template languages give a meaning, mixed with plain ones. */
const HOSTILE = [
  ..."\\`*_{}[]()<>#+-.!|~&=:;'\"$%@^/?1289aZéש字 \t\n\n  ",
  "\u00a0",
  "\u200b",
  "\u0003",
  "\u2028",
  "\u{1f600}",
  "&amp;",
  "&#42;",
  "{%",
  "---",
  "```",
  "~~~",
  "1. ",
  "10) ",
  "# ",
  "> ",
  "- ",
  "+ ",
  "<IBM>",
  "<!--",
  "[a](b)",
  "![a](b)",
  "[a]: b",
  "\n    ",
  "  \n",
  "\\\n",
  "===",
  "<https://x.example>",
  "**",
  "__",
];

const hostileText = fc
  .array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 24 })
  .map((pieces) => pieces.join("").trim())
  .filter((text) => text !== "");

function roundTrip(
  texts: readonly string[],
  kinds: readonly BlockKind[],
): { kind: BlockKind; text: string }[] {
  let text = "";
  const blocks: Block[] = texts.map((words, index) => {
    const start = text.length;
    text += `${words}\n\n`;
    return { kind: kinds[index] ?? "paragraph", start, end: start + words.length };
  });
  return parseMarkdown(writeMarkdown(text, blocks)).map((block) => ({
    kind: block.kind,
    text: blockText(block),
  }));
}

test("twenty thousand hostile paragraphs come back to the character", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      assert.deepEqual(roundTrip([text], ["paragraph"]), [{ kind: "paragraph", text }]);
    }),
    { numRuns: 20_000, seed: 1 },
  );
});

test("blocks of every kind, in any order, come back with their kind and words", () => {
  const block = fc.record({ kind: fc.constantFrom(...KINDS), text: hostileText });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      const back = roundTrip(
        blocks.map(({ text }) => text),
        blocks.map(({ kind }) => kind),
      );
      assert.deepEqual(
        back,
        blocks.map(({ kind, text }) => ({ kind, text })),
      );
    }),
    { numRuns: 4_000, seed: 2 },
  );
});

test("a NUL becomes the character for what cannot be shown", () => {
  assert.deepEqual(roundTrip(["a\0b"], ["paragraph"]), [{ kind: "paragraph", text: "a\ufffdb" }]);
});

test("plain prose needs no escape, so that an editor reads what was printed", () => {
  const prose = "Ms Okafor (61) paid £4.50 - or 3 + 4 = 7 - for it, she said: “R&D isn’t cheap!”";
  assert.equal(
    writeMarkdown(prose, [{ kind: "paragraph", start: 0, end: prose.length }]),
    `${prose}\n`,
  );
});

test("an editor's own mark-up is read as mark-up, and its plain text has none", () => {
  const markdown =
    "A **bold** [link](https://x.example/) and `code`.\n\n*A caption*\n\n3. three\n4. four\n";
  assert.equal(plainText(markdown), "A bold link and code.\n\nA caption\n\nthree\n\nfour");
  const blocks = parseMarkdown(markdown);
  assert.deepEqual(
    blocks.map(({ kind, number }) => [kind, number]),
    [
      ["paragraph", undefined],
      ["caption", undefined],
      ["listItem", 3],
      ["listItem", 4],
    ],
  );
  assert.deepEqual(blocks[0]?.runs[3]?.marks, [{ href: "https://x.example/" }]);
});

test("HTML and script links in an editor's Markdown stay text", () => {
  const [block] = parseMarkdown("<script>alert(1)</script> [x](javascript:alert(1))");
  assert.equal(block && blockText(block), "<script>alert(1)</script> [x](javascript:alert(1))");
  assert.deepEqual(
    block?.runs.flatMap((run) => run.marks),
    [],
  );
});

test("every block's span slices the plain text to its words", () => {
  const markdown = "One *two*.\n\n- three\n- four\n\n> five\n\n```table\na   b\n\nc   d\n```\n";
  const text = plainText(markdown);
  for (const block of parseMarkdown(markdown)) {
    assert.equal(text.slice(block.start, block.end), blockText(block));
    for (const run of block.runs)
      assert.equal(text.slice(run.start, run.start + run.text.length), run.text);
  }
});

test("what an editor has nested deep is not dropped", () => {
  assert.equal(plainText(`${"> ".repeat(200)}deep\n\nafter`), "deep\n\nafter");
  assert.equal(plainText(`${"- ".repeat(100)}deep`), "deep");
});
