/** Do the editor's files change the topics that ship, and does a file that does not fit hurt nobody else? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Diagnostic, TopicDefinition } from "../src/model.ts";
import { parseTopicFile } from "../src/read/topic-files.ts";
import { withoutPhrase, withPhrase, withTrue } from "../src/read/topic-lines.ts";
import { overlaidTopics } from "../src/read/topic-overlay.ts";
import { readingOf } from "../src/recognise/reading.ts";
import { splitSentences } from "../src/recognise/sentences.ts";
import { builtInTopics, findTopics } from "../src/recognise/topics/topics.ts";
import type { TopicFile } from "../src/settings-model.ts";
import { nameInYaml } from "../src/text/yaml-name.ts";
import { documentOf } from "./support/news-document.ts";

const TRAVEL: TopicDefinition = {
  id: "travel",
  label: "travel",
  code: "90000000",
  root: "90000000",
  phrases: [],
};
const SHIPS: TopicDefinition = {
  id: "ships",
  label: "ships",
  broader: "travel",
  root: "90000000",
  phrases: ["ferry", "vessel", "barge"],
  against: ["ferry cake"],
};
const SHIPPED = [TRAVEL, SHIPS];

function fileOf(slug: string, yaml: string, note = ""): TopicFile {
  const file = parseTopicFile(`---\n${yaml}\n---\n${note}`, slug);
  assert.ok(!("message" in file), "message" in file ? file.message : "");
  return file;
}

function laid(files: Readonly<Record<string, string>>) {
  const parsed = Object.entries(files).map(([slug, yaml]) => fileOf(slug, yaml));
  const { topics, diagnostics } = overlaidTopics(SHIPPED, parsed);
  const byId = new Map(topics.definitions.map((topic) => [topic.id, topic]));
  return {
    topics,
    byId,
    faults: diagnostics.map(({ file, line, about }) => `${file}:${line} ${about}`),
  };
}

test("without files the topics are those that ship, themselves and no copies", () => {
  const { topics } = overlaidTopics(builtInTopics(), []);
  assert.equal(topics.definitions.length, builtInTopics().length);
  for (const [index, topic] of topics.definitions.entries())
    assert.equal(topic, builtInTopics()[index]);
});

test("a file changes what it names of a shipped topic and leaves the rest", () => {
  const { byId, topics, faults } = laid({
    ships: "label: shipping\nadd: [lighter]\nwithout: [Barge]\nthreshold: 4",
  });
  assert.deepEqual(faults, []);
  const ships = byId.get("ships");
  assert.deepEqual(ships?.phrases, ["ferry", "vessel", "lighter"]);
  assert.equal(ships?.label, "shipping");
  assert.equal(ships?.threshold, 4);
  assert.deepEqual(ships?.against, ["ferry cake"]);
  assert.equal(ships?.shipped, SHIPS.phrases);
  for (const name of ["shipping", "ships"]) assert.equal(topics.names.get(name), "ships");
});

test("phrases given replace those that ship, and an empty list is none", () => {
  assert.deepEqual(laid({ ships: "phrases: [tug]" }).byId.get("ships")?.phrases, ["tug"]);
  assert.deepEqual(laid({ ships: "phrases:\nadd: tug" }).byId.get("ships")?.phrases, ["tug"]);
});

test("a file with another name is a topic of the archive's own, under the root of the one above", () => {
  const { byId } = laid({ "harbour-dues": "phrases: [harbour dues]\nbroader: ships" });
  assert.deepEqual(byId.get("harbour-dues"), {
    id: "harbour-dues",
    label: "harbour dues",
    broader: "ships",
    root: "90000000",
    phrases: ["harbour dues"],
  });
});

test("a phrase that is listed in two ways counts once, and in any capitals", () => {
  const phrases = "phrases: [Basin Six, basin six, Port Tax, PORT TAX]";
  assert.deepEqual(laid({ basins: phrases }).byId.get("basins")?.phrases, [
    "basin six",
    "Port Tax",
  ]);
});

test("a topic taken out is gone, and what lay under it lies under the one above it", () => {
  const { byId, topics } = laid({ ships: "remove: true", tugs: "broader: ships" });
  assert.deepEqual([...byId.keys()], ["travel", "tugs"]);
  assert.equal(byId.get("tugs")?.broader, "travel");
  assert.ok(topics.removed.has("ships"));
});

test("a topic that replaces another one takes its names, and the other is gone", () => {
  const { byId, topics } = laid({ boats: "label: Boats\nreplaces: [ships, row-boats.md]" });
  assert.ok(!byId.has("ships"));
  for (const name of ["ships", "row-boats", "boats"]) assert.equal(topics.names.get(name), "boats");
  assert.deepEqual(
    [...topics.replaced],
    [
      ["ships", "boats"],
      ["row-boats", "boats"],
    ],
  );
});

const MISFITS: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
  [
    { tugs: "label: tugs\nbroader: shipz" },
    /tugs\.md:3 `broader`: there is no topic shipz; did you mean `ships`\?/,
  ],
  [
    { shps: "add: [tug]" },
    /shps\.md:2 `add` changes a topic that ships .* did you mean `ships\.md`\?/,
  ],
  [{ tugs: "label: Ships" }, /tugs\.md:2 `label`: Ships is the label of the topic ships, too/],
  [{ a: "broader: b", b: "broader: a" }, /a\.md:2 `broader` goes round in a circle: a, b, a/],
  [
    { travel: "broader: ships" },
    /travel\.md:2 `broader` goes round in a circle: travel, ships, travel/,
  ],
  [{ tugs: "broader: tugs" }, /circle: tugs, tugs/],
  [{ tugs: "replaces: [tugs]" }, /tugs\.md:2 `replaces`: tugs is this topic itself/],
  [{ a: "replaces: [b]", b: "label: b" }, /a\.md:2 `replaces`: b has a file of its own/],
  [
    { a: "replaces: [old]", b: "replaces: [old]" },
    /b\.md:2 `replaces`: topics\/a\.md replaces old, too/,
  ],
];

for (const [files, expected] of MISFITS) {
  test(`a file that does not fit is named and left out: ${expected.source}`, () => {
    const { faults, byId } = laid({ ...files, good: "label: good" });
    assert.match(faults.join("\n"), expected);
    assert.ok(byId.has("good"));
    assert.ok(byId.has("ships") && byId.has("travel"));
  });
}

test("what leans on a file that is left out is looked at again without it", () => {
  const { faults, byId } = laid({ a: "broader: nowhere", b: "broader: a", c: "broader: ships" });
  assert.match(faults.join("\n"), /a\.md:2 .*nowhere[\s\S]*b\.md:2 .*no topic a;/);
  assert.deepEqual([...byId.keys()], ["travel", "ships", "c"]);
});

test("a phrase taken out that the topic does not have is a warning, and the file is used", () => {
  const { faults, byId } = laid({ ships: "label: shipping\nwithout: [bagre]" });
  assert.deepEqual(faults, ["topics/ships.md:3 bagre"]);
  assert.equal(byId.get("ships")?.label, "shipping");
});

const FAULTS: readonly (readonly [text: string, slug: string, expected: RegExp])[] = [
  ["---\nlable: x\n---\n", "x", /topics\/x\.md:2 unknown key `lable`; did you mean `label`\?/],
  ["---\nlabel: x\nthreshold: high\n---\n", "x", /x\.md:3 `threshold`: expected a number/],
  ["---\nthreshold: 0\n---\n", "x", /x\.md:2 `threshold`: expected a number above 0/],
  ["---\ncode: 11000000\n---\n", "x", /x\.md:2 `code`: expected eight figures in quotation marks/],
  ["---\nbroader: Local Government\n---\n", "x", /x\.md:2 `broader`: expected the file name/],
  ["---\nphrases: ['!!']\n---\n", "x", /x\.md:2 .*expected words of letters or figures/],
  [
    "---\nphrases: [tug]\nagainst: [tug]\n---\n",
    "x",
    /x\.md:3 .*`tug` cannot speak for the topic and against it/,
  ],
  ["---\nphrases: [a\n---\n", "x", /x\.md:\d+ is not YAML/],
  ["---\nremove: perhaps\n---\n", "x", /x\.md:2 `remove`: expected true or false/],
  ["---\n__proto__: {a: 1}\n---\n", "x", /x\.md:\d+ /],
  ["label: x\n", "x", /x\.md:1 expected what is known between two lines of ---/],
  ["---\nlabel: x\n---\n", "Über Brücken", /expected a file name of small letters/],
];

for (const [text, slug, expected] of FAULTS) {
  test(`a file that cannot be read is a remark with its line: ${expected.source}`, () => {
    const fault = parseTopicFile(text, slug);
    assert.ok("message" in fault);
    const { file, line, about, severity, rule }: Diagnostic = fault;
    assert.match(`${file}:${line} ${about}`, expected);
    assert.deepEqual([severity, rule], ["error", "read/topic-file"]);
  });
}

test("a note, a byte order mark and line ends of Windows are read as they are meant", () => {
  const file = parseTopicFile("\uFEFF---\r\nlabel: x\r\n---\r\n\r\nA *note*.\r\n", "x");
  assert.ok(!("message" in file));
  assert.deepEqual([file.label, file.note], ["x", "A *note*."]);
});

test("an editor's phrases are found in any language, those that ship in English alone", () => {
  const { topics } = overlaidTopics(builtInTopics(), [
    fileOf("armed-conflict", "add: [Hafenkrieg]"),
  ]);
  const idsIn = (text: string, language: string) => {
    const document = documentOf(text, { language });
    const reading = readingOf(document, splitSentences(document));
    const found = findTopics(reading, { topics: topics.definitions, people: [] });
    return found.map(({ id }) => id);
  };
  assert.deepEqual(idsIn("Hafenkrieg\n\nIm Hafenkrieg war nichts.", "de"), ["armed-conflict"]);
  assert.deepEqual(idsIn("Die war gut\n\nSie war da, er war da, es war da.", "de"), []);
});

// ------------------------------------------------------------------ changing a file's text

test("a phrase comes to the end of its list, and nothing else changes", () => {
  const block =
    "---\n# mine\nlabel: x # why\nphrases:\n  # the first\n  - one\n\n  - two\nadd: []\n---\nNote\n";
  assert.equal(
    withPhrase(block, "phrases", "three words here"),
    block.replace("  - two\n", "  - two\n  - three words here\n"),
  );
  assert.equal(withPhrase(block, "add", "no"), block.replace("add: []", 'add: ["no"]'));
  assert.equal(
    withPhrase(block, "without", "a b"),
    block.replace("---\nNote", "without:\n  - a b\n---\nNote"),
  );
  assert.equal(withoutPhrase(block, "phrases", "one"), block.replace("  - one\n", ""));
  assert.equal(withoutPhrase(block, "phrases", "three"), undefined);
  const flow = `---\nphrases: [one, "two, or ]", three] # [why]\n---\n`;
  assert.equal(withPhrase(flow, "phrases", "a b"), flow.replace("three]", "three, a b]"));
  assert.equal(withoutPhrase(flow, "phrases", "two, or ]"), flow.replace(' "two, or ]",', ""));
  assert.equal(withPhrase("---\nphrases: [one,\n  two]\n---\n", "phrases", "x"), undefined);
  assert.equal(
    withTrue("---\nremove: false\nlabel: x\n---\n", "remove"),
    "---\nremove: true\nlabel: x\n---\n",
  );
});

test("whatever phrase is added to whatever list is read back, and taken out leaves the file as it was", () => {
  const phrase = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((words) => {
    const file = parseTopicFile(`---\nphrases: [${nameInYaml(words)}]\n---\n`, "x");
    return !("message" in file) && file.phrases?.[0] === words;
  });
  const eol = fc.constantFrom("\n", "\r\n");
  fc.assert(
    fc.property(
      fc.uniqueArray(phrase, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      eol,
      (phrases, isFlow, end) => {
        const [last = "", ...first] = phrases.toReversed();
        const written = first.map(nameInYaml);
        const list = isFlow
          ? [`add: [${written.join(", ")}] # mine`]
          : ["add:", ...written.map((one) => `- ${one}`)];
        const text = ["---", "# a comment", ...list, "label: x", "---", "- no item", ""].join(end);
        const added = withPhrase(text, "add", last);
        assert.ok(added !== undefined);
        const file = parseTopicFile(added, "x");
        assert.ok(!("message" in file), "message" in file ? file.message : "");
        assert.deepEqual(file.add, [...first, last]);
        assert.equal(withoutPhrase(added, "add", last), text);
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});
