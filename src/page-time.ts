/**
 * What the pages of time are given: days, months and years of print, the timeline of what happened, anniversaries. As for
 * `page-model.ts`, every `address` is a path from the site's root, labels are finished words, and all strings are plain text.
 */
import type {
  ArticleEntry,
  CountedLink,
  CoverageBar,
  Link,
  PageBase,
  Portion,
  QuotationEntry,
  SentenceEntry,
  Shelf,
} from "./page-parts.ts";

/** Something that happened at a time, was expected then, or was said then, with the sentence that tells of it. */
export interface EventEntry {
  /** `26 January 2022`, `week of 24 January 2022`, `2014`. */
  readonly when: string;
  /** TIMEX3. */
  readonly value: string;
  /** `expected`: still to come when it was printed, and no other article tells how it turned out. */
  readonly outlook: "happened" | "expected" | "said";
  /** The earliest report, its words of time marked. */
  readonly sentence: SentenceEntry;
  /** Other sentences that tell of the same, one an article, and in how many articles they stand. */
  readonly also: Portion<SentenceEntry>;
}

/** A day, a month, a year, or the undated. */
export interface PeriodPage extends PageBase {
  readonly kind: "period";
  readonly scale: "day" | "month" | "year" | "undated";
  /** `2022-01-26`, `2022-01`, `2022`, or empty. */
  readonly period: string;
  readonly up?: Link;
  readonly previous?: Link;
  readonly next?: Link;
  readonly total: number;
  /** A year's months, a month's days: every one of them, empty ones with count 0 and no address. */
  readonly parts: readonly CoverageBar[];
  /** Of a year: each day on which something was printed. */
  readonly days: readonly CoverageBar[];
  /** Published in it; empty for a year and for a month too long for one page. */
  readonly articles: Shelf;
  /** What articles say happened on it, whenever they were printed (a day only). */
  readonly happened: Portion<EventEntry>;
  /** What they say was said on it. */
  readonly spoke: Portion<EventEntry>;
  /** In articles published on it (a day only). */
  readonly said: Portion<QuotationEntry>;
  readonly people: readonly CountedLink[];
  readonly topics: readonly CountedLink[];
  /** Its page of the timeline, if it has one. */
  readonly timeline?: string;
  /** A day's page of anniversaries. */
  readonly anniversary?: Link;
  /** The same day of other years, with the number of articles printed on it. */
  readonly otherYears: readonly CountedLink[];
}

/** Events under one heading. */
export interface EventGroup {
  readonly heading: string;
  /** Of the heading on its page. */
  readonly id: string;
  /** The page of the day on which articles were printed, too. */
  readonly address?: string;
  readonly entries: readonly EventEntry[];
}

/** What happened when, as articles tell, oldest first: of the archive, or of one person, topic, place or organisation. */
export interface TimelinePage extends PageBase {
  readonly kind: "timeline";
  /** Whose timeline it is a page of; absent for the archive's. */
  readonly owner?: Required<Link>;
  readonly scale: "whole" | "century" | "decade" | "year" | "month" | "day";
  readonly up?: Link;
  readonly previous?: Link;
  readonly next?: Link;
  /** Events in all of it. */
  readonly total: number;
  /** Of these, those that were still to come when they were printed. */
  readonly expected: number;
  /** Years, months or days, empty ones with count 0 and no address. */
  readonly parts: readonly CoverageBar[];
  /** Decades and centuries before the years of `parts`, and decades after them. */
  readonly earlier: readonly CountedLink[];
  readonly later: readonly CountedLink[];
  readonly groups: readonly EventGroup[];
  /** The pages of a long list; the one shown has no address. */
  readonly pages: readonly Link[];
}

/** The last of a timeline, on the page of whose it is. */
export interface TimelineCut {
  readonly address: string;
  /** Oldest first. */
  readonly entries: Portion<EventEntry>;
}

/** A day of the calendar in all years. */
export interface AnniversaryPage extends PageBase {
  readonly kind: "anniversary";
  /** `01-26`. */
  readonly monthDay: string;
  readonly previous?: Link;
  readonly next?: Link;
  /** What was printed on it, the newest year first; `address` is that of the year's day. */
  readonly printed: readonly {
    readonly year: string;
    readonly address: string;
    readonly entries: Portion<ArticleEntry>;
  }[];
  /** What happened on it, the oldest first. */
  readonly happened: Portion<EventEntry>;
  /** The newest year first. */
  readonly said: Portion<QuotationEntry>;
}

/** The days of the year, each with how much there is of it. */
export interface AnniversariesPage extends PageBase {
  readonly kind: "anniversaries";
  /** 366 days in twelve months; empty ones have count 0 and no address. */
  readonly months: readonly {
    readonly name: string;
    readonly days: readonly CoverageBar[];
  }[];
}
