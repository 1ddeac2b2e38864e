/** Are the editor's decisions read, and obeyed for ever: what is settled, and files cut into their articles? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { SourceText } from "../src/model.ts";
import { addDecision } from "../src/read/decision-file.ts";
import { readDecisions } from "../src/read/decisions.ts";
import { splitSource } from "../src/read/split.ts";
import type { NameRulings, RuledKind } from "../src/settings-model.ts";
import { CliError } from "../src/text/cli-error.ts";
import { foldName } from "../src/text/fold.ts";
import { printedName } from "../src/text/invisible.ts";
import { remarkId } from "../src/text/remark-id.ts";
import { runCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

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
  ["- split: a.txt\n  at: 14\n", /decisions\.yml:2: .*such as \[14, 31\]/],
  ["- split: a.txt\n  at: [1]\n", /decisions\.yml:2: .*above 1/],
  ["- note: alone\n", /decisions\.yml:1: .*one decision/],
  ["- same: [Ana Reis]\n  rename: Ana Reis\n", /decisions\.yml:1: .*one decision/],
  ['# a\n- settled: "5f1c2a9b"\n\n# - b\n- smae: [A]\n', /decisions\.yml:5: .*`smae`.*`same`/],
  ["- rename: Tom Varga\n", /decisions\.yml:1: .*`to: NAME`/],
  ["- same: [Tom Varga]\n  label: mayor\n", /decisions\.yml:1: .*`label` with `different/],
  ["- not-a-person: Silk Road\n  kind: place\n", /decisions\.yml:1: .*`kind: organisation`/],
  ["- same: [Tom Varga]\n  kind: topic\n", /decisions\.yml:2: .*person, organisation or place/],
  ["- different: Tom Varga\n", /decisions\.yml:1: .*two names/],
  ["- different: [José Ruiz, Jose ruiz]\n", /decisions\.yml:1: .*capitals and accents/],
  ["- different: [A B, C D]\n  in: [a.md]\n", /decisions\.yml:1: .*one name/],
  ["- different: Ana Reis\n  in: [notes.txt]\n", /decisions\.yml:2: .*Markdown file/],
  ["- story: [a.md]\n", /decisions\.yml:1: .*two articles in `story`/],
  ["- story: [a.md, articles/a.md]\n", /decisions\.yml:1: .*two articles in `story`/],
  ["- story: [a.txt, b.md]\n", /decisions\.yml:1: .*Markdown file/],
  ["- not-story: [a.md, b.md]\n  title: The flood\n", /decisions\.yml:1: .*`title` with `story/],
  ["- story: [a.md, b.md]\n  label: flood\n", /decisions\.yml:1: .*`label` with `different/],
  ["- same: []\n", /decisions\.yml:1: .*empty list/],
  ["- not-a-person: null\n", /decisions\.yml:1: .*`not-a-person`/],
  ['- not-a-person: "\\u200e"\n', /decisions\.yml:1: .*nothing to be seen/],
  ['- not-a-person: "a\\0b"\n', /decisions\.yml:1: .*control/],
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

// ------------------------------------------------------------------ rulings on names

function rulings(folder: FreshFolder, yaml: string, kind: RuledKind = "person"): NameRulings {
  folder.write("decisions.yml", yaml);
  return readDecisions(folder.path).names[kind];
}

test("rulings on names are read with their lines, by the kind of what is named", (t) => {
  const folder = freshFolder(t);
  const yaml = `# who is who
- same: [Ana Reis, A. Reis]
  note: she signs so
- different: [Tomas Varga, Tom Varga]

- different: Anton Melrose
  in: [articles/2019/03/x.md, 2019/04/y.md]
  label: harbour master
- not-a-person: "Silk\\u200e  Road"
- rename: Tom Varga
  to: Tomás Varga
- not-a-place: Carrow
`;
  const { same, different, apart, none, renamed, records } = rulings(folder, yaml);
  assert.deepEqual(same, [{ at: "decisions.yml:2", names: ["Ana Reis", "A. Reis"] }]);
  assert.deepEqual(different, [{ at: "decisions.yml:4", names: ["Tomas Varga", "Tom Varga"] }]);
  assert.deepEqual(apart, [
    {
      at: "decisions.yml:6",
      name: "Anton Melrose",
      articles: ["articles/2019/03/x.md", "articles/2019/04/y.md"],
      label: "harbour master",
    },
  ]);
  assert.deepEqual(none, [{ at: "decisions.yml:9", name: "Silk Road" }]);
  assert.deepEqual(renamed, [{ at: "decisions.yml:10", name: "Tom Varga", to: "Tomás Varga" }]);
  assert.deepEqual(records, []);
  assert.deepEqual(readDecisions(folder.path).names.place.none, [
    { at: "decisions.yml:12", name: "Carrow" },
  ]);
  const lists = rulings(
    folder,
    "- same: [Dock Board, The Dock Board]\n  kind: organisation\n",
    "organisation",
  );
  assert.equal(lists.same.length, 1);
});

test("what is said twice is said once, and articles of one namesake add up", (t) => {
  const found = rulings(
    freshFolder(t),
    `- same: [Ana Reis, ana reis]
- same: [Ana Reis]
- not-a-person: Silk Road
- not-a-person: silk road
- different: Anton Melrose
  in: a.md
  label: poet
- different: Anton Melrose
  in: [b.md, a.md]
  label: Poet
`,
  );
  assert.deepEqual([found.same.length, found.none.length, found.apart.length], [1, 1, 1]);
  assert.deepEqual(found.apart[0]?.articles, ["articles/a.md", "articles/b.md"]);
});

const RECORD = "---\nname: Tomas Varga\nvariants: [Tom Varga]\n---\n";

/** Each with both places that the error must name. */
const CONTRADICTIONS: readonly (readonly [
  yaml: string,
  places: readonly string[],
  record?: string,
])[] = [
  ["- same: [A B, C D]\n- different: [C D, A B]\n", ["decisions.yml:2", "decisions.yml:1"]],
  [
    "- same: [A B, C D]\n- same: [E F, c d]\n- different: [A B, É F]\n",
    ["decisions.yml:3", "decisions.yml:1", "decisions.yml:2"],
  ],
  [
    "- different: [Tom Varga, Tomas Varga]\n",
    ["decisions.yml:1", "people/tomas-varga.md:2"],
    RECORD,
  ],
  [
    "- same: [Tom Varga, T. J. Varga]\n- different: [T. J. Varga, Tomas Varga]\n",
    ["decisions.yml:2", "people/tomas-varga.md:2", "decisions.yml:1"],
    RECORD,
  ],
  ["- not-a-person: A B\n- same: [C D, a b]\n", ["decisions.yml:1", "decisions.yml:2"]],
  ["- not-a-person: A B\n- rename: C D\n  to: A B\n", ["decisions.yml:1", "decisions.yml:2"]],
  ["- different: A B\n  in: x.md\n- not-a-person: A B\n", ["decisions.yml:3", "decisions.yml:1"]],
  ["- not-a-person: tom varga\n", ["decisions.yml:1", "people/tomas-varga.md:2"], RECORD],
  ["- same: [A B]\n- different: A B\n  in: x.md\n", ["decisions.yml:2", "decisions.yml:1"]],
  ["- rename: A B\n  to: C D\n- rename: a b\n  to: E F\n", ["decisions.yml:3", "decisions.yml:1"]],
  ["- rename: A B\n  to: C D\n- rename: C D\n  to: A B\n", ["decisions.yml:3", "decisions.yml:1"]],
  [
    "- different: A B\n  in: x.md\n  label: poet\n- different: A B\n  in: x.md\n  label: mayor\n",
    ["decisions.yml:4", "decisions.yml:1"],
  ],
  [
    "- different: A B\n  in: [x.md, y.md]\n- different: A B\n  in: [y.md, z.md]\n",
    ["decisions.yml:3", "decisions.yml:1"],
  ],
  ["", ["people/tomas-varga.md:2", "people/other.md:2"], RECORD],
];

