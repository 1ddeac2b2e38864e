/** What do the timelines of people, topics, places and organisations show, and what is kept of them while their chapters are made? Stage 6. */
import type { Named } from "../catalog/entities.ts";
import type { PeriodCount } from "../catalog/event-counts.ts";
import {
  type OwnShelf,
  ownCounts,
  putOwnEvents,
  putOwnShelves,
  recountOwn,
} from "../catalog/own-events.ts";
import type { ArchiveEvent } from "../event-model.ts";
import type { Appearance, Entity, EntityKind } from "../model.ts";
import type { TimelineCut, TimelinePage } from "../page-time.ts";
import { groupBy } from "../text/grouping.ts";
import type { PageContext } from "./context.ts";
import { timelineCut } from "./event-entries.ts";
import { namingPlaces, topicPlaces } from "./event-lookup.ts";
import { isCut, planOwner, planOwnRoot } from "./own-timeline-plan.ts";
import { linkToPage } from "./page-addresses.ts";
import { type PlannedYear, planMonth, plannedYear, planShelf, planYear } from "./shelf-plan.ts";
import { LONGEST_LIST } from "./shelves.ts";
import { drawn } from "./timeline-pages.ts";
import { LATEST, latestOf } from "./timeline-plan.ts";
import {
  type EventShelf,
  inOrderOfShelves,
  type PrintedYears,
  shelfHead,
  shelfHeads,
  shelfPeriod,
} from "./timeline-shelves.ts";

/** Fewer events make no timeline. */
const FEWEST = 3;

/** The timeline of one person, topic, place or organisation. */
export interface OwnTimeline {
  /** What its page shows of it. */
  readonly cut: TimelineCut;
  readonly pages: readonly TimelinePage[];
}

/**
 * Returns the timeline of whatever appears: what happened in sentences that name it, of a topic in those that hold its
 * words or open its articles. Undefined where that is too little for a timeline.
 */
export function ownTimeline(
  entity: Entity,
  appearances: readonly Appearance[],
  context: PageContext,
): OwnTimeline | undefined {
  const owner = linkToPage(entity);
  const told = context.events.toldBy(placesOf(entity.kind, appearances)).map(({ event }) => event);
  if (told.length < FEWEST) return undefined;
  const planned = planOwner(told, {
    owner,
    printed: context.events.printed(),
    words: context.words,
  });
  return {
    cut: timelineCut(told, { address: `${owner.address}timeline/`, total: told.length }, context),
    pages: planned.map((page) => drawn(page, context)),
  };
}

function placesOf(kind: EntityKind, appearances: readonly Appearance[]) {
  return kind === "topic" ? topicPlaces(appearances) : namingPlaces(appearances);
}

/** Keeps what the articles of a chapter tell of a long name; nothing of a chapter that is cut, whose parts tell it. */
export function keepOwnEvents(
  { kind, slug }: Named,
  chapter: string,
  appearances: readonly Appearance[],
  { events, database }: PageContext,
): void {
  const told = events.toldBy(placesOf(kind, appearances));
  const periods = groupBy(told, ({ event }) => event.period.slice(0, MONTH));
  putOwnEvents(database, { kind, slug }, chapter, periods);
}

const YEAR = "2022".length;
const MONTH = "2022-01".length;

/** Keeps how many events a long name has, and which years, decades and centuries have pages: none where one page has room for all. */
export function keepOwnTimeline(
  { kind, slug }: Named,
  { database, readings, events }: PageContext,
): void {
  // whatever changes in it
  readings.note(`own-any/${kind}/${slug}`);
  recountOwn(database, { kind, slug });
  const counts = ownCounts(database, { kind, slug });
  const isLong = sumOf(counts) > LONGEST_LIST;
  putOwnShelves(database, { kind, slug }, isLong ? ownShelves(counts, events.printed()) : []);
}

function ownShelves(counts: readonly PeriodCount[], printed: PrintedYears): readonly OwnShelf[] {
  const byShelf = groupBy(counts, ({ period }) => shelfPeriod(period, printed));
  const shelves = [...byShelf.keys()].sort(inOrderOfShelves);
  return shelves.map((shelf, index) => {
    const [previous, next] = [shelves[index - 1], shelves[index + 1]];
    const within = byShelf.get(shelf) ?? [];
    return {
      shelf,
      isCut: isCut({ ...shelfHead(shelf), count: sumOf(within) }),
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
      periods: periodsOf(within),
    };
  });
}

