/** What do the pages of the archive's timeline show? Stage 6. */
import type { PeriodCount } from "../catalog/event-counts.ts";
import type { ArchiveEvent } from "../event-model.ts";
import type { TimelinePage } from "../page-time.ts";
import type { PageContext } from "./context.ts";
import { eventEntry } from "./event-entries.ts";
import type { PlannedPage } from "./planned-pages.ts";
import { type PlannedYear, planMonth, plannedYear, planShelf, planYear } from "./shelf-plan.ts";
import { LONGEST_LIST } from "./shelves.ts";
import { LATEST, planRoot, timeAddresses } from "./timeline-plan.ts";
import { inOrderOfShelves, shelfHead, shelfHeads, shelfPeriod } from "./timeline-shelves.ts";

/** Returns the first page of the archive's timeline, with the pages on which it goes on; none where nothing happened. */
export function timelineRoot(context: PageContext): readonly TimelinePage[] {
  const { events } = context;
  const counts = events.deeds();
  const printed = events.printed();
  const total = sumOf(counts);
  const expected = expectedAmong(counts);
  const shown = total <= LONGEST_LIST ? events.all() : events.latest(LATEST);
  const shelves = shelfHeads(counts, printed);
  return planRoot({ shelves, printed, expected, events: shown, words: context.words }).map((page) =>
    drawn(page, context),
  );
}

function sumOf(counts: readonly PeriodCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

function expectedAmong(counts: readonly PeriodCount[]): number {
  return counts.reduce((sum, { expected }) => sum + expected, 0);
}

/** Returns the years, decades and centuries of the archive's timeline. */
export function timelineShelves({ events }: PageContext): readonly string[] {
  const printed = events.printed();
  const shelves = new Set(events.times().map((period) => shelfPeriod(period, printed)));
  return [...shelves].sort(inOrderOfShelves);
}

/** Returns the months of a year of the archive's timeline that have pages. */
export function timelineMonths(year: string, { events }: PageContext): readonly string[] {
  return events.times(year).filter((period) => period.length === MONTH);
}

const YEAR = "2022".length;
const MONTH = "2022-01".length;

/** Pages of a timeline, and where they tell of which time. */
export interface TimePages {
  readonly pages: readonly TimelinePage[];
  /** See `timeAddresses`. */
  readonly addresses: ReadonlyMap<string, string>;
}

const NOTHING: TimePages = { pages: [], addresses: new Map() };

/** Returns the pages of a year, a decade or a century of the archive's timeline, without those of a year's months; none where nothing happened in it. */
export function timelineShelf(period: string, context: PageContext): TimePages {
  const { events, words } = context;
  const place = events.shelfPlace(period);
  if (place === undefined) return NOTHING;
  const beside = { ...place, words };
  if (period.length === YEAR) {
    const year = yearOf(period, context);
    const own = year.events.filter((event) => event.period.length <= YEAR);
    return shown(planYear(year, beside), context, new Set(own));
  }
  const printed = events.printed();
  const times = events.times(period).filter((time) => shelfPeriod(time, printed) === period);
  const within = events.of(times);
  return shown(
    planShelf({ ...shelfHead(period), count: within.length, events: within }, beside),
    context,
  );
}

function yearOf(year: string, { events }: PageContext): PlannedYear {
  const counts = events.deedsOfYear(year);
  const isShort = sumOf(counts) <= LONGEST_LIST;
  const shown = isShort ? counts.map(({ period }) => period) : [year];
  return plannedYear(year, counts, events.of(shown));
}

/** Returns the pages of a month of the archive's timeline, and of its days; none where nothing happened in it, or its year has no page. */
export function timelineMonth(month: string, context: PageContext): TimePages {
  const { events, words } = context;
  const year = month.slice(0, YEAR);
  if (events.shelfPlace(year) === undefined) return NOTHING;
  const within = events.of([month]);
  if (within.length === 0) return NOTHING;
  const months = timelineMonths(year, context);
  const index = months.indexOf(month);
  const beside = { previous: months[index - 1], next: months[index + 1], words };
  return shown(planMonth(month, within, beside), context);
}

/** @param of The events of which these pages tell where they are; all where it is not said. */
function shown(
  planned: readonly PlannedPage[],
  context: PageContext,
  of?: ReadonlySet<ArchiveEvent>,
): TimePages {
  return {
    pages: planned.map((page) => drawn(page, context)),
    addresses: timeAddresses(planned, of),
  };
}

/** Returns a page of a timeline as it is shown. */
export function drawn(
  { groups, name: _, ...page }: PlannedPage,
  context: PageContext,
): TimelinePage {
  return {
    kind: "timeline",
    ...page,
    groups: groups.map(({ heading, id, day, events }) => {
      const address = day === undefined ? undefined : context.print.dayAddress(day);
      return {
        heading,
        id,
        ...(address !== undefined && { address }),
        entries: events.map((event) => eventEntry(event, context)),
      };
    }),
  };
}
