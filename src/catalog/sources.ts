/** Which sources does the archive have, what did import make of each, and which are due again? */
import type { DatabaseSync } from "node:sqlite";
import { IF_NOTING } from "./cells.ts";
import { statement } from "./statements.ts";

/**
 * `source_file`: a file below `sources/` that is not too large; `basis`: a digest of all but its bytes that decides what becomes of it.
 * `source`: an article in such a file. `holder`: the source that stands for all of the same bytes, where it is another
 * one. `shown`: the order of day and month that its date proves; `read_as`: the order by which its own, ambiguous date is read. `outcome`: how
 * its article's file stands: `same` as import wrote it, or `kept` as its editor has changed it.
 */
export const SOURCE_TABLES = `
CREATE TABLE source_file (path TEXT PRIMARY KEY, basis TEXT NOT NULL, due INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX source_file_due ON source_file (path) WHERE due = 1;
CREATE TABLE source (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, path TEXT NOT NULL, number INTEGER NOT NULL, sha256 TEXT NOT NULL,
  article TEXT, holder TEXT, shelf TEXT NOT NULL, shown TEXT, read_as TEXT, outcome TEXT, due INTEGER NOT NULL
);
CREATE INDEX source_by_path ON source (path);
CREATE INDEX source_by_hash ON source (sha256);
CREATE INDEX source_by_article ON source (article) WHERE article IS NOT NULL;
CREATE INDEX source_due ON source (path) WHERE due = 1;
CREATE INDEX source_shown ON source (shelf, shown) WHERE shown IS NOT NULL;
CREATE INDEX source_ambiguous ON source (shelf, path) WHERE read_as IS NOT NULL;
CREATE INDEX source_by_outcome ON source (outcome);
CREATE INDEX source_kept ON source (article) WHERE outcome = 'kept';
CREATE TRIGGER source_added AFTER INSERT ON source ${IF_NOTING} AND NEW.article IS NOT NULL BEGIN INSERT INTO touched VALUES ('source/' || NEW.article) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER source_changed AFTER UPDATE OF name, sha256, article ON source ${IF_NOTING} BEGIN
  INSERT INTO touched SELECT 'source/' || OLD.article WHERE OLD.article IS NOT NULL ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT 'source/' || NEW.article WHERE NEW.article IS NOT NULL ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER source_gone AFTER DELETE ON source ${IF_NOTING} AND OLD.article IS NOT NULL BEGIN INSERT INTO touched VALUES ('source/' || OLD.article) ON CONFLICT DO NOTHING; END;
`;

/** `match_seed`: names of sources, after `n`, and hashes, after `h`, whose match with articles has to be looked at again. */
export const MATCH_TABLES = `
CREATE TABLE match_seed (seed TEXT PRIMARY KEY) WITHOUT ROWID;
`;

/** Returns whether there is such a file below `sources/`, and it is not too large. */
export function isSourceFile(database: DatabaseSync, path: string): boolean {
  return statement(database, "SELECT 1 FROM source_file WHERE path = ?").get(path) !== undefined;
}

/** A name of a source or a hash, by which sources and articles belong together. */
export type MatchSeed = `n${string}` | `h${string}`;

/** Has the match of all looked at again that a name or hash connects. */
export function stirMatch(database: DatabaseSync, seed: MatchSeed): void {
  statement(database, "INSERT OR IGNORE INTO match_seed VALUES (?)").run(seed);
}

/** Returns a name or hash whose match has to be looked at again. */
export function nextMatchSeed(database: DatabaseSync): MatchSeed | undefined {
  const row = statement(database, "SELECT seed FROM match_seed LIMIT 1").get();
  // `stirMatch` wrote it
  return row === undefined ? undefined : (String(row["seed"]) as MatchSeed);
}

/** Forgets that a match has to be looked at again. */
export function settleMatch(database: DatabaseSync, seed: MatchSeed): void {
  statement(database, "DELETE FROM match_seed WHERE seed = ?").run(seed);
}

/** A source as the catalogue knows it. */
export interface SourceRow {
  /** See `sourceName`. */
  readonly name: string;
  /** Of its file, relative to `sources/`. */
  readonly path: string;
  /** Its place in the file. */
  readonly number: number;
  readonly sha256: string;
  readonly article?: string;
  readonly holder?: string;
  readonly readAs?: string;
  readonly isDue: boolean;
}

