/** What happened when, which articles tell one story, and which are related? What linking found, in tables. */
import type { DatabaseSync } from "node:sqlite";
import type { ArchiveEvent } from "../event-model.ts";
import type { Relation, Story } from "../story-model.ts";
import { calendarPlace } from "../text/time-values.ts";
import { IF_NOTING, touch } from "./cells.ts";
import { setState, stateOf } from "./state.ts";
import { parsed, statement, storedJson } from "./statements.ts";

const noted = (name: string, table: string, cells: (row: "OLD" | "NEW") => string): string => `
CREATE TRIGGER ${name}_added AFTER INSERT ON ${table} ${IF_NOTING} BEGIN INSERT INTO touched VALUES ${cells("NEW")} ON CONFLICT DO NOTHING; END;
CREATE TRIGGER ${name}_changed AFTER UPDATE ON ${table} ${IF_NOTING} BEGIN INSERT INTO touched VALUES ${cells("OLD")}, ${cells("NEW")} ON CONFLICT DO NOTHING; END;
CREATE TRIGGER ${name}_gone AFTER DELETE ON ${table} ${IF_NOTING} BEGIN INSERT INTO touched VALUES ${cells("OLD")} ON CONFLICT DO NOTHING; END;`;

/** Articles that tell of an event by a report which is not among the others: an article may lose one of two, and still tell of it. */
const retold = (by: "OLD" | "NEW", others: "OLD" | "NEW"): string =>
  `INSERT INTO touched SELECT 'told/' || (value ->> '$.article') FROM json_each(${by}.json, '$.reports')
    WHERE value NOT IN (SELECT value FROM json_each(${others}.json, '$.reports')) ON CONFLICT DO NOTHING;`;

/**
 * `first` and `last`: the first and the last day that an event's value means; among the events of one value `number` tells them apart.
 * `event_report`: which articles tell of which event. `time_address`: where the timeline tells of a time, by the group of pages that
 * does. `anniversary`: how much there is of a day of the calendar, `01-26`.
 */
export const STORY_TABLES = `
CREATE TABLE relation (article TEXT PRIMARY KEY, json TEXT NOT NULL);
CREATE TABLE story (slug TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE story_member (article TEXT PRIMARY KEY, slug TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX story_member_by_story ON story_member (slug);
CREATE TABLE event (value TEXT NOT NULL, number INTEGER NOT NULL, period TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, outlook TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (value, number)) WITHOUT ROWID;
CREATE INDEX event_by_time ON event (first, last DESC, value, number);
CREATE INDEX event_by_period ON event (period, outlook);
CREATE INDEX event_by_anniversary ON event (substr(period, 6), first, last DESC, value, number) WHERE length(period) = 10;
CREATE TABLE anniversary (day TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER anniversary_added AFTER INSERT ON anniversary ${IF_NOTING} BEGIN INSERT INTO touched VALUES ('anniversary-days'), ('anniversary-counts') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER anniversary_changed AFTER UPDATE ON anniversary ${IF_NOTING} BEGIN INSERT INTO touched VALUES ('anniversary-counts') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER anniversary_gone AFTER DELETE ON anniversary ${IF_NOTING} BEGIN INSERT INTO touched VALUES ('anniversary-days'), ('anniversary-counts') ON CONFLICT DO NOTHING; END;
CREATE TABLE event_report (article TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (article, value, number)) WITHOUT ROWID;
CREATE INDEX event_report_by_event ON event_report (value, number);
CREATE TABLE time_address (value TEXT PRIMARY KEY, page_group TEXT NOT NULL, address TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX time_address_by_group ON time_address (page_group);
${noted("relation", "relation", (row) => `('relations/' || ${row}.article)`)}
${noted("story", "story", (row) => `('story/' || ${row}.slug)`)}
${noted("story_member", "story_member", (row) => `('member/' || ${row}.article)`)}
${noted(
  "event",
  "event",
  (row) =>
    `('events'), ('events/' || ${row}.period), ('events/' || substr(${row}.period, 1, 7)), ('anniversary/' || substr(${row}.period, 6))`,
)}
CREATE TRIGGER event_retold AFTER UPDATE ON event ${IF_NOTING} BEGIN
  ${retold("NEW", "OLD")} ${retold("OLD", "NEW")}
END;
${noted("time_address", "time_address", (row) => `('at/' || ${row}.value)`)}
${noted("event_report", "event_report", (row) => `('told/' || ${row}.article)`)}
`;

/** Puts in the story of some articles, or what has changed of it. */
export function putStory(database: DatabaseSync, story: Story): void {
  statement(
    database,
    "INSERT INTO story VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json WHERE json IS NOT excluded.json",
  ).run(story.slug, JSON.stringify(story));
  const putMember = statement(
    database,
    "INSERT INTO story_member VALUES (?, ?) ON CONFLICT DO UPDATE SET slug = excluded.slug WHERE slug IS NOT excluded.slug",
  );
  for (const { article } of story.members) putMember.run(article, story.slug);
}

/** Puts in what an article is related to, or what has changed of it. */
export function putRelations(
  database: DatabaseSync,
  article: string,
  relations: readonly Relation[],
): void {
  statement(
    database,
    "INSERT INTO relation VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json WHERE json IS NOT excluded.json",
  ).run(article, JSON.stringify(relations));
}

/** Puts in an event, or what has changed of it; `number` tells those of one value apart. */
export function putEvent(database: DatabaseSync, event: ArchiveEvent, number: number): void {
  const { value, period, outlook, reports } = event;
  const { first = "", last = "" } = calendarPlace(value) ?? {};
  statement(
    database,
    "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET outlook = excluded.outlook, json = excluded.json WHERE json IS NOT excluded.json",
  ).run(value, number, period, first, last, outlook, JSON.stringify(event));
  const putReport = statement(database, "INSERT OR IGNORE INTO event_report VALUES (?, ?, ?)");
  for (const { article } of reports) putReport.run(article, value, number);
}

