/** Which day a short line names, in any common order, language and calendar (stage 2). */
import type { Span } from "../../model.ts";
import {
  type DayValue,
  dayValue,
  fullYear,
  type Order,
  type Parts,
  twoDigits,
} from "./day-value.ts";
import { EAST_ASIAN, readEastAsian } from "./east-asian.ts";
import { readFigures, readYearFirst } from "./figures.ts";
import { namedMonth } from "./months.ts";

/** A day, month or year printed in a line; offsets into the line. */
export interface DayReading extends DayValue, Span {}

interface DayForm {
  /**
   * What its figures look like. It is asked first, since most lines hold no more than a year, and a pattern that has any
   * letters in it is tried at each word and takes Node up to a tenth of a second to compile.
   */
  readonly figures?: RegExp;
  readonly pattern: RegExp;
  readonly read: (parts: Parts, order: Order | undefined) => DayValue | undefined;
}

/** A word, or letters with full stops as Thai abbreviates. */
const WORD = String.raw`(?:\p{L}{1,2}\.\p{L}{1,2}\.|\p{L}[\p{L}\p{M}'\u200c]{1,15}\.?)`;
/** Two words, since some months have two (كانون الثاني), and a second name beside it (يناير/كانون الثاني). */
const MONTH = String.raw`(?<month>${WORD}(?:[\s-]{1,2}${WORD})??(?:\s?[/(]\s?${WORD}(?:\s${WORD})?\)?)?)`;
const ONE_WORD = `(?<month>${WORD})`;
const DAY = String.raw`(?<day>\d{1,2})(?<dot>st|nd|rd|th|er|-?го|-?н[ыі]|[ºª.]{1,2})?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2}|1[34]\d{2}|2[45]\d{2})`;
/** One or two figures by themselves. */
const FEW_FIGURES = /(?<!\d)\d{1,2}(?!\d)/;
const OF = String.raw`(?:\s?(?:de|del|of|da|di|dem|من|năm)\s|\s?d')?`;
/** What says that a year is of the lunar Hijra. */
const ERA = String.raw`(?:\s?(?<hijri>هـ|ه(?!\p{L})|AH(?!\p{L})))?`;

/** What every form holds: a year, or the last two figures of one. */
const YEAR_LIKE = /\d{4}|[\p{L}\d]\.?\s?[/.-]\s?\d{2}(?!\d)|'\d{2}|[年년]/u;

