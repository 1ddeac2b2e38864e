/** Under which headings do the events of a month, a year, a decade or a century stand? Stage 6. */
import type { ArchiveEvent } from "../event-model.ts";
import type { EventGroup } from "../page-time.ts";
import { groupBy } from "../text/grouping.ts";
import { timeInWords } from "../text/interface-times.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import type { EventShelf } from "./timeline-shelves.ts";

/** Events under one heading. */
export interface PlannedGroup extends Pick<EventGroup, "heading" | "id"> {
  /** The day that it is, where it is one. */
  readonly day?: string;
  readonly events: readonly ArchiveEvent[];
}

/** The id of the group of what is known no more exactly than its year, decade or century. */
export const OF_THE_YEAR = "year";

/** Returns the groups of a month: days, then weeks, then what is known to the month alone. */
export function groupsOfMonth(
  month: string,
  events: readonly ArchiveEvent[],
  words: InterfaceWords,
): readonly PlannedGroup[] {
  const days = groupBy(
    events.filter(({ period }) => period.length > 7),
    ({ period }) => period,
  );
  const coarse = groupBy(
    events.filter(({ period }) => period.length === 7),
    ({ value }) => value,
  );
  return [
    ...[...days].map(([day, within]) => ({
      heading: words.dates.date(day),
      id: `d${day.slice(8)}`,
      day,
      events: within,
    })),
    ...[...coarse]
      .sort(([a], [b]) => Number(a === month) - Number(b === month) || (a < b ? -1 : 1))
      .map(([value, within]) => ({
        heading:
          value === month
            ? words.say("timeline.dayUnknown", { period: words.dates.date(month) })
            : words.capitalised(labelOf(value, words)),
        id: value === month ? "month" : value.slice(5).toLowerCase(),
        events: within,
      })),
  ];
}

/**
 * Returns the groups of a shelf: of a year, months; of a decade, years; of a century, decades; last what is known no more exactly than the shelf
 * itself.
 */
export function groupsOfShelf(
  { period, scale, events }: EventShelf,
  words: InterfaceWords,
): readonly PlannedGroup[] {
  const length = { year: 7, decade: 4, century: 3 }[scale];
  const within = groupBy(
    events.filter((event) => event.period.length >= length),
    (event) => event.period.slice(0, length),
  );
  const rest = events.filter((event) => event.period.length < length);
  const finer = [...within].map(([part, own]) => ({
    heading: labelOf(part, words),
    id: `${scale === "year" ? "m" : "y"}${part.slice(scale === "year" ? 5 : 0)}`,
    events: own.toSorted(
      (a, b) => Number(a.period.length <= length) - Number(b.period.length <= length),
    ),
  }));
  const heading = words.say(scale === "year" ? "timeline.dayUnknown" : "timeline.yearUnknown", {
    period: labelOf(period, words),
  });
  return [...finer, ...(rest.length > 0 ? [{ heading, id: OF_THE_YEAR, events: rest }] : [])];
}

function labelOf(value: string, words: InterfaceWords): string {
  return timeInWords(value, words) ?? value;
}