function sumOf(counts: readonly PeriodCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** Returns the months of a year of a long name that have pages. */
export function ownMonths(named: Named, year: string, { events }: PageContext): readonly string[] {
  const shelf = events.ownShelf(named, year);
  return shelf?.isCut === true ? shelf.periods.filter(({ length }) => length === MONTH) : [];
}

/** Returns the pages of a month of a long name, and of its days; undefined where it has none any more. */
export function ownMonthPages(
  { kind, slug }: Named,
  month: string,
  context: PageContext,
): readonly TimelinePage[] | undefined {
  const months = ownMonths({ kind, slug }, month.slice(0, YEAR), context);
  const index = months.indexOf(month);
  const entity = context.names.knownEntity(kind, slug);
  if (index === -1 || entity === undefined) return undefined;
  const { words, events } = context;
  const beside = { previous: months[index - 1], next: months[index + 1], words };
  const within = events.own(entity, [month]);
  return planMonth(month, within, { owner: linkToPage(entity), ...beside }).map((page) =>
    drawn(page, context),
  );
}

/** Returns the pages of a year, decade or century of a long name, without those of months; undefined where it has none any more. */
export function ownShelfPages(
  { kind, slug }: Named,
  shelf: string,
  context: PageContext,
): readonly TimelinePage[] | undefined {
  const kept = context.events.ownShelf({ kind, slug }, shelf);
  const entity = context.names.knownEntity(kind, slug);
  if (kept === undefined || entity === undefined) return undefined;
  const { previous, next } = kept;
  const beside = { owner: linkToPage(entity), previous, next, words: context.words };
  const planned = kept.isCut
    ? planYear(ownYear(entity, shelf, context), beside)
    : planShelf(ownShelf(entity, kept, context), beside);
  return planned.map((page) => drawn(page, context));
}

function ownShelf(
  entity: Entity,
  { shelf, periods }: OwnShelf,
  { events }: PageContext,
): EventShelf {
  const within = events.own(entity, periods);
  return { ...shelfHead(shelf), count: within.length, events: within };
}

/** A year whose months have pages. */
function ownYear(entity: Entity, year: string, { events }: PageContext): PlannedYear {
  return plannedYear(year, events.ownCounts(entity, year), events.own(entity, [year]));
}

/** Returns the timeline of a long name without its shelves, which have pages by themselves where there are too many events for one. */
export function longTimeline(entity: Entity, context: PageContext): OwnTimeline | undefined {
  const { events, words } = context;
  const printed = events.printed();
  const counts = events.ownCounts(entity);
  const total = sumOf(counts);
  if (total < FEWEST) return undefined;
  const isWhole = total <= LONGEST_LIST;
  const shown = isWhole
    ? events.own(entity, periodsOf(counts))
    : latestOwn(entity, counts, context);
  const owner = linkToPage(entity);
  const pages = planOwnRoot({
    ...{
      owner,
      printed,
      total,
      isWhole,
      shelves: shelfHeads(counts, printed),
      events: shown,
      words,
    },
    expected: counts.reduce((sum, { expected }) => sum + expected, 0),
  });
  return {
    cut: timelineCut(shown, { address: `${owner.address}timeline/`, total }, context),
    pages: pages.map((page) => drawn(page, context)),
  };
}

/** The events of the last months, so many that the latest that happened are among them; all where there are too few such. */
function latestOwn(
  entity: Entity,
  counts: readonly PeriodCount[],
  { events }: PageContext,
): readonly ArchiveEvent[] {
  const { last } = events.printed();
  const months = counts.filter(({ period }) => period.length === MONTH).reverse();
  let happened = 0;
  for (const [index, { period, count, expected }] of months.entries()) {
    if (Number(period.slice(0, YEAR)) <= last) happened += count - expected;
    if (happened < LATEST) continue;
    // a week may begin in the month before its own
    const shown = events.own(entity, periodsOf(months.slice(0, index + 2)));
    if (latestOf(shown, { last }).length >= LATEST) return shown;
  }
  return events.own(entity, periodsOf(counts));
}

function periodsOf(counts: readonly PeriodCount[]): readonly string[] {
  return counts.map(({ period }) => period);
}
