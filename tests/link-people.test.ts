/** Who is one person, who is another's namesake, and do the editor's rulings hold? Stage 5. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ArchiveLinks } from "../src/link/linked-entity.ts";
import { blockOf } from "../src/link/name-forms.ts";
import { linkArchive } from "../src/linked-names/archive-links.ts";
import type { ArchiveArticle } from "../src/model.ts";
import type { NameRulings, Thresholds } from "../src/settings-model.ts";
import { NO_NAMES, NO_TOPICS, NONE, THRESHOLDS } from "./support/link-settings.ts";

const at = "decisions.yml:3";

/** `Judge: Ada Quist` is an article that calls Ada Quist so; each is a day later than the one before. */
function articlesOf(sketches: readonly string[]): readonly ArchiveArticle[] {
  return sketches.map((sketch, index) => articleOf(sketch, index));
}

function articleOf(sketch: string, index: number, confidence = 0.9): ArchiveArticle {
  const [title = "", name = sketch] = sketch.includes(": ") ? sketch.split(": ") : ["", sketch];
  const text = `${title} ${name} spoke.`.trim();
  const evidence = { rule: "test", confidence };
  const start = text.indexOf(name);
  const whole = { start: 0, end: text.length };
  const path = `articles/2020/${String(index).padStart(3, "0")}.md`;
  return {
    path,
    address: `/${index}/`,
    front: { headline: "H", address: `/${index}/` },
    body: text,
    document: { text, language: "en", blocks: [{ kind: "paragraph", ...whole }] },
    annotations: {
      sentences: [{ ...whole, part: "body", block: 0 }],
      people: [
        {
          name,
          confidence,
          roles: title === "" ? [] : [{ title, start: 0, end: title.length, evidence }],
          mentions: [{ start, end: start + name.length, form: "full", evidence }],
        },
      ],
      organisations: [],
      places: [],
      topics: [],
      quotations: [],
      times: [],
    },
    sortKey: String(20200000000000 + index),
  };
}

function linkPeople(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
  person: NameRulings,
): ArchiveLinks {
  return linkArchive(articles, thresholds, { names: { ...NO_NAMES, person }, topics: NO_TOPICS });
}

function linked(sketches: readonly string[], rulings: Partial<NameRulings> = {}): ArchiveLinks {
  return linkPeople(articlesOf(sketches), THRESHOLDS, { ...NONE, ...rulings });
}

/** Each person as its name, label and number of articles. */
function shown({ entities }: ArchiveLinks): readonly string[] {
  return entities
    .map(({ entity, appearances }) => {
      const label = entity.label === undefined ? "" : ` (${entity.label})`;
      return `${entity.name}${label} ${appearances.length}`;
    })
    .sort();
}

function slugs({ entities }: ArchiveLinks): readonly string[] {
  return entities.map(({ entity }) => entity.slug).sort();
}

const ONE: Readonly<Record<string, readonly string[]>> = {
  "hyphens, spaces and accents": ["Ilan Amir-Tavari", "Ilan Amirtavari", "Ilan Amir Tavári"],
  "the Arabic article": ["Nadir al-Qasr", "Nadir Al Qasr", "Nadir Qasr"],
  apostrophes: ["Ryan O'Dell", "Ryan O’Dell"],
  "a middle initial": ["Paul A. Renner", "Paul Anselm Renner", "Paul Renner"],
  "an initial that fits one person": ["Joris Waal", "J. Waal"],
  "a chain of fathers": ["Talal bin Nasr", "Talal bin Nasr bin Omar Al Dur"],
  "a father's name of two words": ["Nasr bin Abdul Omar", "Nasr bin Abdulomar"],
  "a family name that stands first": ["Xu Lanping", "Xu Lan-ping"],
  "an honorific before the first name": ["Seyyed Omid Tavari", "Omid Tavari"],
  "a spelling under the same office": [
    "Norlandish Foreign Minister: Mohammad Tavari",
    "Norlandish Foreign Minister: Muhammad Tavari",
  ],
  "offices that follow each other": ["minister: Ada Quist", "president: Ada Quist"],
  "a surname under the same office": [
    "mayor of Port Ellis: Ada Quist",
    "mayor of Port Ellis: Quist",
  ],
  "a player of old who is a minister": ["former footballer: Ada Quist", "minister: Ada Quist"],
  "one name of a pope": ["Pope: Anselm", "Pope: Anselm"],
};

