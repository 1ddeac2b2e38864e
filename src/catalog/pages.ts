/** Which pages has the site, what are they made from, and which are out of date? Groups of pages, and the cells that each has read. */
import type { DatabaseSync } from "node:sqlite";
import { statement } from "./statements.ts";

const READING_BY_CELL = "CREATE INDEX IF NOT EXISTS reading_by_cell ON reading (cell);";

/**
 * A group is made as a whole: an article's page, or all pages of a person. `reading`: which cells it has read, as numbers. `page`: its pages,
 * with the digest of what each was given.
 */
export const PAGE_TABLES = `
CREATE TABLE page_group (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE reading (page_group INTEGER NOT NULL, cell INTEGER NOT NULL, PRIMARY KEY (page_group, cell)) WITHOUT ROWID;
${READING_BY_CELL}
CREATE TABLE page (address TEXT NOT NULL, page_group INTEGER NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (address, page_group)) WITHOUT ROWID;
CREATE INDEX page_by_group ON page (page_group);
`;

/**
 * Returns a number for a cell, the same always: 31 bits of a hash of its name (FNV-1a, Fowler, Noll and Vo 1991), which the engine keeps as the
 * small numbers that they are. Two cells of one number make a page anew once too often, and never once too seldom: among the two million cells of
 * 100,000 articles one that changes meets another in one case of a thousand.
 */
function cellNumber(cell: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < cell.length; at++) hash = Math.imul(hash ^ cell.charCodeAt(at), FNV_PRIME);
  // the upper bits of such a hash are the better mixed ones
  return hash >>> 1;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** What a page is known by, and the digest of what it was given. */
export interface KnownPage {
  readonly address: string;
  readonly kind: string;
  readonly digest: string;
}

/** Yields all pages by address. */
export function* allKnownPages(database: DatabaseSync): Generator<KnownPage> {
  const rows = database.prepare("SELECT address, kind, digest FROM page ORDER BY address");
  // `putGroup` filled the columns from such values
  yield* rows.iterate() as Iterable<unknown> as Iterable<KnownPage>;
}

/** Returns how many pages there are. */
export function countKnownPages(database: DatabaseSync): number {
  return Number(database.prepare("SELECT count(*) AS count FROM page").get()?.["count"]);
}

/** Returns the pages of a group as they were made last, by address. */
function pagesOfGroup(database: DatabaseSync, key: string): readonly KnownPage[] {
  const rows = statement(
    database,
    `SELECT address, kind, digest FROM page JOIN page_group ON page_group.id = page.page_group
     WHERE key = ? ORDER BY address`,
  ).all(key);
  // `putGroup` filled the columns from such values
  return rows as unknown as readonly KnownPage[];
}

/** Returns how many pages claim an address. */
export function pagesAt(database: DatabaseSync, address: string): number {
  const row = statement(database, "SELECT count(*) AS count FROM page WHERE address = ?").get(
    address,
  );
  return Number(row?.["count"]);
}

/** Returns the first address that more than one page claims; looks at all pages. */
export function firstClaimedTwice(database: DatabaseSync): string | undefined {
  const row = database
    .prepare("SELECT address FROM page GROUP BY address HAVING count(*) > 1 LIMIT 1")
    .get();
  return row && String(row["address"]);
}

/**
 * Keeps what a group was made from and into; one without pages is forgotten, but what it read is kept if it may have some later. Returns the pages
 * that it had before.
 */
export function putGroup(
  database: DatabaseSync,
  key: string,
  made: { readonly cells: Iterable<string>; readonly pages: readonly KnownPage[] },
): readonly KnownPage[] {
  const { id, isNew } = groupOf(database, key);
  const before = isNew ? [] : pagesOfGroup(database, key);
  const known = new Map(before.map((page) => [page.address, page]));
  const put = statement(
    database,
    "INSERT INTO page VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET kind = excluded.kind, digest = excluded.digest",
  );
  for (const { address, kind, digest } of made.pages) {
    const { digest: lastDigest, kind: lastKind } = known.get(address) ?? {};
    known.delete(address);
    if (lastDigest !== digest || lastKind !== kind) put.run(address, id, kind, digest);
  }
  for (const address of known.keys())
    statement(database, "DELETE FROM page WHERE address = ? AND page_group = ?").run(address, id);
  if (!isNew) statement(database, "DELETE FROM reading WHERE page_group = ?").run(id);
  // all at once: one by one, most of the time would go into calling the database
  const cells = [...made.cells].map(cellNumber);
  statement(database, "INSERT OR IGNORE INTO reading SELECT ?, value FROM json_each(?)").run(
    id,
    JSON.stringify(cells),
  );
  return before;
}

/** Forgets a group, its pages and what it read. Returns the pages that it had. */
export function dropGroup(database: DatabaseSync, key: string): readonly KnownPage[] {
  const before = pagesOfGroup(database, key);
  const id = knownGroup(database, key);
  if (id === undefined) return before;
  statement(database, "DELETE FROM page WHERE page_group = ?").run(id);
  statement(database, "DELETE FROM reading WHERE page_group = ?").run(id);
  statement(database, "DELETE FROM page_group WHERE id = ?").run(id);
  return before;
}

function groupOf(database: DatabaseSync, key: string): { id: number | bigint; isNew: boolean } {
  const id = knownGroup(database, key);
  if (id !== undefined) return { id, isNew: false };
  const { lastInsertRowid } = statement(database, "INSERT INTO page_group (key) VALUES (?)").run(
    key,
  );
  return { id: lastInsertRowid, isNew: true };
}

function knownGroup(database: DatabaseSync, key: string): number | undefined {
  const row = statement(database, "SELECT id FROM page_group WHERE key = ?").get(key);
  return row === undefined ? undefined : Number(row["id"]);
}

/** Returns the groups that have read a cell. */
export function readersOf(database: DatabaseSync, cell: string): readonly string[] {
  return statement(
    database,
    "SELECT key FROM reading JOIN page_group ON page_group.id = reading.page_group WHERE cell = ? ORDER BY key",
  )
    .all(cellNumber(cell))
    .map((row) => String(row["key"]));
}

const MADE_WITH_PAGES = [
  ...["reading", "page", "page_group", "index_row", "story_row", "chapter", "chapter_sum"],
  ...["own_event", "own_uncounted", "own_count", "own_shelf"],
  ...["time_address", "anniversary"],
];

/**
 * Forgets all groups and pages, and what these put into the catalogue for others: the site is made anew. Which groups have read a cell can be asked
 * again after `indexReadings`: the index of all is made at one go in a fraction of the time that it takes row by row.
 */
export function forgetPages(database: DatabaseSync): void {
  for (const table of MADE_WITH_PAGES) database.exec(`DELETE FROM ${table}`);
  database.exec("DROP INDEX IF EXISTS reading_by_cell");
}

/** Makes the index of the cells that groups have read, where there is none. */
export function indexReadings(database: DatabaseSync): void {
  database.exec(READING_BY_CELL);
}
