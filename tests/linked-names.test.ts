/** Does linking what has changed give the same as linking everything, row for row? Stage 5, with the catalogue. */
import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { IN_MEMORY, openDatabase } from "../src/catalog/database.ts";
import { inTransaction } from "../src/catalog/statements.ts";
import { removeSightings, writeSightings } from "../src/linked-names/facts.ts";
import { linkNames } from "../src/linked-names/linked-names.ts";
import type { NamesLinkedBy } from "../src/linked-names/linking.ts";
import type { ArchiveArticle, TopicDefinition } from "../src/model.ts";
import type { AuthorityRecord, NameRulings } from "../src/settings-model.ts";
import { Chooser } from "./support/chooser.ts";
import { NO_NAMES, NO_TOPICS, NONE, THRESHOLDS } from "./support/link-settings.ts";
import { articleOf } from "./support/named-texts.ts";

/** What stands in the catalogue when names are linked; `number` of a remark too, `noting` and the like not. */
const TABLES = [
  ...["entity", "appearance", "moved", "remark", "unit", "identity", "former", "split"],
  ...[
    "likeness",
    "appearing",
    "sighting",
    "sighting_json",
    "hint",
    "linked_article",
    "link_task",
    "link_state",
  ],
];

function rowsOf(database: DatabaseSync): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    TABLES.map((table) => {
      const rows = database.prepare(`SELECT * FROM ${table}`).all();
      return [table, rows.map((row) => JSON.stringify(Object.values(row))).sort()];
    }),
  );
}

function linkedFromNothing(
  articles: Iterable<ArchiveArticle>,
  by: NamesLinkedBy,
): Readonly<Record<string, readonly string[]>> {
  const database = openDatabase(IN_MEMORY);
  inTransaction(database, () => {
    for (const article of articles) writeSightings(database, article);
    linkNames(database, by);
  });
  const rows = rowsOf(database);
  database.close();
  return rows;
}

const definition = (id: string, broader?: string): TopicDefinition => ({
  id,
  label: id,
  phrases: [],
  ...(broader !== undefined && { broader }),
});
const TOPICS = {
  ...NO_TOPICS,
  definitions: [
    ...[definition("water"), definition("rivers", "water"), definition("floods", "rivers")],
    ...[definition("weather"), definition("ships")],
  ],
  names: new Map([["floods", "floods"]]),
};
const OTHER_TOPICS = {
  ...TOPICS,
  definitions: [
    ...[definition("water", "weather"), definition("rivers", "water"), definition("floods")],
    definition("weather"),
  ],
  removed: new Set(["ships", "pehb"]),
};

let line = 0;
const at = (): { at: string } => {
  line += 1;
  return { at: `decisions.yml:${line}` };
};
const record = (slug: string, name: string, more: Partial<AuthorityRecord> = {}) => ({
  ...{ slug, name, variants: [], sameAs: [], at: `people/${slug}.md:1` },
  ...more,
});

/** Lines that an editor may have on people, all of which may stand together. */
const ON_PEOPLE: readonly Partial<NameRulings>[] = [
  { same: [{ ...at(), names: ["Tomas Varga", "Tom Varga", "Eva Quist"] }] },
  { same: [{ ...at(), names: ["Anton Melk"] }] },
  { different: [{ ...at(), names: ["Ada Quist", "Ada B. Quist"] }] },
  { different: [{ ...at(), names: ["Wei Li", "Wei Lee"] }] },
  {
    apart: [
      {
        ...at(),
        name: "Ada Quist",
        articles: ["articles/001.md", "articles/007.md"],
        label: "diver",
      },
    ],
  },
  { apart: [{ ...at(), name: "Anton Melk", articles: ["articles/003.md", "articles/999.md"] }] },
  { none: [{ ...at(), name: "Quist" }] },
  { none: [{ ...at(), name: "Xu Lanpin" }] },
  { renamed: [{ ...at(), name: "Nadir al-Qasr", to: "Nadir Wei Lee" }] },
  { records: [record("omid-tavari", "Omeed Tavari", { born: "1951", variants: ["Omid Tawari"] })] },
  {
    records: [
      record("ada-quist", "Eva Quist", { articles: ["articles/002.md"], note: "Of Carrow." }),
    ],
  },
];
const ON_BODIES: readonly Partial<NameRulings>[] = [
  { same: [{ ...at(), names: ["Tern River Authority", "NFA"] }] },
  { different: [{ ...at(), names: ["Tern Dredging Ltd", "The Tern Dredging Co"] }] },
  { none: [{ ...at(), name: "United Nations" }] },
  { renamed: [{ ...at(), name: "PEHB", to: "UN" }] },
  {
    apart: [
      { ...at(), name: "UN", articles: ["articles/004.md", "articles/005.md"], label: "choir" },
    ],
  },
];
const ON_PLACES: readonly Partial<NameRulings>[] = [
  { same: [{ ...at(), names: ["Carrow", "Kiev"] }] },
  { records: [record("paris", "Paris", { country: "US" })] },
  { renamed: [{ ...at(), name: "Peru", to: "Paris" }] },
];

