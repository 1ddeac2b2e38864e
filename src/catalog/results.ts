/** What has been done apart from this build, by jobs, and in which file does it lie? */
import type { DatabaseSync } from "node:sqlite";
import { statement } from "./statements.ts";

/** `result`: a row for each portion. Filled by whoever joins results, and forgotten by the next build. */
export const RESULT_TABLES = `
CREATE TABLE result (
  subject TEXT NOT NULL, name TEXT NOT NULL, file TEXT NOT NULL, start INTEGER NOT NULL, bytes INTEGER NOT NULL, note TEXT,
  PRIMARY KEY (subject, name)
) WITHOUT ROWID;
`;

/** Where a portion of a result lies. */
export interface ResultRow {
  /** What was asked: the same where the same would come of the same portion. */
  readonly subject: string;
  readonly name: string;
  readonly file: string;
  readonly start: number;
  readonly bytes: number;
  readonly note?: string;
}

/** Notes where a portion of a result lies. */
export function putResult(database: DatabaseSync, row: ResultRow): void {
  const { subject, name, file, start, bytes, note } = row;
  const put = statement(database, "INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?, ?)");
  put.run(subject, name, file, start, bytes, note ?? null);
}

/** Returns where a portion lies, if it is known. */
export function resultAt(
  database: DatabaseSync,
  subject: string,
  name: string,
): ResultRow | undefined {
  const find = statement(database, "SELECT * FROM result WHERE subject = ? AND name = ?");
  const row = find.get(subject, name);
  return row && rowOf(row);
}

/** Returns where all portions of a subject lie, by name. */
export function resultsOn(database: DatabaseSync, subject: string): readonly ResultRow[] {
  const find = statement(database, "SELECT * FROM result WHERE subject = ? ORDER BY name");
  return find.all(subject).map(rowOf);
}

/** Returns whether there is a portion of a subject for the digest of every page that is known. */
export function haveAllPages(database: DatabaseSync, subject: string): boolean {
  const find = `SELECT 1 FROM page WHERE NOT EXISTS
     (SELECT 1 FROM result WHERE subject = ? AND name = page.digest) LIMIT 1`;
  return statement(database, find).get(subject) === undefined;
}

/** Forgets all results. */
export function forgetResults(database: DatabaseSync): void {
  database.exec("DELETE FROM result");
}

function rowOf(row: Record<string, unknown>): ResultRow {
  const note = row["note"];
  return {
    subject: String(row["subject"]),
    name: String(row["name"]),
    file: String(row["file"]),
    start: Number(row["start"]),
    bytes: Number(row["bytes"]),
    ...(typeof note === "string" && { note }),
  };
}
