/** How does each name stand in the indexes, and how often is it named? Rows that pages made and that other pages list. */
import type { DatabaseSync } from "node:sqlite";
import type { EntityKind } from "../model.ts";
import { IF_NOTING } from "./cells.ts";
import { parsed, statement } from "./statements.ts";

const listed = (row: "OLD" | "NEW"): string =>
  `INSERT INTO touched VALUES ('index/' || ${row}.kind) ON CONFLICT DO NOTHING;`;
const counted = (row: "OLD" | "NEW"): string =>
  `INSERT INTO touched VALUES ('total/' || ${row}.kind || '/' || ${row}.slug) ON CONFLICT DO NOTHING;`;

const STORIES = "INSERT INTO touched VALUES ('story-rows') ON CONFLICT DO NOTHING;";

/** `count`: of articles; `begun`: the day of a story's first article as far as it is known; `sort_key` and `name`: what the rows of an index are ordered by. */
export const INDEX_ROW_TABLES = `
CREATE TABLE index_row (kind TEXT NOT NULL, slug TEXT NOT NULL, count INTEGER NOT NULL, has_page INTEGER NOT NULL, sort_key TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug)) WITHOUT ROWID;
CREATE INDEX index_row_by_count ON index_row (kind, has_page, count DESC, name, slug);
CREATE TRIGGER index_row_added AFTER INSERT ON index_row ${IF_NOTING} BEGIN ${listed("NEW")} ${counted("NEW")} END;
CREATE TRIGGER index_row_changed AFTER UPDATE ON index_row ${IF_NOTING} BEGIN ${listed("NEW")} END;
CREATE TRIGGER index_row_grown AFTER UPDATE ON index_row
${IF_NOTING} AND round(2 * log2(OLD.count)) IS NOT round(2 * log2(NEW.count)) BEGIN ${counted("NEW")} END;
CREATE TRIGGER index_row_gone AFTER DELETE ON index_row ${IF_NOTING} BEGIN ${listed("OLD")} ${counted("OLD")} END;
CREATE TABLE story_row (slug TEXT PRIMARY KEY, begun TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TRIGGER story_row_added AFTER INSERT ON story_row ${IF_NOTING} BEGIN ${STORIES} END;
CREATE TRIGGER story_row_changed AFTER UPDATE ON story_row ${IF_NOTING} BEGIN ${STORIES} END;
CREATE TRIGGER story_row_gone AFTER DELETE ON story_row ${IF_NOTING} BEGIN ${STORIES} END;
`;

/** What is kept of a row beside itself. */
export interface IndexRowFacts {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly count: number;
  readonly hasPage: boolean;
  readonly sortKey: string;
  readonly name: string;
}

/** Puts in the row of a name, or what has changed of it. */
export function putIndexRow(database: DatabaseSync, facts: IndexRowFacts, row: object): void {
  const { kind, slug, count, hasPage, sortKey, name } = facts;
  statement(
    database,
    `INSERT INTO index_row VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET count = excluded.count, has_page = excluded.has_page, sort_key = excluded.sort_key, name = excluded.name, json = excluded.json
     WHERE (count, has_page, sort_key, name, json) IS NOT (excluded.count, excluded.has_page, excluded.sort_key, excluded.name, excluded.json)`,
  ).run(kind, slug, count, hasPage ? 1 : 0, sortKey, name, JSON.stringify(row));
}

/** Takes out the row of a name that the archive does not have any more. */
export function dropIndexRow(database: DatabaseSync, kind: EntityKind, slug: string): void {
  statement(database, "DELETE FROM index_row WHERE kind = ? AND slug = ?").run(kind, slug);
}

/** Returns the rows of a kind as they were put in, in the order of their keys and names. */
export function indexRows(database: DatabaseSync, kind: EntityKind): readonly object[] {
  return statement(
    database,
    "SELECT json FROM index_row WHERE kind = ? ORDER BY sort_key, name, slug",
  )
    .all(kind)
    .map((row) => parsed<object>(row));
}

/** A name and in how many articles it is. */
export interface CountedSlug {
  readonly slug: string;
  readonly count: number;
}

/** Returns the names of a kind that have pages, those in most articles first. */
export function mostNamed(
  database: DatabaseSync,
  kind: EntityKind,
  most: number,
): readonly CountedSlug[] {
  const rows = statement(
    database,
    "SELECT slug, count FROM index_row WHERE kind = ? AND has_page = 1 ORDER BY count DESC, name, slug LIMIT ?",
  ).all(kind, most);
  return rows.map(countedSlug);
}

/** Returns the names of a kind in most articles, with a page or without one, those in most first. */
export function countsOf(
  database: DatabaseSync,
  kind: EntityKind,
  most: number,
): readonly CountedSlug[] {
  const rows = statement(
    database,
    "SELECT slug, count FROM index_row WHERE kind = ? ORDER BY count DESC, slug LIMIT ?",
  ).all(kind, most);
  return rows.map(countedSlug);
}

function countedSlug(row: Record<string, unknown>): CountedSlug {
  return { slug: String(row["slug"]), count: Number(row["count"]) };
}

/** Returns in how many articles of the archive a name is; 0 for one that is in none. */
export function countOf(database: DatabaseSync, kind: EntityKind, slug: string): number {
  const row = statement(database, "SELECT count FROM index_row WHERE kind = ? AND slug = ?").get(
    kind,
    slug,
  );
  return Number(row?.["count"] ?? 0);
}

/** Puts in the row of a story that began on a day, as far as it is known, or what has changed of it. */
export function putStoryRow(
  database: DatabaseSync,
  { slug, begun }: { readonly slug: string; readonly begun: string },
  row: object,
): void {
  statement(
    database,
    `INSERT INTO story_row VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET begun = excluded.begun, json = excluded.json
     WHERE (begun, json) IS NOT (excluded.begun, excluded.json)`,
  ).run(slug, begun, JSON.stringify(row));
}

/** Takes out the row of a story that is told no more. */
export function dropStoryRow(database: DatabaseSync, slug: string): void {
  statement(database, "DELETE FROM story_row WHERE slug = ?").run(slug);
}

/** Returns the rows of all stories as they were put in, those that began last first, each with the day. */
export function storyRows(
  database: DatabaseSync,
): readonly { readonly begun: string; readonly row: object }[] {
  return statement(database, "SELECT begun, json FROM story_row ORDER BY begun DESC, slug")
    .all()
    .map((row) => ({ begun: String(row["begun"]), row: parsed<object>(row) }));
}
