/** What does the catalogue remember of the last build as a whole? Single values by their names. */
import type { DatabaseSync } from "node:sqlite";
import { statement } from "./statements.ts";

/** One row a value. */
export const STATE_TABLES = `
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/**
 * What is remembered. `shape`: a digest of all that shapes every page (layouts, settings, what stands around each page); `site`: of the
 * list of files of the site that was published last; `noting`: whether triggers note what changes; `settled`:
 * how many remarks the editor has settled.
 */
export type StateName = "shape" | "site" | "noting" | "settled";

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
