/** What does the catalogue remember of the last build as a whole? Single values by their names. */
import type { DatabaseSync } from "node:sqlite";
import { statement, storedJson } from "./statements.ts";

/** One row a value. */
export const STATE_TABLES = `
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/**
 * What is remembered. `shape`: a digest of all that shapes every page (layouts, settings, what stands around each page); `site`: of the
 * list of files of the site that was published last; `noting`: whether triggers note what changes; `settled`:
 * a digest of which remarks the editor lets stand; `shelves`: the years, decades and centuries of the timeline; `linked`: the version of the program
 * that linked; `drawn`: the version of the program that drew the site that
 * stands; `summary`: what the last build had to tell; `program`, `drawing`: what the files of the program look like, of the part
 * that recognises and of all of it, each with a digest of them; `imported`: a digest of the settings that
 * sources were imported by; `importing`: an import has begun and not ended; `annotated`: a digest of all but the texts that
 * annotations were made by; `planned`: what the pages that the catalogue knows are to become by jobs: a digest of all that shapes every page, and
 * the digest of the site that stood when they were planned; `prepared`: the version of the program by which the archive has been imported and linked for a build that has
 * not come to its end.
 */
export type StateName =
  | "shape"
  | "site"
  | "noting"
  | "settled"
  | "linked"
  | "shelves"
  | "drawn"
  | "summary"
  | "program"
  | "drawing"
  | "imported"
  | "importing"
  | "annotated"
  | "planned"
  | "prepared";

/** Returns a value as it was set last; undefined where it never was. */
export function stateOf(database: DatabaseSync, name: StateName): string | undefined {
  const row = statement(database, "SELECT value FROM state WHERE name = ?").get(name);
  return row === undefined ? undefined : String(row["value"]);
}

/** Sets a value; an absent one is forgotten. */
export function setState(database: DatabaseSync, name: StateName, value: string | undefined): void {
  if (value === undefined) statement(database, "DELETE FROM state WHERE name = ?").run(name);
  else statement(database, "INSERT OR REPLACE INTO state VALUES (?, ?)").run(name, value);
}

/** What a build has to tell of an archive that has not changed. */
export interface BuildSummary {
  readonly articles: number;
  /** Remarks that want looking at: what was set aside or is doubtful. */
  readonly toReview: number;
}

/** Keeps what a build had to tell. */
export function keepSummary(database: DatabaseSync, summary: BuildSummary): void {
  setState(database, "summary", JSON.stringify(summary));
}

/** Returns what the last build had to tell; undefined where it did not come to its end. */
export function summaryOf(database: DatabaseSync): BuildSummary | undefined {
  const summary = stateOf(database, "summary");
  // `keepSummary` wrote it
  return summary === undefined ? undefined : (storedJson(summary) as BuildSummary);
}
