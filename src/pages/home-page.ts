/** What does the first page show? Stage 6. */
import type { HomePage } from "../page-model.ts";
import type { ArticleEntry, CoverageBar, QuotationEntry } from "../page-parts.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { PageContext } from "./context.ts";
import { lastRole, periodAddress } from "./context.ts";
import { coverageLine } from "./coverage.ts";
import { quotationsIn } from "./findings.ts";
import { anniversaryLink } from "./on-this-day.ts";
import { appearancesWithin } from "./topic-tree.ts";

const LATEST = 10;
const PEOPLE = 10;
const NAMES = 24;
const ON_THIS_DAY = 5;
const QUOTABLE = { shortest: 50, longest: 180, among: 40 };

/** Returns the first page. "On this day" is the newest article's day in earlier years: a build has no clock. */
export function homePage(context: PageContext): HomePage {
  const { settings } = context;
  const newestFirst = [...context.entries].reverse();
  const quotation = quotable(context.paths.toReversed(), context);
  return {
    kind: "home",
    address: "/",
    title: settings.title,
    ...(settings.description !== undefined && { description: settings.description }),
    articles: newestFirst.length,
    extent: extentOf(context.entries),
    latest: newestFirst.slice(0, LATEST),
    years: yearsOf(context),
    people: leadingPeople(context),
    topics: leading("topic", context),
    places: leading("place", context),
    onThisDay: onThisDay(newestFirst),
    ...(quotation !== undefined && { quotation }),
  };
}

/** Returns the years from the first dated article to the last: `2018–2023`, `1987`, or nothing. */
export function extentOf(oldestFirst: readonly ArticleEntry[]): string {
  const years = oldestFirst.flatMap(({ date }) => date?.slice(0, 4) ?? []);
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? first : `${first}–${last}`;
}

/** Every year from the first to the last, empty ones too. */
function yearsOf(context: PageContext): CoverageBar[] {
  const counts = new Map<number, number>();
  for (const { date } of context.entries) {
    if (date === undefined) continue;
    const year = Number(date.slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const years = [...counts.keys()];
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const period = String(first + index).padStart(4, "0");
    const count = counts.get(first + index) ?? 0;
    return { period, label: period, count, ...(count > 0 && { address: periodAddress(period) }) };
  });
}

function leadingPeople(context: PageContext): HomePage["people"] {
  return ranked("person", context)
    .slice(0, PEOPLE)
    .map(({ entity, appearances }) => {
      const detail = lastRole(appearances)?.title;
      const entries = appearances.map(({ article }) => context.entry(article));
      return {
        ...context.link(entity),
        count: appearances.length,
        coverage: coverageLine(entries, context),
        ...(detail !== undefined && { detail }),
      };
    });
}

function leading(kind: "topic" | "place", context: PageContext): HomePage["topics"] {
  return ranked(kind, context)
    .slice(0, NAMES)
    .map(({ entity, appearances }) => ({ ...context.link(entity), count: appearances.length }));
}

/** Entities with pages, those in most articles first. */
function ranked(kind: "person" | "topic" | "place", context: PageContext) {
  return context
    .entities(kind)
    .filter(({ hasPage }) => hasPage)
    .map((entity) => ({ entity, appearances: appearancesWithin(entity, context) }))
    .sort(
      (a, b) =>
        b.appearances.length - a.appearances.length || byCodeUnits(a.entity.name, b.entity.name),
    );
}

function onThisDay(newestFirst: readonly ArticleEntry[]): HomePage["onThisDay"] {
  const newest = newestFirst.find(({ date }) => date?.length === 10);
  const day = newest?.date?.slice(5);
  if (newest?.date === undefined || day === undefined) return { label: "", entries: [] };
  const year = newest.date.slice(0, 4);
  const label = newest.dateLabel.replace(` ${year}`, "");
  const entries = newestFirst.filter(
    ({ date }) => date?.slice(5) === day && date.slice(0, 4) !== year,
  );
  const { address } = anniversaryLink(day);
  return { label, entries: entries.slice(0, ON_THIS_DAY), address };
}

/** The newest quotation that is whole, sure of its speaker, and short enough to be read at a glance. */
function quotable(
  newestFirst: readonly string[],
  context: PageContext,
): QuotationEntry | undefined {
  return quotationsIn(newestFirst, context, QUOTABLE.among).find(
    ({ kind, sure, text }) =>
      kind === "direct" &&
      sure &&
      text.length >= QUOTABLE.shortest &&
      text.length <= QUOTABLE.longest,
  );
}
