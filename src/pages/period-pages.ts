/** What do the pages of days, months and years show? Stage 6. */
import type { ShelfPage } from "../page-model.ts";
import type { CoverageBar, Link } from "../page-parts.ts";
import type { PeriodPage } from "../page-time.ts";
import { daysInMonth } from "../text/dates.ts";
import type { PageContext } from "./context.ts";
import { eventEntry } from "./event-entries.ts";
import { quotationsIn } from "./findings.ts";
import { anniversaryLink } from "./on-this-day.ts";
import { periodAddress } from "./page-addresses.ts";
import { portion } from "./portions.ts";
import { LONGEST_LIST, shelveByHundred } from "./shelves.ts";

const MOST_HAPPENINGS = 30;
const MOST_SPOKEN = 20;
const MOST_QUOTATIONS = 60;
const MOST_NAMES = 20;

/** Yields the page of a year, month or day with articles (of the empty period, of the undated), and those on which a long list goes on. */
export function* periodPages(
  period: string,
  context: PageContext,
): Generator<PeriodPage | ShelfPage> {
  const total = period === "" ? context.print.pathsIn("").length : context.print.printedIn(period);
  if (total === 0) return;
  const isListed =
    scaleOf(period) !== "year" && (scaleOf(period) !== "month" || total <= LONGEST_LIST);
  const paths = isListed ? context.print.pathsIn(period).toReversed() : [];
  const owner = { name: labelOf(period, context), address: addressOf(period) };
  const { shelf, pages } = shelveByHundred(
    paths.map((path) => context.articles.entry(path)),
    {
      owner,
      // what stands below the period's own address are its articles
      below: `/archive${owner.address}`,
      title: (part) => context.words.say("chapter.title", { name: owner.name, period: part }),
      words: context.words,
      notesOf: () => ({}),
    },
  );
  yield {
    ...periodPage(period, total, paths, context),
    articles: shelf,
    ...besideOf(period, context),
  };
  yield* pages;
}

function labelOf(period: string, { words }: PageContext): string {
  return period === "" ? words.say("time.undatedTitle") : words.dates.date(period);
}

function addressOf(period: string): string {
  return period === "" ? "/undated/" : periodAddress(period);
}

function periodPage(
  period: string,
  total: number,
  paths: readonly string[],
  context: PageContext,
): PeriodPage {
  const scale = scaleOf(period);
  const isInside = scale === "day" || scale === "month";
  const timeline = scale === "undated" ? undefined : context.events.pageOf(period);
  const named = (kind: "person" | "topic") =>
    scale === "undated"
      ? context.names.mostCounted(kind, context.names.tally(kind, paths), MOST_NAMES)
      : context.names.mostNamedIn(period, kind, MOST_NAMES);
  return {
    kind: "period",
    address: addressOf(period),
    title: labelOf(period, context),
    scale,
    period,
    ...(isInside && { up: linkTo(period.slice(0, scale === "day" ? 7 : 4), context) }),
    total,
    parts: partsOf(period, context),
    days: scale === "year" ? daysOf(period, context) : [],
    articles: { total: 0, entries: [], parts: [] },
    ...(scale === "day" ? toldOf(period, context) : NOTHING),
    otherYears: scale === "day" ? otherYears(period, context) : [],
    said: portion(
      scale === "day" ? quotationsIn(paths, context, Number.POSITIVE_INFINITY) : [],
      MOST_QUOTATIONS,
    ),
    people: named("person"),
    topics: named("topic"),
    ...(timeline !== undefined && { timeline }),
  };
}

/** The same day of other years. */
function otherYears(day: string, context: PageContext): PeriodPage["otherYears"] {
  return context.print
    .daysLike(day.slice(5))
    .filter((other) => other !== day)
    .map((other) => ({
      name: context.words.figures(other.slice(0, 4)),
      address: periodAddress(other),
      count: context.print.printedIn(other),
    }));
}

/** The period before and after one of its scale: years among years, days among days. */
function besideOf(period: string, context: PageContext): Pick<PeriodPage, "previous" | "next"> {
  if (period === "") return {};
  const { previous, next } = context.print.besidePeriod(period);
  return {
    ...(previous !== undefined && { previous: linkTo(previous, context) }),
    ...(next !== undefined && { next: linkTo(next, context) }),
  };
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
    anniversary: anniversaryLink(day.slice(5), context.words),
  };
}

const NOTHING = { happened: { shown: [], total: 0 }, spoke: { shown: [], total: 0 } };

function scaleOf(period: string): PeriodPage["scale"] {
  if (period === "") return "undated";
  return period.length === 10 ? "day" : period.length === 7 ? "month" : "year";
}

/** The days of a year on which something was printed. */
function daysOf(year: string, context: PageContext): CoverageBar[] {
  return [...context.print.printedWithin(year)]
    .filter(([period]) => period.length === 10)
    .map(([period, count]) => ({
      period,
      label: context.words.dates.date(period),
      count,
      address: periodAddress(period),
    }));
}

/** Every month of a year or every day of a month, empty ones with a count of 0. */
function partsOf(period: string, context: PageContext): CoverageBar[] {
  const scale = scaleOf(period);
  if (scale === "day" || scale === "undated") return [];
  const counts = context.print.printedWithin(period);
  const length = scale === "year" ? 12 : daysInMonth(period);
  return Array.from({ length }, (_, index) => {
    const part = `${period}-${String(index + 1).padStart(2, "0")}`;
    const count = counts.get(part) ?? 0;
    return {
      period: part,
      label: context.words.dates.date(part),
      count,
      ...(count > 0 && { address: periodAddress(part) }),
    };
  });
}

function linkTo(period: string, { words }: PageContext): Link {
  return { name: words.dates.date(period), address: periodAddress(period) };
}
