/** Is a changed source merged into a changed article, piece by piece, with nothing overwritten and nothing mixed up? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { alignment } from "../src/text/alignment.ts";
import { wordChanges } from "../src/text/word-changes.ts";
import { formatArticleFile, parseArticleFile } from "../src/write/article-file.ts";
import { type Conflict, mergeArticle, openConflicts } from "../src/write/merge.ts";
import { bodyUnits, mergeBody } from "../src/write/merge-body.ts";
import { matchSources } from "../src/write/source-match.ts";

const ADDRESS = "/2022/01/26/bridge/";

function article(fields: object, ...paragraphs: readonly string[]): string {
  const front = { headline: "Bridge opens", ...fields, address: ADDRESS };
  return formatArticleFile(front, `${paragraphs.join("\n\n")}\n`);
}

interface Merged {
  readonly text: string;
  readonly conflicts: readonly Conflict[];
}

function merged(base: string, incoming: string, standing: string): Merged {
  const merge = mergeArticle(base, incoming, standing);
  assert.ok(merge);
  return merge;
}

// ------------------------------------------------------------------ fields

interface FieldCase {
  readonly title: string;
  readonly base: object;
  readonly incoming: object;
  readonly standing: object;
  readonly wanted: object;
  readonly conflicts?: readonly string[];
}

const FIELDS: readonly FieldCase[] = [
  {
    title: "only the source has changed",
    base: { dateline: "PORT ELLIS" },
    incoming: { dateline: "THORNBY" },
    standing: { dateline: "PORT ELLIS" },
    wanted: { dateline: "THORNBY" },
  },
  {
    title: "only the editor has",
    base: { dateline: "PORT ELLIS" },
    incoming: { dateline: "PORT ELLIS" },
    standing: { dateline: "Port Ellis" },
    wanted: { dateline: "Port Ellis" },
  },
  {
    title: "both have, alike",
    base: { headline: "Brigde" },
    incoming: { headline: "Bridge" },
    standing: { headline: "Bridge" },
    wanted: { headline: "Bridge" },
  },
  {
    title: "both have, differently",
    base: { headline: "Brigde" },
    incoming: { headline: "Bridge shuts" },
    standing: { headline: "Bridge closes" },
    wanted: { headline: "Bridge closes" },
    conflicts: ["headline"],
  },
  {
    title: "the editor has taken a field out that the source changes",
    base: { section: "News" },
    incoming: { section: "Local" },
    standing: {},
    wanted: {},
    conflicts: ["section"],
  },
  {
    title: "the editor has put a field in that import knows nothing of",
    base: {},
    incoming: { section: "Local" },
    standing: { note: "From the bound volume." },
    wanted: { section: "Local", note: "From the bound volume." },
  },
  {
    title: "a name taken out stays out, one put in stays in, new ones come, dropped ones go",
    base: { people: ["Ana Reis", "Tom Varga", "Ida Lund"] },
    incoming: { people: ["Ana Reis", "Tom Varga", "Jon Marsh"] },
    standing: { people: ["Tomas Varga", "Ana Reis", "Ida Lund"] },
    wanted: { people: ["Tomas Varga", "Ana Reis", "Jon Marsh"] },
  },
  {
    title: "a list taken out altogether stays out",
    base: { people: ["Ana Reis"] },
    incoming: { people: ["Ana Reis", "Jon Marsh"] },
    standing: {},
    wanted: {},
  },
  {
    title: "a list of which nothing is left stays an empty one, which nobody fills",
    base: { people: ["Ana Reis", "Tom Varga"] },
    incoming: { people: ["Ana Reis"] },
    standing: { people: ["Tom Varga"] },
    wanted: { people: [] },
  },
  {
    title: "a list that the source has no more leaves what the editor put in",
    base: { people: ["Ana Reis", "Tom Varga"] },
    incoming: {},
    standing: { people: ["Tom Varga", "Ida Lund"] },
    wanted: { people: ["Ida Lund"] },
  },
  {
    title: "a list that both have begun has the names of both",
    base: {},
    incoming: { people: ["Ana Reis", "Ida Lund"] },
    standing: { people: ["Ida Lund", "Tom Varga"] },
    wanted: { people: ["Ida Lund", "Tom Varga", "Ana Reis"] },
  },
  {
    title: "where it comes from is import's to say",
    base: { source: { file: "a.txt", sha256: "1" } },
    incoming: { source: { file: "b/a.txt", sha256: "2" } },
    standing: { source: { file: "a.txt", sha256: "1" } },
    wanted: { source: { file: "b/a.txt", sha256: "2" } },
  },
];

for (const { title, base, incoming, standing, wanted, conflicts = [] } of FIELDS) {
  test(`fields: ${title}`, () => {
    const result = merged(article(base), article(incoming), article(standing));
    const read = parseArticleFile(result.text, "");
    assert.ok("front" in read);
    assert.deepEqual(read.front, { headline: "Bridge opens", ...wanted, address: ADDRESS });
    assert.deepEqual(
      result.conflicts.map(({ place }) => place),
      conflicts,
    );
  });
}

test("comments stay where a list becomes empty", () => {
  const standing = article({ people: ["Tom Varga"] }).replace("---\n", "---\n# mine\n");
  const { text } = merged(article({ people: ["Ana Reis", "Tom Varga"] }), article({}), standing);
  assert.match(text, /^---\n# mine\nheadline: Bridge opens\npeople: \[\]\naddress/);
});

test("the address stays, whatever the source says", () => {
  const moved = article({}).replace(ADDRESS, "/2023/02/02/other/");
  assert.match(merged(article({}), moved, article({ note: "x" })).text, /\/2022\/01\/26\/bridge\//);
});

test("comments and the editor's own spelling of YAML stay, line by line", () => {
  const standing = [
    "---",
    "# checked against the bound volume, AR",
    'headline: "Bridge opens"   # as printed',
    "dateline: PORT ELLIS",
    "# the next line was in dispute",
    "people: [Ana Reis,",
    "  Tom Varga]",
    `address: ${ADDRESS}`,
    "# done",
    "---",
    "One.\n",
  ].join("\n");
  const base = article({ dateline: "PORT ELLIS", people: ["Ana Reis"] }, "One.");
  const incoming = article({ dateline: "THORNBY", people: ["Ana Reis"] }, "One.");
  const { text } = merged(base, incoming, standing);
  assert.equal(text, standing.replace("dateline: PORT ELLIS", "dateline: THORNBY"));
});

test("line ends and byte order mark stay as the editor's program saves them, comments too", () => {
  const base = article({ dateline: "X" }, "One.", "Two.");
  const edited = base.replace("headline:", "# mine\nheadline:").replace("Two.", "Two, mine.");
  const incoming = article({ dateline: "Y" }, "One, new.", "Two.");
  const wanted = edited.replace("dateline: X", "dateline: 'Y'").replace("One.", "One, new.");
  assert.equal(merged(base, incoming, edited).text, wanted);
  for (const save of [
    (text: string) => text.replaceAll("\n", "\r\n"),
    (text: string) => `\uFEFF${text}`,
  ]) {
    assert.equal(merged(base, incoming, save(edited)).text, save(wanted));
    assert.equal(merged(base, base, save(edited)).text, save(edited));
  }
});

test("front matter on one line is merged too, though written anew", () => {
  const standing = `---\n{headline: Bridge opens, dateline: X, note: mine, address: ${ADDRESS}}\n---\nOne.\n`;
  const { text } = merged(article({ dateline: "X" }, "One."), article({}, "One."), standing);
  const read = parseArticleFile(text, "");
  assert.ok("front" in read);
  assert.deepEqual(read.front, { headline: "Bridge opens", note: "mine", address: ADDRESS });
});

// ------------------------------------------------------------------ paragraphs

interface BodyCase {
  readonly title: string;
  readonly base: string;
  readonly incoming: string;
  readonly standing: string;
  readonly wanted: string;
  readonly conflicts?: number;
}

/** A letter is a paragraph. */
const BODIES: readonly BodyCase[] = [
  {
    title: "source changes one",
    base: "a b c",
    incoming: "a B c",
    standing: "a b c",
    wanted: "a B c",
  },
  {
    title: "editor changes one",
    base: "a b c",
    incoming: "a b c",
    standing: "a X c",
    wanted: "a X c",
  },
  { title: "neighbours", base: "a b c", incoming: "a b C", standing: "a X c", wanted: "a X C" },
  {
    title: "the same one",
    base: "a b c",
    incoming: "a B c",
    standing: "a X c",
    wanted: "a X c",
    conflicts: 1,
  },
  {
    title: "the same one, alike",
    base: "a b c",
    incoming: "a X c",
    standing: "a X c",
    wanted: "a X c",
  },
  {
    title: "source adds at the end",
    base: "a b",
    incoming: "a b n",
    standing: "X b",
    wanted: "X b n",
  },
  {
    title: "source adds at the head",
    base: "a b",
    incoming: "n a b",
    standing: "a X",
    wanted: "n a X",
  },
  { title: "source drops one", base: "a b c", incoming: "a c", standing: "a b X", wanted: "a X" },
  {
    title: "editor takes one out",
    base: "a b c",
    incoming: "a b C",
    standing: "a c",
    wanted: "a C",
  },
  {
    title: "taken out and changed",
    base: "a b c",
    incoming: "a B c",
    standing: "a c",
    wanted: "a c",
    conflicts: 1,
  },
  {
    title: "changed and dropped",
    base: "a b c",
    incoming: "a c",
    standing: "a X c",
    wanted: "a X c",
    conflicts: 1,
  },
  {
    title: "editor adds",
    base: "a b c",
    incoming: "A b c",
    standing: "a b N c",
    wanted: "A b N c",
  },
  {
    title: "repeated paragraphs",
    base: "a a a",
    incoming: "a a a n",
    standing: "a X a",
    wanted: "a X a n",
  },
  {
    title: "both add at one place",
    base: "a b",
    incoming: "a b n",
    standing: "a b N",
    wanted: "a b n N",
  },
  { title: "everything anew", base: "a b", incoming: "x y z", standing: "a b", wanted: "x y z" },
  { title: "an empty text filled", base: "", incoming: "a", standing: "", wanted: "a" },
];

