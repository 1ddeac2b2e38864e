/** Whether day or month stands first in figures such as `04/05/2020`, as far as a text shows it (stage 2). */

import { shadowOf } from "../../text/shadow.ts";
import words from "../../words/parse-dates.json" with { type: "json" };
import { readDay } from "./day.ts";
import type { Order } from "./day-value.ts";

/** Language shows in the first so many characters. */
const SAMPLE = 3000;
/** Fewer words of a language than this may be a quotation or names. */
const FEWEST_WORDS = 10;
/** English words in a text of another language: in names and quotations. */
const MOST_ENGLISH = 0.2;
const MOST_DATES = 4;
const LONGEST_LINE = 220;
const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/gu;
const DAY_FIRST_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Armenian}\p{Script=Georgian}]/gu;
/** These put the year first; what they mean by figures that do not is unknown. */
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Names of weekdays shorter than this are words of other languages too. */
const SHORTEST_WEEKDAY = 4;

const english = new Set([...words.english, ...words.englishWeekdays]);
const foreign = [...words.published, ...words.modified, ...words.foreign, ...longWeekdays()].filter(
  (word) => !english.has(word) && word !== "data" && !EAST_ASIAN.test(word),
);
const FOREIGN = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[...new Set(foreign)].join("|")})(?![\\p{L}\\p{M}])`,
  "iu",
);
const dayFirstWords = new Set(words.dayFirstWords);
const englishWords = new Set(words.englishWords);

function longWeekdays(): string[] {
  return words.weekdays.filter((name) => name.length >= SHORTEST_WEEKDAY);
}

/**
 * Returns which order the publication line `printed` proves by a number above 12 beside another in figures, or undefined where it
 * proves none, or both. `printed` is the line as the article's `published.span` has it, or any short text.
 * With it the order of an archive's other, ambiguous dates can be told.
 *
 * Example: `dateOrderShown("Updated 26/01/2022")` → `dmy`; `dateOrderShown("26 January 2022")` → undefined.
 */
export function dateOrderShown(printed: string): Order | undefined {
  let left = shadowOf(printed.slice(0, LONGEST_LINE));
  const shown = new Set<Order>();
  for (let round = 0; round < MOST_DATES; round += 1) {
    const day = readDay(left, "dmy");
    if (!day) break;
    // Between full stops the day stands first everywhere, so that they prove nothing about slashes.
    const dotted = /\d\s?\.\s?\d/.test(left.slice(day.start, day.end));
    if (day.order && day.value && !dotted) shown.add(day.order);
    left = left.slice(0, day.start) + " ".repeat(day.end - day.start) + left.slice(day.end);
  }
  const [first] = shown;
  return shown.size === 1 ? first : undefined;
}

/**
 * Returns whether a date line is of a language that puts the day before the month: by its label, its weekday, or
 * its script. English, Chinese, Japanese and Korean lines are not. `line` is plain text.
 */
export function isDayFirstLine(line: string): boolean {
  if (EAST_ASIAN.test(line)) return false;
  return FOREIGN.test(line) || line.search(DAY_FIRST_SCRIPT) !== -1;
}

/**
 * Returns `dmy` where a text's script or its commonest words show a language whose papers put the day
 * first, which most but the American ones do; undefined for English, for East Asian texts and where the text is too short to tell.
 */
export function orderOfLanguage(text: string): Order | undefined {
  const sample = text.slice(0, SAMPLE);
  if (EAST_ASIAN.test(sample)) return undefined;
  const other = sample.match(DAY_FIRST_SCRIPT)?.length ?? 0;
  const latin = sample.match(LATIN)?.length ?? 0;
  if (other > latin) return "dmy";
  let dayFirst = 0;
  let inEnglish = 0;
  for (const [word] of sample.toLowerCase().matchAll(WORD)) {
    if (dayFirstWords.has(word)) dayFirst += 1;
    else if (englishWords.has(word)) inEnglish += 1;
  }
  return dayFirst >= FEWEST_WORDS && inEnglish < dayFirst * MOST_ENGLISH ? "dmy" : undefined;
}
