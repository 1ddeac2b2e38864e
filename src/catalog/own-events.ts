/** What happened in sentences that name a long name, by the shelves of its timeline? Tables that pages fill. */
import type { DatabaseSync } from "node:sqlite";
import type { ArchiveEvent } from "../event-model.ts";
import { IF_NOTING } from "./cells.ts";
import type { Named } from "./entities.ts";
import { parsed, statement } from "./statements.ts";

const told = (row: "OLD" | "NEW"): string =>
  `INSERT INTO touched VALUES ('own/' || ${row}.kind || '/' || ${row}.slug || '/' || ${row}.shelf), ('own-any/' || ${row}.kind || '/' || ${row}.slug) ON CONFLICT DO NOTHING;`;
const shelved = (row: "OLD" | "NEW", cell: string): string =>
  `INSERT INTO touched VALUES ('${cell}/' || ${row}.kind || '/' || ${row}.slug) ON CONFLICT DO NOTHING;`;

/**
 * `own_event`: an event as the articles of one chapter tell of it; several chapters may. `own_shelf`: how many events a shelf has. `own_timeline`: which shelves
 * there are, and whether there are too many events for one page.
 */
export const OWN_EVENT_TABLES = `
CREATE TABLE own_event (kind TEXT NOT NULL, slug TEXT NOT NULL, shelf TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL, chapter TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug, shelf, value, number, chapter));
CREATE INDEX own_event_by_chapter ON own_event (kind, slug, chapter);
CREATE TRIGGER own_event_added AFTER INSERT ON own_event ${IF_NOTING} BEGIN ${told("NEW")} END;
CREATE TRIGGER own_event_changed AFTER UPDATE ON own_event ${IF_NOTING} BEGIN ${told("NEW")} END;
CREATE TRIGGER own_event_gone AFTER DELETE ON own_event ${IF_NOTING} BEGIN ${told("OLD")} END;
CREATE TABLE own_shelf (kind TEXT NOT NULL, slug TEXT NOT NULL, shelf TEXT NOT NULL, count INTEGER NOT NULL, expected INTEGER NOT NULL, PRIMARY KEY (kind, slug, shelf)) WITHOUT ROWID;
CREATE TRIGGER own_shelf_added AFTER INSERT ON own_shelf ${IF_NOTING} BEGIN ${shelved("NEW", "own-shelves")} END;
CREATE TRIGGER own_shelf_changed AFTER UPDATE ON own_shelf ${IF_NOTING} BEGIN ${shelved("NEW", "own-shelves")} END;
CREATE TRIGGER own_shelf_gone AFTER DELETE ON own_shelf ${IF_NOTING} BEGIN ${shelved("OLD", "own-shelves")} END;
CREATE TABLE own_timeline (kind TEXT NOT NULL, slug TEXT NOT NULL, is_long INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug)) WITHOUT ROWID;
CREATE TRIGGER own_timeline_added AFTER INSERT ON own_timeline ${IF_NOTING} BEGIN ${shelved("NEW", "own-timeline")} END;
CREATE TRIGGER own_timeline_changed AFTER UPDATE ON own_timeline ${IF_NOTING} BEGIN ${shelved("NEW", "own-timeline")} END;
CREATE TRIGGER own_timeline_gone AFTER DELETE ON own_timeline ${IF_NOTING} BEGIN ${shelved("OLD", "own-timeline")} END;
`;

/** An event as some articles tell of it. */
export interface OwnEvent {
  /** Tells it from others of its value. */
  readonly number: number;
  readonly event: ArchiveEvent;
}

/** Puts in what the articles of a chapter tell of a name, by shelves, in the place of what they told before. */
export function putOwnEvents(
  database: DatabaseSync,
  { kind, slug }: Named,
  chapter: string,
  events: ReadonlyMap<string, readonly OwnEvent[]>,
): void {
  const known = statement(
    database,
    "SELECT shelf, value, number FROM own_event WHERE kind = ? AND slug = ? AND chapter = ?",
  ).all(kind, slug, chapter);
  const keyOf = (shelf: unknown, value: unknown, number: unknown): string =>
    `${shelf}\n${value}\n${number}`;
  const gone = new Map(known.map((row) => [keyOf(row["shelf"], row["value"], row["number"]), row]));
  const put = statement(
    database,
    "INSERT INTO own_event VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json WHERE json IS NOT excluded.json",
  );
  for (const [shelf, own] of events) {
    for (const { number, event } of own) {
      gone.delete(keyOf(shelf, event.value, number));
      put.run(kind, slug, shelf, event.value, number, chapter, JSON.stringify(event));
    }
  }
  for (const { shelf, value, number } of gone.values())
    statement(
      database,
      "DELETE FROM own_event WHERE kind = ? AND slug = ? AND shelf = ? AND value = ? AND number = ? AND chapter = ?",
    ).run(kind, slug, String(shelf), String(value), Number(number), chapter);
}

