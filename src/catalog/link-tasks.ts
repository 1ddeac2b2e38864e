/** What is linking still to look at? Tasks: what has changed since names were last linked, kept until that is done. */
import type { DatabaseSync } from "node:sqlite";
import { statement } from "./statements.ts";

/** `what`: the kind of task, such as `name person`; `value`: which name, block, article … is meant. */
export const LINK_TASK_TABLES = `
CREATE TABLE link_task (what TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (what, value)) WITHOUT ROWID;
CREATE TABLE link_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/** Notes that something is to be looked at; twice is once. */
export function addTask(database: DatabaseSync, what: string, value: string): void {
  statement(database, "INSERT OR IGNORE INTO link_task VALUES (?, ?)").run(what, value);
}

/** Takes a task out; returns whether it was there. */
export function dropTask(database: DatabaseSync, what: string, value: string): boolean {
  const { changes } = statement(database, "DELETE FROM link_task WHERE what = ? AND value = ?").run(
    what,
    value,
  );
  return changes > 0;
}

/** Returns whether there is anything to look at. */
export function hasTasks(database: DatabaseSync): boolean {
  return statement(database, "SELECT 1 FROM link_task LIMIT 1").get() !== undefined;
}

/**
 * Yields the tasks of one kind, sorted, and takes each out; those that come meanwhile are yielded, too, and those that are
 * taken out meanwhile are not.
 */
export function* takeTasks(database: DatabaseSync, what: string): Generator<string> {
  for (;;) {
    const rows = statement(
      database,
      "SELECT value FROM link_task WHERE what = ? ORDER BY value LIMIT 500",
    ).all(what);
    if (rows.length === 0) return;
    for (const row of rows) {
      const value = String(row["value"]);
      if (dropTask(database, what, value)) yield value;
    }
  }
}

/** Returns what was remembered under a name when names were last linked. */
export function linkState(database: DatabaseSync, name: string): string | undefined {
  const row = statement(database, "SELECT value FROM link_state WHERE name = ?").get(name);
  return row && String(row["value"]);
}

/** Remembers a value until names are linked again. */
export function setLinkState(database: DatabaseSync, name: string, value: string): void {
  statement(
    database,
    `INSERT INTO link_state VALUES (?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value`,
  ).run(name, value);
}