for (const [what, names] of Object.entries(ONE)) {
  test(`one person: ${what}`, () => {
    const { entities } = linked(names);
    assert.equal(entities.length, 1, shown({ entities, remarks: [], moved: [] }).join("; "));
    assert.equal(entities[0]?.appearances.length, names.length);
  });
}

const TWO: Readonly<Record<string, readonly string[]>> = {
  "another first name": ["Ada Quist", "Eva Quist"],
  "another middle name": ["Paul Alan Renner", "Paul Brian Renner"],
  "father and son": ["Paul Renner Jr.", "Paul Renner Sr."],
  "the third of a name": ["Paul Renner", "Paul Renner III"],
  "a spelling without the office": ["Mohammad Tavari", "Muhammad Tavari"],
  "a spelling under another office": [
    "Norlandish Foreign Minister: Mohammad Tavari",
    "Sudlandish Foreign Minister: Muhammad Tavari",
  ],
  "names that only look alike": [
    "Norlandish Foreign Minister: Hassan Tavari",
    "Norlandish Foreign Minister: Hossein Tavari",
  ],
  "short names with one letter changed": [
    "Norlandish Foreign Minister: Tim Renner",
    "Norlandish Foreign Minister: Tom Renner",
  ],
  "a family and a name made of it": [
    "Norlandish Foreign Minister: Omid Tavar",
    "Norlandish Foreign Minister: Omid Tavari",
  ],
  "sons of two fathers": ["Talal bin Nasr Al Dur", "Talal bin Nasr Al Kor"],
  "a goalkeeper and a judge": ["goalkeeper: Anton Melk", "Judge: Anton Melk"],
};

for (const [what, names] of Object.entries(TWO)) {
  test(`two people: ${what}`, () => {
    const links = linked(names);
    assert.equal(links.entities.length, 2, shown(links).join("; "));
    assert.equal(new Set(slugs(links)).size, 2);
  });
}

test("an initial that fits two is nobody's, and a surname under no office names nobody", () => {
  assert.deepEqual(shown(linked(["Joris Waal", "Jan Waal", "J. Waal"])), [
    "J. Waal 1",
    "Jan Waal 1",
    "Joris Waal 1",
  ]);
  assert.deepEqual(shown(linked(["mayor of Port Ellis: Ada Quist", "Quist"])), ["Ada Quist 1"]);
  assert.deepEqual(shown(linked(["Sultan: al-Dur", "harbour master: Anselm"])), []);
  assert.deepEqual(
    shown(
      linked([
        "mayor of Port Ellis: Ada Quist",
        "mayor of Port Ellis: Eva Quist",
        "mayor of Port Ellis: Quist",
      ]),
    ),
    ["Ada Quist 1", "Eva Quist 1"],
  );
});

test("namesakes are labelled; the one seen first has the plain address, and keeps it", () => {
  const names = ["goalkeeper: Anton Melk", "Judge: Anton Melk", "Judge: Anton Melk"];
  const links = linked(names);
  assert.deepEqual(shown(links), ["Anton Melk (Judge) 2", "Anton Melk (goalkeeper) 1"]);
  assert.deepEqual(slugs(links), ["anton-melk", "anton-melk-judge"]);
  assert.deepEqual(slugs(linked([...names, "Judge: Anton Melk", "Eva Anton"])).slice(0, 2), [
    "anton-melk",
    "anton-melk-judge",
  ]);
  const [remark] = links.remarks;
  assert.equal(remark?.rule, "link/namesakes");
  assert.match(remark?.settle ?? "", /^- same: \[Anton Melk\]$/m);
  assert.equal(remark?.weight, 3);
  assert.equal(remark?.severity, "warning");
  assert.match(
    remark?.settle ?? "",
    /^- different: Anton Melk\n {2}in: \["articles\/2020\/001.md", "articles\/2020\/002.md"\]\n {2}label: "Judge"$/m,
  );
});

