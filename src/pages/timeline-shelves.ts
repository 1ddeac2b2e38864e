/** In which year, decade or century of a timeline does an event stand? Stage 6. */

import type { ArchiveEvent } from "../event-model.ts";
import type { CoverageBar } from "../page-parts.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { timeInWords } from "../text/interface-times.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { calendarPlace } from "../text/time-values.ts";

/** So many years before the first article and after the last have pages of their own. */
const NEAR = 10;
/** So many years before those stand by decades, and all before them by centuries. */
const DECADES = 100;

/** A year, decade or century of a timeline. */
export interface ShelfHead {
  /** `2022`, `193`, `18`. */
  readonly period: string;
  readonly scale: "year" | "decade" | "century";
  /** The last part of its address: `2022`, `1930s`, `19th-century`. */
  readonly part: string;
  readonly count: number;
}

/** A shelf with its events, in the order of time. */
export interface EventShelf extends ShelfHead {
  readonly events: readonly ArchiveEvent[];
}

/** The years in which an archive was printed; without them those of its events are as near as any. */
export interface PrintedYears {
  readonly first: number;
  readonly last: number;
}

/**
 * Returns events by the years near those of print, and by decades and centuries where they lie far from them, in the order of time: a
 * reader of an archive of 2018 finds each of its years, and 1931 among the 1930s. What is known to the decade or the century
 * alone stands in its decade or century.
 */
export function shelvesOf(
  events: readonly ArchiveEvent[],
  printed: PrintedYears,
): readonly EventShelf[] {
  return [...groupBy(events, ({ period }) => shelfPeriod(period, printed))]
    .sort(([a], [b]) => inOrderOfShelves(a, b))
    .map(([period, within]) => ({ ...shelfOf(period, within.length), events: within }));
}

/** Returns the shelves of events of which only the periods are known, with how often each has occurred, in the order of time. */
export function shelfHeads(
  counts: readonly { readonly period: string; readonly count: number }[],
  printed: PrintedYears,
): readonly ShelfHead[] {
  return [...groupBy(counts, ({ period }) => shelfPeriod(period, printed))]
    .sort(([a], [b]) => inOrderOfShelves(a, b))
    .map(([period, within]) =>
      shelfOf(
        period,
        within.reduce((sum, { count }) => sum + count, 0),
      ),
    );
}

/** Orders the periods of shelves by time. */
export function inOrderOfShelves(a: string, b: string): number {
  return byCodeUnits(firstDay(a), firstDay(b)) || a.length - b.length;
}

/** Returns whether a shelf lies before the years of print, among them, or after. */
export function sideOf(shelf: ShelfHead, printed: PrintedYears): "earlier" | "near" | "later" {
  if (shelf.scale === "year") return "near";
  return Number(firstDay(shelf.period).slice(0, 4)) > printed.last ? "later" : "earlier";
}

/** Returns the shelf that an event of a period stands on. */
export function shelfPeriod(period: string, { first, last }: PrintedYears): string {
  const year = Number(period.slice(0, 4).padEnd(4, "0"));
  if (period.length === 2 || year < first - NEAR - DECADES) return period.slice(0, 2);
  const isNear = year >= first - NEAR && year <= last + NEAR;
  return isNear ? period.slice(0, 4) : period.slice(0, 3);
}

function firstDay(period: string): string {
  return calendarPlace(period)?.first ?? period;
}

function shelfOf(period: string, count: number): ShelfHead {
  return { ...shelfHead(period), count };
}

/** Returns where a shelf stands, by its period. */
export function shelfHead(period: string): Omit<ShelfHead, "count"> {
  const scale = period.length === 4 ? "year" : period.length === 3 ? "decade" : "century";
  return { period, scale, part: partOf(period) };
}

/** Addresses are the same whatever the archive's language. */
function partOf(period: string): string {
  if (period.length === 4) return period;
  if (period.length === 3) return `${period}0s`;
  const number = Number(period) + 1;
  const isTeen = number % 100 > 10 && number % 100 < 14;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}-century`;
}

/** Returns what a shelf is called. */
export function shelfName({ period }: Pick<ShelfHead, "period">, words: InterfaceWords): string {
  return timeInWords(period, words) ?? period;
}

/** Returns every year from the first shelf of one to the last, empty ones too. */
export function yearsOf(
  shelves: readonly ShelfHead[],
  addressIn: (shelf: ShelfHead) => string,
  words: InterfaceWords,
): readonly CoverageBar[] {
  const years = new Map(
    shelves.flatMap((shelf) => (shelf.scale === "year" ? [[Number(shelf.period), shelf]] : [])),
  );
  const [first = 0, last = -1] = [Math.min(...years.keys()), Math.max(...years.keys())];
  if (years.size === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const period = String(first + index).padStart(4, "0");
    const label = words.figures(period);
    const shelf = years.get(first + index);
    if (shelf === undefined) return { period, label, count: 0 };
    return { period, label, count: shelf.count, address: addressIn(shelf) };
  });
}
