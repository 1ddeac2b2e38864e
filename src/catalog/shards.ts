/** Which articles are searched, and which indexes stand? The catalogue's tables for search. */
import type { DatabaseSync } from "node:sqlite";
import { inTransaction, statement, storedJson } from "./statements.ts";

/**
 * `searched` has a row for each article whose page is searched: the page's file, the month it was printed in
 * (`2022-01`, empty for the undated) and the digest of what of its page is searched. Triggers note the months in
 * which that has changed since the shards were indexed; not by OR IGNORE, since the ON CONFLICT of the statement
 * that sets a trigger off holds in the trigger, too. `shard` has what stands of each index, `search_due` the
 * pages of articles that were drawn or are gone since the shards were indexed.
 */
export const SHARD_TABLES = `
  CREATE TABLE searched (path TEXT PRIMARY KEY, month TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX searched_by_month ON searched (month, path, digest);
  CREATE TABLE searched_changed (month TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE search_due (path TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE shard (name TEXT PRIMARY KEY, digest TEXT NOT NULL, files TEXT NOT NULL) WITHOUT ROWID;
  CREATE TRIGGER searched_came AFTER INSERT ON searched BEGIN
    INSERT INTO searched_changed SELECT new.month WHERE NOT EXISTS (SELECT 1 FROM searched_changed WHERE month = new.month);
  END;
  CREATE TRIGGER searched_went AFTER DELETE ON searched BEGIN
    INSERT INTO searched_changed SELECT old.month WHERE NOT EXISTS (SELECT 1 FROM searched_changed WHERE month = old.month);
  END;
  CREATE TRIGGER searched_changes AFTER UPDATE ON searched BEGIN
    INSERT INTO searched_changed SELECT old.month WHERE NOT EXISTS (SELECT 1 FROM searched_changed WHERE month = old.month);
    INSERT INTO searched_changed SELECT new.month WHERE NOT EXISTS (SELECT 1 FROM searched_changed WHERE month = new.month);
  END;
`;

/** A row of `searched`. */
interface SearchedRow {
  /** The article's page, relative to the site's folder. */
  readonly path: string;
  readonly month: string;
  readonly digest: string;
}

/** A row of `shard`; files are relative to the site's folder. */
interface ShardRow {
  readonly name: string;
  readonly digest: string;
  readonly files: readonly string[];
}

/** Notes that an article's page is searched, or what of it is now; one that is as it was touches nothing. */
export function noteSearched(database: DatabaseSync, { path, month, digest }: SearchedRow): void {
  statement(
    database,
    `INSERT INTO searched VALUES (?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET month = excluded.month, digest = excluded.digest
     WHERE month <> excluded.month OR digest <> excluded.digest`,
  ).run(path, month, digest);
}

/** Notes that a page is searched no more. */
export function forgetSearched(database: DatabaseSync, path: string): void {
  statement(database, "DELETE FROM searched WHERE path = ?").run(path);
}

/** Returns what `indexShards` asks of an archive. */
export function searchedArchive(database: DatabaseSync): {
  readonly counts: () => ReadonlyMap<string, number>;
  readonly articles: (span?: {
    readonly from: string;
    readonly to: string;
  }) => Iterable<SearchedRow>;
  readonly changedMonths: ReadonlySet<string>;
} {
  const months = database.prepare("SELECT month, count(*) AS count FROM searched GROUP BY month");
  const changed = database.prepare("SELECT month FROM searched_changed").all();
  return {
    counts: () => new Map(months.all().map(({ month, count }) => [String(month), Number(count)])),
    articles: (span) =>
      // the three columns are the table's own
      database
        .prepare(
          "SELECT path, month, digest FROM searched WHERE month BETWEEN ? AND ? ORDER BY path",
        )
        .iterate(span?.from ?? "", span?.to ?? "") as Iterable<unknown> as Iterable<SearchedRow>,
    changedMonths: new Set(changed.map(({ month }) => String(month))),
  };
}

/** Returns what `indexShards` asks of the indexes that stand. */
export function standingShards(database: DatabaseSync): {
  readonly digests: ReadonlyMap<string, string>;
  readonly filesOf: (name: string) => readonly string[];
} {
  const rows = database.prepare("SELECT name, digest FROM shard").all();
  return {
    digests: new Map(rows.map(({ name, digest }) => [String(name), String(digest)])),
    filesOf(name) {
      const row = database.prepare("SELECT files FROM shard WHERE name = ?").get(name);
      // written by `keepShards`
      return row === undefined ? [] : (storedJson(String(row["files"])) as string[]);
    },
  };
}

/**
 * Keeps what `indexShards` has made, once it stands on the site, and takes all months for indexed: to be called in the
 * run that indexed them, before any other article is noted.
 */
export function keepShards(
  database: DatabaseSync,
  {
    indexed,
    dropped,
  }: { readonly indexed: readonly ShardRow[]; readonly dropped: readonly string[] },
): void {
  const keep = database.prepare("INSERT OR REPLACE INTO shard VALUES (?, ?, ?)");
  const drop = database.prepare("DELETE FROM shard WHERE name = ?");
  inTransaction(database, () => {
    for (const { name, digest, files } of indexed) keep.run(name, digest, JSON.stringify(files));
    for (const name of dropped) drop.run(name);
    database.exec("DELETE FROM searched_changed");
  });
}

/**
 * Notes that a page, by its file, has been drawn or is gone: search has to look at it, if it is an article's, or was one before that was
 * withdrawn.
 */
export function noteDue(database: DatabaseSync, path: string): void {
  statement(
    database,
    `INSERT OR IGNORE INTO search_due SELECT ?1
     WHERE EXISTS (SELECT 1 FROM searched WHERE path = ?1) OR EXISTS (SELECT 1 FROM article WHERE address = ?2)`,
  ).run(path, addressOf(path));
}

/** `2022/01/26/bridge/index.html` → `/2022/01/26/bridge/`. */
function addressOf(path: string): string {
  return `/${path.replace(/index\.html$/, "")}`;
}

/** Returns the pages that search has to look at, sorted. */
export function pagesDue(database: DatabaseSync): readonly string[] {
  return statement(database, "SELECT path FROM search_due ORDER BY path")
    .all()
    .map((row) => String(row["path"]));
}

/** Returns whether search has something to look at, or shards to index again. */
export function isSearchDue(database: DatabaseSync): boolean {
  const row = database
    .prepare("SELECT 1 FROM search_due UNION ALL SELECT 1 FROM searched_changed LIMIT 1")
    .get();
  return row !== undefined;
}

/** Takes it that search has looked at all pages that were due. */
export function forgetDue(database: DatabaseSync): void {
  database.exec("DELETE FROM search_due");
}

/** Forgets which articles are searched: all pages are drawn anew. The indexes that stand are known all the same. */
export function forgetAllSearched(database: DatabaseSync): void {
  database.exec("DELETE FROM searched; DELETE FROM search_due;");
}

/** Forgets the indexes that stand: another site stands than the catalogue knows. */
export function forgetShards(database: DatabaseSync): void {
  database.exec("DELETE FROM shard");
}
