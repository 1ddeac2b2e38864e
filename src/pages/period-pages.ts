/** What do the pages of days, months and years show? Stage 6. */
import type { ShelfPage } from "../page-model.ts";
import type { ArticleEntry, CoverageBar, Link } from "../page-parts.ts";
import type { PeriodPage } from "../page-time.ts";
import { dateLabel, daysInMonth } from "../text/dates.ts";
import { groupBy } from "../text/grouping.ts";
import { portion } from "./chapters.ts";
import { type PageContext, periodAddress } from "./context.ts";
import { eventEntry } from "./event-entries.ts";
import { quotationsIn } from "./findings.ts";
import { anniversaryLink } from "./on-this-day.ts";
import { type Cut, LONGEST_LIST, shelveByHundred } from "./shelves.ts";

const MOST_HAPPENINGS = 30;
const MOST_SPOKEN = 20;
const MOST_QUOTATIONS = 60;
const MOST_NAMES = 20;

/** Articles of one period, newest first, and their files. */
interface Period {
  readonly entries: ArticleEntry[];
  readonly paths: string[];
}

/** Yields a page for each year, month and day with an article, and one for the undated. */
export function* periodPages(context: PageContext): Generator<PeriodPage | ShelfPage> {
  const periods = periodsOf(context);
  const neighbours = neighboursOf([...periods.keys()]);
  const days = [...periods.keys()].filter((period) => period.length === 10).sort();
  const anniversaries = groupBy(days, (day) => day.slice(5));
  for (const [period, articles] of periods) {
    const { previous, next } = neighbours.get(period) ?? {};
    const { shelf, pages } = printedIn(period, articles.entries);
    yield {
      ...periodPage(period, articles, { context, periods }),
      articles: shelf,
      otherYears: (anniversaries.get(period.slice(5)) ?? [])
        .filter((day) => day !== period)
        .map((day) => ({
          name: day.slice(0, 4),
          address: periodAddress(day),
          count: periods.get(day)?.entries.length ?? 0,
        })),
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
    };
    yield* pages;
  }
}

const UNDATED = "undated";
const NOT_LISTED: Cut = { shelf: { total: 0, entries: [], parts: [] }, pages: [] };

/** A year is listed on the pages of its months, and a month that is too long on those of its days. */
function printedIn(period: string, entries: readonly ArticleEntry[]): Cut {
  const scale = scaleOf(period);
  if (scale === "year" || (scale === "month" && entries.length > LONGEST_LIST)) return NOT_LISTED;
  const address = addressOf(period);
  // what stands below the period's own address are its articles
  return shelveByHundred(entries, { name: labelOf(period), address }, `/archive${address}`);
}

function labelOf(period: string): string {
  return period === UNDATED ? "Undated" : dateLabel(period);
}

function addressOf(period: string): string {
  return period === UNDATED ? "/undated/" : periodAddress(period);
}

function periodPage(
  period: string,
  { entries, paths }: Period,
  options: { readonly context: PageContext; readonly periods: ReadonlyMap<string, Period> },
): PeriodPage {
  const { context, periods } = options;
  const scale = scaleOf(period);
  const up =
    scale === "day" || scale === "month"
      ? linkTo(period.slice(0, scale === "day" ? 7 : 4))
      : undefined;
  const timeline = context.events.pageOf(period);
  return {
    kind: "period",
    address: addressOf(period),
    title: labelOf(period),
    scale,
    period: scale === "undated" ? "" : period,
    ...(up !== undefined && { up }),
    total: entries.length,
    parts: partsOf(period, periods),
    days: scale === "year" ? daysOf(period, periods) : [],
    articles: NOT_LISTED.shelf,
    ...(scale === "day" ? toldOf(period, context) : NOTHING),
    otherYears: [],
    said: portion(
      scale === "day" ? quotationsIn(paths, context, Number.POSITIVE_INFINITY) : [],
      MOST_QUOTATIONS,
    ),
    people: context.counted("person", paths).slice(0, MOST_NAMES),
    topics: context.counted("topic", paths).slice(0, MOST_NAMES),
    ...(timeline !== undefined && { timeline }),
  };
}

function periodsOf(context: PageContext): Map<string, Period> {
  const periods = new Map<string, Period>();
  for (const entry of context.entries.toReversed()) {
    const day = entry.date ?? UNDATED;
    const names =
      day === UNDATED
        ? [day]
        : [4, 7, 10].filter((length) => length <= day.length).map((length) => day.slice(0, length));
    for (const name of names) {
      const period = periods.get(name) ?? { entries: [], paths: [] };
      period.entries.push(entry);
      period.paths.push(context.pathOf(entry));
      periods.set(name, period);
    }
  }
  return periods;
}

/** The period before and after each one of its scale: years among years, days among days. */
function neighboursOf(
  periods: readonly string[],
): ReadonlyMap<string, { readonly previous: Link | undefined; readonly next: Link | undefined }> {
  const neighbours = new Map<string, { previous: Link | undefined; next: Link | undefined }>();
  for (const scale of ["day", "month", "year"]) {
    const alike = periods.filter((period) => scaleOf(period) === scale).sort();
    alike.forEach((period, at) => {
      const next = linkTo(alike[at + 1]);
      neighbours.set(period, { previous: linkTo(alike[at - 1]), next });
    });
  }
  return neighbours;
}

/** What happened on a day and was said on it, by all articles, whenever they were printed. */
function toldOf(day: string, context: PageContext) {
  const { deeds, said } = context.events.onDay(day);
  const first = (events: typeof deeds, most: number): PeriodPage["happened"] => ({
    shown: events.slice(0, most).map((event) => eventEntry(event, context)),
    total: events.length,
  });
  return {
    happened: first(deeds, MOST_HAPPENINGS),
    spoke: first(said, MOST_SPOKEN),
    anniversary: anniversaryLink(day.slice(5)),
  };
}

const NOTHING = { happened: { shown: [], total: 0 }, spoke: { shown: [], total: 0 } };

function scaleOf(period: string): PeriodPage["scale"] {
  if (period === UNDATED) return "undated";
  return period.length === 10 ? "day" : period.length === 7 ? "month" : "year";
}

/** The days of a year on which something was printed. */
function daysOf(year: string, periods: ReadonlyMap<string, Period>): CoverageBar[] {
  return [...periods]
    .filter(([period]) => period.length === 10 && period.startsWith(year))
    .map(([period, { entries }]) => ({
      period,
      label: dateLabel(period),
      count: entries.length,
      address: periodAddress(period),
    }))
    .sort((one, other) => (one.period < other.period ? -1 : 1));
}

/** Every month of a year or every day of a month, empty ones with a count of 0. */
function partsOf(period: string, periods: ReadonlyMap<string, Period>): CoverageBar[] {
  const scale = scaleOf(period);
  if (scale === "day" || scale === "undated") return [];
  const length = scale === "year" ? 12 : daysInMonth(period);
  return Array.from({ length }, (_, index) => {
    const part = `${period}-${String(index + 1).padStart(2, "0")}`;
    const count = periods.get(part)?.entries.length ?? 0;
    return {
      period: part,
      label: dateLabel(part),
      count,
      ...(count > 0 && { address: periodAddress(part) }),
    };
  });
}

function linkTo(period: string | undefined): Link | undefined {
  return period === undefined || period === UNDATED
    ? undefined
    : { name: dateLabel(period), address: periodAddress(period) };
}
