/** Which names does each article have? The facts that linking reads, written when an article is recognised. */
import type { DatabaseSync } from "node:sqlite";
import type { Appearance, EntityKind } from "../model.ts";
import { addTask } from "./link-tasks.ts";
import { statement } from "./statements.ts";

/**
 * `sighting`: a name in an article, with what linking asks of it; `ruling` is set where a line of the editor's is about this article alone.
 * `sighting_json`: all that is shown of it, but for one that stands whole in an appearance of the same position (see `sightingJson`); a table of its
 * own, so that the room of those is free for others. `hint`: what an article says that others ask about.
 * `linked_article`: every article that has facts, with what it says of its topics.
 */
export const SIGHTING_TABLES = `
CREATE TABLE linked_article (article TEXT PRIMARY KEY, sort_key TEXT NOT NULL, topics TEXT NOT NULL);
CREATE TABLE sighting (
  article TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, manner TEXT NOT NULL,
  ruling TEXT NOT NULL, sort_key TEXT NOT NULL, confidence REAL NOT NULL, speaks INTEGER NOT NULL,
  by_editor INTEGER NOT NULL, offices TEXT NOT NULL, worlds TEXT NOT NULL, lead INTEGER NOT NULL,
  quotations INTEGER NOT NULL, roles INTEGER NOT NULL
);
CREATE TABLE sighting_json (article TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (article, kind, position)) WITHOUT ROWID;
CREATE UNIQUE INDEX sighting_by_article ON sighting (article, kind, position);
CREATE INDEX sighting_by_name ON sighting (kind, name, manner, ruling, offices, worlds, sort_key, article, confidence, speaks);
CREATE INDEX sighting_by_editor ON sighting (kind, name, manner, ruling) WHERE by_editor = 1;
CREATE INDEX sighting_leading ON sighting (kind, name, manner, ruling, article, lead) WHERE lead > 0;
CREATE INDEX sighting_ruled ON sighting (kind, article) WHERE ruling <> '';
CREATE TABLE hint (kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (kind, key, value, article)) WITHOUT ROWID;
CREATE INDEX hint_by_article ON hint (article);
`;

/** A name in an article, as linking has it. */
export interface SightingRow {
  readonly kind: EntityKind;
  readonly name: string;
  readonly manner: string;
  readonly confidence: number;
  readonly speaks: boolean;
  readonly offices: readonly string[];
  readonly worlds: readonly string[];
  readonly lead: number;
  readonly appearance: Omit<Appearance, "slug">;
}

/** What an article says that others ask about. */
export interface HintRow {
  readonly kind: EntityKind;
  readonly key: string;
  readonly value: string;
}

/** The columns that decide who is who: a name whose rows differ in one of them is linked anew. */
const DECIDING = 9;

/**
 * Puts an article's names of some kinds in the place of those that it had. Rows that are as they were stay; names that
 * have come, gone or changed are to be linked anew, and so is the article where anything differs.
 */