test("each line that a remark on namesakes offers settles it", () => {
  const names = ["goalkeeper: Anton Melk", "Judge: Anton Melk", "Judge: Anton Melk"];
  const articles = ["articles/2020/001.md", "articles/2020/002.md"];
  const apart = linked(names, { apart: [{ name: "Anton Melk", articles, label: "Judge", at }] });
  assert.deepEqual(apart.remarks, []);
  assert.deepEqual(slugs(apart), ["anton-melk", "anton-melk-judge"]);
  const one = linked(names, { same: [{ names: ["Anton Melk"], at }] });
  assert.deepEqual(one.remarks, []);
  assert.deepEqual(shown(one), ["Anton Melk 3"]);
});

test("an address stays when a record tells a namesake apart", () => {
  const articles = ["articles/2020/000.md"];
  const record = {
    slug: "ana-reis-poet",
    name: "Ana Reis",
    variants: [],
    sameAs: [],
    articles,
    at,
  };
  const links = linked(["poet: Ana Reis", "mayor: Ana Reis"], { records: [record] });
  assert.deepEqual(slugs(links), ["ana-reis", "ana-reis-poet"]);
});

test("a spelling is put to the editor with the lines that settle it, once a name", () => {
  const { remarks } = linked(["Omid Araqchi", "Omid Araqchi", "Omid Araghchi"]);
  assert.deepEqual(
    remarks.map(({ rule, about, weight }) => ({ rule, about, weight })),
    [{ rule: "link/perhaps-same", about: "Omid Araghchi = Omid Araqchi", weight: 1 }],
  );
  assert.match(remarks[0]?.settle ?? "", /^- same: \[Omid Araqchi, Omid Araghchi\]$/m);
  const different = { names: ["Omid Araqchi", "Omid Araghchi"], at };
  assert.deepEqual(
    linked(["Omid Araqchi", "Omid Araghchi"], { different: [different] }).remarks,
    [],
  );
});

test("a name that is surely nobody's is doubted where many articles have it", () => {
  const articles = [0, 1, 2].map((index) => articleOf("Silk Ropewalk", index, 0.6));
  const [remark] = linkPeople(articles, THRESHOLDS, NONE).remarks;
  assert.equal(remark?.rule, "link/doubtful-person");
  assert.match(remark?.settle ?? "", /^- not-a-person: Silk Ropewalk$/m);
  assert.deepEqual(linkPeople(articles.slice(1), THRESHOLDS, NONE).remarks, []);
});

// ------------------------------------------------------------------ rulings

test("same: the first name is shown, and the other's address leads there", () => {
  const links = linked(["Tomas Varga", "Tom Varga", "Tom Varga"], {
    same: [{ names: ["Tomas Varga", "Tom Varga"], at }],
  });
  assert.deepEqual(shown(links), ["Tomas Varga 3"]);
  assert.deepEqual(links.moved, [{ kind: "person", from: "tom-varga", to: "tomas-varga" }]);
});

test("same: the order of the lines does not decide who is shown", () => {
  const lines = [
    { names: ["Tom Varga", "T. Varga"], at },
    { names: ["Tomas Varga", "Tom Varga"], at },
    { names: ["Eva Lund", "Ewa Lund"], at },
    { names: ["Ewa Lund", "Eva Lund"], at },
  ];
  const names = ["Tom Varga", "Tomas Varga", "T. Varga", "Ewa Lund", "Eva Lund"];
  for (const same of [lines, lines.toReversed()])
    assert.deepEqual(shown(linked(names, { same })), ["Eva Lund 2", "Tomas Varga 3"]);
});

test("same, of two surnames that share no letter", () => {
  const links = linked(["Eva Lund", "Eva Roberts"], {
    same: [{ names: ["Eva Lund", "Eva Roberts"], at }],
  });
  assert.deepEqual(shown(links), ["Eva Lund 2"]);
});

test("same, of a single name: its bearers are one, whatever their roles", () => {
  const names = ["goalkeeper: Anton Melk", "Judge: Anton Melk"];
  const links = linked(names, { same: [{ names: ["Anton Melk"], at }] });
  assert.deepEqual(shown(links), ["Anton Melk 2"]);
  assert.deepEqual(links.moved, [{ kind: "person", from: "anton-melk-judge", to: "anton-melk" }]);
  assert.deepEqual(links.remarks, []);
});

