/** What was printed, happened and was said on one day of the calendar, in all years? Stage 6. */
import type { ArchiveEvent } from "../event-model.ts";
import type { Link } from "../page-parts.ts";
import type { AnniversariesPage, AnniversaryPage } from "../page-time.ts";
import { daysInMonth } from "../text/dates.ts";
import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import type { PageContext } from "./context.ts";
import { eventEntry } from "./event-entries.ts";
import { quotationsIn } from "./findings.ts";
import { periodAddress } from "./page-addresses.ts";
import { portion } from "./portions.ts";

const ROOT = "/on-this-day/";
/** Articles of all years together, and the least of each year. */
const MOST_PRINTED = 60;
const FEWEST_OF_YEAR = 3;
const MOST_HAPPENED = 60;
const MOST_SAID = 20;
/** Has every day of a year. */
const LEAP_YEAR = "2000";

/** Returns the page of a day of the calendar, `01-26`; undefined where there is nothing of it. */
export function anniversaryPage(day: string, context: PageContext): AnniversaryPage | undefined {
  const days = context.print.anniversaryDays();
  const index = days.indexOf(day);
  if (index === -1) return undefined;
  const { words } = context;
  const [previous, next] = [linkTo(days[index - 1], words), linkTo(days[index + 1], words)];
  const found = { printed: printedOn(day, context), happened: context.events.onAnniversary(day) };
  return {
    ...pageOf(day, context, found),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

/** Returns how many articles were printed on a day of the calendar, and how much happened; 0 for what is no day. */
export function anniversaryCount(day: string, context: PageContext): number {
  if (!isDay(day)) return 0;
  const printed = context.print
    .daysLike(day)
    .reduce((sum, one) => sum + context.print.printedIn(one), 0);
  return printed + context.events.onAnniversary(day).length;
}

/** Returns the calendar that leads to the pages of its days; undefined where there are none. */
export function anniversariesPage(context: PageContext): AnniversariesPage | undefined {
  const counts = context.print.anniversaryCounts();
  return counts.size === 0 ? undefined : calendarPage(counts, context.words);
}

function printedOn(day: string, context: PageContext): readonly string[] {
  return context.print.daysLike(day).flatMap((one) => context.print.pathsIn(one));
}

/** Returns the address of a day's page, `01-26`, and its name, `26 January`. */
export function anniversaryLink(day: string, words: InterfaceWords): Required<Link> {
  return { name: words.dates.dayOfYear(day), address: `${ROOT}${day}/` };
}

function linkTo(day: string | undefined, words: InterfaceWords): Link | undefined {
  return day === undefined ? undefined : anniversaryLink(day, words);
}

function isDay(day: string): boolean {
  const [month = "", date = ""] = day.split("-");
  const length =
    Number(month) >= 1 && Number(month) <= 12 ? daysInMonth(`${LEAP_YEAR}-${month}`) : 0;
  return Number(date) >= 1 && Number(date) <= length;
}

function pageOf(
  day: string,
  context: PageContext,
  found: { readonly printed: readonly string[]; readonly happened: readonly ArchiveEvent[] },
): AnniversaryPage {
  const printed = found.printed.map((path) => context.articles.entry(path));
  const years = [...groupBy(printed, ({ date = "" }) => date.slice(0, 4))].reverse();
  const most = Math.max(FEWEST_OF_YEAR, Math.floor(MOST_PRINTED / Math.max(1, years.length)));
  const deeds = found.happened;
  return {
    kind: "anniversary",
    address: `${ROOT}${day}/`,
    title: context.words.say("onThisDay.title", { day: context.words.dates.dayOfYear(day) }),
    monthDay: day,
    printed: years.map(([year, entries]) => ({
      year,
      address: periodAddress(`${year}-${day}`),
      entries: { shown: entries.slice(0, most), total: entries.length },
    })),
    happened: {
      shown: deeds.slice(0, MOST_HAPPENED).map((event) => eventEntry(event, context)),
      total: deeds.length,
    },
    said: portion(
      quotationsIn(found.printed.toReversed(), context, Number.POSITIVE_INFINITY),
      MOST_SAID,
    ),
  };
}

function calendarPage(
  counts: ReadonlyMap<string, number>,
  words: InterfaceWords,
): AnniversariesPage {
  return {
    kind: "anniversaries",
    address: ROOT,
    title: words.say("onThisDay.all"),
    months: Array.from({ length: 12 }, (_, index) => {
      const month = String(index + 1).padStart(2, "0");
      const days = Array.from({ length: daysInMonth(`${LEAP_YEAR}-${month}`) }, (__, date) => {
        const day = `${month}-${String(date + 1).padStart(2, "0")}`;
        const count = counts.get(day) ?? 0;
        const { name, address } = anniversaryLink(day, words);
        return { period: day, label: name, count, ...(count > 0 && { address }) };
      });
      return { name: words.dates.monthName(`${LEAP_YEAR}-${month}`), days };
    }),
  };
}