function someOf(lines: readonly Partial<NameRulings>[], chance: Chooser): NameRulings {
  const chosen = lines.filter(() => chance.below(3) === 0);
  return {
    same: chosen.flatMap(({ same = [] }) => same),
    different: chosen.flatMap(({ different = [] }) => different),
    apart: chosen.flatMap(({ apart = [] }) => apart),
    none: chosen.flatMap(({ none = [] }) => none),
    renamed: chosen.flatMap(({ renamed = [] }) => renamed),
    records: chosen.flatMap(({ records = [] }) => records),
  };
}

function someRulings(chance: Chooser): NamesLinkedBy["names"] {
  return {
    person: someOf(ON_PEOPLE, chance),
    organisation: someOf(ON_BODIES, chance),
    place: someOf(ON_PLACES, chance),
  };
}

/** Edits an archive by chance; returns what is linked by from then on. */
function edited(
  archive: { database: DatabaseSync; articles: Map<number, ArchiveArticle> },
  by: NamesLinkedBy,
  { chance, most }: { readonly chance: Chooser; readonly most: number },
): NamesLinkedBy {
  const { database, articles } = archive;
  for (let edits = chance.below(6); edits > 0; edits--) {
    const number = chance.below(most);
    const article = articles.get(number);
    if (article !== undefined && chance.below(3) === 0) {
      articles.delete(number);
      removeSightings(database, article.path);
    } else {
      const next = articleOf(number, chance);
      articles.set(number, next);
      writeSightings(database, next);
    }
  }
  const what = chance.below(8);
  if (what === 0) return { ...by, topics: by.topics === TOPICS ? OTHER_TOPICS : TOPICS };
  if (what === 1)
    return {
      ...by,
      thresholds: {
        ...THRESHOLDS,
        personSure: 0.5 + chance.below(5) / 10,
        placeArticles: 1 + chance.below(4),
      },
    };
  if (what < 4) return { ...by, names: someRulings(chance) };
  return by;
}

for (const { seed, most, steps } of [
  ...[1, 2, 3, 4, 5, 6].map((seed) => ({ seed, most: 12, steps: 25 })),
  ...[7, 8, 9].map((seed) => ({ seed, most: 60, steps: 20 })),
  { seed: 10, most: 300, steps: 12 },
]) {
  test(`what has changed is linked as if from nothing: ${most} articles, seed ${seed}`, () => {
    const chance = new Chooser(seed);
    const database = openDatabase(IN_MEMORY);
    const articles = new Map<number, ArchiveArticle>();
    let by: NamesLinkedBy = { thresholds: THRESHOLDS, topics: TOPICS, names: NO_NAMES };
    inTransaction(database, () => {
      for (let number = 0; number < most; number++) {
        articles.set(number, articleOf(number, chance));
        writeSightings(database, articles.get(number) ?? articleOf(number, chance));
      }
      linkNames(database, by);
    });
    for (let step = 1; step <= steps; step++) {
      inTransaction(database, () => {
        by = edited({ database, articles }, by, { chance, most });
        linkNames(database, by);
      });
      const now = rowsOf(database);
      const wanted = linkedFromNothing(articles.values(), by);
      for (const table of TABLES)
        assert.deepEqual(now[table], wanted[table], `${table} after step ${step}`);
    }
    database.close();
  });
}

test("linking everything anew changes nothing, and writes nothing", () => {
  const chance = new Chooser(11);
  const database = openDatabase(IN_MEMORY);
  const by = { thresholds: THRESHOLDS, topics: TOPICS, names: someRulings(chance) };
  inTransaction(database, () => {
    for (let number = 0; number < 40; number++) writeSightings(database, articleOf(number, chance));
    linkNames(database, by);
  });
  const before = rowsOf(database);
  const written = (): number =>
    Number(database.prepare("SELECT total_changes() AS changes").get()?.["changes"]);
  linkNames(database, by, "all");
  assert.deepEqual(rowsOf(database), before);
  const changes = written();
  linkNames(database, by);
  assert.equal(written(), changes, "with nothing changed");
});

