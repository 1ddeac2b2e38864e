/** What should a person know of the archive? Remarks, each kept by what made it, so that it can be made anew by itself. */
import type { DatabaseSync } from "node:sqlite";
import type { Diagnostic } from "../model.ts";
import { IF_NOTING } from "./cells.ts";
import { parsed, statement } from "./statements.ts";

/** `owner`: what made a remark and may replace it, such as `link/people` or `import/2022/a.txt`. */
export const REMARK_TABLES = `
CREATE TABLE remark (owner TEXT NOT NULL, number INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (owner, number)) WITHOUT ROWID;
CREATE TRIGGER remark_added AFTER INSERT ON remark ${IF_NOTING} BEGIN INSERT INTO touched VALUES ('review') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER remark_changed AFTER UPDATE ON remark ${IF_NOTING} BEGIN INSERT INTO touched VALUES ('review') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER remark_gone AFTER DELETE ON remark ${IF_NOTING} BEGIN INSERT INTO touched VALUES ('review') ON CONFLICT DO NOTHING; END;
`;

/** Puts an owner's remarks in the place of those that it had. */
export function replaceRemarks(
  database: DatabaseSync,
  owner: string,
  remarks: readonly Diagnostic[],
): void {
  const put = statement(
    database,
    "INSERT INTO remark VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json WHERE json IS NOT excluded.json",
  );
  for (const [number, remark] of remarks.entries()) put.run(owner, number, JSON.stringify(remark));
  statement(database, "DELETE FROM remark WHERE owner = ? AND number >= ?").run(
    owner,
    remarks.length,
  );
}

/** Forgets an owner's remarks. */
export function dropRemarks(database: DatabaseSync, owner: string): void {
  statement(database, "DELETE FROM remark WHERE owner = ?").run(owner);
}

/** Forgets the remarks below an owner (`gone/…`) of all but those that are `kept`. */
export function keepRemarksBelow(
  database: DatabaseSync,
  owner: string,
  kept: ReadonlySet<string>,
): void {
  const owners = database
    .prepare("SELECT DISTINCT owner FROM remark WHERE owner > ?1 || '/' AND owner < ?1 || '0'")
    .all(owner)
    .map((row) => String(row["owner"]));
  for (const one of owners) if (!kept.has(one)) dropRemarks(database, one);
}

/** Yields the remarks of an owner and of those below it (`import` and `import/…`), by owner, in the order in which each found them. */
export function* remarksBelow(database: DatabaseSync, owner: string): Generator<Diagnostic> {
  const rows = database
    .prepare(
      "SELECT json FROM remark WHERE owner = ?1 OR (owner > ?1 || '/' AND owner < ?1 || '0') ORDER BY owner, number",
    )
    .iterate(owner);
  // `replaceRemarks` wrote it
  for (const row of rows) yield parsed<Diagnostic>(row);
}

/** Returns the remarks of an owner, without those of the ones below it. */
export function remarksOf(database: DatabaseSync, owner: string): readonly Diagnostic[] {
  return (
    statement(database, "SELECT json FROM remark WHERE owner = ? ORDER BY number")
      .all(owner)
      // `replaceRemarks` wrote it
      .map((row) => parsed<Diagnostic>(row))
  );
}

/** Yields all remarks, by owner, in the order in which each found them. */
export function* remarksIn(database: DatabaseSync): Generator<Diagnostic> {
  const rows = database.prepare("SELECT json FROM remark ORDER BY owner, number").iterate();
  // `replaceRemarks` wrote it
  for (const row of rows) yield parsed<Diagnostic>(row);
}
