/** Who is the same person, who has a page, and does the editor's list rule? Stage 5. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { LinkedEntity } from "../src/link/linked-entity.ts";
import { groupWithin, slugGroup, slugsInGroup } from "../src/link/slugs.ts";
import { linkArchive } from "../src/linked-names/archive-links.ts";
import type { Annotations, ArchiveArticle, FrontMatter, Person, Span } from "../src/model.ts";
import { groupBy } from "../src/text/grouping.ts";
import { NO_RULINGS, NO_TOPICS, THRESHOLDS } from "./support/link-settings.ts";

interface Sketch {
  readonly text: string;
  /** Full names in the text, each with how sure it is a person. */
  readonly people?: Readonly<Record<string, number>>;
  readonly places?: readonly string[];
  readonly topics?: readonly string[];
  readonly front?: Partial<FrontMatter>;
}

/** The topic `flood` is defined. */
const RULINGS = { ...NO_RULINGS, topics: { ...NO_TOPICS, names: new Map([["flood", "flood"]]) } };

let made = 0;

function article({
  text,
  people = {},
  places = [],
  topics = [],
  front = {},
}: Sketch): ArchiveArticle {
  made += 1;
  const whole = { start: 0, end: text.length };
  const annotations: Annotations = {
    sentences: [{ ...whole, part: "body", block: 0 }],
    people: Object.entries(people).map(([name, confidence]) => person(text, name, confidence)),
    organisations: [],
    places: places.map((name) => ({ name, confidence: 1, mentions: [spanOf(text, name)] })),
    topics: topics.map((label) => ({ id: label, label, score: 1, because: [spanOf(text, label)] })),
    quotations: [],
    times: [],
  };
  const address = `/2020/01/01/${made}/`;
  return {
    path: `articles/2020/01/${String(made).padStart(4, "0")}.md`,
    address,
    front: { headline: "H", address, ...front },
    body: text,
    document: { text, language: "en", blocks: [{ kind: "paragraph", ...whole }] },
    annotations,
    sortKey: "20200101000000",
  };
}

function person(text: string, name: string, confidence: number): Person {
  const evidence = { rule: "test", confidence };
  return {
    name,
    confidence,
    roles: [],
    mentions: [{ ...spanOf(text, name), form: "full", evidence }],
  };
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  assert.notEqual(start, -1, `no ${words} in ${text}`);
  return { start, end: start + words.length };
}

function linked(kind: string, ...sketches: readonly Sketch[]): readonly LinkedEntity[] {
  return linkArchive(sketches.map(article), THRESHOLDS, RULINGS).entities.filter(
    ({ entity }) => entity.kind === kind,
  );
}

function names(entities: readonly LinkedEntity[]): readonly string[] {
  return entities.map(({ entity }) => [entity.name, ...entity.variants].join(" = "));
}

test("one name in two articles is one person, whatever the accents and capitals", () => {
  const people = linked(
    "person",
    { text: "Zoë Márquez spoke.", people: { "Zoë Márquez": 0.9 } },
    { text: "Zoe Marquez left.", people: { "Zoe Marquez": 0.9 } },
    { text: "Zoë Márquez won.", people: { "Zoë Márquez": 0.9 } },
  );
  assert.deepEqual(names(people), ["Zoë Márquez = Zoe Marquez"]);
  assert.equal(people[0]?.appearances.length, 3);
});

test("a middle name or initial may be missing, but two different ones are two people", () => {
  const people = linked(
    "person",
    { text: "Paul A. Renner spoke.", people: { "Paul A. Renner": 0.9 } },
    { text: "Paul Renner spoke.", people: { "Paul Renner": 0.9 } },
    { text: "Paul Anselm Renner spoke.", people: { "Paul Anselm Renner": 0.9 } },
  );
  assert.equal(people.length, 1, names(people).join("; "));
  const apart = linked(
    "person",
    { text: "Paul A. Renner spoke.", people: { "Paul A. Renner": 0.9 } },
    { text: "Paul B. Renner spoke.", people: { "Paul B. Renner": 0.9 } },
    { text: "Paul Renner spoke.", people: { "Paul Renner": 0.9 } },
  );
  assert.equal(apart.length, 3, "a bare name that fits two people is neither");
  assert.equal(new Set(apart.map(({ entity }) => entity.slug)).size, 3);
});