for (const seed of [21, 22, 23]) {
  test(`people linked part by part are those of their whole blocks: seed ${seed}`, () => {
    const chance = new Chooser(seed);
    const database = openDatabase(IN_MEMORY);
    const by = { thresholds: THRESHOLDS, topics: TOPICS, names: NO_NAMES };
    inTransaction(database, () => {
      for (let number = 0; number < 300; number++)
        writeSightings(database, articleOf(number, chance));
      linkNames(database, by);
    });
    const parts = rowsOf(database);
    // whole blocks are what settings that are others have linked anew
    linkNames(database, by, "all");
    const whole = rowsOf(database);
    for (const table of TABLES) assert.deepEqual(whole[table], parts[table], table);
    database.close();
  });
}

test("nobody is left where no article is", () => {
  const chance = new Chooser(12);
  const database = openDatabase(IN_MEMORY);
  const by = { thresholds: THRESHOLDS, topics: TOPICS, names: { ...NO_NAMES, person: NONE } };
  const articles = Array.from({ length: 30 }, (_, number) => articleOf(number, chance));
  for (const article of articles) writeSightings(database, article);
  linkNames(database, by);
  for (const { path } of articles) removeSightings(database, path);
  linkNames(database, by);
  const { link_state: _, ...rows } = rowsOf(database);
  for (const [table, left] of Object.entries(rows)) assert.deepEqual(left, [], table);
});

test("one article more about somebody in a thousand of them writes a few rows", () => {
  const database = openDatabase(IN_MEMORY);
  const by = { thresholds: THRESHOLDS, topics: TOPICS, names: NO_NAMES };
  const chance = new Chooser(13);
  const many = Array.from({ length: 20 }, (_, number) => articleOf(number, chance));
  const one = many.find(
    ({ annotations: { people, organisations } }) => people.length > 1 && organisations.length > 0,
  );
  assert.ok(one, "some article names people and organisations");
  const numbered = (number: number): ArchiveArticle => ({
    ...one,
    path: `articles/${String(number).padStart(4, "0")}.md`,
  });
  for (let number = 0; number < 1000; number++) writeSightings(database, numbered(number));
  linkNames(database, by);
  const written = (): number =>
    Number(database.prepare("SELECT total_changes() AS changes").get()?.["changes"]);
  const before = written();
  writeSightings(database, numbered(1000));
  linkNames(database, by);
  assert.ok(written() - before < 400, `${written() - before} rows written`);
});

test("a ruling more on a block that is ruled on already is obeyed, though nobody becomes another", () => {
  const database = openDatabase(IN_MEMORY);
  writeNames(database, ["Omid Araqchi", "Omid Araqchi", "Omid Araghchi"]);
  const same = [{ at: "decisions.yml:1", names: ["Omid Araqchi"] }];
  const different = [{ at: "decisions.yml:2", names: ["Omid Araqchi", "Omid Araghchi"] }];
  const by = { thresholds: THRESHOLDS, topics: TOPICS };
  linkNames(database, { ...by, names: { ...NO_NAMES, person: { ...NONE, same } } });
  const isAsked = (): boolean =>
    rowsOf(database)["remark"]?.some((row) => row.includes("perhaps-same")) === true;
  assert.ok(isAsked());
  linkNames(database, { ...by, names: { ...NO_NAMES, person: { ...NONE, same, different } } });
  assert.ok(!isAsked());
});

test("where a former address leads follows the address that a record gives", () => {
  const database = openDatabase(IN_MEMORY);
  writeNames(database, ["Tom Varga", "Tomas Varga"]);
  const by = { thresholds: THRESHOLDS, topics: TOPICS };
  const leadsTo = (slug: string): readonly unknown[] => {
    const records = [record(slug, "Tomas Varga", { variants: ["Tom Varga"] })];
    linkNames(database, { ...by, names: { ...NO_NAMES, person: { ...NONE, records } } });
    const rows = database.prepare("SELECT former, now FROM moved ORDER BY former").all();
    return rows.map(({ former, now }) => `${former} > ${now}`);
  };
  for (const slug of ["varga", "varga-of-carrow"])
    assert.deepEqual(leadsTo(slug), [`tom-varga > ${slug}`, `tomas-varga > ${slug}`]);
  assert.deepEqual(leadsTo("tom-varga"), ["tomas-varga > tom-varga"]);
});

/** Writes an article for each name, which is all that it says of people. */
function writeNames(database: DatabaseSync, names: readonly string[]): void {
  const chance = new Chooser(14);
  for (const [number, name] of names.entries()) {
    const one = articleOf(number, chance);
    const evidence = { rule: "test", confidence: 0.9 };
    const mentions = [{ start: 0, end: 4, form: "full" as const, evidence }];
    const people = [{ name, confidence: 0.9, roles: [], mentions }];
    writeSightings(database, {
      ...one,
      front: { ...one.front, people: [name] },
      annotations: { ...one.annotations, people },
    });
  }
}
