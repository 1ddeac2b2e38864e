/** Is an article's Markdown file the editor's own, and does front matter hold nothing but data? Stage 3. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import type { FrontMatter, SourceText } from "../src/model.ts";
import { foldPlace } from "../src/text/fold.ts";
import { newPlace, type TakenPlaces } from "../src/write/address-book.ts";
import { formatArticleFile, parseArticleFile } from "../src/write/article-file.ts";
import { readArticles } from "../src/write/article-folder.ts";
import { carryOut, planWrite } from "../src/write/article-writing.ts";
import type { ImportedArticle } from "../src/write/imported-article.ts";

const PATH = "articles/2022/01/x.md";
const front: FrontMatter = { headline: "A headline", address: "/2022/01/26/x/" };

function faultOf(text: string): string {
  const read = parseArticleFile(text, PATH);
  assert.ok("severity" in read, "expected the file to be set aside");
  return `${read.line}: ${read.message}`;
}

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "backfile-write-"));
}

test("front matter of any text comes back as it went", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
    .filter((words) => !words.includes("\r"));
  const fields = fc.record({
    headline: text,
    people: fc.array(text, { minLength: 1, maxLength: 3 }),
    removed: fc.array(fc.record({ rule: fc.constant("share-bar"), text }), {
      minLength: 1,
      maxLength: 3,
    }),
  });
  fc.assert(
    fc.property(fields, (values) => {
      const article = { ...values, address: front.address };
      const read = parseArticleFile(formatArticleFile(article, "Body.\n"), PATH);
      assert.ok("front" in read, JSON.stringify(read));
      assert.equal(read.front.headline, values.headline);
      assert.deepEqual(read.front.people, values.people);
      assert.deepEqual(
        read.front.removed?.map((removal) => removal.text),
        values.removed.map((removal) => removal.text),
      );
      assert.equal(read.body, "Body.\n");
    }),
    { numRuns: 2_000, seed: 3 },
  );
});

test("dates stay text, to the precision given", () => {
  for (const published of [
    "2022",
    "2022-01",
    "2022-01-26",
    "2022-01-26T21:27",
    "2022-01-26T21:27+03:30",
  ]) {
    const read = parseArticleFile(formatArticleFile({ ...front, published }, ""), PATH);
    assert.ok("front" in read);
    assert.equal(read.front.published, published);
  }
  const typed = parseArticleFile(
    "---\nheadline: H\npublished: 2022-01-26\naddress: /2022/x/\n---\n",
    PATH,
  );
  assert.ok("front" in typed);
  assert.equal(typed.front.published, "2022-01-26");
});

test("a front matter that would run code is text or a fault, and nothing runs", () => {
  const code = "globalThis.ran = true";
  for (const language of ["js", "javascript", "json", "coffee", "constructor", "__proto__"]) {
    assert.match(
      faultOf(`---${language}\n{headline: ${code}}\n---\n`),
      /^1: expected front matter/,
    );
  }
  assert.ok(!("ran" in globalThis));
  faultOf("---\n__proto__: {polluted: 1}\nheadline: H\naddress: /a/\n---\n");
  assert.equal(Object("").polluted, undefined);
});

test("each fault has its line and says what to do", () => {
  assert.match(faultOf("no front matter"), /^1: expected front matter between two lines of `---`/);
  assert.match(faultOf("---\naddress: /x/\nheadline: a: b\n---\n"), /^3: is not YAML/);
  assert.match(
    faultOf("---\nheadline: H\nheadlin: I\naddress: /x/\n---\n"),
    /^3: unknown key `headlin`; did you mean `headline`\?/,
  );
  assert.match(
    faultOf("---\nheadline: H\naddress: /x/\npublished: 2022-02-30\n---\n"),
    /^4: `published`: expected a day/,
  );
  assert.match(
    faultOf("---\nheadline: H\naddress: /../x/\n---\n"),
    /^3: `address`: expected no `\.\.`/,
  );
  assert.match(
    faultOf("---\nheadline: H\naddress: x\n---\n"),
    /^3: `address`: expected an address such as/,
  );
  assert.match(
    faultOf("---\nheadline: H\naddress: /x/\nwithdrawn: true\n---\n"),
    /^4: `withdrawn`: expected the reason in words/,
  );
  assert.match(
    faultOf("---\nheadline: H\naddress: /x/\ncorrection:\n---\n"),
    /^4: `correction` is empty; give it a value or delete the line/,
  );
});

test("hundreds of thousands of blank lines are refused, not pondered", () => {
  assert.match(faultOf(`---\n${"\n".repeat(300_000)}headline: H\n---\n`), /100 empty lines/);
});

function writeArticle(folder: string, path: string, text: string): string {
  const plan = planWrite(folder, { path, text });
  carryOut(folder, plan);
  return plan.outcome;
}

test("a file that an editor has changed is kept, one that import wrote is renewed", (context) => {
  const folder = freshFolder();
  context.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, PATH);
  assert.equal(writeArticle(folder, PATH, "one"), "written");
  assert.equal(writeArticle(folder, PATH, "one"), "unchanged");
  assert.equal(writeArticle(folder, PATH, "two"), "written");
  assert.equal(readFileSync(path, "utf8"), "two");
  writeFileSync(path, "two, corrected");
  assert.equal(writeArticle(folder, PATH, "three"), "kept");
  assert.equal(writeArticle(folder, PATH, "two"), "kept");
  assert.equal(readFileSync(path, "utf8"), "two, corrected");
});

test("without the copies of the last import every file counts as the editor's", (context) => {
  const folder = freshFolder();
  context.after(() => rmSync(folder, { recursive: true }));
  writeArticle(folder, PATH, "one");
  rmSync(join(folder, ".backfile"), { recursive: true });
  assert.equal(writeArticle(folder, PATH, "two"), "kept");
  assert.equal(writeArticle(folder, PATH, "one"), "unchanged");
  assert.equal(
    writeArticle(folder, PATH, "two"),
    "written",
    "what import would write is import's again",
  );
});

test("two files with one address: the second is set aside and both are named", (context) => {
  const folder = freshFolder();
  context.after(() => rmSync(folder, { recursive: true }));
  for (const name of ["a", "b"]) {
    const path = join(folder, `articles/2022/01/${name}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, formatArticleFile(front, ""));
  }
  const { diagnostics } = readArticles(folder);
  assert.equal(diagnostics.length, 1);
  assert.equal(diagnostics[0]?.file, "articles/2022/01/b.md");
  assert.match(diagnostics[0]?.message ?? "", /articles\/2022\/01\/a\.md/);
});

/** Places given so far, by address: whose they are. */
function takenBy(
  given: Readonly<Record<string, string>>,
  files: readonly string[] = [],
): TakenPlaces {
  const folded = new Map(Object.entries(given).map(([at, holder]) => [foldPlace(at), holder]));
  const names = new Set(files.map(foldPlace));
  return {
    holderOf: (address) => folded.get(foldPlace(address)),
    isFile: (path) => names.has(foldPlace(path)),
  };
}