function bodyOf(letters: string): string {
  return letters === "" ? "" : `${letters.split(" ").join("\n\n")}\n`;
}

for (const { title, base, incoming, standing, wanted, conflicts = 0 } of BODIES) {
  test(`paragraphs: ${title}`, () => {
    const result = mergeBody(bodyOf(base), bodyOf(incoming), bodyOf(standing));
    assert.equal(result.body, bodyOf(wanted));
    assert.equal(result.conflicts.length, conflicts);
  });
}

test("untouched Markdown is kept to the character, tables and lists in one piece or item by item", () => {
  const standing =
    "One *mine*.\n\n\n```table\nA  1\n\nB  2\n```\n\n- first\n- second, mine\n  goes on\n\nLast.\n";
  const base = standing.replace(" *mine*", "").replace(", mine", "");
  const incoming = base.replace("- first", "- first, from the source");
  const { body, conflicts } = mergeBody(base, incoming, standing);
  assert.deepEqual(conflicts, []);
  assert.equal(body, standing.replace("- first", "- first, from the source"));
});

const line = fc.constantFrom("a", "b", "- c", "```", "", "  ", "d  ", "1. e", "  f", "> g");

test("the units of a body are the body", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const body = lines.join("\n");
      const units = bodyUnits(body);
      const joined = units.map(({ text, gap }) => text + gap).join("");
      assert.equal(joined, body.replace(/^(?:[ \t]*\n)+/, "").replace(/^[ \t]+$/, ""));
    }),
    { seed: 3, numRuns: 2000 },
  );
});

