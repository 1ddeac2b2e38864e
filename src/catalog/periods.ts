/** What was printed when? Look-ups by year, month and day. */
import type { DatabaseSync } from "node:sqlite";
import { statement } from "./statements.ts";

/** Returns how many articles were printed in a year, month or on a day; of the empty period, how many there are in all. */
export function printedIn(database: DatabaseSync, period: string): number {
  const row = statement(database, "SELECT count FROM printed WHERE period = ?").get(period);
  return Number(row?.["count"] ?? 0);
}

/** Returns the Markdown files of the articles of a year, month or day, oldest first; of the empty period, those without a date. */
export function pathsIn(database: DatabaseSync, period: string): readonly string[] {
  const rows =
    period === ""
      ? statement(
          database,
          "SELECT path FROM article WHERE day = '' ORDER BY sort_key, address",
        ).all()
      : statement(
          database,
          "SELECT path FROM article WHERE day >= ? AND day < ? ORDER BY sort_key, address",
        ).all(period, `${period}~`);
  return rows.map((row) => String(row["path"]));
}

/** Returns the first and the last date of print, as far as each is known; undefined where no article has one. */
export function extentOfPrint(
  database: DatabaseSync,
): { readonly first: string; readonly last: string } | undefined {
  // one by one each is found at an end of the index; both at once are found by reading all of it
  const row = statement(
    database,
    "SELECT (SELECT min(day) FROM article WHERE day > '') AS first, (SELECT max(day) FROM article WHERE day > '') AS last",
  ).get();
  return row?.["first"] == null
    ? undefined
    : { first: String(row["first"]), last: String(row["last"]) };
}

/** Returns the years, months and days with articles, in the order of time. */
export function periodsOfPrint(database: DatabaseSync): readonly string[] {
  return statement(database, "SELECT period FROM printed WHERE period > '' ORDER BY period")
    .all()
    .map((row) => String(row["period"]));
}

/** Returns how many articles each month and day of a year, or each day of a month, has. */
export function printedWithin(database: DatabaseSync, period: string): ReadonlyMap<string, number> {
  const rows = statement(
    database,
    "SELECT period, count FROM printed WHERE period > ? AND period < ? ORDER BY period",
  ).all(period, `${period}~`);
  return new Map(rows.map((row) => [String(row["period"]), Number(row["count"])]));
}

/** Returns how many articles each year has, in the order of time. */
export function yearsOfPrint(
  database: DatabaseSync,
): readonly { readonly year: string; readonly count: number }[] {
  return statement(
    database,
    "SELECT period, count FROM printed WHERE length(period) = 4 ORDER BY period",
  )
    .all()
    .map((row) => ({ year: String(row["period"]), count: Number(row["count"]) }));
}

/** Returns the days with articles among those of one day of the calendar (`01-26`), in the order of time. */
export function daysLike(database: DatabaseSync, monthDay: string): readonly string[] {
  return statement(
    database,
    "SELECT period FROM printed WHERE length(period) = 10 AND substr(period, 6) = ? ORDER BY period",
  )
    .all(monthDay)
    .map((row) => String(row["period"]));
}

/** Returns the year, month or day with articles before and after one of the same length. */
export function besidePeriod(
  database: DatabaseSync,
  period: string,
): { readonly previous?: string; readonly next?: string } {
  const beside = (sign: "<" | ">", order: "DESC" | "ASC"): string | undefined => {
    const row = statement(
      database,
      `SELECT period FROM printed WHERE period ${sign} ? AND length(period) = ? ORDER BY period ${order} LIMIT 1`,
    ).get(period, period.length);
    return row === undefined ? undefined : String(row["period"]);
  };
  const [previous, next] = [beside("<", "DESC"), beside(">", "ASC")];
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}

/** Returns the last day of which there is an article; undefined where no article states its day. */
export function latestDay(database: DatabaseSync): string | undefined {
  const row = statement(
    database,
    "SELECT max(period) AS day FROM printed WHERE length(period) = 10",
  ).get();
  return row?.["day"] == null ? undefined : String(row["day"]);
}
