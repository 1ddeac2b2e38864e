/** What was printed, happened and was said on one day of the calendar, in all years? Stage 6. */
import type { ArticleEntry, Link } from "../page-parts.ts";
import type { AnniversariesPage, AnniversaryPage } from "../page-time.ts";
import { dateLabel, daysInMonth } from "../text/dates.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { portion } from "./chapters.ts";
import { type PageContext, periodAddress } from "./context.ts";
import { eventEntry } from "./event-entries.ts";
import { quotationsIn } from "./findings.ts";

const ROOT = "/on-this-day/";
/** Articles of all years together, and the least of each year. */
const MOST_PRINTED = 60;
const FEWEST_OF_YEAR = 3;
const MOST_HAPPENED = 60;
const MOST_SAID = 20;
/** Has every day of a year. */
const LEAP_YEAR = "2000";

/** Yields the page of each day of the calendar of which there is anything, and the calendar that leads to them. */
export function* anniversaryPages(
  context: PageContext,
): Generator<AnniversaryPage | AnniversariesPage> {
  const printed = groupBy(
    context.entries.filter(({ date }) => date?.length === 10),
    ({ date = "" }) => date.slice(5),
  );
  const happened = groupBy(context.events.days(), (day) => day.slice(5));
  const days = [...new Set([...printed.keys(), ...happened.keys()])]
    .filter(isDay)
    .sort(byCodeUnits);
  const counts = new Map<string, number>();
  for (const [index, day] of days.entries()) {
    const page = anniversaryPage(day, context, {
      printed: printed.get(day) ?? [],
      happened: happened.get(day) ?? [],
    });
    const [previous, next] = [linkTo(days[index - 1]), linkTo(days[index + 1])];
    counts.set(day, (printed.get(day)?.length ?? 0) + page.happened.total);
    yield { ...page, ...(previous && { previous }), ...(next && { next }) };
  }
  if (days.length > 0) yield calendarPage(counts);
}

/** Returns the address of a day's page, `01-26`, and its name, `26 January`. */
export function anniversaryLink(day: string): Required<Link> {
  return { name: nameOf(day), address: `${ROOT}${day}/` };
}

function linkTo(day: string | undefined): Link | undefined {
  return day === undefined ? undefined : anniversaryLink(day);
}

/** `01-26` → `26 January`. */
function nameOf(day: string): string {
  return dateLabel(`${LEAP_YEAR}-${day}`).replace(` ${LEAP_YEAR}`, "");
}

function isDay(day: string): boolean {
  const [month = "", date = ""] = day.split("-");
  const length =
    Number(month) >= 1 && Number(month) <= 12 ? daysInMonth(`${LEAP_YEAR}-${month}`) : 0;
  return Number(date) >= 1 && Number(date) <= length;
}

function anniversaryPage(
  day: string,
  context: PageContext,
  found: { readonly printed: readonly ArticleEntry[]; readonly happened: readonly string[] },
): AnniversaryPage {
  const years = [...groupBy(found.printed, ({ date = "" }) => date.slice(0, 4))].reverse();
  const most = Math.max(FEWEST_OF_YEAR, Math.floor(MOST_PRINTED / Math.max(1, years.length)));
  const deeds = found.happened.flatMap((date) => context.events.onDay(date).deeds);
  return {
    kind: "anniversary",
    address: `${ROOT}${day}/`,
    title: `On this day, ${nameOf(day)}`,
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
      quotationsIn(
        found.printed.toReversed().map((entry) => context.pathOf(entry)),
        context,
        Number.POSITIVE_INFINITY,
      ),
      MOST_SAID,
    ),
  };
}

function calendarPage(counts: ReadonlyMap<string, number>): AnniversariesPage {
  return {
    kind: "anniversaries",
    address: ROOT,
    title: "On this day",
    months: Array.from({ length: 12 }, (_, index) => {
      const month = String(index + 1).padStart(2, "0");
      const days = Array.from({ length: daysInMonth(`${LEAP_YEAR}-${month}`) }, (__, date) => {
        const day = `${month}-${String(date + 1).padStart(2, "0")}`;
        const count = counts.get(day) ?? 0;
        const { name, address } = anniversaryLink(day);
        return { period: day, label: name, count, ...(count > 0 && { address }) };
      });
      return { name: dateLabel(`${LEAP_YEAR}-${month}`).replace(` ${LEAP_YEAR}`, ""), days };
    }),
  };
}
