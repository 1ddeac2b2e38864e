/** How is the database asked? Statements made once, and work that is done whole or not at all. */
import type { DatabaseSync, StatementSync } from "node:sqlite";

/** The catalogue's database, as those have it that may not open one. */
export type Database = DatabaseSync;

const statements = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** Returns a statement of SQL, made once for a database: making one costs more than running it. */
export function statement(database: DatabaseSync, sql: string): StatementSync {
  let made = statements.get(database);
  if (made === undefined) {
    made = new Map();
    statements.set(database, made);
  }
  const known = made.get(sql);
  if (known !== undefined) return known;
  const fresh = database.prepare(sql);
  made.set(sql, fresh);
  return fresh;
}

/** Does some work in one transaction: all of it is in the catalogue afterwards, or, where it throws, nothing. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** Returns what the `json` column of a row holds: every table has there what was put in from values of one type, which the caller names. */
export function parsed<T>(row: Record<string, unknown>): T {
  return storedJson(String(row["json"])) as T;
}

/** The catalogue holds what nobody has put in. SQLite looks at the shape of a file, and not at what its rows say. */
export class DamagedRow extends Error {}

/** Returns what JSON of the catalogue says. Throws a `DamagedRow` where it is none. */
export function storedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new DamagedRow("a row of the catalogue is no JSON", { cause: error });
  }
}
