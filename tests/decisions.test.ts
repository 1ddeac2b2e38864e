/** Are the editor's decisions read, and obeyed for ever: what is settled, and files cut into their articles? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { SourceText } from "../src/model.ts";
import { readDecisions } from "../src/read/decisions.ts";
import { splitSource } from "../src/read/split.ts";
import { CliError } from "../src/text/cli-error.ts";
import { remarkId } from "../src/text/remark-id.ts";
import { runCli } from "./support/cli.ts";
import { freshFolder } from "./support/fresh-folder.ts";

test("no file, an empty one and one of comments decide nothing", (t) => {
  const folder = freshFolder(t);
  for (const yaml of [undefined, "", "# nothing yet\n"]) {
    if (yaml !== undefined) folder.write("decisions.yml", yaml);
    const { settled, splits } = readDecisions(folder.path);
    assert.deepEqual([settled.size, splits.size], [0, 0]);
  }
});

test("decisions are read with their notes, splits with their lines in order", (t) => {
  const folder = freshFolder(t);
  folder.write(
    "decisions.yml",
    '- settled: "5f1c2a9b"\n  note: both are right\n- split: sources/a/three.txt\n  at: [31, 14]\n',
  );
  const { settled, splits } = readDecisions(folder.path);
  assert.deepEqual([...settled], ["5f1c2a9b"]);
  assert.deepEqual([...splits], [["a/three.txt", [14, 31]]]);
});

test("two splits of one file add up", (t) => {
  const folder = freshFolder(t);
  folder.write(
    "decisions.yml",
    "- split: a.txt\n  at: [9]\n- split: sources/a.txt\n  at: [4, 9]\n",
  );
  assert.deepEqual([...readDecisions(folder.path).splits], [["a.txt", [4, 9]]]);
});

const FAULTS: readonly (readonly [yaml: string, fault: RegExp])[] = [
  ['- settled: "5f1c2a9b"\n- setled: "5f1c2a9b"\n', /decisions\.yml:2: .*`setled`.*`settled`/],
  ["- settled: 12345678\n", /decisions\.yml:1: .*quotation marks/],
  ['- settled: "xyz"\n', /decisions\.yml:1: .*eight hexadecimal/],
  ["- split: a.txt\n", /decisions\.yml:1: .*at: \[14, 31\]/],
  ["- split: a.txt\n  at: [1]\n", /decisions\.yml:2: .*above 1/],
  ["- note: alone\n", /decisions\.yml:1: .*one decision/],
];

for (const [yaml, fault] of FAULTS) {
  test(`a mistake is named in one line: ${JSON.stringify(yaml)}`, (t) => {
    const folder = freshFolder(t);
    folder.write("decisions.yml", yaml);
    assert.throws(
      () => readDecisions(folder.path),
      (error) => error instanceof CliError && fault.test(error.message),
    );
  });
}

function sourceOf(text: string): SourceText {
  return { path: "a.txt", text, sha256: "00", encoding: "utf-8", format: "text" };
}

test("pieces of a cut file are its text to the character, each with a name of its own", () => {
  const lines = fc.array(fc.constantFrom("Tide rises", "", "  ", "Ferry late.\r", "x"), {
    minLength: 1,
    maxLength: 12,
  });
  const cuts = fc.uniqueArray(fc.integer({ min: 2, max: 15 }), { maxLength: 5 });
  fc.assert(
    fc.property(lines, cuts, (written, at) => {
      const text = written.join("\n");
      const { sources } = splitSource(
        sourceOf(text),
        at.toSorted((a, b) => a - b),
      );
      const joined = sources.map((source) => source.text).join("");
      assert.equal(joined.trimEnd(), text.trimEnd());
      assert.equal(new Set(sources.map(({ item }) => item)).size, sources.length);
      assert.equal(sources[0]?.item, undefined);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test("a cut beyond the end is named", () => {
  const { sources, diagnostics } = splitSource(sourceOf("One\n\nTwo\n"), [3, 9]);
  assert.deepEqual(
    sources.map(({ item, text }) => [item, text]),
    [
      [undefined, "One\n\n"],
      ["line-3", "Two\n"],
    ],
  );
  assert.match(diagnostics[0]?.message ?? "", /line 9/);
});

const TWO = `Mill to close in May

4 March 2019

The mill closes in May, its owners said on Monday. Forty people work there and all of them were told.

Ferry gets a second boat

5 March 2019

The ferry company has bought a second boat. It will sail from June, the company said on Tuesday.
`;

test("a split makes two articles of one file, and the first keeps its address and its edits", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/two.txt", TWO);
  await runCli(["import"], { cwd: folder.path });
  const [first = ""] = folder.files("content/articles");
  folder.write("content/decisions.yml", "- split: two.txt\n  at: [7]\n");
  const { code } = await runCli(["import"], { cwd: folder.path });
  assert.equal(code, 0);
  const files = folder.files("content/articles");
  assert.equal(files.length, 2);
  assert.doesNotMatch(folder.read(`content/articles/${first}`), /second boat/);
  const second = folder.read(`content/articles/${files.find((file) => file !== first)}`);
  assert.match(second, /item: line-7/);
  assert.match(second, /^published: '2019-03-05'$/m);
});

test("what is settled is not named again, and a settled line taken out brings it back", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", TWO.slice(0, TWO.indexOf("Ferry")));
  folder.write("content/sources/b.txt", folder.read("content/sources/a.txt"));
  const before = await runCli(["import"], { cwd: folder.path });
  assert.match(before.stderr, /sources\/b\.txt set-aside import\/repeated/);
  const id = remarkId({
    severity: "set-aside",
    rule: "import/repeated",
    file: "sources/b.txt",
    about: "sources/a.txt",
    message: "",
  });
  folder.write("content/decisions.yml", `- settled: "${id}"\n`);
  const settled = await runCli(["import"], { cwd: folder.path });
  assert.doesNotMatch(settled.stderr, /repeated/);
  folder.write("content/decisions.yml", "");
  assert.match((await runCli(["import"], { cwd: folder.path })).stderr, /import\/repeated/);
});