/** What import made of a source. */
export interface SourceOutcome {
  readonly article?: string;
  readonly shown?: string;
  readonly readAs?: string;
  readonly outcome?: "same" | "kept";
  /** Whether the next import has to look at it again, whatever has changed. */
  readonly isDue: boolean;
}

const COLUMNS = "name, path, number, sha256, article, holder, read_as, due";

/** Returns the source of a name. */
export function sourceNamed(database: DatabaseSync, name: string): SourceRow | undefined {
  const row = statement(database, `SELECT ${COLUMNS} FROM source WHERE name = ?`).get(name);
  return row && rowOf(row);
}

/** Returns the sources whose bytes have a hash. */
export function sourcesOfHash(database: DatabaseSync, sha256: string): readonly SourceRow[] {
  return statement(database, `SELECT ${COLUMNS} FROM source WHERE sha256 = ?`)
    .all(sha256)
    .map(rowOf);
}

/** Returns the sources in a file, in the order of the file. */
export function sourcesIn(database: DatabaseSync, path: string): readonly SourceRow[] {
  return statement(database, `SELECT ${COLUMNS} FROM source WHERE path = ? ORDER BY number`)
    .all(path)
    .map(rowOf);
}

function rowOf(row: Record<string, unknown>): SourceRow {
  const { article, holder, read_as: readAs } = row;
  return {
    name: String(row["name"]),
    path: String(row["path"]),
    number: Number(row["number"]),
    sha256: String(row["sha256"]),
    ...(typeof article === "string" && { article }),
    ...(typeof holder === "string" && { holder }),
    ...(typeof readAs === "string" && { readAs }),
    isDue: row["due"] === 1,
  };
}

/** Puts a source in, or what is known of it before it is read; it is due. */
export function putSource(
  database: DatabaseSync,
  source: Pick<SourceRow, "name" | "path" | "number" | "sha256"> & { readonly shelf: string },
): void {
  const { name, path, number, sha256, shelf } = source;
  statement(
    database,
    `INSERT INTO source (name, path, number, sha256, shelf, due) VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (name) DO UPDATE SET
      number = excluded.number, sha256 = excluded.sha256, shelf = excluded.shelf, due = 1`,
  ).run(name, path, number, sha256, shelf);
}

/** Forgets a source that is not there any more. */
export function dropSource(database: DatabaseSync, name: string): void {
  statement(database, "DELETE FROM source WHERE name = ?").run(name);
}

/** Notes to which article a source belongs and which source stands for it; one that gets others than it had is due. */
export function assignSource(
  database: DatabaseSync,
  name: string,
  to: Pick<SourceRow, "article" | "holder">,
): void {
  const { article = null, holder = null } = to;
  statement(
    database,
    "UPDATE source SET article = ?2, holder = ?3, due = 1 WHERE name = ?1 AND (article IS NOT ?2 OR holder IS NOT ?3)",
  ).run(name, article, holder);
}

/** Notes what import has made of a source. */
export function settleSource(database: DatabaseSync, name: string, made: SourceOutcome): void {
  const { article = null, shown = null, readAs = null, outcome = null, isDue } = made;
  statement(
    database,
    "UPDATE source SET article = coalesce(?, article), shown = ?, read_as = ?, outcome = ?, due = ? WHERE name = ?",
  ).run(article, shown, readAs, outcome, isDue ? 1 : 0, name);
}

/** Has the source of an article looked at again, if it has one. */
export function dueByArticle(database: DatabaseSync, article: string): void {
  statement(database, "UPDATE source SET due = 1 WHERE article = ?").run(article);
}

/** Puts a file of sources in, or changes its basis; it is due. */
export function putSourceFile(database: DatabaseSync, path: string, basis: string): void {
  statement(database, "INSERT OR REPLACE INTO source_file VALUES (?, ?, 1)").run(path, basis);
}

/** Forgets a file of sources. */
export function dropSourceFile(database: DatabaseSync, path: string): void {
  statement(database, "DELETE FROM source_file WHERE path = ?").run(path);
}

