/** What do the pages of the archive's timeline show? Stage 6. */
import type { TimelinePage } from "../page-time.ts";
import type { PageContext } from "./context.ts";
import { eventEntry } from "./event-entries.ts";
import { LONGEST_LIST } from "./shelves.ts";
import { LATEST, type PlannedPage, planRoot, planShelf, timeAddresses } from "./timeline-plan.ts";
import { shelfHead, shelfHeads, shelfPeriod, shelvesOf } from "./timeline-shelves.ts";

/** Returns the first page of the archive's timeline, with the pages on which it goes on; none where nothing happened. */
export function timelineRoot(context: PageContext): readonly TimelinePage[] {
  const { events } = context;
  const counts = events.deeds();
  const printed = events.printed();
  const total = sumOf(counts);
  const expected = sumOf(counts.filter(({ outlook }) => outlook === "expected"));
  const shown = total <= LONGEST_LIST ? events.all() : events.latest(LATEST);
  const shelves = shelfHeads(counts, printed);
  return planRoot({ shelves, printed, expected, events: shown, words: context.words }).map((page) =>
    drawn(page, context),
  );
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** Returns the years, decades and centuries of the archive's timeline. */
export function timelineShelves({ events }: PageContext): readonly string[] {
  return shelfHeads(events.deeds(), events.printed()).map(({ period }) => period);
}

/** Pages of a timeline, and where they tell of which time. */
export interface ShelfPages {
  readonly pages: readonly TimelinePage[];
  /** See `timeAddresses`. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Returns the pages of a year, a decade or a century of the archive's timeline; none where nothing happened in it. */
export function timelineShelf(period: string, context: PageContext): ShelfPages {
  const { events } = context;
  const printed = events.printed();
  const own = events
    .within(period)
    .filter((event) => shelfPeriod(event.period, printed) === period);
  const [shelf] = shelvesOf(own, printed);
  if (shelf === undefined) return { pages: [], addresses: new Map() };
  const shelves = events.shelves();
  const index = shelves.indexOf(period);
  const headAt = (at: number) => {
    const beside = shelves[at];
    return beside === undefined ? undefined : shelfHead(beside);
  };
  const planned = planShelf(
    shelf,
    { previous: headAt(index - 1), next: headAt(index + 1) },
    context.words,
  );
  return { pages: planned.map((page) => drawn(page, context)), addresses: timeAddresses(planned) };
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
