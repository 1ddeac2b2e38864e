/** Are the pages of names with chapters, after many changes, those that are made from nothing, whichever years, months and days they gain or lose? */
import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { IN_MEMORY, openDatabase } from "../src/catalog/database.ts";
import type { ArchiveEvent } from "../src/event-model.ts";
import { NOTHING_RECOGNISED } from "../src/known-annotations.ts";
import type { Appearance, ArchiveArticle, Entity } from "../src/model.ts";
import { headOf } from "../src/pages/entries.ts";
import { groupBy } from "../src/text/grouping.ts";
import { Chooser } from "./support/chooser.ts";
import { fillCatalogue } from "./support/filled-catalogue.ts";
import { keptPages, planPages } from "./support/planned-pages.ts";

/** An article that names some of `ENTITIES`, each in every sentence. */
interface Line {
  readonly number: number;
  readonly published?: string;
  readonly headline: string;
  readonly sentences: number;
  readonly named: readonly Entity[];
  /** When happened what it tells. */
  readonly tells: string;
  readonly note?: string;
}

const ENTITIES: readonly Entity[] = [
  entity("person", "Ana Reis"),
  entity("place", "Carrow"),
  entity("organisation", "Harbour Board"),
  entity("topic", "transport"),
  { ...entity("topic", "ferries"), broader: "transport" },
];

function entity(kind: Entity["kind"], name: string): Entity {
  const slug = name.toLowerCase().replace(" ", "-");
  return { kind, slug, name, variants: [], hasPage: true, reason: { kind: "count", articles: 1 } };
}

const DATES = ["", "2019", "2019-03", "2020-11-02", "2019-04-01"];

/** So that the lists of one month grow long, and one day's. */
function someDate(chooser: Chooser): string {
  if (chooser.below(12) === 0) return chooser.oneOf(DATES);
  if (chooser.below(3) === 0) return "2019-03-12";
  return `2019-03-${String(1 + chooser.below(28)).padStart(2, "0")}`;
}

const TIMES = ["2019", "2021", "18", "195", "2018-12"];

function someTime(chooser: Chooser): string {
  if (chooser.below(9) === 0) return chooser.oneOf(TIMES);
  // so that a year, a month and now and then a day have more events than one page has room for
  if (chooser.below(2) === 0) return `2018-06-1${chooser.below(4)}`;
  return `201${chooser.below(10)}-0${1 + chooser.below(9)}-1${chooser.below(10)}`;
}

function someLine(number: number, chooser: Chooser): Line {
  const published = someDate(chooser);
  return {
    number,
    ...(published !== "" && { published }),
    headline: `Tide ${chooser.below(9)}`,
    sentences: 1 + chooser.below(3),
    tells: someTime(chooser),
    named: ENTITIES.filter(() => chooser.below(4) > 0),
    ...(chooser.below(40) === 0 && { note: "By another hand." }),
  };
}

function pathOf({ number }: Line): string {
  return `articles/a${String(number).padStart(4, "0")}.md`;
}

function articleOf(line: Line): ArchiveArticle {
  const { published, headline, note } = line;
  const address = `/a/${line.number}/`;
  const dated = published === undefined ? {} : { published };
  return {
    path: pathOf(line),
    address,
    front: { headline, address, ...dated, ...(note !== undefined && { note }) },
    body: "They came.",
    document: { text: "They came.", language: "en", blocks: [] },
    annotations: NOTHING_RECOGNISED,
    sortKey: published ?? "",
  };
}

function appearanceOf({ kind, slug, name }: Entity, line: Line): Appearance {
  const cited = (anchor: number) => ({
    anchor: `s${anchor}`,
    text: `${name} came to ${line.headline}.`,
    words: [{ start: 0, end: name.length }],
  });
  const role = kind === "person" && line.number % 3 > 0;
  return {
    kind,
    slug,
    article: pathOf(line),
    printed: name,
    mentions: [{ start: 0, end: name.length }],
    sentences: Array.from({ length: line.sentences }, (_, at) => cited(at + 1)),
    roles: role ? [{ title: line.number % 2 ? "mayor" : "pilot", sentence: cited(1) }] : [],
    quotations:
      kind === "person"
        ? [
            {
              ...{ start: 0, end: 4, kind: "direct", text: `“${line.headline}”` },
              ...{ anchor: "s1", mark: "q1", sure: true, rule: "told" },
            },
          ]
        : [],
    byEditor: false,
  };
}

