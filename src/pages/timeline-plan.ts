/** Which pages does the archive's timeline have, and which of them tells of which event? Stage 6. */
import type { ArchiveEvent } from "../event-model.ts";
import type { CoverageBar, Link } from "../page-parts.ts";
import type { TimelinePage } from "../page-time.ts";
import { daysInMonth } from "../text/dates.ts";
import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { LONGEST_LIST } from "./shelves.ts";
import { groupsOfMonth, groupsOfShelf, OF_THE_YEAR, type PlannedGroup } from "./timeline-groups.ts";
import {
  type EventShelf,
  type PrintedYears,
  type ShelfHead,
  shelfName,
  shelvesOf,
  sideOf,
  yearsOf,
} from "./timeline-shelves.ts";

/** A page of a timeline before its events are made into rows. */
export interface PlannedPage extends Omit<TimelinePage, "kind" | "groups"> {
  /** What links to it say: the title without whose it is. */
  readonly name: string;
  readonly groups: readonly PlannedGroup[];
}

/** Whose timeline is planned. */
export interface TimelineFacts {
  readonly owner?: Required<Link>;
  readonly printed: PrintedYears;
  readonly words: InterfaceWords;
}

const ROOT = "/timeline/";

/** The archive's timeline as a whole: its shelves, and which of its events the first page shows. */
export interface WholeTimeline {
  readonly shelves: readonly ShelfHead[];
  readonly printed: PrintedYears;
  readonly expected: number;
  /** All, where one page has room for them (`LONGEST_LIST`); else those that happened last. */
  readonly events: readonly ArchiveEvent[];
  readonly words: InterfaceWords;
}

/** What a link to a shelf must know of it. */
type ShelfName = Pick<ShelfHead, "period" | "part">;

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

/** Returns the pages of a year, a decade or a century of the archive's timeline, between its neighbours. */
export function planShelf(
  shelf: EventShelf,
  beside: { readonly previous?: ShelfName | undefined; readonly next?: ShelfName | undefined },
  words: InterfaceWords,
): readonly PlannedPage[] {
  const [head, ...inner] = shelfPages(
    shelf,
    addressOf(shelf),
    { name: words.say("timeline.title"), address: ROOT },
    words,
  );
  if (head === undefined) return [];
  const [previous, next] = [linkTo(beside.previous, words), linkTo(beside.next, words)];
  return [
    ...paged({ ...head, ...(previous && { previous }), ...(next && { next }) }, words),
    ...inner,
  ];
}

function linkTo(shelf: ShelfName | undefined, words: InterfaceWords): Link | undefined {
  return shelf && { name: shelfName(shelf, words), address: addressOf(shelf) };
}

function addressOf({ part }: ShelfName): string {
  return `${ROOT}${part}/`;
}

/** Returns where pages tell of times: by each value the address of its group on the finest page, and by itself the address of each page. */
export function timeAddresses(pages: readonly PlannedPage[]): ReadonlyMap<string, string> {
  const addresses = new Map(pages.map(({ address }) => [address, address]));
  // the finer page comes later
  for (const { address, groups } of pages)
    for (const { id, events } of groups)
      for (const { value } of events) addresses.set(value, `${address}#${id}`);
  return addresses;
}

