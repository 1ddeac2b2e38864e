/** What does the first page show? Stage 6. */
import type { HomePage } from "../page-model.ts";
import type { CoverageBar, QuotationEntry } from "../page-parts.ts";
import type { PageContext } from "./context.ts";
import { coverageLine } from "./coverage.ts";
import { quotationsIn } from "./findings.ts";
import { anniversaryLink } from "./on-this-day.ts";
import { periodAddress } from "./page-addresses.ts";

const LATEST = 10;
const PEOPLE = 10;
const NAMES = 24;
const ON_THIS_DAY = 5;
const QUOTABLE = { shortest: 50, longest: 180, among: 40 };

/** Returns the first page. "On this day" is the newest article's day in earlier years: a build has no clock. */
export function homePage(context: PageContext): HomePage {
  const { settings } = context;
  const quotation = quotable(context);
  return {
    kind: "home",
    address: "/",
    title: settings.title,
    ...(settings.description !== undefined && { description: settings.description }),
    articles: context.print.printedIn(""),
    extent: extentOf(context),
    latest: context.articles.latest(LATEST).map((path) => context.articles.entry(path)),
    years: yearsOf(context),
    people: leadingPeople(context),
    topics: leading("topic", context),
    places: leading("place", context),
    onThisDay: onThisDay(context),
    ...(quotation !== undefined && { quotation }),
  };
}

/** Returns the years from the first dated article to the last: `2018–2023`, `1987`, or nothing. */
export function extentOf(context: PageContext): string {
  const extent = context.print.extent();
  if (extent === undefined) return "";
  const { words } = context;
  const [from, to] = [extent.first, extent.last].map((day) => words.figures(day.slice(0, 4)));
  return from === to ? (from ?? "") : words.say("list.range", { from: from ?? "", to: to ?? "" });
}

/** Every year from the first to the last, empty ones too. */
function yearsOf(context: PageContext): CoverageBar[] {
  const counts = new Map(context.print.years().map(({ year, count }) => [Number(year), count]));
  const years = [...counts.keys()];
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const period = String(first + index).padStart(4, "0");
    const count = counts.get(first + index) ?? 0;
    const label = context.words.figures(period);
    return { period, label, count, ...(count > 0 && { address: periodAddress(period) }) };
  });
}

function leadingPeople(context: PageContext): HomePage["people"] {
  return context.names.mostNamed("person", PEOPLE).map(({ slug, count }) => {
    const detail = context.names.lastRole(slug)?.title;
    return {
      ...context.names.link({ kind: "person", slug }),
      count,
      coverage: coverageLine(slug, context),
      ...(detail !== undefined && { detail }),
    };
  });
}

function leading(kind: "topic" | "place", context: PageContext): HomePage["topics"] {
  return context.names
    .mostNamed(kind, NAMES)
    .map(({ slug, count }) => ({ ...context.names.link({ kind, slug }), count }));
}

function onThisDay(context: PageContext): HomePage["onThisDay"] {
  const newest = context.print.latestDay();
  if (newest === undefined) return { label: "", entries: [] };
  const day = newest.slice(5);
  const { name, address } = anniversaryLink(day, context.words);
  const entries = context.print
    .daysLike(day)
    .toReversed()
    .filter((other) => other !== newest)
    .flatMap((other) => context.print.pathsIn(other).toReversed())
    .slice(0, ON_THIS_DAY)
    .map((path) => context.articles.entry(path));
  return { label: name, entries, address };
}

/** The newest quotation that is whole, sure of its speaker, and short enough to be read at a glance. */
function quotable(context: PageContext): QuotationEntry | undefined {
  return quotationsIn(
    context.articles.latestSpeaking(QUOTABLE.among),
    context,
    QUOTABLE.among,
  ).find(
    ({ kind, sure, text }) =>
      kind === "direct" &&
      sure &&
      text.length >= QUOTABLE.shortest &&
      text.length <= QUOTABLE.longest,
  );
}