test("different: names that the rules would join stay two", () => {
  const different = [{ names: ["Paul Renner", "Paul A. Renner"], at }];
  assert.deepEqual(shown(linked(["Paul Renner", "Paul A. Renner"], { different })), [
    "Paul A. Renner 1",
    "Paul Renner 1",
  ]);
});

test("apart: whoever bears the name in these articles is another", () => {
  const apart = [{ name: "Ada Quist", articles: ["articles/2020/000.md"], label: "diver", at }];
  const links = linked(["Ada Quist", "Ada Quist", "Ada Quist"], { apart });
  assert.deepEqual(shown(links), ["Ada Quist (2020) 2", "Ada Quist (diver) 1"]);
  assert.deepEqual(slugs(links), ["ada-quist", "ada-quist-diver"]);
});

test("apart: somebody else's name may be a namesake's with the label", () => {
  const apart = [{ name: "Ada Quist", articles: ["articles/2020/000.md"], label: "Reyes", at }];
  const links = linked(["Ada Quist", "Ada Quist", "Ada Quist Reyes"], { apart });
  assert.deepEqual(slugs(links), ["ada-quist", "ada-quist-reyes", "ada-quist-reyes-44d00398"]);
  const whole = links.entities.find(({ entity }) => entity.name === "Ada Quist Reyes");
  assert.equal(whole?.entity.slug, "ada-quist-reyes");
});

test("none: nobody has the name", () => {
  const links = linked(["Ada Quist", "Silk Ropewalk"], { none: [{ name: "silk ropewalk", at }] });
  assert.deepEqual(shown(links), ["Ada Quist 1"]);
  assert.deepEqual(links.moved, []);
});

test("renamed: shown and addressed under the new name", () => {
  const links = linked(["Tom Varga"], { renamed: [{ name: "Tom Varga", to: "Tomas Varga", at }] });
  assert.deepEqual(shown(links), ["Tomas Varga 1"]);
  assert.deepEqual(links.entities[0]?.entity.variants, ["Tom Varga"]);
  assert.deepEqual(links.moved, [{ kind: "person", from: "tom-varga", to: "tomas-varga" }]);
});

test("a record fixes the address, joins its names, and always has a page", () => {
  const record = {
    slug: "varga-of-carrow",
    name: "Tomas Varga",
    variants: ["Tom Varga"],
    born: "1951",
    died: "2019",
    sameAs: ["https://people.example/1"],
    note: "Harbour master.",
    at: "people/varga-of-carrow.md:1",
  };
  const articles = ["Tom Varga", "Tomas Varga"].map((name, index) => articleOf(name, index, 0.3));
  const links = linkPeople(articles, THRESHOLDS, { ...NONE, records: [record] });
  assert.deepEqual(
    links.entities.map(({ entity }) => entity),
    [
      {
        kind: "person",
        slug: "varga-of-carrow",
        name: "Tomas Varga",
        variants: ["Tom Varga"],
        hasPage: true,
        reason: { kind: "record", articles: 2 },
        label: "1951–2019",
        note: "Harbour master.",
        sameAs: ["https://people.example/1"],
      },
    ],
  );
  assert.deepEqual(
    links.moved.map(({ from, to }) => `${from} > ${to}`),
    ["tom-varga > varga-of-carrow", "tomas-varga > varga-of-carrow"],
  );
  const some = { ...record, articles: ["articles/2020/000.md"] };
  const apart = linkPeople(articlesOf(["Tom Varga", "Tom Varga"]), THRESHOLDS, {
    ...NONE,
    records: [some],
  });
  assert.deepEqual(slugs(apart), ["tom-varga", "varga-of-carrow"]);
});

test("a ruling on a name that no article has is named with its line and the nearest name", () => {
  const { remarks } = linked(["Ada Quist"], { none: [{ name: "Ada Qvist", at }] });
  assert.deepEqual(remarks, [
    {
      severity: "warning",
      rule: "link/unknown-name",
      file: "decisions.yml",
      line: 3,
      about: "Ada Qvist",
      message: "expected a name that an article has, found Ada Qvist; perhaps Ada Quist?",
    },
  ]);
});

