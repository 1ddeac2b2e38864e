/** What happened in sentences that name a long name, and on which pages does it stand? Tables that pages fill. */
import type { DatabaseSync } from "node:sqlite";
import type { ArchiveEvent } from "../event-model.ts";
import { IF_NOTING } from "./cells.ts";
import type { Named } from "./entities.ts";
import type { PeriodCount } from "./event-counts.ts";
import { parsed, statement } from "./statements.ts";

const cell = (name: string, row: "OLD" | "NEW", rest: string): string =>
  `('${name}/' || ${row}.kind || '/' || ${row}.slug${rest})`;

const noted = (cells: string): string =>
  `INSERT INTO touched VALUES ${cells} ON CONFLICT DO NOTHING;`;

const told = (row: "OLD" | "NEW"): string =>
  noted(`${cell("own", row, ` || '/' || ${row}.period`)}, ${cell("own-any", row, "")}`);

const toCount = (row: "OLD" | "NEW"): string =>
  `INSERT INTO own_uncounted VALUES (${row}.kind, ${row}.slug, ${row}.period) ON CONFLICT DO NOTHING;`;

const counted = (row: "OLD" | "NEW"): string =>
  noted(
    `${cell("own-counts", row, "")}, ${cell("own-counts", row, ` || '/' || substr(${row}.period, 1, 4)`)}`,
  );

const shelved = (row: "OLD" | "NEW"): string =>
  noted(cell("own-shelf", row, ` || '/' || ${row}.shelf`));

/**
 * `own_event`: an event as the articles of one chapter tell of it; several chapters may. `period`: its month, or the year, decade or century of which no more is
 * known. `own_count`: how many events a period has; `own_uncounted`: periods of which that is to be found anew. `own_shelf`: a page of a timeline that is too long for one;
 * `is_cut`: whether its months have pages.
 */
export const OWN_EVENT_TABLES = `
CREATE TABLE own_event (kind TEXT NOT NULL, slug TEXT NOT NULL, period TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL, chapter TEXT NOT NULL, outlook TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug, period, value, number, chapter));
CREATE INDEX own_event_by_chapter ON own_event (kind, slug, chapter);
CREATE TABLE own_uncounted (kind TEXT NOT NULL, slug TEXT NOT NULL, period TEXT NOT NULL, PRIMARY KEY (kind, slug, period)) WITHOUT ROWID;
CREATE TRIGGER own_event_more AFTER INSERT ON own_event BEGIN ${toCount("NEW")} END;
CREATE TRIGGER own_event_other AFTER UPDATE ON own_event WHEN OLD.outlook IS NOT NEW.outlook BEGIN ${toCount("NEW")} END;
CREATE TRIGGER own_event_fewer AFTER DELETE ON own_event BEGIN ${toCount("OLD")} END;
CREATE TRIGGER own_event_added AFTER INSERT ON own_event ${IF_NOTING} BEGIN ${told("NEW")} END;
CREATE TRIGGER own_event_changed AFTER UPDATE ON own_event ${IF_NOTING} BEGIN ${told("NEW")} END;
CREATE TRIGGER own_event_gone AFTER DELETE ON own_event ${IF_NOTING} BEGIN ${told("OLD")} END;
CREATE TABLE own_count (kind TEXT NOT NULL, slug TEXT NOT NULL, period TEXT NOT NULL, count INTEGER NOT NULL, expected INTEGER NOT NULL, PRIMARY KEY (kind, slug, period)) WITHOUT ROWID;
CREATE TRIGGER own_count_added AFTER INSERT ON own_count ${IF_NOTING} BEGIN ${counted("NEW")} END;
CREATE TRIGGER own_count_changed AFTER UPDATE ON own_count ${IF_NOTING} BEGIN ${counted("NEW")} END;
CREATE TRIGGER own_count_gone AFTER DELETE ON own_count ${IF_NOTING} BEGIN ${counted("OLD")} END;
CREATE TABLE own_shelf (kind TEXT NOT NULL, slug TEXT NOT NULL, shelf TEXT NOT NULL, is_cut INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug, shelf)) WITHOUT ROWID;
CREATE TRIGGER own_shelf_added AFTER INSERT ON own_shelf ${IF_NOTING} BEGIN ${shelved("NEW")} END;
CREATE TRIGGER own_shelf_changed AFTER UPDATE ON own_shelf ${IF_NOTING} BEGIN ${shelved("NEW")} END;
CREATE TRIGGER own_shelf_gone AFTER DELETE ON own_shelf ${IF_NOTING} BEGIN ${shelved("OLD")} END;
`;