function speaking(...names: readonly string[]): readonly LinkedEntity[] {
  return linked(
    "person",
    ...names.map((name) => ({ text: `${name} spoke.`, people: { [name]: 0.9 } })),
  );
}

test("a name that fits two people is one more person, however often it is printed", () => {
  const smiths = [
    speaking("Paul Alan Renner", "Paul Brian Renner", "Paul Renner", "Paul Renner", "Paul Renner"),
    speaking("Paul Alan Renner", "Paul Andrew Renner", "Paul A. Renner", "Paul A. Renner"),
    speaking("Paul Alan Renner", "Paul Brian Renner", "Paul Renner", "PAUL RENNER", "Paul Renner"),
  ];
  for (const people of smiths) {
    assert.equal(people.length, 3, names(people).join("; "));
    assert.equal(new Set(people.map(({ entity }) => entity.slug)).size, 3);
    assert.equal(new Set(people.map(({ entity }) => entity.name)).size, 3);
  }
});

test("no two names of a kind have one slug, even where one ends like the other's hash", () => {
  const hash = createHash("sha256").update("Ada quist").digest("hex").slice(0, 8);
  const names = ["Ada Quist", "Ada quist", `Ada Quist ${hash}`, "阿", "X"];
  const groups = groupBy(names, (key) => slugGroup({ key }, "x"));
  const rules = {
    fallback: "x",
    isReserved: () => false,
    isGroup: (slug: string) => groups.has(slug),
  };
  const slugs = new Map(
    [...groups].flatMap(([group, keys]) => [
      ...slugsInGroup(
        group,
        keys.map((key) => ({ key })),
        rules,
      ),
    ]),
  );
  assert.equal(slugs.size, 5);
  assert.equal(new Set(slugs.values()).size, 5, [...slugs.values()].join(" "));
  assert.equal(slugs.get("Ada Quist"), "ada-quist");
  assert.equal(slugs.get(`Ada Quist ${hash}`), `ada-quist-${hash}`);
  assert.equal(groupWithin(`ada-quist-${hash}`), "ada-quist", "whose address it might have been");
});

test("plain letters that are fixed for somebody, or reserved, are nobody else's", () => {
  const rules = { fallback: "x", isReserved: () => false, isGroup: () => false };
  const wishes = [{ key: "Ada Quist" }, { key: "Another", fixed: "ada-quist" }];
  const slugs = slugsInGroup("ada-quist", wishes, rules);
  assert.equal(slugs.get("Another"), "ada-quist");
  assert.match(slugs.get("Ada Quist") ?? "", /^ada-quist-[0-9a-f]{8}$/);
  const isReserved = (slug: string): boolean => slug === "ada-quist";
  const free = slugsInGroup("ada-quist", [{ key: "Ada Quist" }], { ...rules, isReserved });
  assert.match(free.get("Ada Quist") ?? "", /^ada-quist-[0-9a-f]{8}$/);
});

test("a surname alone names nobody in the archive", () => {
  assert.deepEqual(linked("person", { text: "Renner spoke.", people: { Renner: 0.9 } }), []);
  assert.deepEqual(
    linked("person", { text: "Van der Laak left.", people: { "Van der Laak": 0.9 } }),
    [],
  );
});

test("a page is earned by one sure mention, or by two likely ones", () => {
  const page = (...sketches: readonly Sketch[]): boolean | undefined =>
    linked("person", ...sketches)[0]?.entity.hasPage;
  const at = (confidence: number): Sketch => ({
    text: "Ada Quist spoke.",
    people: { "Ada Quist": confidence },
  });
  assert.equal(page(at(0.95)), true);
  assert.equal(page(at(0.6)), false);
  assert.equal(page(at(0.6), at(0.6)), true);
  assert.equal(page(at(0.4), at(0.4)), false);
});

test("a name taken out of the editor's list leaves, one put in comes", () => {
  const text = "Ada Quist met Paul Renner in Carrow.";
  const people = { "Ada Quist": 0.9, "Paul Renner": 0.9 };
  assert.deepEqual(names(linked("person", { text, people, front: { people: ["Paul Renner"] } })), [
    "Paul Renner",
  ]);
  assert.deepEqual(linked("person", { text, people, front: { people: [] } }), []);
  const added = linked("person", {
    text,
    people: {},
    front: { people: ["Ada Quist", "Ilse Okafor"] },
  });
  assert.deepEqual(names(added), ["Ada Quist", "Ilse Okafor"]);
  const [named, unnamed] = added;
  assert.equal(named?.appearances[0]?.sentences[0]?.text, text, "her sentence is found");
  assert.equal(named?.appearances[0]?.byEditor, false);
  assert.equal(unnamed?.appearances[0]?.byEditor, true);
  assert.ok(unnamed?.entity.hasPage);
});

