/** Which pages does the archive's timeline have, and which of them tells of which event? Stage 6. */
import type { ArchiveEvent } from "../event-model.ts";
import type { Link } from "../page-parts.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { type PlannedPage, paged, pageOf, rootAddress, titleOfRoot } from "./planned-pages.ts";
import { LONGEST_LIST } from "./shelves.ts";
import type { PlannedGroup } from "./timeline-groups.ts";
import {
  type EventShelf,
  type PrintedYears,
  type ShelfHead,
  shelfName,
  shelvesOf,
  sideOf,
  yearsOf,
} from "./timeline-shelves.ts";

/** Whose timeline is planned. */
export interface TimelineFacts {
  readonly owner?: Required<Link>;
  readonly printed: PrintedYears;
  readonly words: InterfaceWords;
}

/** The archive's timeline as a whole: its shelves, and which of its events the first page shows. */
export interface WholeTimeline {
  readonly shelves: readonly ShelfHead[];
  readonly printed: PrintedYears;
  readonly expected: number;
  /** All, where one page has room for them (`LONGEST_LIST`); else those that happened last. */
  readonly events: readonly ArchiveEvent[];
  readonly words: InterfaceWords;
}

/** Returns the first page of the archive's timeline; nothing where nothing happened. */
export function planRoot({
  shelves,
  printed,
  expected,
  events,
  words,
}: WholeTimeline): readonly PlannedPage[] {
  const total = shelves.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  const whole = total <= LONGEST_LIST ? shelvesOf(events, printed) : undefined;
  const groups = whole === undefined ? latestGroup(events, words) : groupsOfAll(whole, words);
  return paged({ ...rootPage(shelves, { printed, words }, groups), total, expected }, words);
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
  { owner, printed, words, isWhole }: TimelineFacts & { readonly isWhole?: boolean },
  groups: readonly PlannedGroup[],
): PlannedPage {
  const base = rootAddress(owner);
  const addressIn = ({ part, period }: ShelfHead): string =>
    isWhole ? `${base}#y${period}` : `${base}${part}/`;
  const linked = (side: "earlier" | "later") =>
    shelves
      .filter((shelf) => sideOf(shelf, printed) === side)
      .map((shelf) => ({
        name: shelfName(shelf, words),
        address: addressIn(shelf),
        count: shelf.count,
      }));
  return pageOf([], {
    address: base,
    name: words.say("timeline.title"),
    title: titleOfRoot(owner, words),
    ...(owner !== undefined && { owner, up: owner }),
    scale: "whole",
    parts: yearsOf(shelves, addressIn, words),
    earlier: linked("earlier"),
    later: linked("later"),
    groups,
  });
}

/** Returns a group for each shelf: of a timeline that one page has room for. */
export function groupsOfAll(
  shelves: readonly EventShelf[],
  words: InterfaceWords,
): readonly PlannedGroup[] {
  return shelves.map((shelf) => ({
    heading: shelfName(shelf, words),
    id: `y${shelf.period}`,
    events: shelf.events,
  }));
}

/** Returns the group of what happened last. */
export function latestGroup(
  events: readonly ArchiveEvent[],
  words: InterfaceWords,
): readonly PlannedGroup[] {
  return [{ heading: words.say("timeline.latest"), id: "latest", events }];
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
