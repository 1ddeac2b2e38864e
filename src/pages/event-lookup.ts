/** What happened when, and where does the timeline tell of it? Look-ups that many pages share. Stage 6. */

import type { Named } from "../catalog/entities.ts";
import { eventCounts, type PeriodCount } from "../catalog/event-counts.ts";
import {
  type OwnEvent,
  type OwnShelf,
  ownCounts,
  ownEvents,
  ownShelfAt,
} from "../catalog/own-events.ts";
import { extentOfPrint } from "../catalog/periods.ts";
import type { Database } from "../catalog/statements.ts";
import {
  eventsOf,
  eventsOnAnniversary,
  eventsToldBy,
  keptShelves,
  lastEvents,
  type ToldEvent,
  timeAddressOf,
} from "../catalog/stories.ts";
import { allEvents } from "../catalog/told.ts";
import type { ArchiveEvent, EventReport } from "../event-model.ts";
import type { Appearance } from "../model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { calendarPlace } from "../text/time-values.ts";
import type { Readings } from "./readings.ts";
import { Recent } from "./recent.ts";
import type { PrintedYears } from "./timeline-shelves.ts";

/** Sentences of articles: their anchors by the article's file. */
export type SentencePlaces = ReadonlyMap<string, ReadonlySet<string>>;

/** Articles of which it is kept what they tell. */
const MOST_TOLD = 10_000;

/** What comes before and after a year, decade or century of the timeline. */
export interface ShelfPlace {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** The events of an archive by time and by article. What was only said stands in no timeline. */
export class EventLookup {
  readonly #database: Database;
  readonly #readings: Readings;
  readonly #told = new Recent<readonly ToldEvent[]>(MOST_TOLD);
  #deeds: readonly PeriodCount[] | undefined;

  constructor(database: Database, readings: Readings) {
    this.#database = database;
    this.#readings = readings;
  }

  /** Returns the first and the last year of print; of an archive without dates, those of its events. */
  printed(): PrintedYears {
    this.#readings.note("years");
    const years = extentOfPrint(this.#database);
    if (years !== undefined)
      return { first: Number(years.first.slice(0, 4)), last: Number(years.last.slice(0, 4)) };
    this.#readings.note("times");
    const told = this.#counts().map(({ period }) => Number(period.padEnd(4, "0").slice(0, 4)));
    return told.length === 0
      ? { first: 0, last: 0 }
      : { first: Math.min(...told), last: Math.max(...told) };
  }

  /** Returns how much happened or was expected in each month, and in years, decades and centuries of which no more is known than that, as text is ordered. */
  deeds(): readonly PeriodCount[] {
    this.#readings.note("deeds");
    return this.#counts();
  }

  #counts(): readonly PeriodCount[] {
    this.#deeds ??= eventCounts(this.#database);
    return this.#deeds;
  }