test("places and topics are counted by article, and the editor may add a topic", () => {
  const sketch: Sketch = { text: "A flood in Carrow.", places: ["Carrow"], topics: ["flood"] };
  const [place] = linked("place", sketch, sketch);
  assert.equal(place?.entity.hasPage, true);
  assert.equal(linked("place", sketch)[0]?.entity.hasPage, false);
  assert.equal(linked("topic", sketch, sketch)[0]?.entity.hasPage, false);
  assert.equal(linked("topic", sketch, sketch, sketch)[0]?.entity.hasPage, true);
  const own = linked("topic", { ...sketch, front: { topics: ["flood", "Petty Cash"] } });
  assert.deepEqual(
    own.map(({ entity }) => [entity.name, entity.hasPage]),
    [
      ["flood", false],
      ["Petty Cash", true],
    ],
  );
});

test("a person whom one article prints under two forms has each sentence once, in the text's order", () => {
  const first = "Coach Paul A. Renner and Paul Renner, a trainer, are one.";
  const second = "“Yes,” said Paul Renner.";
  const text = `${first} ${second}`;
  const sketch = article({ text, people: { "Paul A. Renner": 0.9, "Paul Renner": 0.9 } });
  const evidence = { rule: "test", confidence: 0.95 };
  const sentence = (words: string) => ({ ...spanOf(text, words), part: "body" as const, block: 0 });
  const role = (title: string) => ({ ...spanOf(text, title), title, evidence });
  const quotation = (words: string, speaker: string) => ({
    ...spanOf(text, words),
    kind: "direct" as const,
    speaker,
    evidence,
  });
  const [full, bare] = sketch.annotations.people;
  assert.ok(full && bare);
  const start = text.lastIndexOf("Paul Renner");
  const again = { start, end: start + "Paul Renner".length, form: "full" as const, evidence };
  const annotations = {
    ...sketch.annotations,
    sentences: [sentence(first), sentence(second)],
    people: [
      { ...bare, roles: [role("trainer")], mentions: [...bare.mentions, again] },
      { ...full, roles: [role("Coach")] },
    ],
    quotations: [quotation("“Yes,”", bare.name), quotation("one.", full.name)],
  };
  const people = linkArchive([{ ...sketch, annotations }], THRESHOLDS, NO_RULINGS).entities;
  assert.equal(people.length, 1);
  assert.equal(people[0]?.appearances.length, 1);
  const [appearance] = people[0]?.appearances ?? [];
  assert.ok(appearance);
  const { sentences, roles, quotations } = appearance;
  assert.deepEqual(
    sentences.map((cited) => [cited.anchor, cited.text]),
    [
      ["s1", first],
      ["s2", second],
    ],
  );
  assert.deepEqual(
    sentences[0]?.words.map((span) => first.slice(span.start, span.end)),
    ["Paul A. Renner", "Paul Renner"],
  );
  assert.deepEqual(
    roles.map(({ title }) => title),
    ["Coach", "trainer"],
  );
  assert.deepEqual(
    quotations.map(({ anchor, sure }) => [anchor, sure]),
    [
      ["s1", true],
      ["s2", true],
    ],
  );
});

test("the order of the articles does not matter for who is who", () => {
  const sketches: readonly Sketch[] = [
    { text: "Paul A. Renner spoke.", people: { "Paul A. Renner": 0.9 } },
    { text: "Paul Renner spoke.", people: { "Paul Renner": 0.9 } },
    { text: "Ada Quist spoke.", people: { "Ada Quist": 0.9 } },
  ];
  assert.deepEqual(
    names(linked("person", ...sketches)),
    names(linked("person", ...[...sketches].reverse())),
  );
});

test("names in other scripts get an address of their own", () => {
  const people = linked(
    "person",
    { text: "یوسف الحداد رفت", people: { "یوسف الحداد": 0.9 } },
    { text: "مریم کاظمی رفت", people: { "مریم کاظمی": 0.9 } },
  );
  const slugs = people.map(({ entity }) => entity.slug);
  assert.equal(new Set(slugs).size, 2);
  for (const slug of slugs) assert.match(slug, /^person-[0-9a-f]{8}$/);
});
