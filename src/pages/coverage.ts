/** When was something written about? Bars of coverage charts. Stage 6. */
import type { ArticleEntry, CoverageBar } from "../page-model.ts";
import { dateLabel } from "../text/dates.ts";
import type { PageContext } from "./context.ts";
import { periodAddress } from "./context.ts";

/** A span of time with more months than this is drawn by years. */
const MOST_MONTHS = 120;

/**
 * Returns a bar for each month (or, in an archive of more than ten years, each year) from the archive's
 * first to its last, empty ones included, with the number of the given articles in it.
 */
export function coverageOf(
  entries: readonly ArticleEntry[],
  context: PageContext,
): readonly CoverageBar[] {
  const months = monthsOf(context.entries);
  const length = months.length > MOST_MONTHS ? 4 : 7;
  const periods = [...new Set(months.map((month) => month.slice(0, length)))];
  const counts = new Map<string, number>();
  for (const { date } of entries) {
    const period = date?.slice(0, length);
    if (period !== undefined && period.length === length)
      counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return periods.map((period) => ({
    period,
    label: dateLabel(period),
    count: counts.get(period) ?? 0,
    ...(context.hasPeriod(period) && { address: periodAddress(period) }),
  }));
}

/** Every month from the first dated article to the last, as `2022-01`. */
function monthsOf(oldestFirst: readonly ArticleEntry[]): string[] {
  const dates = oldestFirst.flatMap(({ date }) => date ?? []);
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  const end = monthNumber(last, 11);
  for (let month = monthNumber(first, 0); month <= end; month++) {
    months.push(
      `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`,
    );
  }
  return months;
}

function monthNumber(date: string, ifOnlyYear: number): number {
  const [year = 0, month] = date.split("-").map(Number);
  return year * 12 + (month === undefined ? ifOnlyYear : month - 1);
}
