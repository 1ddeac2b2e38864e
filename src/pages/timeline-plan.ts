/** Which pages does the archive's timeline have, and which of them tells of which event? Stage 6. */
import type { ArchiveEvent } from "../event-model.ts";
import type { CoverageBar, Link } from "../page-parts.ts";
import { type PlannedPage, paged, pageOf, rootAddress, titleOfRoot } from "./planned-pages.ts";
import { LONGEST_LIST } from "./shelves.ts";
import type { PlannedGroup } from "./timeline-groups.ts";
import {
  type EventShelf,
  type PrintedYears,
  type ShelfHead,
  shelvesOf,
  sideOf,
} from "./timeline-shelves.ts";

/** Whose timeline is planned. */
export interface TimelineFacts {
  readonly owner?: Required<Link>;
  readonly printed: PrintedYears;
}

/** The archive's timeline as a whole: its shelves, and which of its events the first page shows. */
export interface WholeTimeline {
  readonly shelves: readonly ShelfHead[];
  readonly printed: PrintedYears;
  readonly expected: number;
  /** All, where one page has room for them (`LONGEST_LIST`); else those that happened last. */
  readonly events: readonly ArchiveEvent[];
}

/** Returns the first page of the archive's timeline; nothing where nothing happened. */
export function planRoot({
  shelves,
  printed,
  expected,
  events,
}: WholeTimeline): readonly PlannedPage[] {
  const total = shelves.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  const whole = total <= LONGEST_LIST ? shelvesOf(events, printed) : undefined;
  const groups = whole === undefined ? latestGroup(events) : groupsOfAll(whole);
  return paged({ ...rootPage(shelves, { printed }, groups), total, expected });
}

/**
 * Returns where pages tell of times: by each value the address of its group on the finest page, and by itself the address of each page.
 *
 * @param of The events of which the pages tell where they are: of a year's, those that no month tells of; all where it is not said.
 */
export function timeAddresses(
  pages: readonly PlannedPage[],
  of?: ReadonlySet<ArchiveEvent>,
): ReadonlyMap<string, string> {
  const addresses = new Map(pages.map(({ address }) => [address, address]));
  // the finer page comes later
  for (const { address, groups } of pages)
    for (const { id, events } of groups)
      for (const event of events)
        if (of === undefined || of.has(event)) addresses.set(event.value, `${address}#${id}`);
  return addresses;
}

/** Returns the first page of a timeline. */
export function rootPage(
  shelves: readonly ShelfHead[],
  { owner, printed, isWhole }: TimelineFacts & { readonly isWhole?: boolean },
  groups: readonly PlannedGroup[],
): PlannedPage {
  const base = rootAddress(owner);
  const addressIn = ({ part, period }: ShelfHead): string =>
    isWhole ? `${base}#y${period}` : `${base}${part}/`;
  const linked = (side: "earlier" | "later") =>
    shelves
      .filter((shelf) => sideOf(shelf, printed) === side)
      .map((shelf) => ({ name: shelf.name, address: addressIn(shelf), count: shelf.count }));
  return pageOf([], {
    address: base,
    title: titleOfRoot(owner),
    ...(owner !== undefined && { owner, up: owner }),
    scale: "whole",
    parts: yearsOf(shelves, addressIn),
    earlier: linked("earlier"),
    later: linked("later"),
    groups,
  });
}

/** Returns a group for each shelf: of a timeline that one page has room for. */
export function groupsOfAll(shelves: readonly EventShelf[]): readonly PlannedGroup[] {
  return shelves.map(({ name, period, events }) => ({ heading: name, id: `y${period}`, events }));
}

/** Returns the group of what happened last. */
export function latestGroup(events: readonly ArchiveEvent[]): readonly PlannedGroup[] {
  return [{ heading: "The latest", id: "latest", events }];
}

/** So many events the first page of a long timeline shows. */
export const LATEST = 10;

/** Returns what happened last of which the month is known, up to the end of print. */
export function latestOf(
  events: readonly ArchiveEvent[],
  { last }: Pick<PrintedYears, "last">,
): readonly ArchiveEvent[] {
  return events
    .filter(({ outlook, period }) => outlook === "happened" && period.length > 4)
    .filter(({ period }) => Number(period.slice(0, 4)) <= last)
    .slice(-LATEST);
}

/** Every year from the first to the last, empty ones too. */
function yearsOf(
  shelves: readonly ShelfHead[],
  addressIn: (shelf: ShelfHead) => string,
): readonly CoverageBar[] {
  const years = new Map(
    shelves.flatMap((shelf) => (shelf.scale === "year" ? [[Number(shelf.period), shelf]] : [])),
  );
  const [first = 0, last = -1] = [Math.min(...years.keys()), Math.max(...years.keys())];
  if (years.size === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const period = String(first + index).padStart(4, "0");
    const shelf = years.get(first + index);
    if (shelf === undefined) return { period, label: period, count: 0 };
    return { period, label: period, count: shelf.count, address: addressIn(shelf) };
  });
}
