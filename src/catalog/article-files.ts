/** Which Markdown files stand, at which addresses and made from which sources? And which of them has the site still to be told of? */
import type { DatabaseSync } from "node:sqlite";
import { foldPlace } from "../text/fold.ts";
import { statement } from "./statements.ts";

/**
 * `article_file`: of one that cannot be read, `readable` is 0 and the rest is what import last wrote above it, if its copy tells. Folded names
 * are compared, because some disks and servers take those that differ in case alone for one. `matched`: its source is
 * there, or it has none. `status`: whether it can be shown. `article_copy`: a copy as import wrote it. `stirred`: addresses at which something has changed. `changed_article`: what
 * the later stages have to look at again.
 */
export const ARTICLE_FILE_TABLES = `
CREATE TABLE article_file (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, readable INTEGER NOT NULL, address TEXT, place TEXT,
  headline TEXT, published TEXT, source TEXT, sha256 TEXT, draft INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
  matched INTEGER NOT NULL, status TEXT
);
CREATE INDEX article_file_folded ON article_file (folded);
CREATE INDEX article_file_place ON article_file (place);
CREATE INDEX article_file_by_source ON article_file (source);
CREATE INDEX article_file_by_hash ON article_file (sha256);
CREATE INDEX article_file_unmatched ON article_file (path) WHERE matched = 0;
CREATE TABLE article_copy (path TEXT PRIMARY KEY, address TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX article_copy_by_address ON article_copy (address);
CREATE TABLE stirred (place TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE changed_article (path TEXT PRIMARY KEY) WITHOUT ROWID;
`;

/** Whether an article can be shown: on its page and in lists, as a tombstone, or not at all. */
export type ArticleStatus = "published" | "withdrawn" | "hidden";

/** A Markdown file as the catalogue knows it. */
export interface ArticleFileRow {
  readonly path: string;
  readonly isReadable: boolean;
  readonly address?: string;
  readonly headline?: string;
  readonly published?: string;
  /** The name and hash of the source that it was made from. */
  readonly source?: string;
  readonly sha256?: string;
  readonly isDraft: boolean;
  readonly isWithdrawn: boolean;
  readonly status?: ArticleStatus;
}

const COLUMNS =
  "path, readable, address, headline, published, source, sha256, draft, withdrawn, status";

function rowOf(row: Record<string, unknown>): ArticleFileRow {
  const text = (name: string): Record<string, string> => {
    const value = row[name];
    return typeof value === "string" ? { [name]: value } : {};
  };
  // `status` is of its own type: `setStatus` wrote it
  return {
    path: String(row["path"]),
    isReadable: row["readable"] === 1,
    isDraft: row["draft"] === 1,
    isWithdrawn: row["withdrawn"] === 1,
    ...text("address"),
    ...text("headline"),
    ...text("published"),
    ...text("source"),
    ...text("sha256"),
    ...text("status"),
  };
}

/** Returns what is known of the Markdown file at a path. */
export function articleFile(database: DatabaseSync, path: string): ArticleFileRow | undefined {
  const row = statement(database, `SELECT ${COLUMNS} FROM article_file WHERE path = ?`).get(path);
  return row && rowOf(row);
}

/** Returns the Markdown files made from a source of that name, or from one with that hash. */
export function articleFilesOf(
  database: DatabaseSync,
  by: "source" | "sha256",
  value: string,
): readonly ArticleFileRow[] {
  return statement(database, `SELECT ${COLUMNS} FROM article_file WHERE ${by} = ?`)
    .all(value)
    .map(rowOf);
}

/** Returns the Markdown files that have, or would have, an address but for its case, by path. */
export function articleFilesAt(database: DatabaseSync, place: string): readonly ArticleFileRow[] {
  return statement(database, `SELECT ${COLUMNS} FROM article_file WHERE place = ? ORDER BY path`)
    .all(place)
    .map(rowOf);
}

/** Returns whether a Markdown file has that name but for its case. */
export function isPathTaken(database: DatabaseSync, folded: string): boolean {
  const find = statement(database, "SELECT 1 FROM article_file WHERE folded = ? LIMIT 1");
  return find.get(folded) !== undefined;
}

/** Puts a Markdown file in the place of what was known of it; notes that the addresses it had and has are stirred. */
export function putArticleFile(database: DatabaseSync, row: ArticleFileRow): void {
  const { path, address, headline, published, source, sha256 } = row;
  const place = address === undefined ? null : foldPlace(address);
  stirPlaceOf(database, path);
  statement(
    database,
    `INSERT INTO article_file (path, folded, readable, address, place, headline, published, source, sha256, draft, withdrawn, matched)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1)
     ON CONFLICT (path) DO UPDATE SET readable = ?3, address = ?4, place = ?5, headline = ?6, published = ?7, source = ?8, sha256 = ?9,
       draft = ?10, withdrawn = ?11, matched = 1`,
  ).run(
    path,
    foldPlace(path),
    row.isReadable ? 1 : 0,
    address ?? null,
    place,
    headline ?? null,
    published ?? null,
    source ?? null,
    sha256 ?? null,
    row.isDraft ? 1 : 0,
    row.isWithdrawn ? 1 : 0,
  );
  if (place !== null) statement(database, "INSERT OR IGNORE INTO stirred VALUES (?)").run(place);
  // one without an address has no neighbours that could be told of it
  else setStatus(database, path, "hidden");
}