for (const [yaml, places, record] of CONTRADICTIONS) {
  test(`a contradiction names both lines: ${JSON.stringify(yaml)}`, (t) => {
    const folder = freshFolder(t);
    if (record !== undefined) folder.write("people/tomas-varga.md", record);
    if (yaml === "") folder.write("people/other.md", "---\nname: tom varga\n---\n");
    assert.throws(
      () => rulings(folder, yaml),
      (error) => {
        assert.ok(error instanceof CliError);
        assert.ok(error.message.startsWith(folder.at(places[0] ?? "")), error.message);
        for (const place of places) assert.ok(error.message.includes(place), error.message);
        return !error.message.includes("\n");
      },
    );
  });
}

test("what only looks like a contradiction is none", (t) => {
  const folder = freshFolder(t);
  folder.write("people/tomas-varga.md", RECORD);
  folder.write(
    "people/tom-varga-baker.md",
    "---\nname: Tom Varga\narticles: [articles/x.md]\nlabel: baker\n---\n",
  );
  const found = rulings(
    folder,
    `- rename: Jose Ruiz
  to: José Ruiz
- same: [A B, C D]
- different: [A B, E F]
- different: [C D, G H]
- rename: K L
  to: M N
- rename: M N
  to: O P
- different: Tom Varga
  in: x.md
`,
  );
  assert.equal(found.records.length, 2);
  assert.deepEqual(
    found.renamed.map(({ to }) => to),
    ["José Ruiz", "O P", "O P"],
  );
});

