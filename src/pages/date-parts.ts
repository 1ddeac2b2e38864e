/** By which years, months or days is a long list cut, and where do they stand? Stage 6. */

import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";

/** How many characters of a date state a year, a month, a day. */
export type DateLength = 4 | 7 | 10;

/** What a list has of one year, month or day, or of none. */
export interface DatePart<Row> {
  readonly label: string;
  /** The last part of its address: of `2022-01` it is `01`. */
  readonly part: string;
  /** `2022-01`; something shorter where the date states less. */
  readonly period: string;
  readonly isStated: boolean;
  readonly within: readonly Row[];
  /** By what it is cut in its turn where it is too long; undefined where dates have nothing more to cut by. */
  readonly finer: DateLength | undefined;
}

const NOT_STATED = {
  4: "time.undatedTitle",
  7: "time.monthUnknown",
  10: "time.dayUnknown",
} as const;
const FINER = { 4: 7, 7: 10, 10: undefined } as const;
const PART_AT = { 4: 0, 7: 5, 10: 8 } as const;

/** Returns the parts of a list by the year, month or day of its rows, in the order in which they first come. */
export function dateParts<Row>(
  rows: readonly Row[],
  length: DateLength,
  {
    dateOf,
    words,
  }: { readonly dateOf: (row: Row) => string | undefined; readonly words: InterfaceWords },
): readonly DatePart<Row>[] {
  const byPeriod = groupBy(rows, (row) => dateOf(row)?.slice(0, length) ?? "");
  return [...byPeriod].map(([period, within]) => {
    const isStated = period.length === length;
    return {
      label: isStated ? words.dates.date(period) : words.say(NOT_STATED[length]),
      part: isStated ? period.slice(PART_AT[length]) : "undated",
      period,
      isStated,
      within,
      finer: isStated ? FINER[length] : undefined,
    };
  });
}