/** An event as some articles tell of it. */
export interface OwnEvent {
  /** Tells it from others of its value. */
  readonly number: number;
  readonly event: ArchiveEvent;
}

/** Puts in what the articles of a chapter tell of a name, by periods, in the place of what they told before. */
export function putOwnEvents(
  database: DatabaseSync,
  { kind, slug }: Named,
  chapter: string,
  events: ReadonlyMap<string, readonly OwnEvent[]>,
): void {
  const known = statement(
    database,
    "SELECT period, value, number FROM own_event WHERE kind = ? AND slug = ? AND chapter = ?",
  ).all(kind, slug, chapter);
  const keyOf = (period: unknown, value: unknown, number: unknown): string =>
    `${period}\n${value}\n${number}`;
  const gone = new Map(
    known.map((row) => [keyOf(row["period"], row["value"], row["number"]), row]),
  );
  const put = statement(
    database,
    "INSERT INTO own_event VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET outlook = excluded.outlook, json = excluded.json WHERE json IS NOT excluded.json",
  );
  for (const [period, own] of events) {
    for (const { number, event } of own) {
      gone.delete(keyOf(period, event.value, number));
      put.run(
        ...[kind, slug, period, event.value, number, chapter, event.outlook],
        JSON.stringify(event),
      );
    }
  }
  for (const { period, value, number } of gone.values())
    statement(
      database,
      "DELETE FROM own_event WHERE kind = ? AND slug = ? AND period = ? AND value = ? AND number = ? AND chapter = ?",
    ).run(kind, slug, String(period), String(value), Number(number), chapter);
}

/** Returns what is told of a name in some periods, each event once for each chapter that tells of it, by value, number and chapter. */
export function ownEvents(
  database: DatabaseSync,
  { kind, slug }: Named,
  periods: readonly string[],
): readonly OwnEvent[] {
  return statement(
    database,
    `SELECT number, own_event.json FROM json_each(?) AS asked CROSS JOIN own_event ON kind = ? AND slug = ? AND period = asked.value
     ORDER BY own_event.value, number, chapter`,
  )
    .all(JSON.stringify(periods), kind, slug)
    .map((row) => ({ number: Number(row["number"]), event: parsed<ArchiveEvent>(row) }));
}

/** Counts anew the events of a name in the periods in which some have come, gone or turned out. */
export function recountOwn(database: DatabaseSync, { kind, slug }: Named): void {
  const periods = statement(
    database,
    "SELECT period FROM own_uncounted WHERE kind = ? AND slug = ? ORDER BY period",
  )
    .all(kind, slug)
    .map((row) => String(row["period"]));
  for (const period of periods) {
    // what one chapter tells as past is past; else the first chapter says what it is
    const row = statement(
      database,
      `SELECT count(*) AS count, coalesce(sum(outlook = 'expected' AND NOT happened), 0) AS expected FROM
       (SELECT outlook, min(chapter), sum(outlook = 'happened') AS happened FROM own_event WHERE kind = ? AND slug = ? AND period = ? GROUP BY value, number)`,
    ).get(kind, slug, period);
    const [count, expected] = [Number(row?.["count"]), Number(row?.["expected"])];
    putOwnCount(database, { kind, slug }, { period, count, expected });
  }
  statement(database, "DELETE FROM own_uncounted WHERE kind = ? AND slug = ?").run(kind, slug);
}

