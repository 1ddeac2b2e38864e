/** Is the archive's timeline, after many changes, the one that is made from nothing, whichever years, months and days it gains or loses? */
import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { IN_MEMORY, openDatabase } from "../src/catalog/database.ts";
import type { ArchiveEvent } from "../src/event-model.ts";
import { NOTHING_RECOGNISED } from "../src/known-annotations.ts";
import type { ArchiveArticle } from "../src/model.ts";
import { headOf } from "../src/pages/entries.ts";
import { byCodeUnits } from "../src/text/fold.ts";
import { calendarPlace } from "../src/text/time-values.ts";
import { Chooser } from "./support/chooser.ts";
import { fillCatalogue } from "./support/filled-catalogue.ts";
import { keptPages, planPages } from "./support/planned-pages.ts";

/** An article that tells of one event. */
interface Line {
  readonly number: number;
  readonly published: string;
  readonly headline: string;
  readonly tells: string;
  readonly outlook: ArchiveEvent["outlook"];
}

/** Known to the day, week or month; to the year; far from the years of print. */
const TIMES = [
  ...["2019-03-12", "2019-03-12", "2019-03-11", "2019-W11", "2019-03", "2019-04-02", "2020-02"],
  ...["2019", "2019-SU", "2020", "2011", "2008-05-06"],
  ...["1995-07", "1998", "1999-12-31", "199X", "18XX", "20XX", "1666-09", "1931-05-03", "2041"],
];

function someTime(chooser: Chooser): string {
  if (chooser.below(3) > 0) return chooser.oneOf(TIMES.slice(0, 5));
  if (chooser.below(3) > 0) return chooser.oneOf(TIMES);
  return `${1880 + chooser.below(150)}-0${1 + chooser.below(9)}`;
}

function someLine(number: number, years: number, chooser: Chooser): Line {
  const year = 2019 - chooser.below(years);
  return {
    number,
    published: years === 0 ? "" : `${year}-0${1 + chooser.below(9)}-0${1 + chooser.below(9)}`,
    headline: `Tide ${chooser.below(9)}`,
    tells: someTime(chooser),
    outlook: (["happened", "happened", "expected", "said"] as const)[chooser.below(4)] ?? "said",
  };
}

function pathOf({ number }: Line): string {
  return `articles/a${number}.md`;
}

function articleOf(line: Line): ArchiveArticle {
  const { published, headline, number } = line;
  const address = `/a/${number}/`;
  return {
    path: pathOf(line),
    address,
    front: { headline, address, ...(published !== "" && { published }) },
    body: "They came.",
    document: { text: "They came.", language: "en", blocks: [] },
    annotations: NOTHING_RECOGNISED,
    sortKey: published,
  };
}

function eventOf(line: Line): ArchiveEvent {
  const { tells: value, outlook, headline } = line;
  const sentence = { anchor: "s1", text: headline, words: [] };
  const period = calendarPlace(value)?.period ?? "";
  return { period, value, outlook, reports: [{ article: pathOf(line), sentence, outlook }] };
}

function fill(database: DatabaseSync, lines: readonly Line[]): void {
  const events = lines.toSorted((a, b) => byCodeUnits(a.tells, b.tells)).map(eventOf);
  fillCatalogue(
    database,
    { articles: lines.map(articleOf), linked: [], events, moved: [] },
    headOf,
  );
}

function plan(database: DatabaseSync, isWhole: boolean): number {
  return planPages(database, isWhole).filter(({ kind }) => kind === "timeline").length;
}

const KEPT = [
  "SELECT value, address FROM time_address ORDER BY value",
  "SELECT period, count, expected FROM event_count ORDER BY period",
];

function keptIn(database: DatabaseSync): readonly string[] {
  const rows = KEPT.flatMap((sql) => database.prepare(sql).all());
  return [...keptPages(database), ...rows.map((row) => JSON.stringify(row))];
}

function fromNothing(lines: readonly Line[]): readonly string[] {
  const database = openDatabase(IN_MEMORY);
  fill(database, lines);
  plan(database, true);
  const kept = keptIn(database);
  database.close();
  return kept;
}

/** How many articles an archive has at each step, and from how many years; without a year all are undated. */
const STEPS = [
  ...[
    [2, 1],
    [60, 1],
    [90, 1],
    [260, 2],
    [262, 3],
    [262, 3],
    [700, 3],
    [701, 3],
    [700, 3],
  ],
  ...[
    [690, 12],
    [400, 30],
    [395, 1],
    [140, 1],
    [20, 0],
    [24, 0],
    [23, 0],
    [0, 1],
    [30, 2],
  ],
] as const;

test("a timeline whose months and years grow long and short again is the one that is made from nothing", () => {
  const chooser = new Chooser(1_931);
  const database = openDatabase(IN_MEMORY);
  let lines: Line[] = [];
  let number = 0;
  let longest = 0;
  for (const [step, [size, years]] of STEPS.entries()) {
    const isDated = years > 0;
    for (let edit = 0; edit < 3 && lines.length > 0; edit++) {
      const at = chooser.below(lines.length);
      lines[at] = someLine(lines[at]?.number ?? 0, years, chooser);
    }
    while (lines.length < size) lines.push(someLine(number++, years, chooser));
    lines = lines.slice(lines.length - size);
    if (!isDated) lines = lines.map((line) => ({ ...line, published: "" }));
    fill(database, lines);
    const made = plan(database, step === 0);
    assert.deepEqual(keptIn(database), fromNothing(lines), `step ${step}`);
    const pages = database.prepare("SELECT address FROM page WHERE kind = 'timeline'").all();
    if (step === 7) assert.ok(made < pages.length / 3, `${made} of ${pages.length} pages`);
    for (const { address } of pages) longest = Math.max(longest, String(address).split("/").length);
  }
  // a second page of a day
  assert.equal(longest, "/timeline/2019/03/12/page-2/".split("/").length);
  database.close();
});