/** Notes that a file has been read. */
export function settleSourceFile(database: DatabaseSync, path: string): void {
  statement(database, "UPDATE source_file SET due = 0 WHERE path = ?").run(path);
}

/** Returns the basis on which a file was read last. */
export function basisOf(database: DatabaseSync, path: string): string | undefined {
  const row = statement(database, "SELECT basis FROM source_file WHERE path = ?").get(path);
  return row === undefined ? undefined : String(row["basis"]);
}

/** Yields all files of sources, by path; rows may be changed meanwhile. */
export function* allSourceFiles(database: DatabaseSync): Generator<string> {
  // too large ones have no row: a new limit may let them in
  const next = statement(
    database,
    `SELECT min(path) AS path FROM (
      SELECT * FROM (SELECT path FROM source_file WHERE path > ?1 ORDER BY path LIMIT 1) UNION ALL
      SELECT * FROM (SELECT substr(path, 9) AS path FROM file WHERE path > 'sources/' || ?1 AND path < 'sources0' AND kind = 'source' ORDER BY file.path LIMIT 1))`,
  );
  for (let at = ""; ; ) {
    const path = next.get(at)?.["path"];
    if (typeof path !== "string") return;
    yield path;
    at = path;
  }
}

const DUE =
  "SELECT path FROM source_file WHERE due = 1 UNION SELECT path FROM source WHERE due = 1";

/** Returns how many files are to be read. */
export function countDueFiles(database: DatabaseSync): number {
  return Number(database.prepare(`SELECT count(*) AS count FROM (${DUE})`).get()?.["count"]);
}

/** Returns the next file that is to be read behind a path, in the order of paths. */
export function nextDueFile(database: DatabaseSync, behind: string): string | undefined {
  const one = (table: string): string =>
    `SELECT * FROM (SELECT path FROM ${table} WHERE due = 1 AND path > ?1 ORDER BY path LIMIT 1)`;
  const row = statement(
    database,
    `SELECT min(path) AS path FROM (${one("source_file")} UNION ALL ${one("source")})`,
  ).get(behind);
  const path = row?.["path"];
  return typeof path === "string" ? path : undefined;
}

/** Returns how many dates of a shelf prove each order. */
export function shownOn(
  database: DatabaseSync,
  shelf: string,
): { readonly dmy: number; readonly mdy: number } {
  const count = statement(
    database,
    "SELECT count(*) AS count FROM source WHERE shelf = ? AND shown = ? AND shown IS NOT NULL",
  );
  const of = (order: string): number => Number(count.get(shelf, order)?.["count"]);
  return { dmy: of("dmy"), mdy: of("mdy") };
}

/** Returns the shelves that hold ambiguous dates. */
export function ambiguousShelves(database: DatabaseSync): readonly string[] {
  return database
    .prepare("SELECT DISTINCT shelf FROM source WHERE read_as IS NOT NULL ORDER BY shelf")
    .all()
    .map(({ shelf }) => String(shelf));
}

/** Returns the files of a shelf that hold ambiguous dates which have not been read by an order. */
export function ambiguousFiles(
  database: DatabaseSync,
  shelf: string,
  order: string,
): readonly string[] {
  return statement(
    database,
    "SELECT DISTINCT path FROM source WHERE shelf = ?1 AND read_as IS NOT NULL AND read_as IS NOT ?2 ORDER BY path",
  )
    .all(shelf, order)
    .map(({ path }) => String(path));
}

/** How the articles of all sources stand. */
export interface SourceCounts {
  readonly files: number;
  readonly same: number;
}

/** Returns how many files of sources there are, and how many articles stand as import wrote them. */
export function countSources(database: DatabaseSync): SourceCounts {
  const count = (sql: string): number =>
    Number(statement(database, `SELECT count(*) AS count FROM ${sql}`).get()?.["count"]);
  return { files: count("source_file"), same: count("source WHERE outcome = 'same'") };
}

/** Returns the articles that stand as their editor has changed them, by path. */
export function keptArticles(database: DatabaseSync): readonly string[] {
  return statement(
    database,
    "SELECT article FROM source WHERE outcome = 'kept' AND article IS NOT NULL ORDER BY article",
  )
    .all()
    .map(({ article }) => String(article));
}
