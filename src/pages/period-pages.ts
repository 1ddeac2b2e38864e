/** What do the pages of days, months and years show? Stage 6. */
import type { PeriodPage } from "../page-model.ts";
import type { ArticleEntry, CoverageBar, Link, SentenceEntry } from "../page-parts.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { dateLabel, dayOf, daysInMonth } from "../text/dates.ts";
import { portion } from "./chapters.ts";
import { type PageContext, periodAddress, sentenceEntry } from "./context.ts";
import { quotationsIn } from "./findings.ts";
import { LONGEST_LIST } from "./shelves.ts";

const MOST_HAPPENINGS = 30;
const MOST_QUOTATIONS = 60;
const MOST_NAMES = 20;

/** Articles of one period, newest first, and their files. */
interface Period {
  readonly entries: ArticleEntry[];
  readonly paths: string[];
}

/** Yields a page for each year, month and day with an article, and one for the undated. */
export function* periodPages(context: PageContext): Generator<PeriodPage> {
  const periods = periodsOf(context);
  const happened = happeningsOf(context);
  const neighbours = neighboursOf([...periods.keys()]);
  for (const [period, articles] of periods) {
    const { previous, next } = neighbours.get(period) ?? {};
    yield {
      ...periodPage(period, articles, { context, periods }),
      happened: period.length === 10 ? (happened.get(period) ?? []).slice(0, MOST_HAPPENINGS) : [],
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
    };
  }
}

const UNDATED = "undated";

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
  const lists =
    scale === "day" || scale === "undated" || (scale === "month" && entries.length <= LONGEST_LIST);
  const label = scale === "undated" ? "Undated" : dateLabel(period);
  return {
    kind: "period",
    address: scale === "undated" ? "/undated/" : periodAddress(period),
    title: label,
    scale,
    period: scale === "undated" ? "" : period,
    ...(up !== undefined && { up }),
    total: entries.length,
    parts: partsOf(period, periods),
    articles: lists ? entries : [],
    happened: [],
    said: portion(
      scale === "day" ? quotationsIn(paths, context, Number.POSITIVE_INFINITY) : [],
      MOST_QUOTATIONS,
    ),
    people: context.counted("person", paths).slice(0, MOST_NAMES),
    topics: context.counted("topic", paths).slice(0, MOST_NAMES),
  };
}

function periodsOf(context: PageContext): Map<string, Period> {
  const periods = new Map<string, Period>();
  for (const { path, front } of [...context.catalogue.articles()].reverse()) {
    const day = front.published === undefined ? UNDATED : dayOf(front.published);
    const names =
      day === UNDATED
        ? [day]
        : [4, 7, 10].filter((length) => length <= day.length).map((length) => day.slice(0, length));
    for (const name of names) {
      const period = periods.get(name) ?? { entries: [], paths: [] };
      period.entries.push(context.entry(path));
      period.paths.push(path);
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

/** What articles of other days say happened on a day: the sentences that name it. */
function happeningsOf(context: PageContext): ReadonlyMap<string, SentenceEntry[]> {
  const happened = new Map<string, SentenceEntry[]>();
  for (const article of context.catalogue.articles()) {
    const finder = new SentenceFinder(article.document, article.annotations.sentences);
    const entry = context.entry(article.path);
    for (const timex of article.annotations.times) {
      const day = dayOf(timex.value);
      const cited = finder.cite(timex);
      if (cited === undefined || day === entry.date || !context.hasPeriod(day) || day.length < 10)
        continue;
      const sentences = happened.get(day) ?? [];
      sentences.push(sentenceEntry(entry, cited));
      happened.set(day, sentences);
    }
  }
  return happened;
}

function scaleOf(period: string): PeriodPage["scale"] {
  if (period === UNDATED) return "undated";
  return period.length === 10 ? "day" : period.length === 7 ? "month" : "year";
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
