/** What has changed since the site was last published? Cells: names for what pages read, noted by triggers when it changes. */
import type { DatabaseSync } from "node:sqlite";
import { setState, stateOf } from "./state.ts";
import { statement } from "./statements.ts";

/** Cells that have changed. Stay there until a site that shows them is published. */
export const CELL_TABLES = `
CREATE TABLE touched (cell TEXT PRIMARY KEY) WITHOUT ROWID;
`;

/** The condition of every trigger: while the whole site is made anew there is nothing to note. */
export const IF_NOTING = "WHEN EXISTS (SELECT 1 FROM state WHERE name = 'noting')";

/** Begins to note what changes, or leaves off. */
export function noteChanges(database: DatabaseSync, noting: boolean): void {
  setState(database, "noting", noting ? "yes" : undefined);
}

/** Returns whether changes are noted: the site that stands was made from this catalogue. */
export function isNoting(database: DatabaseSync): boolean {
  return stateOf(database, "noting") !== undefined;
}

/** Notes that a cell has changed, where no trigger can. */
export function touch(database: DatabaseSync, cell: string): void {
  statement(database, "INSERT INTO touched VALUES (?) ON CONFLICT DO NOTHING").run(cell);
}

/** Yields the cells that have changed, sorted; of those that begin in one way, what comes after. */
export function* touchedCells(database: DatabaseSync, beginning = ""): Generator<string> {
  const rows = database
    .prepare("SELECT cell FROM touched WHERE substr(cell, 1, length(?1)) = ?1 ORDER BY cell")
    .iterate(beginning);
  for (const row of rows) yield String(row["cell"]).slice(beginning.length);
}

/** Returns whether anything has changed. */
export function hasTouched(database: DatabaseSync): boolean {
  return statement(database, "SELECT 1 FROM touched LIMIT 1").get() !== undefined;
}

/** Forgets what has changed: the site shows it. */
export function forgetTouched(database: DatabaseSync): void {
  database.exec("DELETE FROM touched");
}
