/** Which day a short line names, in any common order (stage 2). */
import type { Span } from "../../model.ts";
import { monthOf } from "./months.ts";

/** A day, month or year printed in a line; offsets into the line. */
export interface DayReading extends Span {
  /** `2022`, `2022-01` or `2022-01-26`; absent where it cannot be read. */
  readonly value?: string;
  /** Why there is no value. */
  readonly trouble?: "impossible" | "ambiguous";
}

type Order = "dmy" | "mdy" | undefined;
type Parts = Readonly<Record<string, string | undefined>>;

interface DayForm {
  readonly pattern: RegExp;
  readonly read: (parts: Parts, order: Order) => Omit<DayReading, "start" | "end"> | undefined;
}

const MONTH = String.raw`(?<month>\p{L}[\p{L}\p{M}]{1,14})\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|[ºª.])?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const OF = String.raw`(?:\s?(?:de|del|of|da|di|tháng)\s)?`;

/** The first form that fits wins, so the more exact ones come first. */
const FORMS: readonly DayForm[] = [
  {
    // 2022-01-26, 2022/1/26, 2022.01.26
    pattern:
      /(?<!\d)(?<year>(?:19|20)\d{2})(?<mark>[-/.])\s?(?<monthNumber>\d{1,2})\k<mark>\s?(?<day>\d{1,2})(?!\d)/u,
    read: (parts) => dayOf(parts["year"], Number(parts["monthNumber"]), parts["day"]),
  },
  {
    // 2022年1月26日, 2022년 1월 26일
    pattern:
      /(?<!\d)(?<year>(?:19|20)\d{2})\s?[年년]\s?(?<monthNumber>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]?/u,
    read: (parts) => dayOf(parts["year"], Number(parts["monthNumber"]), parts["day"]),
  },
  {
    // 26 January 2022, 26th of January, 2022, 26. Januar 2022, 26 de enero de 2022, 26-Jan-2022
    pattern: new RegExp(String.raw`(?<!\d)${DAY}[\s-]?${OF}${MONTH}[\s,-]{0,2}${OF}${YEAR}`, "iu"),
    read: named,
  },
  {
    // January 26, 2022; Jan. 26th 2022
    pattern: new RegExp(String.raw`(?<!\p{L})${MONTH}\s{0,2}${DAY},?\s{0,2}${YEAR}`, "iu"),
    read: named,
  },
  {
    // 2019 m. lapkričio 19 d., 2022 January 26
    pattern: new RegExp(String.raw`(?<!\d)${YEAR}[\s,.m]{1,4}${MONTH}\s${DAY}(?!\d)`, "iu"),
    read: named,
  },
  {
    // Wed Nov 19 10:23:00 GMT 2019
    pattern: new RegExp(
      String.raw`(?<!\p{L})${MONTH}\s${DAY}\s[\d:]{5,8}\s(?:\p{Lu}{2,5}\s)?${YEAR}`,
      "iu",
    ),
    read: named,
  },
  {
    // 26/01/2022, 26.1.22, 01-26-2022
    pattern:
      /(?<![\d/.:-])(?<first>\d{1,2})(?<mark>[/.-])(?<second>\d{1,2})\k<mark>(?<year>(?:19|20)\d{2}|\d{2})(?![\d/-])/u,
    read: figures,
  },
  {
    // January 2022
    pattern: new RegExp(String.raw`(?<!\p{L})${MONTH}\s${YEAR}(?![\d/-])`, "iu"),
    read: (parts) => {
      const month = monthOf(parts["month"] ?? "");
      return month && parts["year"] ? { value: `${parts["year"]}-${twoDigits(month)}` } : undefined;
    },
  },
];

/**
 * Returns the first day that a line names, or undefined. `line` is plain text (see `shadowOf`) of at
 * most a few hundred characters. Figures alone (`04/05/2020`) need `order`, or a number above 12;
 * else `trouble` is `ambiguous`. A day that no calendar has (`31/31/2020`) is `impossible`.
 * Only Gregorian days are read; a day without a year is not.
 *
 * Example: `readDay("Published 26 January 2022")` → `{value: "2022-01-26", start: 10, end: 25}`.
 */
export function readDay(line: string, order?: "dmy" | "mdy"): DayReading | undefined {
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(line);
    if (!match?.groups) continue;
    const reading = read(match.groups, order);
    if (reading) return { ...reading, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function named(parts: Parts): Omit<DayReading, "start" | "end"> | undefined {
  const month = monthOf(parts["month"] ?? "");
  return month === undefined ? undefined : dayOf(parts["year"], month, parts["day"]);
}

function figures(parts: Parts, order: Order): Omit<DayReading, "start" | "end"> {
  const [first, second] = [Number(parts["first"]), Number(parts["second"])];
  const year = (parts["year"] ?? "").length === 2 ? centuryOf(parts["year"] ?? "") : parts["year"];
  if (first > 12 || second > 12) {
    return first > second
      ? dayOf(year, second, parts["first"])
      : dayOf(year, first, parts["second"]);
  }
  if (parts["mark"] === "." || first === second) return dayOf(year, second, parts["first"]);
  if (order === undefined) return { trouble: "ambiguous" };
  return order === "dmy"
    ? dayOf(year, second, parts["first"])
    : dayOf(year, first, parts["second"]);
}

/** POSIX's reading of two-digit years: 69 to 99 are of the last century. */
function centuryOf(year: string): string {
  return Number(year) >= 69 ? `19${year}` : `20${year}`;
}

function dayOf(
  year: string | undefined,
  month: number,
  day: string | undefined,
): Omit<DayReading, "start" | "end"> {
  const value = `${year}-${twoDigits(month)}-${twoDigits(Number(day))}`;
  const time = new Date(`${value}T00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== value) {
    return { trouble: "impossible" };
  }
  return { value };
}

/** Returns a number of at most two figures with a leading zero: `twoDigits(7)` → `07`. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