test("a ruling on an article that there is not is named with its line and the nearest path", () => {
  const apart = [
    { name: "Ada Quist", articles: ["articles/2020/00.md", "articles/2020/001.md"], at },
  ];
  const { remarks } = linked(["Ada Quist", "Ada Quist"], { apart });
  assert.deepEqual(
    remarks.map(({ file, line, message }) => ({ file, line, message })),
    [
      {
        file: "decisions.yml",
        line: 3,
        message:
          "expected an article of the site, found articles/2020/00.md; perhaps articles/2020/000.md?",
      },
    ],
  );
});

// ------------------------------------------------------------------ properties

const NAMES = [
  ...["Ada Quist", "A. Quist", "Ada B. Quist", "Ada C. Quist", "Quist", "Eva Quist", "Ada Quíst"],
  ...["Judge: Anton Melk", "goalkeeper: Anton Melk", "Anton Melk", "mayor of Carrow: Anton Melk"],
  ...["Norlandish Minister: Omid Tavari", "Norlandish Minister: Omeed Tavari", "Omid Amir-Tavari"],
  ...["Tomas Varga", "Tom Varga", "Xu Lanping", "Xu Lan Ping", "Pope: Anselm", "Nadir al-Qasr"],
];
const someNames = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 14 });
const someRulings = fc.constantFrom<Partial<NameRulings>>(
  {},
  { same: [{ names: ["Tomas Varga", "Tom Varga", "Eva Quist"], at }] },
  { same: [{ names: ["Anton Melk"], at }], none: [{ name: "Quist", at }] },
  { different: [{ names: ["Ada Quist", "Ada B. Quist"], at }] },
  { apart: [{ name: "Ada Quist", articles: ["articles/2020/001.md"], at }] },
  { renamed: [{ name: "Tom Varga", to: "Thomas Varga", at }] },
);
const RUNS = { seed: 5, numRuns: 300 };

/** Who is who: for each person the articles and names, whatever their order. */
function whoIsWho({ entities, remarks, moved }: ArchiveLinks): unknown {
  const people = entities.map(({ entity, appearances }) => ({
    entity,
    articles: appearances.map(({ article, printed }) => `${article} ${printed}`).sort(),
  }));
  const bySlug = people.sort((a, b) => (a.entity.slug < b.entity.slug ? -1 : 1));
  return { people: bySlug, remarks, moved };
}

test("property: the order of the articles does not matter", () => {
  fc.assert(
    fc.property(someNames, someRulings, fc.infiniteStream(fc.nat()), (names, some, keys) => {
      const articles = articlesOf(names);
      const order = new Map(articles.map((article) => [article, keys.next().value ?? 0]));
      const shuffled = articles.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      const rulings = { ...NONE, ...some };
      assert.deepEqual(
        whoIsWho(linkPeople(shuffled, THRESHOLDS, rulings)),
        whoIsWho(linkPeople(articles, THRESHOLDS, rulings)),
      );
    }),
    RUNS,
  );
});

test("property: an article about somebody else changes nobody, and addresses stay unique", () => {
  fc.assert(
    fc.property(someNames, someRulings, (names, rulings) => {
      const before = linked(names, rulings);
      const after = linked([...names, "Zbigniew Fjord"], rulings);
      const others = after.entities.filter(({ entity }) => entity.name !== "Zbigniew Fjord");
      assert.deepEqual(others, before.entities);
      assert.equal(new Set(slugs(after)).size, after.entities.length);
      for (const { from } of after.moved) assert.ok(!slugs(after).includes(from), from);
    }),
    RUNS,
  );
});

test("a name's block does not depend on how its words are parted or its vowels written", () => {
  assert.equal(blockOf("Ilan Amir-Tavari"), blockOf("Ilan Amirtavary"));
  assert.equal(blockOf("Xu Lan Ping"), blockOf("Xu Lanping"));
  assert.notEqual(blockOf("Ada Quist"), blockOf("Anton Melk"));
});