function source(path: string, sha256: string): SourceText {
  return { path, sha256, text: "", encoding: "utf-8", format: "text" };
}

const FLOOD: ImportedArticle = {
  front: { headline: "Flood" },
  body: "",
  shelf: "/2019/11/06/",
  slug: "flood",
};

test("a second article of the same day and headline gets its source's hash, and a note", () => {
  const first = newPlace(source("a.txt", "aaaaaaaaaa"), FLOOD, takenBy({}));
  assert.deepEqual(first, {
    place: { path: "articles/2019/11/flood.md", address: "/2019/11/06/flood/" },
  });
  const taken = takenBy({ [first.place.address]: "sources/a.txt" }, [first.place.path]);
  const second = newPlace(source("b.txt", "bbbbbbbbbb"), FLOOD, taken);
  assert.equal(second.place.address, "/2019/11/06/flood-bbbbbb/");
  assert.match(second.note?.message ?? "", /a\.txt/);
  const both = takenBy({ "/2019/11/06/flood/": "a", "/2019/11/06/flood-bbbbbb/": "b" });
  const third = newPlace(source("c.txt", "bbbbbbbbcc"), FLOOD, both);
  assert.equal(third.place.address, "/2019/11/06/flood-bbbbbbbb/");
});

test("the same headline on another day of the month keeps its address and gets another file", () => {
  const taken = takenBy({ "/2019/11/06/flood/": "sources/a.txt" }, ["articles/2019/11/flood.md"]);
  const second = newPlace(
    source("b.txt", "bbbbbbbbbb"),
    { ...FLOOD, shelf: "/2019/11/07/" },
    taken,
  );
  assert.deepEqual(second, {
    place: { path: "articles/2019/11/flood-bbbbbb.md", address: "/2019/11/07/flood/" },
  });
});

test("a name that another article has but for its case is taken: on some disks the two are one file", () => {
  const taken = takenBy({ "/2019/11/06/Flood/": "x" }, ["articles/2019/11/Flood.md"]);
  assert.deepEqual(newPlace(source("a.txt", "aaaaaaaaaa"), FLOOD, taken).place, {
    path: "articles/2019/11/flood-aaaaaa.md",
    address: "/2019/11/06/flood-aaaaaa/",
  });
});

test("the copy of another article is no base: nothing is merged with it, no version is made of it", (context) => {
  const folder = freshFolder();
  context.after(() => rmSync(folder, { recursive: true }));
  const text = (file: string, sha256: string, body: string): string =>
    formatArticleFile({ ...front, source: { file, sha256 } }, body);
  carryOut(folder, planWrite(folder, { path: PATH, text: text("a.txt", "1", "A.\n") }));
  const mine = text("b.txt", "2", "B, mine.\n");
  writeFileSync(join(folder, PATH), mine);
  const incoming = text("b.txt", "3", "B, new.\n");
  const plan = planWrite(folder, { path: PATH, text: incoming });
  assert.equal(plan.outcome, "kept");
  assert.equal(plan.version, undefined);
  assert.deepEqual(plan.memory.conflicts, []);
  assert.ok(plan.isWithoutBase);
  carryOut(folder, plan);
  assert.equal(readFileSync(join(folder, PATH), "utf8"), mine);
  rmSync(join(folder, PATH));
  assert.equal(planWrite(folder, { path: PATH, text: incoming }).version, undefined);
});