test("ten thousand decisions are read in a moment", (t) => {
  const folder = freshFolder(t);
  const lines = Array.from({ length: 10_000 }, (_, at) =>
    at % 2 === 0
      ? `- same: [Ana R${at} Reis, Ana R${at + 2} Reis]\n`
      : `- different: [Ana R${at} Reis, Tom R${at} Varga]\n`,
  );
  const start = performance.now();
  const found = rulings(folder, lines.join(""));
  const took = performance.now() - start;
  assert.deepEqual([found.same.length, found.different.length], [5000, 5000]);
  assert.equal(found.different.at(-1)?.at, "decisions.yml:10000");
  assert.ok(took < 5000, `${took} ms`);
  folder.write("decisions.yml", `${lines.join("")}- different: [Ana R0 Reis, Ana R9998 Reis]\n`);
  assert.throws(() => readDecisions(folder.path), /decisions\.yml:10001: /);
});

test("a chain of ten thousand new names leads to the last one in a moment", (t) => {
  const chain = Array.from(
    { length: 10_000 },
    (_, at) => `- rename: Ana R${at} Reis\n  to: Ana R${at + 1} Reis\n`,
  );
  const start = performance.now();
  const { renamed } = rulings(freshFolder(t), chain.join(""));
  assert.ok(renamed.every(({ to }) => to === "Ana R10000 Reis"));
  assert.ok(performance.now() - start < 5000);
});