/** Each article tells in its first sentence of one of the events of a day, a month, a year or a century. */
function eventsIn(lines: readonly Line[]): readonly ArchiveEvent[] {
  const byEvent = groupBy(lines, ({ tells, number }) => `${tells}/${number % 41}`);
  return [...byEvent].sort().flatMap(([event, within]): ArchiveEvent[] => {
    const [value = ""] = event.split("/");
    const [lead, ...others] = within.map((line) => ({
      article: pathOf(line),
      sentence: { anchor: "s1", text: line.headline, words: [] },
      outlook: line.number % 5 ? ("happened" as const) : ("expected" as const),
    }));
    if (lead === undefined) return [];
    return [{ value, period: value, outlook: "happened", reports: [lead, ...others] }];
  });
}

function fill(database: DatabaseSync, lines: readonly Line[]): void {
  const linked = ENTITIES.map((one) => ({
    entity: one,
    appearances: lines
      .filter(({ named }) => named.includes(one))
      .map((line) => appearanceOf(one, line)),
  })).filter(({ appearances }) => appearances.length > 0);
  const told = { stories: [], relations: new Map() };
  const events = eventsIn(lines);
  const articles = lines.map(articleOf);
  fillCatalogue(database, { articles, linked, events, moved: [], told }, headOf);
}

function fromNothing(lines: readonly Line[]): readonly string[] {
  const database = openDatabase(IN_MEMORY);
  fill(database, lines);
  planPages(database, true);
  const pages = keptPages(database);
  database.close();
  return pages;
}

/**
 * How many articles an archive has at each step: names become long, their months and days, and they do not remain so; at about 340, the year of which most is told has just about
 * too many events for one page.
 */
const SIZES = [
  ...[90, 130, 420, 425, 430, 428, 700, 702, 690, 344, 340, 336, 332, 336],
  ...[140, 100, 60, 61, 420],
];

test("pages of names that grow long and short again are those that are made from nothing", () => {
  const chooser = new Chooser(7_042);
  const database = openDatabase(IN_MEMORY);
  let lines: Line[] = [];
  let number = 0;
  const depths = new Set<number>();
  const timelines = new Set<string>();
  for (const [step, size] of SIZES.entries()) {
    for (let edit = 0; edit < 3 && lines.length > 0; edit++) {
      const at = chooser.below(lines.length);
      lines[at] = someLine(lines[at]?.number ?? 0, chooser);
    }
    while (lines.length < size) lines.push(someLine(number++, chooser));
    lines = lines.slice(-size);
    fill(database, lines);
    const made = planPages(database, step === 0).length;
    const pages = keptPages(database);
    assert.deepEqual(pages, fromNothing(lines), `step ${step}`);
    if (step === 4) assert.ok(made < pages.length / 2, `${made} of ${pages.length} pages`);
    for (const { address } of database.prepare("SELECT address FROM page").all())
      timelines.add(String(address).split("/timeline/")[1] ?? "");
    const periods = database.prepare("SELECT period FROM chapter").all();
    for (const { period } of periods) depths.add(String(period).length);
  }
  // a year, a month and a day of a timeline
  for (const address of ["", "2018/", "2018/06/", "2018/06/12/"])
    assert.ok(timelines.has(address), `timeline/${address}`);
  // the name itself, years, months, days, and what leaves the month or the day open
  for (const depth of [0, 4, 7, 10, "undated".length, "2019-undated".length])
    assert.ok(depths.has(depth), `a period of ${depth} characters`);
  database.close();
});
