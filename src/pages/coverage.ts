/** When was something written about? Bars of coverage charts. Stage 6. */
import type { NamedDay } from "../catalog/reading-entities.ts";
import type { CoverageBar } from "../page-parts.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { PageContext } from "./context.ts";
import { periodAddress } from "./page-addresses.ts";

/** Articles over more months than this are drawn by years. */
const MOST_MONTHS = 240;
/** A small line without labels is drawn by years sooner. */
const MOST_SMALL_MONTHS = 120;

/**
 * Returns a bar for each month (or, of what spans more than twenty years, each year) in which a name's articles
 * were printed, oldest first; the chart leaves the room between them empty. Articles without a month are in no month.
 *
 * @param days In the order of time.
 */
export function coverageOf(
  days: readonly NamedDay[],
  context: PageContext,
): readonly CoverageBar[] {
  const dated = days.filter(({ day }) => day !== "");
  const months = monthNumber(dated.at(-1)?.day ?? "0") - monthNumber(dated[0]?.day ?? "0");
  const length = months >= MOST_MONTHS || dated.every(({ day }) => day.length === 4) ? 4 : 7;
  const counts = countedBy(dated, length);
  return [...counts]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([period, count]) => barOf(period, count, context));
}

/**
 * Returns a bar for each month (or, in an archive of more than ten years, each year) from the archive's
 * first to its last, empty ones included, with the number of the articles that name a person: lines that are compared.
 */
export function coverageLine(person: string, context: PageContext): readonly CoverageBar[] {
  const months = monthsOf(context);
  const length = months.length > MOST_SMALL_MONTHS ? 4 : 7;
  const periods = [...new Set(months.map((month) => month.slice(0, length)))];
  const counts = new Map<string, number>();
  for (const [month, count] of context.names.coverage(person)) {
    const period = month.slice(0, length);
    counts.set(period, (counts.get(period) ?? 0) + count);
  }
  return periods.map((period) => barOf(period, counts.get(period) ?? 0, context));
}

/** Articles by year, or by month; those of which it is not known are in none. */
function countedBy(days: readonly NamedDay[], length: 4 | 7): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { day, articles } of days) {
    const period = day.slice(0, length);
    if (period.length === length) counts.set(period, (counts.get(period) ?? 0) + articles);
  }
  return counts;
}

function barOf(period: string, count: number, context: PageContext): CoverageBar {
  return {
    period,
    label: context.words.dates.date(period),
    count,
    ...((count > 0 || context.print.hasPeriod(period)) && { address: periodAddress(period) }),
  };
}

/** Every month from the first dated article to the last, as `2022-01`. */
function monthsOf(context: PageContext): string[] {
  const extent = context.print.extent();
  if (extent === undefined) return [];
  const months: string[] = [];
  const end = monthNumber(extent.last, 11);
  for (let month = monthNumber(extent.first); month <= end; month++) {
    months.push(
      `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`,
    );
  }
  return months;
}

function monthNumber(date: string, ifOnlyYear = 0): number {
  const [year = 0, month] = date.split("-").map(Number);
  return year * 12 + (month === undefined ? ifOnlyYear : month - 1);
}