  /** Returns how much happened or was expected in a year: in each of its months, and what is known to the year alone. */
  deedsOfYear(year: string): readonly PeriodCount[] {
    this.#readings.note(`deeds/${year}`);
    return eventCounts(this.#database, year);
  }

  /** Returns of which months something is told, and of which years, decades and centuries in which no month is known, of those that begin in one way. */
  times(beginning = ""): readonly string[] {
    this.#readings.note(beginning === "" ? "times" : `times/${beginning}`);
    return eventCounts(this.#database, beginning).map(({ period }) => period);
  }

  /** Returns which year, decade or century comes before and after one of the timeline, as they were kept before; undefined where it has none such. */
  shelfPlace(period: string): ShelfPlace | undefined {
    this.#readings.note(`shelf/${period}`);
    const shelves = keptShelves(this.#database);
    const at = shelves.indexOf(period);
    return at === -1 ? undefined : { previous: shelves[at - 1], next: shelves[at + 1] };
  }

  /** Returns what happened or was expected in months and on days, or, of years, decades and centuries, what is known no more exactly; in the order of time. */
  of(periods: readonly string[]): readonly ArchiveEvent[] {
    for (const period of periods) this.#readings.note(`events/${period}`);
    return eventsOf(this.#database, periods).filter(({ outlook }) => outlook !== "said");
  }

  /** Returns all that happened or was expected, in the order of time: for an archive of which little is told. */
  all(): readonly ArchiveEvent[] {
    this.#readings.note("events");
    return [...allEvents(this.#database)].filter(({ outlook }) => outlook !== "said");
  }

  /** Returns what happened last, up to the end of the years of print. */
  latest(most: number): readonly ArchiveEvent[] {
    this.#readings.note("events");
    return lastEvents(this.#database, this.printed().last, most);
  }

  /** Returns the place in the timeline of what happened at a time; undefined where nothing did. */
  addressOf(value: string): string | undefined {
    this.#readings.note(`at/${value}`);
    return timeAddressOf(this.#database, value);
  }

  /** Returns the page of the timeline that is about a day, month or year, or tells of it; undefined where nothing happened then. */
  pageOf(period: string): string | undefined {
    return this.addressOf(timelineAddress(period)) ?? this.addressOf(period);
  }

  /** Returns what happened on a day or was expected on it, and what was said on it. */
  onDay(day: string): {
    readonly deeds: readonly ArchiveEvent[];
    readonly said: readonly ArchiveEvent[];
  } {
    this.#readings.note(`events/${day}`);
    const events = eventsOf(this.#database, [day]);
    return {
      deeds: events.filter(({ outlook }) => outlook !== "said"),
      said: events.filter(({ outlook }) => outlook === "said"),
    };
  }

  /** Returns what happened or was expected on a day of the calendar, `01-26`, in all years, in the order of time. */
  onAnniversary(day: string): readonly ArchiveEvent[] {
    this.#readings.note(`anniversary/${day}`);
    return eventsOnAnniversary(this.#database, day).filter(({ outlook }) => outlook !== "said");
  }

  /**
   * Returns what the given sentences tell of, in the order of time, each event with those reports alone. The articles are of
   * appearances that have been read, which change with what they tell.
   */
  toldBy(sentences: SentencePlaces): readonly OwnEvent[] {
    const told = new Map<string, ToldEvent>();
    for (const path of sentences.keys()) {
      const events = this.#told.get(path, () => eventsToldBy(this.#database, path));
      for (const one of events) if (one.event.outlook !== "said") told.set(one.key, one);
    }
    return [...told.values()].sort(inOrderOfTime).flatMap(({ number, event: whole }) => {
      const event = restricted(whole, (report) => isIn(sentences, report));
      return event === undefined ? [] : { number, event };
    });
  }

  /** Returns how many events a long name has in each period, or in those of a year, as they were counted before, as text is ordered. */
  ownCounts({ kind, slug }: Named, year = ""): readonly PeriodCount[] {
    const cell = `own-counts/${kind}/${slug}`;
    this.#readings.note(year === "" ? cell : `${cell}/${year}`);
    return ownCounts(this.#database, { kind, slug }, year);
  }

  /** Returns what a year, decade or century of a long name holds, if it has a page, as it was kept before. */
  ownShelf({ kind, slug }: Named, shelf: string): OwnShelf | undefined {
    this.#readings.note(`own-shelf/${kind}/${slug}/${shelf}`);
    return ownShelfAt(this.#database, { kind, slug }, shelf);
  }

  /** Returns the events of a long name in some periods, in the order of time, as its chapters told of them. */
  own({ kind, slug }: Named, periods: readonly string[]): readonly ArchiveEvent[] {
    for (const period of periods) this.#readings.note(`own/${kind}/${slug}/${period}`);
    const rows = ownEvents(this.#database, { kind, slug }, periods);
    return [...groupBy(rows, ({ number, event }) => `${event.value}/${number}`).values()]
      .flatMap((told) => joined(told) ?? [])
      .sort(inOrderOfTime)
      .map(({ event }) => event);
  }
}

/** An event of which several chapters tell. */
function joined(told: readonly OwnEvent[]): Omit<ToldEvent, "key"> | undefined {
  const [first] = told;
  if (first === undefined) return undefined;
  const { number } = first;
  const [report, ...others] = told.flatMap(({ event }) => event.reports);
  if (report === undefined) return undefined;
  const event = restricted({ ...first.event, reports: [report, ...others] }, () => true);
  const { first: from = "", last = "" } = calendarPlace(first.event.value) ?? {};
  return event && { number, first: from, last, event };
}

function inOrderOfTime(a: Omit<ToldEvent, "key">, b: Omit<ToldEvent, "key">): number {
  return (
    byCodeUnits(a.first, b.first) ||
    byCodeUnits(b.last, a.last) ||
    byCodeUnits(a.event.value, b.event.value) ||
    a.number - b.number
  );
}

/** Returns the address of a day, month or year of the timeline: `/timeline/2018/03/`. */
function timelineAddress(period: string): string {
  return `/timeline/${period.replaceAll("-", "/")}/`;
}

/** Returns where appearances name their entity. */
export function namingPlaces(appearances: readonly Appearance[]): SentencePlaces {
  return new Map(
    appearances.map(({ article, sentences }) => [
      article,
      new Set(sentences.map(({ anchor }) => anchor)),
    ]),
  );
}

/** Where an article says what it is about. */
const HEAD = ["headline", "standfirst", "s1"];

/** Returns where the articles of a topic have its words, with the head of each. */
export function topicPlaces(appearances: readonly Appearance[]): SentencePlaces {
  return new Map(
    [...namingPlaces(appearances)].map(([article, anchors]) => [
      article,
      new Set([...HEAD, ...anchors]),
    ]),
  );
}

function isIn(sentences: SentencePlaces, { article, sentence }: EventReport): boolean {
  return sentences.get(article)?.has(sentence.anchor) === true;
}

/** An event with those of its reports that are meant; they come in the order of time but for the one that leads. */
function restricted(
  event: ArchiveEvent,
  isMeant: (report: EventReport) => boolean,
): ArchiveEvent | undefined {
  const told = event.reports.filter(isMeant);
  const lead = told.find(({ outlook }) => outlook === "happened") ?? told[0];
  if (lead === undefined) return undefined;
  const reports = [lead, ...told.filter((report) => report !== lead)] as const;
  return { ...event, outlook: lead.outlook, reports };
}