const letters = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 12 });

test("no paragraph of the editor's is lost, and a merge of a merge changes nothing", () => {
  fc.assert(
    fc.property(letters, letters, letters, (base, incoming, own) => {
      const standing = own.map((letter) => (base.includes(letter) ? letter : `${letter} mine`));
      const [b, i, s] = [base, incoming, standing].map((list) => `${list.join("\n\n")}\n`);
      const result = mergeBody(b ?? "", i ?? "", s ?? "");
      for (const paragraph of standing.filter((text) => text.endsWith("mine"))) {
        assert.ok(result.body.includes(paragraph), paragraph);
      }
      assert.equal(mergeBody(i ?? "", i ?? "", result.body).body, result.body);
    }),
    { seed: 5, numRuns: 2000 },
  );
});

// ------------------------------------------------------------------ conflicts

test("a conflict is open until the editor changes the place or the source takes its words back", () => {
  const base = article({}, "One.", "Two.");
  const incoming = article({}, "One.", "Two, said the source.");
  const standing = article({}, "One.", "Two, said the editor.");
  const { conflicts, text } = merged(base, incoming, standing);
  assert.equal(text, standing);
  assert.deepEqual(conflicts, [
    { place: "paragraph", standing: "Two, said the editor.", incoming: "Two, said the source." },
  ]);
  assert.deepEqual(openConflicts(conflicts, standing, incoming), conflicts);
  assert.deepEqual(openConflicts(conflicts, article({}, "One.", "Two, both said."), incoming), []);
  assert.deepEqual(openConflicts(conflicts, standing, base), []);
});

test("a conflict about a paragraph that was taken out is settled by putting the source's in", () => {
  const [base, incoming] = [article({}, "One.", "Two."), article({}, "One.", "Two, anew.")];
  const { conflicts, text } = merged(base, incoming, article({}, "One."));
  assert.deepEqual(conflicts, [{ place: "paragraph", incoming: "Two, anew." }]);
  assert.deepEqual(openConflicts(conflicts, text, incoming), conflicts);
  assert.deepEqual(openConflicts(conflicts, article({}, "Two, anew.", "One."), incoming), []);
});