/**
 * Returns what happened, was to happen or was said at some times, in the order of time: in a month or on a day, or, of years, decades and centuries, what is known no
 * more exactly.
 */
export function eventsOf(
  database: DatabaseSync,
  periods: readonly string[],
): readonly ArchiveEvent[] {
  // a cross join looks each period up; a blank comes before all that may follow a period
  const rows = statement(
    database,
    `SELECT event.json FROM json_each(?) AS asked CROSS JOIN event
       ON period >= asked.value AND period < asked.value || iif(length(asked.value) = 7, '~', ' ')
     ORDER BY first, last DESC, event.value, number`,
  ).all(JSON.stringify(periods));
  return rows.map((row) => parsed<ArchiveEvent>(row));
}

/** Returns what happened last of which the month is known, up to the end of a year, in the order of time. */
export function lastEvents(
  database: DatabaseSync,
  year: number,
  most: number,
): readonly ArchiveEvent[] {
  const rows = statement(
    database,
    `SELECT json FROM event WHERE outlook = 'happened' AND length(period) > 4 AND period < ?
     ORDER BY first DESC, last, value DESC, number DESC LIMIT ?`,
  ).all(String(year + 1).padStart(4, "0"), most);
  return rows.map((row) => parsed<ArchiveEvent>(row)).reverse();
}

/** Returns the events that an article tells of, in the order of time. */
export function eventsToldBy(database: DatabaseSync, article: string): readonly ToldEvent[] {
  const rows = statement(
    database,
    `SELECT event.value, event.number, first, last, json FROM event_report JOIN event USING (value, number)
     WHERE article = ? ORDER BY first, last DESC, event.value, event.number`,
  ).all(article);
  return rows.map(({ value, number, first, last, json }) => ({
    key: `${value}/${number}`,
    number: Number(number),
    first: String(first),
    last: String(last),
    event: storedJson(String(json)) as ArchiveEvent,
  }));
}

/** An event with what it is known by and what it is ordered by. */
export interface ToldEvent {
  readonly key: string;
  /** Among those of its value. */
  readonly number: number;
  readonly first: string;
  readonly last: string;
  readonly event: ArchiveEvent;
}

/** Returns where the timeline tells of a time. */
export function timeAddressOf(database: DatabaseSync, value: string): string | undefined {
  const row = statement(database, "SELECT address FROM time_address WHERE value = ?").get(value);
  return row === undefined ? undefined : String(row["address"]);
}

/** Puts in where the pages of a group tell of times, in the place of what was known of that group. */
export function putTimeAddresses(
  database: DatabaseSync,
  group: string,
  addresses: ReadonlyMap<string, string>,
): void {
  const put = statement(
    database,
    `INSERT INTO time_address VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET page_group = excluded.page_group, address = excluded.address
     WHERE (page_group, address) IS NOT (excluded.page_group, excluded.address)`,
  );
  for (const [value, address] of addresses) put.run(value, group, address);
  const known = statement(database, "SELECT value FROM time_address WHERE page_group = ?").all(
    group,
  );
  for (const row of known) {
    const value = String(row["value"]);
    if (!addresses.has(value))
      statement(database, "DELETE FROM time_address WHERE value = ?").run(value);
  }
}

/** Returns what happened, was expected or was said on a day of the calendar (`01-26`) in all years, in the order of time. */
export function eventsOnAnniversary(database: DatabaseSync, day: string): readonly ArchiveEvent[] {
  const rows = statement(
    database,
    `SELECT json FROM event WHERE length(period) = 10 AND substr(period, 6) = ?
     ORDER BY first, last DESC, value, number`,
  ).all(day);
  return rows.map((row) => parsed<ArchiveEvent>(row));
}

/** Puts in how much there is of a day of the calendar; of one without anything nothing is kept. */
export function putAnniversary(database: DatabaseSync, day: string, count: number): void {
  if (count === 0) statement(database, "DELETE FROM anniversary WHERE day = ?").run(day);
  else {
    statement(
      database,
      "INSERT INTO anniversary VALUES (?, ?) ON CONFLICT DO UPDATE SET count = excluded.count WHERE count IS NOT excluded.count",
    ).run(day, count);
  }
}

/** Returns the days of the calendar of which there is anything, with how much. */
export function anniversaries(database: DatabaseSync): ReadonlyMap<string, number> {
  const rows = statement(database, "SELECT day, count FROM anniversary ORDER BY day").all();
  return new Map(rows.map((row) => [String(row["day"]), Number(row["count"])]));
}

/** Keeps which years, decades and centuries the timeline has, in the order of time; notes those that come or go, or have others beside them. */
export function putShelves(database: DatabaseSync, shelves: readonly string[]): void {
  const known = keptShelves(database);
  setState(database, "shelves", JSON.stringify(shelves));
  for (const shelf of new Set([...known, ...shelves]))
    if (placeIn(known, shelf) !== placeIn(shelves, shelf)) touch(database, `shelf/${shelf}`);
}

function placeIn(shelves: readonly string[], shelf: string): string {
  const at = shelves.indexOf(shelf);
  return at === -1 ? "" : [shelves[at - 1], shelf, shelves[at + 1]].join("/");
}

/** Returns which years, decades and centuries the timeline has. */
export function keptShelves(database: DatabaseSync): readonly string[] {
  // `putShelves` wrote it
  return storedJson(stateOf(database, "shelves") ?? "[]") as string[];
}
