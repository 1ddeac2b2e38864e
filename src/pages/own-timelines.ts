/** What do the timelines of people, topics, places and organisations show, and what is kept of them while their chapters are made? Stage 6. */

import type { Named } from "../catalog/entities.ts";
import {
  hasMoreEvents,
  putOwnEvents,
  putOwnShelf,
  putOwnTimeline,
  shelvesOfOwn,
} from "../catalog/own-events.ts";
import type { ArchiveEvent } from "../event-model.ts";
import type { Appearance, Entity, EntityKind } from "../model.ts";
import type { TimelineCut, TimelinePage } from "../page-time.ts";
import { groupBy } from "../text/grouping.ts";
import type { PageContext } from "./context.ts";
import { timelineCut } from "./event-entries.ts";
import { namingPlaces, topicPlaces } from "./event-lookup.ts";
import { planOwner, planOwnRoot, planOwnShelf } from "./own-timeline-plan.ts";
import { linkToPage } from "./page-addresses.ts";
import { LONGEST_LIST } from "./shelves.ts";
import { drawn } from "./timeline-pages.ts";
import { expectedIn, LATEST, latestOf } from "./timeline-plan.ts";
import { inOrderOfShelves, shelfHead, shelfHeads, shelfPeriod } from "./timeline-shelves.ts";

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
  context: PageContext,
): void {
  const { events, database } = context;
  const printed = events.printed();
  const told = events.toldBy(placesOf(kind, appearances));
  const shelves = groupBy(told, ({ event }) => shelfPeriod(event.period, printed));
  putOwnEvents(database, { kind, slug }, chapter, shelves);
}

/** Keeps which shelves the timeline of a long name has: none of a name that is not long. */
export function keepOwnTimeline(named: Named, { database, readings }: PageContext): void {
  // whatever changes on a shelf of it
  readings.note(`own-any/${named.kind}/${named.slug}`);
  putOwnTimeline(database, named, {
    isLong: hasMoreEvents(database, named, LONGEST_LIST),
    shelves: shelvesOfOwn(database, named),
  });
}

/** Returns the pages of a shelf of a long name, and keeps how much stands on it; undefined where there is no such shelf any more. */
export function ownShelfPages(
  { kind, slug }: Named,
  shelf: string,
  context: PageContext,
): readonly TimelinePage[] | undefined {
  const { events, database } = context;
  const own = events.own({ kind, slug }, shelf);
  const expected = expectedIn(own);
  putOwnShelf(database, { kind, slug }, { shelf, count: own.length, expected });
  const entity = context.names.knownEntity(kind, slug);
  if (own.length === 0 || entity === undefined) return undefined;
  const { isLong, shelves } = events.ownTimeline(entity);
  if (!isLong) return [];
  const inTime = [...shelves].sort(inOrderOfShelves);
  const index = inTime.indexOf(shelf);
  const owner = linkToPage(entity);
  const pages = planOwnShelf(
    { ...shelfHead(shelf), count: own.length, events: own },
    { owner, words: context.words, previous: inTime[index - 1], next: inTime[index + 1] },
  );
  return pages.map((page) => drawn(page, context));
}

/** Returns the timeline of a long name without its shelves, which have pages by themselves where there are too many events for one. */
export function longTimeline(entity: Entity, context: PageContext): OwnTimeline | undefined {
  const { events } = context;
  const printed = events.printed();
  const counts = events.ownShelves(entity);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < FEWEST) return undefined;
  const { isLong } = events.ownTimeline(entity);
  const heads = shelfHeads(
    counts.map(({ shelf, count }) => ({ period: shelf, count })),
    printed,
  );
  const periods = heads.map(({ period }) => period);
  const shown = isLong
    ? latestOwn(entity, periods, context)
    : periods.flatMap((period) => events.own(entity, period));
  const owner = linkToPage(entity);
  const pages = planOwnRoot({
    ...{
      owner,
      printed,
      words: context.words,
      total,
      isWhole: !isLong,
      shelves: heads,
      events: shown,
    },
    expected: counts.reduce((sum, { expected }) => sum + expected, 0),
  });
  return {
    cut: timelineCut(shown, { address: `${owner.address}timeline/`, total }, context),
    pages: pages.map((page) => drawn(page, context)),
  };
}

/** The events of the last shelves, so many that the latest of which the month is known are among them. */
function latestOwn(
  entity: Entity,
  periods: readonly string[],
  { events }: PageContext,
): readonly ArchiveEvent[] {
  const { last } = events.printed();
  let shown: readonly ArchiveEvent[] = [];
  for (const period of periods.toReversed()) {
    shown = [...events.own(entity, period), ...shown];
    if (latestOf(shown, { last }).length >= LATEST) break;
  }
  return shown;
}
