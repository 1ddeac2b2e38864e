/** What happened at the times of which articles tell otherwise than before? Stage 5 over the tables. */
import { type Database, statement } from "../catalog/statements.ts";
import { putEvent } from "../catalog/stories.ts";
import { reportsOfTime, takeTouchedTimes } from "../catalog/time-reports.ts";
import { eventsAt } from "../link/events.ts";

/** Finds the events of all touched times anew, each by its own reports alone, and writes what differs. */
export function updateEvents(database: Database): void {
  for (const value of takeTouchedTimes(database)) {
    const events = eventsAt(value, reportsOfTime(database, value));
    for (const [number, event] of events.entries()) {
      dropReports(
        database,
        { value, number },
        new Set(event.reports.map(({ article }) => article)),
      );
      putEvent(database, event, number);
    }
    for (const table of ["event", "event_report"])
      statement(database, `DELETE FROM ${table} WHERE value = ? AND number >= ?`).run(
        value,
        events.length,
      );
  }
}

/** Takes out that articles tell of an event which they tell of no longer. */
function dropReports(
  database: Database,
  { value, number }: { readonly value: string; readonly number: number },
  telling: ReadonlySet<string>,
): void {
  const rows = statement(
    database,
    "SELECT article FROM event_report WHERE value = ? AND number = ?",
  ).all(value, number);
  for (const row of rows) {
    const article = String(row["article"]);
    if (telling.has(article)) continue;
    statement(
      database,
      "DELETE FROM event_report WHERE article = ? AND value = ? AND number = ?",
    ).run(article, value, number);
  }
}
