/** Which pages does a year, a month, a decade or a century of a timeline have? Stage 6. */
import type { PeriodCount } from "../catalog/event-counts.ts";
import type { ArchiveEvent } from "../event-model.ts";
import type { CoverageBar, Link } from "../page-parts.ts";
import { daysInMonth } from "../text/dates.ts";
import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import {
  expectedIn,
  headOf,
  type PlannedPage,
  paged,
  pageOf,
  rootAddress,
  titleOfRoot,
} from "./planned-pages.ts";
import { LONGEST_LIST } from "./shelves.ts";
import { groupsOfMonth, groupsOfShelf, OF_THE_YEAR, type PlannedGroup } from "./timeline-groups.ts";
import { type EventShelf, shelfHead, shelfName } from "./timeline-shelves.ts";

/** Whose timeline it is, and which shelves or months of it lie before and after what is planned. */
export interface Beside {
  /** Absent for the archive's. */
  readonly owner?: Required<Link> | undefined;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly words: InterfaceWords;
}

/** Returns the pages of a decade or a century of a timeline. */
export function planShelf(shelf: EventShelf, beside: Beside): readonly PlannedPage[] {
  const groups = groupsOfShelf(shelf, beside.words);
  return paged(shelfPage(shelf, { ...beside, groups }), beside.words);
}

/** A year of a timeline. */
export interface PlannedYear extends EventShelf {
  /** Of these, what was only expected. */
  readonly expected: number;
  /** How much happened in each month. */
  readonly months: ReadonlyMap<string, number>;
  /** All, where one page has room for them (`LONGEST_LIST`); else what is known to the year alone. */
  readonly events: readonly ArchiveEvent[];
}

/**
 * Returns a year by what is counted of it.
 *
 * @param counts Of its months, and of what is known to the year alone.
 */
export function plannedYear(
  year: string,
  counts: readonly PeriodCount[],
  events: readonly ArchiveEvent[],
): PlannedYear {
  const sum = (of: "count" | "expected"): number => counts.reduce((all, one) => all + one[of], 0);
  const months = counts.filter(({ period }) => period.length > YEAR);
  return {
    ...shelfHead(year),
    count: sum("count"),
    expected: sum("expected"),
    months: new Map(months.map(({ period, count }) => [period, count])),
    events,
  };
}

/** Returns the pages of a year of a timeline, without those of its months. */
export function planYear(year: PlannedYear, beside: Beside): readonly PlannedPage[] {
  const { count, expected, months } = year;
  const whole = count <= LONGEST_LIST;
  const groups = groupsOfShelf(year, beside.words).filter(({ id }) => whole || id === OF_THE_YEAR);
  const page = shelfPage(year, { ...beside, groups });
  const parts = partsOf(year.period, 12, beside.words, (month) => ({
    count: months.get(month) ?? 0,
    address: `${page.address}${month.slice(5)}/`,
  }));
  return paged({ ...page, total: count, expected, parts }, beside.words);
}

/** Returns the pages of a year of which all events are known, and those of its months. */
export function planYearWithMonths(shelf: EventShelf, beside: Beside): readonly PlannedPage[] {
  const { events, count } = shelf;
  const byMonth = groupBy(
    events.filter(({ period }) => period.length > YEAR),
    ({ period }) => period.slice(0, "2022-01".length),
  );
  const names = [...byMonth.keys()].sort();
  const own = count <= LONGEST_LIST ? events : events.filter(({ period }) => period.length <= YEAR);
  const months = new Map([...byMonth].map(([month, { length }]) => [month, length]));
  const year = planYear({ ...shelf, expected: expectedIn(events), months, events: own }, beside);
  const inner = names.flatMap((month, index) =>
    planMonth(month, byMonth.get(month) ?? [], {
      owner: beside.owner,
      words: beside.words,
      previous: names[index - 1],
      next: names[index + 1],
    }),
  );
  return [...year, ...inner];
}

const YEAR = "2022".length;

/** Returns the pages of a month of a timeline, and those of its days where it is too long for one. */
export function planMonth(
  month: string,
  events: readonly ArchiveEvent[],
  { owner, previous, next, words }: Beside,
): readonly PlannedPage[] {
  const year = shelfLink(month.slice(0, 4), owner, words);
  const linkToMonth = (to: string): Required<Link> => ({
    name: words.dates.date(to),
    address: `${year.address}${to.slice(5)}/`,
  });
  const { address } = linkToMonth(month);
  const [head, ...days] = monthPages(month, events, { address, up: year, owner, words });
  if (head === undefined) return [];
  return [...paged({ ...head, ...neighbours({ previous, next }, linkToMonth) }, words), ...days];
}

function shelfPage(
  shelf: EventShelf,
  { owner, previous, next, words, groups }: Beside & { readonly groups: readonly PlannedGroup[] },
): PlannedPage {
  const linkToShelf = (period: string): Required<Link> => shelfLink(period, owner, words);
  return {
    ...pageOf(shelf.events, {
      ...headOf(shelfName(shelf, words), linkToShelf(shelf.period).address, { owner, words }),
      scale: shelf.scale,
      up: { name: titleOfRoot(owner, words), address: rootAddress(owner) },
      groups,
    }),
    ...neighbours({ previous, next }, linkToShelf),
  };
}

function shelfLink(
  period: string,
  owner: Required<Link> | undefined,
  words: InterfaceWords,
): Required<Link> {
  const { part } = shelfHead(period);
  return { name: shelfName({ period }, words), address: `${rootAddress(owner)}${part}/` };
}

function neighbours(
  { previous, next }: Pick<Beside, "previous" | "next">,
  linkTo: (period: string) => Link,
) {
  return {
    ...(previous !== undefined && { previous: linkTo(previous) }),
    ...(next !== undefined && { next: linkTo(next) }),
  };
}

function monthPages(
  month: string,
  events: readonly ArchiveEvent[],
  {
    address,
    up,
    owner,
    words,
  }: {
    readonly address: string;
    readonly up: Link;
    readonly owner: Required<Link> | undefined;
    readonly words: InterfaceWords;
  },
): readonly PlannedPage[] {
  const groups = groupsOfMonth(month, events, words);
  const days = new Map(groups.flatMap((group) => (group.day ? [[group.day, group]] : [])));
  const isWhole = events.length <= LONGEST_LIST;
  const page = pageOf(events, {
    ...headOf(words.dates.date(month), address, { owner, words }),
    scale: "month",
    up,
    parts: partsOf(month, daysInMonth(month), words, (day) => ({
      count: days.get(day)?.events.length ?? 0,
      address: isWhole ? `${address}#${days.get(day)?.id}` : `${address}${day.slice(8)}/`,
    })),
    groups: groups.filter(({ day }) => isWhole || day === undefined),
  });
  if (isWhole) return [page];
  const inner = [...days.values()].map((group) =>
    pageOf(group.events, {
      ...headOf(group.heading, `${address}${group.day?.slice(8)}/`, { owner, words }),
      scale: "day",
      up: { name: words.dates.date(month), address },
      groups: [group],
    }),
  );
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

/** Pages that follow each other in time; each is then cut. */
function besideEachOther(
  pages: readonly PlannedPage[],
  words: InterfaceWords,
): readonly PlannedPage[] {
  const linkToPage = (page: PlannedPage | undefined): Link | undefined =>
    page && { name: page.name, address: page.address };
  return pages.flatMap((page, index) => {
    const [previous, next] = [linkToPage(pages[index - 1]), linkToPage(pages[index + 1])];
    return paged({ ...page, ...(previous && { previous }), ...(next && { next }) }, words);
  });
}