/** Returns the first page of a timeline. */
export function rootPage(
  shelves: readonly ShelfHead[],
  { owner, printed, words, isWhole }: TimelineFacts & { readonly isWhole?: boolean },
  groups: readonly PlannedGroup[],
): PlannedPage {
  const base = owner === undefined ? ROOT : `${owner.address}timeline/`;
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
    title:
      owner === undefined
        ? words.say("timeline.title")
        : words.say("timeline.ofName", { name: owner.name }),
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

/** The page of a year, a decade or a century; of a year, its months', too. */
function shelfPages(
  shelf: EventShelf,
  address: string,
  up: Link,
  words: InterfaceWords,
): readonly PlannedPage[] {
  const name = shelfName(shelf, words);
  const head = { ...headOf(name, address, { words }), scale: shelf.scale, up };
  if (shelf.scale !== "year")
    return [pageOf(shelf.events, { ...head, groups: groupsOfShelf(shelf, words) })];
  const byMonth = groupBy(
    shelf.events.filter(({ period }) => period.length > 4),
    ({ period }) => period.slice(0, 7),
  );
  const months = [...byMonth].sort(([a], [b]) => (a < b ? -1 : 1));
  const own = { name, address };
  const whole = shelf.events.length <= LONGEST_LIST;
  const year = pageOf(shelf.events, {
    ...head,
    parts: partsOf(shelf.period, 12, words, (month) => ({
      count: byMonth.get(month)?.length ?? 0,
      address: `${address}${month.slice(5)}/`,
    })),
    groups: groupsOfShelf(shelf, words).filter(({ id }) => whole || id === OF_THE_YEAR),
  });
  const inner = months.map(([month, events]) =>
    monthPages(month, events, { address: `${address}${month.slice(5)}/`, up: own, words }),
  );
  return [year, ...besideEachOther(inner, words)];
}

function monthPages(
  month: string,
  events: readonly ArchiveEvent[],
  {
    address,
    up,
    words,
  }: { readonly address: string; readonly up: Link; readonly words: InterfaceWords },
): readonly PlannedPage[] {
  const groups = groupsOfMonth(month, events, words);
  const days = new Map(groups.flatMap((group) => (group.day ? [[group.day, group]] : [])));
  const isWhole = events.length <= LONGEST_LIST;
  const page = pageOf(events, {
    ...headOf(words.dates.date(month), address, { words }),
    scale: "month",
    up,
    parts: partsOf(month, daysInMonth(month), words, (day) => ({
      count: days.get(day)?.events.length ?? 0,
      address: isWhole ? `${address}#${days.get(day)?.id}` : `${address}${day.slice(8)}/`,
    })),
    groups: groups.filter(({ day }) => isWhole || day === undefined),
  });
  if (isWhole) return [page];
  const inner = [...days.values()].map((group) => [
    pageOf(group.events, {
      ...headOf(group.heading, `${address}${group.day?.slice(8)}/`, { words }),
      scale: "day",
      up: { name: words.dates.date(month), address },
      groups: [group],
    }),
  ]);
  return [page, ...besideEachOther(inner, words)];
}

function partsOf(
  period: string,
  length: number,
  words: InterfaceWords,
  part: (name: string) => { readonly count: number; readonly address: string },
): readonly CoverageBar[] {
  return Array.from({ length }, (_, index) => {
    const name = `${period}-${String(index + 1).padStart(2, "0")}`;
    const { count, address } = part(name);
    return { period: name, label: words.dates.date(name), count, ...(count > 0 && { address }) };
  });
}

type PageHead = Pick<PlannedPage, "address" | "name" | "title" | "scale" | "groups"> &
  Partial<PlannedPage>;

/** Returns a page with events, counted, and what else is said of it. */
export function pageOf(events: readonly ArchiveEvent[], head: PageHead): PlannedPage {
  return {
    total: events.length,
    expected: expectedIn(events),
    parts: [],
    earlier: [],
    later: [],
    pages: [],
    ...head,
  };
}

/** Returns how many events were only expected. */
export function expectedIn(events: readonly ArchiveEvent[]): number {
  return events.filter(({ outlook }) => outlook === "expected").length;
}

/** Returns where a page stands and what it is called. */
export function headOf(
  name: string,
  address: string,
  { owner, words }: { readonly owner?: Required<Link>; readonly words: InterfaceWords },
) {
  const title =
    owner === undefined
      ? words.say("timeline.titleOf", { period: name })
      : words.say("timeline.ofNameIn", { name: owner.name, period: name });
  return { address, name, title, ...(owner !== undefined && { owner }) };
}

/** The first of each family are neighbours in time; each page is then cut. */
function besideEachOther(
  families: readonly (readonly PlannedPage[])[],
  words: InterfaceWords,
): readonly PlannedPage[] {
  const heads = families.flatMap(([head]) => head ?? []);
  const linkToPage = (page: PlannedPage | undefined): Link | undefined =>
    page && { name: page.name, address: page.address };
  return families.flatMap(([head, ...inner], index) => {
    if (head === undefined) return [];
    const [previous, next] = [linkToPage(heads[index - 1]), linkToPage(heads[index + 1])];
    const placed = { ...head, ...(previous && { previous }), ...(next && { next }) };
    return [...paged(placed, words), ...inner];
  });
}

/** Returns a page, and, where its groups hold too many events, the pages on which the list goes on. */
export function paged(page: PlannedPage, words: InterfaceWords): readonly PlannedPage[] {
  const lists = cutGroups(page.groups);
  if (lists.length < 2) return [page];
  const addressOf = (index: number): string =>
    index === 0 ? page.address : `${page.address}page-${index + 1}/`;
  return lists.map((groups, index) => ({
    ...page,
    address: addressOf(index),
    title:
      index === 0 ? page.title : words.say("index.page", { title: page.title, number: index + 1 }),
    groups,
    parts: index === 0 ? page.parts : [],
    pages: lists.map((_, other) => ({
      name: words.number(other + 1),
      ...(other !== index && { address: addressOf(other) }),
    })),
  }));
}

function cutGroups(groups: readonly PlannedGroup[]): readonly (readonly PlannedGroup[])[] {
  const lists: PlannedGroup[][] = [];
  let room = 0;
  for (const group of groups) {
    let rest = group.events;
    while (rest.length > 0) {
      if (room === 0) {
        lists.push([]);
        room = LONGEST_LIST;
      }
      lists.at(-1)?.push({ ...group, events: rest.slice(0, room) });
      const taken = Math.min(room, rest.length);
      rest = rest.slice(taken);
      room -= taken;
    }
  }
  return lists;
}