test("whatever a name holds, a line written for it says that name again", (t) => {
  const folder = freshFolder(t);
  const words = fc.stringMatching(/^[\w #:'"[\]{},&*!|>%@`\\é\u202e\u0646-]{1,20}$/);
  const name = fc.tuple(words, words).map((parts) => printedName(parts.join(" ")));
  const sayable = name.filter((one) => foldName(one) !== "");
  fc.assert(
    fc.property(sayable, sayable, (one, other) => {
      folder.write("decisions.yml", "");
      addDecision(folder.path, { same: [one, other] });
      addDecision(folder.path, { rename: one, to: other });
      const { same, renamed } = readDecisions(folder.path).names.person;
      assert.equal(same[0]?.names[0], one);
      assert.deepEqual([renamed[0]?.name, renamed[0]?.to], [one, other]);
    }),
    { seed: 11, numRuns: 300 },
  );
});

test("a ruling that contradicts another is not written, and the file stays to the byte", (t) => {
  const folder = freshFolder(t);
  const before = "# ours\r\n- different: [Tomas Varga, Tom Varga]  # two men";
  folder.write("decisions.yml", before);
  assert.throws(
    () => addDecision(folder.path, { same: ["Tom Varga", "Tomas Varga"] }),
    (error) =>
      error instanceof CliError &&
      /decisions\.yml:2/.test(error.message) &&
      /decisions\.yml:3/.test(error.message),
  );
  assert.equal(folder.read("decisions.yml"), before);
  addDecision(folder.path, { "not-a-person": "Null" });
  assert.equal(folder.read("decisions.yml"), `${before}\n- not-a-person: "Null"\n`);
});

// ------------------------------------------------------------------ authority records

test("an authority record is read with its note", (t) => {
  const folder = freshFolder(t);
  folder.write(
    "people/anton-melrose-poet.md",
    `---\r
# the poet\r
name: Anton Melrose\r
variants:\r
  - A. Melrose\r
articles: [2019/03/x.md]\r
label: poet\r
born: 1911\r
died: "1988"\r
same-as:\r
  - https://people.example/melrose\r
---\r
\r
Wrote *Tides*.\r
`,
  );
  folder.write("people/.hidden.md", "no");
  folder.write("people/notes.txt", "no");
  assert.deepEqual(readDecisions(folder.path).names.person.records, [
    {
      slug: "anton-melrose-poet",
      name: "Anton Melrose",
      variants: ["A. Melrose"],
      articles: ["articles/2019/03/x.md"],
      label: "poet",
      born: "1911",
      died: "1988",
      sameAs: ["https://people.example/melrose"],
      note: "Wrote *Tides*.",
      at: "people/anton-melrose-poet.md:3",
    },
  ]);
});

test("what is known of a place is read with its position", (t) => {
  const folder = freshFolder(t);
  folder.write(
    "places/port-ellis.md",
    "---\nname: Port Ellis\nvariants: [Ellis Port]\nlatitude: 37.95\nlongitude: -8.88\ncountry: PT\n---\nInvented.\n",
  );
  folder.write("places/nether-quay.md", "---\nname: Nether Quay\n---\n");
  const { person, place } = readDecisions(folder.path).names;
  assert.deepEqual(person.records, []);
  assert.deepEqual(place.records, [
    {
      slug: "nether-quay",
      name: "Nether Quay",
      variants: [],
      sameAs: [],
      at: "places/nether-quay.md:2",
    },
    {
      slug: "port-ellis",
      name: "Port Ellis",
      variants: ["Ellis Port"],
      sameAs: [],
      position: { latitude: 37.95, longitude: -8.88 },
      country: "PT",
      note: "Invented.",
      at: "places/port-ellis.md:2",
    },
  ]);
});

const BROKEN_PLACES: readonly (readonly [text: string, fault: RegExp])[] = [
  ["---\nname: A\nlatitude: 1\n---\n", /places\/a\.md:3: .*together/],
  ["---\nname: A\nlongitude: 1\n---\n", /places\/a\.md:\d: .*together/],
  ["---\nname: A\nlatitude: 91\nlongitude: 1\n---\n", /places\/a\.md:3: .*from -90 to 90/],
  ["---\nname: A\nlatitude: 1\nlongitude: -181\n---\n", /places\/a\.md:4: .*from -180 to 180/],
  ["---\nname: A\nlatitude: 37° N\nlongitude: 1\n---\n", /places\/a\.md:3: .*degrees such as/],
  ["---\nname: A\nlatitude: .nan\nlongitude: 1\n---\n", /places\/a\.md:3: /],
  ["---\nname: A\ncountry: Portugal\n---\n", /places\/a\.md:3: .*two capital letters/],
  ["---\nname: A\nlattitude: 1\n---\n", /places\/a\.md:3: .*`latitude`/],
  ["---\nname: A\nborn: 1950\n---\n", /places\/a\.md:3: /],
];

for (const [text, fault] of BROKEN_PLACES) {
  test(`a broken place is named in one line: ${JSON.stringify(text)}`, (t) => {
    const folder = freshFolder(t);
    folder.write("places/a.md", text);
    assert.throws(
      () => readDecisions(folder.path),
      (error) => error instanceof CliError && fault.test(error.message),
    );
  });
}

test("two files cannot both be about one place", (t) => {
  const folder = freshFolder(t);
  folder.write("places/a.md", "---\nname: Port Ellis\n---\n");
  folder.write("places/b.md", "---\nname: Ellis\nvariants: [port ellis]\n---\n");
  assert.throws(() => readDecisions(folder.path), /places\/[ab]\.md:2: .*speak of one place/);
});

const BROKEN_RECORDS: readonly (readonly [name: string, text: string, fault: RegExp])[] = [
  ["a", "Ana Reis\n", /people\/a\.md:1: expected `name`/],
  ["a", "---\nname: Ana Reis\n", /people\/a\.md:1: expected `name`/],
  ["a", "---\n---\n", /people\/a\.md:2: `name` is missing/],
  ["a", "---\nname: Ana Reis\nvarients: [A]\n---\n", /people\/a\.md:3: .*`variants`/],
  ["a", "---\nname: Ana Reis\nborn: May\n---\n", /people\/a\.md:3: .*1951/],
  ["a", "---\nname: Ana Reis\nborn: 1990\ndied: 1980\n---\n", /people\/a\.md:4: .*not before/],
  ["a", "---\nname: A B\nsame-as:\n  - javascript:alert(1)\n---\n", /people\/a\.md:4: .*https/],
  ["a", "---\nname: [\n---\n", /people\/a\.md:\d+: is not YAML/],
  ["Ana Reis", "---\nname: Ana Reis\n---\n", /small letters, figures and hyphens/],
];

for (const [name, text, fault] of BROKEN_RECORDS) {
  test(`a broken record is named in one line: ${JSON.stringify(text)}`, (t) => {
    const folder = freshFolder(t);
    folder.write(`people/${name}.md`, text);
    assert.throws(
      () => readDecisions(folder.path),
      (error) => error instanceof CliError && fault.test(error.message),
    );
  });
}

test("lines on stories are read with their titles, paths as they are elsewhere", (t) => {
  const folder = freshFolder(t);
  folder.write(
    "decisions.yml",
    "- story: [2019/a.md, content/articles/2019/b.md]\n  title: The flood\n- not-story: articles/c.md\n",
  );
  assert.deepEqual(readDecisions(folder.path).stories, {
    together: [
      {
        at: "decisions.yml:1",
        articles: ["articles/2019/a.md", "articles/2019/b.md"],
        title: "The flood",
      },
    ],
    apart: [{ at: "decisions.yml:3", articles: ["articles/c.md"] }],
  });
});

/** Lines on stories that cannot both hold, and the two places that are named. */
const STORY_CONTRADICTIONS: readonly (readonly [yaml: string, later: string, earlier: string])[] = [
  ["- story: [a.md, b.md]\n- not-story: [b.md, a.md]\n", "2", "1"],
  ["- story: [a.md, b.md]\n- story: [b.md, c.md]\n- not-story: [c.md, d.md, a.md]\n", "3", "1"],
  ["- not-story: a.md\n- story: [a.md, b.md]\n", "1", "2"],
  ["- story: [a.md, b.md]\n  title: X\n- story: [c.md, b.md]\n  title: Y\n", "3", "1"],
];

for (const [yaml, later, earlier] of STORY_CONTRADICTIONS)
  test(`two lines on stories contradict each other: ${JSON.stringify(yaml)}`, (t) => {
    const folder = freshFolder(t);
    folder.write("decisions.yml", yaml);
    const places = new RegExp(
      `decisions\\.yml:${later}: .* contradicts .*decisions\\.yml:${earlier};`,
    );
    assert.throws(
      () => readDecisions(folder.path),
      (error) => error instanceof CliError && places.test(error.message),
    );
  });

test("what is said twice of a story, or of two stories, is no contradiction", (t) => {
  const folder = freshFolder(t);
  folder.write(
    "decisions.yml",
    "- story: [a.md, b.md]\n  title: X\n- story: [b.md, a.md]\n  title: X\n- story: [c.md, d.md]\n  title: Y\n- not-story: [a.md, c.md]\n",
  );
  assert.equal(readDecisions(folder.path).stories.together.length, 3);
});