export function replaceSightings(
  database: DatabaseSync,
  { article, sortKey }: { readonly article: string; readonly sortKey: string },
  kinds: readonly EntityKind[],
  sightings: readonly SightingRow[],
): void {
  for (const kind of kinds) {
    const rows = sightings.filter((one) => one.kind === kind).map((one) => columnsOf(one, sortKey));
    const before = statement(
      database,
      `SELECT name, manner, sort_key, confidence, speaks, by_editor, offices, worlds, lead, quotations, roles
       FROM sighting WHERE article = ? AND kind = ? ORDER BY position`,
    ).all(article, kind);
    const former = before.map((row, position) => [
      ...Object.values(row),
      sightingJson(database, { article, kind, position }),
    ]);
    const isSame =
      rows.length === former.length && rows.every((row, at) => areEqual(row, former[at] ?? []));
    if (isSame) continue;
    for (const table of ["sighting", "sighting_json"])
      statement(database, `DELETE FROM ${table} WHERE article = ? AND kind = ?`).run(article, kind);
    const insert = statement(
      database,
      `INSERT INTO sighting (article, kind, position, ruling, name, manner, sort_key, confidence, speaks, by_editor, offices, worlds, lead, quotations, roles)
       VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const [position, row] of rows.entries()) {
      insert.run(article, kind, position, ...row.slice(0, -1));
      keepJson(database, { article, kind, position }, String(row.at(-1)));
    }
    for (const name of namesThatDiffer(rows, former)) addTask(database, `name ${kind}`, name);
    addTask(database, "article", article);
  }
}

/** Which sighting is meant: `position` is its place among those of its kind in the article. */
export interface SightingId {
  readonly article: string;
  readonly kind: EntityKind;
  readonly position: number;
}

/** Returns all that is shown of a sighting, as JSON: its own, or that of the appearance in which it stands, without the slug. */
export function sightingJson(
  database: DatabaseSync,
  { article, kind, position }: SightingId,
): string {
  const own = statement(
    database,
    "SELECT json FROM sighting_json WHERE article = ? AND kind = ? AND position = ?",
  ).get(article, kind, position);
  if (own !== undefined) return String(own["json"]);
  const row = statement(
    database,
    "SELECT json FROM appearance WHERE article = ? AND kind = ? AND position = ?",
  ).get(article, kind, position);
  const whole = String(row?.["json"]);
  return `${whole.slice(0, whole.lastIndexOf(SLUG))}}`;
}

const SLUG = ',"slug":';

/** Returns the JSON of an appearance in which a sighting stands whole: the slug goes behind all else. */
export function appearanceJson(sighting: string, slug: string): string {
  return `${sighting.slice(0, -1)}${SLUG}${JSON.stringify(slug)}}`;
}

/** Keeps the JSON of a sighting by itself, if it is not there; without any takes it out, for an appearance has it now. */
export function keepJson(database: DatabaseSync, id: SightingId, json: string | undefined): void {
  const { article, kind, position } = id;
  if (json === undefined)
    statement(
      database,
      "DELETE FROM sighting_json WHERE article = ? AND kind = ? AND position = ?",
    ).run(article, kind, position);
  else
    statement(database, "INSERT OR IGNORE INTO sighting_json VALUES (?, ?, ?, ?)").run(
      ...[article, kind, position, json],
    );
}

type Column = string | number;

function columnsOf(one: SightingRow, sortKey: string): Column[] {
  const { appearance } = one;
  return [
    one.name,
    one.manner,
    sortKey,
    one.confidence,
    Number(one.speaks),
    Number(appearance.byEditor),
    one.offices.join("|"),
    one.worlds.join(" "),
    one.lead,
    appearance.quotations.length,
    appearance.roles.length,
    JSON.stringify(appearance),
  ];
}

function areEqual(row: readonly unknown[], other: readonly unknown[]): boolean {
  return row.every((column, at) => column === other[at]);
}

/** The names of rows that only one side has, as far as their deciding columns go. */
function namesThatDiffer(
  rows: readonly (readonly unknown[])[],
  former: readonly (readonly unknown[])[],
): ReadonlySet<string> {
  const balance = new Map<string, { readonly name: string; count: number }>();
  const add = (row: readonly unknown[], count: number): void => {
    const key = JSON.stringify(row.slice(0, DECIDING));
    const there = balance.get(key);
    if (there === undefined) balance.set(key, { name: String(row[0]), count });
    else there.count += count;
  };
  for (const row of rows) add(row, 1);
  for (const row of former) add(row, -1);
  return new Set([...balance.values()].filter(({ count }) => count !== 0).map(({ name }) => name));
}

/** Puts what an article says of keys in the place of what it said; keys that differ are looked at anew. */
export function replaceHints(
  database: DatabaseSync,
  article: string,
  hints: readonly HintRow[],
): void {
  const idOf = ({ kind, key, value }: HintRow): string => JSON.stringify([kind, key, value]);
  const wanted = new Map(hints.map((hint) => [idOf(hint), hint]));
  const rows = statement(database, "SELECT kind, key, value FROM hint WHERE article = ?").all(
    article,
  );
  // the three columns are those of a hint
  const before = new Map((rows as unknown as HintRow[]).map((hint) => [idOf(hint), hint]));
  for (const [id, { kind, key, value }] of before) {
    if (wanted.has(id)) continue;
    statement(
      database,
      "DELETE FROM hint WHERE kind = ? AND key = ? AND value = ? AND article = ?",
    ).run(kind, key, value, article);
    addTask(database, `hint ${kind}`, key);
  }
  for (const [id, { kind, key, value }] of wanted) {
    if (before.has(id)) continue;
    statement(database, "INSERT INTO hint VALUES (?, ?, ?, ?)").run(kind, key, value, article);
    addTask(database, `hint ${kind}`, key);
  }
}

/** Puts an article in with what it says of its topics, or what has changed of it. */
export function putLinkedArticle(
  database: DatabaseSync,
  { article, sortKey, topics }: { article: string; sortKey: string; topics: string },
): void {
  const row = statement(
    database,
    "SELECT sort_key, topics FROM linked_article WHERE article = ?",
  ).get(article);
  if (row?.["sort_key"] === sortKey && row["topics"] === topics) return;
  statement(
    database,
    `INSERT INTO linked_article VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET sort_key = excluded.sort_key, topics = excluded.topics`,
  ).run(article, sortKey, topics);
  addTask(database, "topics", article);
  if (row === undefined) addTask(database, "path", article);
}

/** Takes an article out, with all its facts. */
export function dropLinkedArticle(database: DatabaseSync, article: string): void {
  const sortKey = "";
  const kinds = ["person", "organisation", "place", "topic"] as const;
  replaceSightings(database, { article, sortKey }, kinds, []);
  replaceHints(database, article, []);
  const { changes } = statement(database, "DELETE FROM linked_article WHERE article = ?").run(
    article,
  );
  if (changes > 0) addTask(database, "path", article);
}

/** Returns what an article says of its topics; undefined where there is no such article. */
export function topicsOf(
  database: DatabaseSync,
  article: string,
): { readonly sortKey: string; readonly topics: string } | undefined {
  const row = statement(
    database,
    "SELECT sort_key, topics FROM linked_article WHERE article = ?",
  ).get(article);
  return row && { sortKey: String(row["sort_key"]), topics: String(row["topics"]) };
}

/** Returns what articles say of a key, sorted. */
export function hintsOn(database: DatabaseSync, kind: EntityKind, key: string): readonly string[] {
  const rows = statement(
    database,
    "SELECT DISTINCT value FROM hint WHERE kind = ? AND key = ? ORDER BY value",
  ).all(kind, key);
  return rows.map((row) => String(row["value"]));
}
