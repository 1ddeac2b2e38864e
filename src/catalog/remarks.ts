/** What should a person know of the archive? Remarks, each kept by what made it, so that it can be made anew by itself. */
import type { DatabaseSync } from "node:sqlite";
import type { Diagnostic } from "../model.ts";
import { IF_NOTING } from "./cells.ts";
import { stateOf } from "./state.ts";
import { statement } from "./statements.ts";

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

/** Returns how many remarks on this build the editor has settled. */
export function settledRemarks(database: DatabaseSync): number {
  return Number(stateOf(database, "settled") ?? 0);
}

/** Yields all remarks, by owner, in the order in which each found them. */
export function* remarksIn(database: DatabaseSync): Generator<Diagnostic> {
  const rows = database.prepare("SELECT json FROM remark ORDER BY owner, number").iterate();
  // `replaceRemarks` wrote it
  for (const row of rows) yield JSON.parse(String(row["json"])) as Diagnostic;
}
