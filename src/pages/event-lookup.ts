/** What happened when, and on which page of the timeline does it stand? Look-ups that many pages share. Stage 6. */
import type { ArchiveEvent, EventReport } from "../event-model.ts";
import type { Appearance } from "../model.ts";
import { type PlannedPage, planArchive } from "./timeline-plan.ts";
import type { PrintedYears } from "./timeline-shelves.ts";

/** Sentences of articles: their anchors by the article's file. */
export type SentencePlaces = ReadonlyMap<string, ReadonlySet<string>>;

/** The events of an archive by day, by article and by page. */
export class EventLookup {
  /** Pages of the archive's timeline. What was only said stands on none. */
  readonly pages: readonly PlannedPage[];
  readonly printed: PrintedYears;
  readonly #deeds: readonly ArchiveEvent[];
  readonly #byDay = new Map<string, ArchiveEvent[]>();
  /** Indexes of deeds, rising. */
  readonly #byArticle = new Map<string, number[]>();
  readonly #pageAddresses: ReadonlySet<string>;
  readonly #addresses = new Map<string, string>();

  constructor(events: Iterable<ArchiveEvent>, dates: readonly string[]) {
    const all = [...events];
    this.#deeds = all.filter(({ outlook }) => outlook !== "said");
    this.printed = yearsOf(dates, this.#deeds);
    this.pages = planArchive(this.#deeds, this.printed);
    this.#pageAddresses = new Set(this.pages.map(({ address }) => address));
    for (const event of all) if (event.period.length === 10) push(this.#byDay, event.period, event);
    for (const [index, { reports }] of this.#deeds.entries())
      for (const article of new Set(reports.map((report) => report.article)))
        push(this.#byArticle, article, index);
    // the finer page comes later
    for (const { address, groups } of this.pages)
      for (const { id, events: within } of groups)
        for (const { value } of within) this.#addresses.set(value, `${address}#${id}`);
  }

  /** Returns the place in the timeline of what happened at a time; undefined where nothing did. */
  addressOf(value: string): string | undefined {
    return this.#addresses.get(value);
  }

  /** Returns the page of the timeline that is about a day, month or year, or tells of it; undefined where nothing happened then. */
  pageOf(period: string): string | undefined {
    const own = `/timeline/${period.replaceAll("-", "/")}/`;
    return this.#pageAddresses.has(own) ? own : this.addressOf(period);
  }

  /** Returns what happened on a day or was expected on it, and what was said on it. */
  onDay(day: string): {
    readonly deeds: readonly ArchiveEvent[];
    readonly said: readonly ArchiveEvent[];
  } {
    const events = this.#byDay.get(day) ?? [];
    return {
      deeds: events.filter(({ outlook }) => outlook !== "said"),
      said: events.filter(({ outlook }) => outlook === "said"),
    };
  }

  /** Returns the days of which anything is told, in the order of time. */
  days(): readonly string[] {
    return [...this.#byDay.keys()];
  }

  /** Returns what the given sentences tell of, in the order of time, each event with those reports alone. */
  toldBy(sentences: SentencePlaces): readonly ArchiveEvent[] {
    const indexes = new Set(
      [...sentences.keys()].flatMap((path) => this.#byArticle.get(path) ?? []),
    );
    return [...indexes]
      .sort((a, b) => a - b)
      .flatMap((index) => {
        const event = this.#deeds[index];
        return (event && restricted(event, sentences)) ?? [];
      });
  }
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

function restricted(event: ArchiveEvent, sentences: SentencePlaces): ArchiveEvent | undefined {
  const isMeant = ({ article, sentence }: EventReport): boolean =>
    sentences.get(article)?.has(sentence.anchor) === true;
  const told = event.reports.filter(isMeant);
  const lead = told.find(({ outlook }) => outlook === "happened") ?? told[0];
  if (lead === undefined) return undefined;
  const reports = [lead, ...told.filter((report) => report !== lead)] as const;
  return { ...event, outlook: lead.outlook, reports };
}

/** The years of print; of an archive without dates, those of its events. */
function yearsOf(dates: readonly string[], events: readonly ArchiveEvent[]): PrintedYears {
  const stated = dates.length > 0 ? dates : events.map(({ period }) => period.padEnd(4, "0"));
  const years = stated.map((date) => Number(date.slice(0, 4)));
  const bounds = years.reduce(
    ({ first, last }, year) => ({ first: Math.min(first, year), last: Math.max(last, year) }),
    { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
  );
  return years.length === 0 ? { first: 0, last: 0 } : bounds;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