test("a text that cannot be read is not merged", () => {
  assert.equal(mergeArticle(article({}), article({}), "---\nheadline: [\n---\n"), undefined);
});

// ------------------------------------------------------------------ what is the same in two lists

test("pieces in common are the same pieces, rising in both lists, and all of equal lists", () => {
  fc.assert(
    fc.property(letters, letters, (first, second) => {
      let before = [-1, -1];
      for (const [a, b] of alignment(first, second)) {
        assert.equal(first[a], second[b]);
        assert.ok(a > (before[0] ?? 0) && b > (before[1] ?? 0));
        before = [a, b];
      }
      assert.equal(alignment(first, first).length, first.length);
    }),
    { seed: 11, numRuns: 2000 },
  );
});

test("two hundred thousand paragraphs in another order are aligned", () => {
  const many = Array.from({ length: 200_000 }, (_, i) => String(i));
  assert.ok(alignment(many, [...many.slice(1), "0"]).length >= 199_999);
  assert.ok(alignment(many, ["x", ...many.filter((_, i) => i % 2 === 1), "y"]).length >= 100_000);
});

test("two hundred thousand paragraphs without one in common do not take for ever", () => {
  const many = (mark: string): string[] =>
    Array.from({ length: 200_000 }, (_, i) => `${mark}${i % 7}`);
  assert.deepEqual(alignment(many("a"), many("b")), []);
});

test("bodies of hundreds of thousands of paragraphs are merged as small ones are", () => {
  const many = Array.from({ length: 200_000 }, (_, i) => `p${i}`).join("\n\n");
  const [base, incoming, standing] = ["a", "b", "c"].map((end) => `${end}\n\n${many}\n\n${end}\n`);
  const ends = mergeBody(base ?? "", incoming ?? "", standing ?? "");
  assert.deepEqual([ends.body === standing, ends.conflicts.length], [true, 2]);
  assert.equal(mergeBody("a\n\nb\n", `a\n\n${many}\n`, "c\n\nb\n").body, `c\n\n${many}\n`);
  const both = mergeBody("", `${many}\n`, `${many.replaceAll("p", "q")}\n`);
  assert.equal(both.taken, 200_000, "what the editor put in was not taken from the source");
});

test("words laid over each other give back both wordings", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const runs = wordChanges(before, after);
      const without = (kind: string): string =>
        runs.map((run) => (run.kind === kind ? "" : run.text)).join("");
      assert.equal(without("added"), before);
      assert.equal(without("removed"), after);
    }),
    { seed: 13, numRuns: 1000 },
  );
});

// ------------------------------------------------------------------ which article is whose

function standing(file: string, sha256: string) {
  return { path: file, source: { name: `sources/${file}`, sha256 } };
}

function matched(
  articles: Record<string, string>,
  sources: Record<string, string>,
): { readonly articles: Record<string, string>; readonly gone: readonly string[] } {
  const match = matchSources(
    Object.entries(articles).map(([file, sha256]) => standing(file, sha256)),
    Object.entries(sources).map(([file, sha256]) => ({ name: `sources/${file}`, sha256 })),
  );
  return {
    articles: Object.fromEntries(
      [...match.articles].map(([name, path]) => [name.slice(8), path]).sort(),
    ),
    gone: match.gone,
  };
}

test("sources that change places keep their articles; so does a chain of moves", () => {
  assert.deepEqual(matched({ a: "1", b: "2" }, { a: "2", b: "1" }), {
    articles: { a: "b", b: "a" },
    gone: [],
  });
  assert.deepEqual(matched({ a: "1", b: "2" }, { b: "1", c: "2" }), {
    articles: { b: "a", c: "b" },
    gone: [],
  });
});

test("a new file in the place of one that has moved gets an article of its own", () => {
  assert.deepEqual(matched({ a: "1" }, { a: "9", c: "1" }), { articles: { c: "a" }, gone: [] });
});

test("a changed source keeps its article, a deleted one is gone, a copy takes nothing", () => {
  assert.deepEqual(matched({ a: "1", b: "2" }, { a: "9" }), { articles: { a: "a" }, gone: ["b"] });
  assert.deepEqual(matched({ b: "1" }, { a: "1", b: "1" }), { articles: { b: "b" }, gone: [] });
  const { holders } = matchSources(
    [standing("b", "1")],
    [
      { name: "sources/a", sha256: "1" },
      { name: "sources/b", sha256: "1" },
    ],
  );
  assert.equal(holders.get("1"), "sources/b");
});