/** The first form that fits wins, so the more exact ones come first. */
const FORMS: readonly DayForm[] = [
  {
    // 2022-01-26, 2022/1/26, 2022. 01. 26, 1400/11/06
    pattern: new RegExp(
      String.raw`(?<!\d)(?<year>(?:19|20)\d{2}|1[34]\d{2}|25\d{2})\s?(?<mark>[-/.])\s?(?<month>\d{1,2})\s?\k<mark>\s?(?<day>\d{1,2})(?!\d)${ERA}`,
      "gu",
    ),
    read: readYearFirst,
  },
  { pattern: EAST_ASIAN, read: readEastAsian },
  {
    // 26 tháng 1 năm 2022, 26 tháng 1, 2022
    pattern:
      /(?<!\d)(?<day>\d{1,2})\s(?:tháng|thg)\s(?<figure>\d{1,2})[\s,]{1,2}(?:năm\s)?(?<year>20\d{2}|19\d{2})(?!\d)/giu,
    read: ({ day, figure, year }) =>
      dayValue("gregorian", Number(year), Number(figure), Number(day)),
  },
  {
    // 26 January 2022, 26th of January, 2022, 26. Januar 2022, 26 de enero de 2022, 26-Jan-2022, 22 شوال 1436 هـ
    figures: FEW_FIGURES,
    pattern: new RegExp(
      String.raw`(?<!\d)${DAY}[\s-]{0,2}${OF}${MONTH}[\s,-]{0,3}${OF}(?:พ\.?ศ\.?\s?)?${YEAR}${ERA}`,
      "giu",
    ),
    read: named,
  },
  {
    // 26-Jan-22, 26 Jan '22
    figures: FEW_FIGURES,
    pattern: new RegExp(
      String.raw`(?<!\d)${DAY}(?:-${ONE_WORD}-|\s(?<name>${WORD})\s')(?<year>\d{2})(?!\d)`,
      "giu",
    ),
    read: named,
  },
  {
    // January 26, 2022; Jan. 26th 2022
    figures: new RegExp(String.raw`\d(?:st|nd|rd|th|\.|ª|º)?\s?,?\s{0,2}${YEAR}`, "iu"),
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{M}])${ONE_WORD}\s{0,2}(?<day>\d{1,2})(?:(?i:st|nd|rd|th)|\.|ª|º)?\s?,?\s{0,2}${YEAR}`,
      "gu",
    ),
    read: named,
  },
  {
    // Glued to a name: PressApril 28, 2023
    pattern: new RegExp(
      String.raw`(?<=\p{Ll})(?<month>\p{Lu}\p{Ll}{2,9})\.?\s(?<day>\d{1,2}),?\s${YEAR}`,
      "gu",
    ),
    read: named,
  },
  {
    // 2019 m. lapkričio 19 d., 2022. január 26., 2022 January 26, 1400 بهمن 6
    figures: /\s\d{1,2}(?!\d)/,
    pattern: new RegExp(
      String.raw`(?<!\d)${YEAR}[\s,.m]{1,4}${ONE_WORD}\s(?<day>\d{1,2})(?!\d)`,
      "giu",
    ),
    read: named,
  },
  {
    // 2022. gada 26. janvāris
    figures: /\d\.\s/,
    pattern: new RegExp(
      String.raw`(?<!\d)${YEAR}\.?\s(?:gada\s)?(?<day>\d{1,2})\.\s${ONE_WORD}`,
      "giu",
    ),
    read: named,
  },
  {
    // Wed Nov 19 10:23:00 GMT 2019
    figures: /\d\s[\d:]{5,8}\s/,
    pattern: new RegExp(
      String.raw`(?<!\p{L})${ONE_WORD}\s(?<day>\d{1,2})\s[\d:]{5,8}\s(?:[+-]\d{4}\s|\p{Lu}{2,5}\s)?${YEAR}`,
      "giu",
    ),
    read: named,
  },
  {
    // 26/01/2022, 26.1.22, 01-26-2022, 06/11/1400
    pattern: new RegExp(
      String.raw`(?<![\d/.:-])(?<first>\d{1,2})\s?(?<mark>[/.-])\s?(?<second>\d{1,2})\s?\k<mark>\s?(?<year>(?:19|20)\d{2}|1[34]\d{2}|25\d{2}|\d{2}(?!\d))(?![/-]|\d{3})${ERA}`,
      "gu",
    ),
    read: readFigures,
  },
  {
    // January 2022
    figures: /\s(?:19|20)\d{2}(?![\d/-])/,
    pattern: new RegExp(String.raw`(?<!\p{L})${ONE_WORD}\s(?<year>(?:19|20)\d{2})(?![\d/-])`, "gu"),
    read: ({ month, year }) => {
      const name = namedMonth(month ?? "");
      return name?.calendar === "gregorian" && year
        ? { value: `${year}-${twoDigits(name.month)}` }
        : undefined;
    },
  },
];

/**
 * Returns the first day that a line names, or undefined. `line` is plain text (see `shadowOf`) of at
 * most a few hundred characters. Figures alone (`04/05/2020`) need `order`, or a number above 12;
 * else `trouble` is `ambiguous`. A day that no calendar has (`31/31/2020`) is `impossible`.
 * Days of the Persian, Islamic, Buddhist and Japanese calendars have their Gregorian day as value; a day
 * without a year is not read.
 *
 * Example: `readDay("Published 26 January 2022")` → `{value: "2022-01-26", start: 10, end: 25}`.
 */
export function readDay(line: string, order?: Order): DayReading | undefined {
  if (!YEAR_LIKE.test(line)) return undefined;
  for (const { figures, pattern, read } of FORMS) {
    if (figures?.test(line) === false) continue;
    // not by matchAll, which copies the pattern; that takes longer than most searches
    pattern.lastIndex = 0;
    for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
      const reading = read(match.groups ?? {}, order);
      if (reading) return { ...reading, start: match.index, end: match.index + match[0].length };
    }
  }
  return undefined;
}

function named(parts: Parts): DayValue | undefined {
  const name = namedMonth(parts["month"] ?? parts["name"] ?? "", parts["dot"] === ".");
  if (name === undefined) return undefined;
  const year = fullYear(parts["year"] ?? "");
  const day = Number(parts["day"]);
  const { calendar, month } = name;
  if (calendar !== "gregorian")
    return year < 1500 ? dayValue(calendar, year, month, day) : undefined;
  if (year >= 2400) return dayValue("buddhist", year, month, day);
  return year >= 1500 ? dayValue("gregorian", year, month, day) : undefined;
}
