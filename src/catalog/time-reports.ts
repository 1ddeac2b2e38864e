/** What does each article tell of which time? Reports by time, as recognised, of which linking makes events. */
import type { DatabaseSync } from "node:sqlite";
import type { EventReport } from "../event-model.ts";
import { parsed, statement } from "./statements.ts";

/** `time_report`: in the order of the articles' times; `number` counts those of one article. `time_touched`: times of which the events are to be found anew. */
export const TIME_REPORT_TABLES = `
CREATE TABLE time_report (value TEXT NOT NULL, sort_key TEXT NOT NULL, address TEXT NOT NULL, number INTEGER NOT NULL, article TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (value, sort_key, address, article, number)) WITHOUT ROWID;
CREATE INDEX time_report_by_article ON time_report (article);
CREATE TABLE time_touched (value TEXT PRIMARY KEY) WITHOUT ROWID;
`;

/** An article whose reports are kept. */
export interface ReportedArticle {
  readonly path: string;
  readonly address: string;
  readonly sortKey: string;
}

/** Puts an article's reports, by their times, in the place of those it had; notes the times of those that differ. */
export function putTimeReports(
  database: DatabaseSync,
  { path, address, sortKey }: ReportedArticle,
  reports: readonly { readonly value: string; readonly report: EventReport }[],
): void {
  const now = new Map(
    reports.map(({ value, report }, number): [string, () => void] => {
      const json = JSON.stringify(report);
      const put = (): void => {
        statement(database, "INSERT INTO time_report VALUES (?, ?, ?, ?, ?, ?)").run(
          ...[value, sortKey, address, number, path, json],
        );
        touch(database, value);
      };
      return [[value, sortKey, address, number, json].join("\n"), put];
    }),
  );
  const known = statement(
    database,
    "SELECT value, sort_key, address, number, json FROM time_report WHERE article = ?",
  ).all(path);
  for (const { value, sort_key, address: at, number, json } of known) {
    if (now.delete([value, sort_key, at, number, json].join("\n"))) continue;
    statement(
      database,
      "DELETE FROM time_report WHERE value = ? AND sort_key = ? AND address = ? AND article = ? AND number = ?",
    ).run(String(value), String(sort_key), String(at), path, Number(number));
    touch(database, String(value));
  }
  for (const put of now.values()) put();
}

function touch(database: DatabaseSync, value: string): void {
  statement(database, "INSERT OR IGNORE INTO time_touched VALUES (?)").run(value);
}

/** Yields the times of which the events are to be found anew, and forgets them. */
export function* takeTouchedTimes(database: DatabaseSync): Generator<string> {
  const next = statement(database, "SELECT value FROM time_touched ORDER BY value LIMIT 256");
  for (let rows = next.all(); rows.length > 0; rows = next.all()) {
    for (const row of rows) {
      const value = String(row["value"]);
      statement(database, "DELETE FROM time_touched WHERE value = ?").run(value);
      yield value;
    }
  }
}

/** Returns all reports of a time, in the order of their articles' times. */
export function reportsOfTime(database: DatabaseSync, value: string): readonly EventReport[] {
  const rows = statement(
    database,
    "SELECT json FROM time_report WHERE value = ? ORDER BY sort_key, address, article, number",
  ).all(value);
  // `putTimeReports` wrote it
  return rows.map((row) => parsed<EventReport>(row));
}