/** Forgets a Markdown file that is gone. */
export function dropArticleFile(database: DatabaseSync, path: string): void {
  stirPlaceOf(database, path);
  statement(database, "DELETE FROM article_file WHERE path = ?").run(path);
}

function stirPlaceOf(database: DatabaseSync, path: string): void {
  statement(
    database,
    "INSERT OR IGNORE INTO stirred SELECT place FROM article_file WHERE path = ? AND place IS NOT NULL",
  ).run(path);
}

/** Notes that something has changed at an address, such as a free page that wants it. */
export function stirPlace(database: DatabaseSync, place: string): void {
  statement(database, "INSERT OR IGNORE INTO stirred VALUES (?)").run(place);
}

/** Returns a place at which something has changed since it was looked at, and forgets it. */
export function nextStirredPlace(database: DatabaseSync): string | undefined {
  const row = statement(database, "SELECT place FROM stirred LIMIT 1").get();
  if (row === undefined) return undefined;
  const place = String(row["place"]);
  statement(database, "DELETE FROM stirred WHERE place = ?").run(place);
  return place;
}

/** Notes whether an article can be shown; if that is not as it was, the later stages have to look at it. */
export function setStatus(database: DatabaseSync, path: string, status: ArticleStatus): void {
  const { changes } = statement(
    database,
    "UPDATE article_file SET status = ?2 WHERE path = ?1 AND status IS NOT ?2",
  ).run(path, status);
  if (changes > 0) noteChangedArticle(database, path);
}

/** Notes whether the source of an article is there. */
export function setMatched(database: DatabaseSync, path: string, isMatched: boolean): void {
  statement(
    database,
    "UPDATE article_file SET matched = ?2 WHERE path = ?1 AND matched IS NOT ?2",
  ).run(path, isMatched ? 1 : 0);
}

/** Yields the Markdown files whose sources are nowhere to be found, by path. */
export function unmatchedFiles(database: DatabaseSync): readonly ArticleFileRow[] {
  return database
    .prepare(`SELECT ${COLUMNS} FROM article_file WHERE matched = 0 ORDER BY path`)
    .all()
    .map(rowOf);
}

/** Has the later stages look at an article again. */
export function noteChangedArticle(database: DatabaseSync, path: string): void {
  statement(database, "INSERT OR IGNORE INTO changed_article VALUES (?)").run(path);
}

/** Has the later stages look at all articles again. */
export function noteAllChanged(database: DatabaseSync): void {
  database.exec("INSERT OR IGNORE INTO changed_article SELECT path FROM article_file");
}

/** Returns how many articles the later stages have to look at. */
export function countChangedArticles(database: DatabaseSync): number {
  return Number(database.prepare("SELECT count(*) AS n FROM changed_article").get()?.["n"]);
}

/** Returns the next article behind a path that the later stages have to look at. */
export function nextChangedArticle(database: DatabaseSync, behind: string): string | undefined {
  const row = statement(
    database,
    "SELECT path FROM changed_article WHERE path > ? ORDER BY path LIMIT 1",
  ).get(behind);
  return row === undefined ? undefined : String(row["path"]);
}

/** Forgets that the later stages have to look at an article: they have. */
export function settleChangedArticle(database: DatabaseSync, path: string): void {
  statement(database, "DELETE FROM changed_article WHERE path = ?").run(path);
}

/** Notes that there is a copy of an article as import wrote it. */
export function putCopy(database: DatabaseSync, path: string, address: string): void {
  statement(
    database,
    "INSERT INTO article_copy VALUES (?1, ?2) ON CONFLICT DO UPDATE SET address = ?2 WHERE address IS NOT ?2",
  ).run(path, address);
}

/** Forgets a copy. */
export function dropCopy(database: DatabaseSync, path: string): void {
  statement(database, "DELETE FROM article_copy WHERE path = ?").run(path);
}

/** Returns the copies of articles with an address that stand nowhere under the name of their copy, the last name first. */
export function strandedCopies(database: DatabaseSync, address: string): readonly string[] {
  return statement(
    database,
    `SELECT path FROM article_copy WHERE address = ? AND NOT EXISTS (SELECT 1 FROM article_file WHERE article_file.path = article_copy.path)
     ORDER BY path DESC`,
  )
    .all(address)
    .map(({ path }) => String(path));
}