function putOwnCount(
  database: DatabaseSync,
  { kind, slug }: Named,
  { period, count, expected }: PeriodCount,
): void {
  if (count === 0)
    statement(database, "DELETE FROM own_count WHERE kind = ? AND slug = ? AND period = ?").run(
      ...[kind, slug, period],
    );
  else
    statement(
      database,
      `INSERT INTO own_count VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = excluded.count, expected = excluded.expected
       WHERE (count, expected) IS NOT (excluded.count, excluded.expected)`,
    ).run(kind, slug, period, count, expected);
}

/** Returns how many events a name has in the periods that begin in one way, as text is ordered. */
export function ownCounts(
  database: DatabaseSync,
  { kind, slug }: Named,
  beginning = "",
): readonly PeriodCount[] {
  const rows = statement(
    database,
    "SELECT period, count, expected FROM own_count WHERE kind = ? AND slug = ? AND period >= ? AND period < ? ORDER BY period",
  ).all(kind, slug, beginning, `${beginning}~`);
  // the columns are those of the type
  return rows as unknown as readonly PeriodCount[];
}

/** A year, decade or century of a timeline that is too long for one page. */
export interface OwnShelf {
  readonly shelf: string;
  /** Of a year: whether its months have pages. */
  readonly isCut: boolean;
  readonly previous?: string;
  readonly next?: string;
  /** The months that stand there, and the years, decades or centuries of which no more is known; as text is ordered. */
  readonly periods: readonly string[];
}

/** Puts in which pages the timeline of a name has, or what has changed of that. */
export function putOwnShelves(
  database: DatabaseSync,
  { kind, slug }: Named,
  shelves: readonly OwnShelf[],
): void {
  const known = statement(database, "SELECT shelf FROM own_shelf WHERE kind = ? AND slug = ?");
  const gone = new Set(known.all(kind, slug).map((row) => String(row["shelf"])));
  for (const shelf of shelves) {
    gone.delete(shelf.shelf);
    statement(
      database,
      `INSERT INTO own_shelf VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET is_cut = excluded.is_cut, json = excluded.json
       WHERE (is_cut, json) IS NOT (excluded.is_cut, excluded.json)`,
    ).run(kind, slug, shelf.shelf, shelf.isCut ? 1 : 0, JSON.stringify(shelf));
  }
  for (const shelf of gone)
    statement(database, "DELETE FROM own_shelf WHERE kind = ? AND slug = ? AND shelf = ?").run(
      ...[kind, slug, shelf],
    );
}

/** Returns one of them as it was put in. */
export function ownShelfAt(
  database: DatabaseSync,
  { kind, slug }: Named,
  shelf: string,
): OwnShelf | undefined {
  const row = statement(
    database,
    "SELECT json FROM own_shelf WHERE kind = ? AND slug = ? AND shelf = ?",
  ).get(kind, slug, shelf);
  return row && parsed<OwnShelf>(row);
}

/** Yields the years, decades and centuries of all names that have pages: `person/ilse-okafor/2019`. */
export function* ownShelfKeys(database: DatabaseSync): Generator<string> {
  const rows = database
    .prepare("SELECT kind, slug, shelf FROM own_shelf ORDER BY kind, slug, shelf")
    .iterate();
  for (const { kind, slug, shelf } of rows) yield `${kind}/${slug}/${shelf}`;
}

/** Yields the months of all names that have pages: `person/ilse-okafor/2019-03`. */
export function* ownMonthKeys(database: DatabaseSync): Generator<string> {
  const rows = database
    .prepare(
      `SELECT kind, slug, value AS month FROM own_shelf, json_each(own_shelf.json, '$.periods') WHERE is_cut AND length(value) = 7
       ORDER BY kind, slug, month`,
    )
    .iterate();
  for (const { kind, slug, month } of rows) yield `${kind}/${slug}/${month}`;
}