/** Returns what is told of a name in one of its shelves, each event once for each chapter that tells of it, by value, number and chapter. */
export function ownEvents(
  database: DatabaseSync,
  { kind, slug }: Named,
  shelf: string,
): readonly OwnEvent[] {
  return statement(
    database,
    "SELECT number, json FROM own_event WHERE kind = ? AND slug = ? AND shelf = ? ORDER BY value, number, chapter",
  )
    .all(kind, slug, shelf)
    .map((row) => ({ number: Number(row["number"]), event: parsed<ArchiveEvent>(row) }));
}

/** Returns the shelves that a name has events in, as text is ordered. */
export function shelvesOfOwn(database: DatabaseSync, { kind, slug }: Named): readonly string[] {
  const after = statement(
    database,
    "SELECT min(shelf) AS shelf FROM own_event WHERE kind = ? AND slug = ? AND shelf > ?",
  );
  const shelves: string[] = [];
  for (let row = after.get(kind, slug, ""); row?.["shelf"] != null; ) {
    const shelf = String(row["shelf"]);
    shelves.push(shelf);
    row = after.get(kind, slug, shelf);
  }
  return shelves;
}

/** Returns whether a name has more than so many events. */
export function hasMoreEvents(
  database: DatabaseSync,
  { kind, slug }: Named,
  than: number,
): boolean {
  const row = statement(
    database,
    "SELECT count(*) AS count FROM (SELECT DISTINCT shelf, value, number FROM own_event WHERE kind = ? AND slug = ? LIMIT ?)",
  ).get(kind, slug, than + 1);
  return Number(row?.["count"]) > than;
}

/** What is known of the timeline of a long name before its pages are made. */
export interface OwnTimelineFacts {
  readonly isLong: boolean;
  /** As text is ordered. */
  readonly shelves: readonly string[];
}

/** Puts in what is known of a name's timeline, or what has changed of that; one without events has none. */
export function putOwnTimeline(
  database: DatabaseSync,
  { kind, slug }: Named,
  { isLong, shelves }: OwnTimelineFacts,
): void {
  if (shelves.length === 0)
    statement(database, "DELETE FROM own_timeline WHERE kind = ? AND slug = ?").run(kind, slug);
  else
    statement(
      database,
      `INSERT INTO own_timeline VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET is_long = excluded.is_long, json = excluded.json
       WHERE (is_long, json) IS NOT (excluded.is_long, excluded.json)`,
    ).run(kind, slug, isLong ? 1 : 0, JSON.stringify(shelves));
}

/** Returns what was put in of a name's timeline. */
export function ownTimelineOf(database: DatabaseSync, { kind, slug }: Named): OwnTimelineFacts {
  const row = statement(
    database,
    "SELECT is_long, json FROM own_timeline WHERE kind = ? AND slug = ?",
  ).get(kind, slug);
  if (row === undefined) return { isLong: false, shelves: [] };
  return { isLong: row["is_long"] === 1, shelves: parsed<readonly string[]>(row) };
}

/** Yields the shelves of all names that have timelines of their own: `person/ilse-okafor/2019`. */
export function* ownShelfKeys(database: DatabaseSync): Generator<string> {
  const rows = database
    .prepare(
      "SELECT kind, slug, value AS shelf FROM own_timeline, json_each(own_timeline.json) ORDER BY kind, slug, shelf",
    )
    .iterate();
  for (const { kind, slug, shelf } of rows) yield `${kind}/${slug}/${shelf}`;
}

/** How many events a shelf has, and how many of them were only expected. */
export interface OwnShelf {
  readonly shelf: string;
  readonly count: number;
  readonly expected: number;
}

/** Puts in how many events a shelf of a name has, or, where there are none any more, that it is gone. */
export function putOwnShelf(
  database: DatabaseSync,
  { kind, slug }: Named,
  { shelf, count, expected }: OwnShelf,
): void {
  if (count === 0)
    statement(database, "DELETE FROM own_shelf WHERE kind = ? AND slug = ? AND shelf = ?").run(
      kind,
      slug,
      shelf,
    );
  else
    statement(
      database,
      `INSERT INTO own_shelf VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = excluded.count, expected = excluded.expected
       WHERE (count, expected) IS NOT (excluded.count, excluded.expected)`,
    ).run(kind, slug, shelf, count, expected);
}

/** Returns how many events the shelves of a name have, as text is ordered. */
export function ownShelves(database: DatabaseSync, { kind, slug }: Named): readonly OwnShelf[] {
  const rows = statement(
    database,
    "SELECT shelf, count, expected FROM own_shelf WHERE kind = ? AND slug = ? ORDER BY shelf",
  ).all(kind, slug);
  // the columns are those of the type
  return rows as unknown as readonly OwnShelf[];
}
