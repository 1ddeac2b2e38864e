/** Which month a word names, in the languages and calendars that news is printed in (stage 2). */

import type { Calendar } from "../../text/calendars.ts";
import words from "../../words/parse-dates.json" with { type: "json" };

/** A month by its calendar's count, from 1. */
export interface NamedMonth {
  readonly calendar: Calendar;
  readonly month: number;
}

/** Languages whose month names are asked of `Intl`, the commoner first: the first to know a word wins. */
const LANGUAGES =
  "en de fr es it pt nl pl ru uk ar fa ur hi tr id ms sv da nb fi cs sk hu ro bg el lt lv et sr sr-Latn sl hr vi sw xh zu af ca he th bn ta te ml kn mr gu pa ne mk be sq az uz kk hy ka am so ha is cy ga eu gl fil ps".split(
    " ",
  );

const ENGLISH = [
  "january jan",
  "february feb",
  "march mar",
  "april apr",
  "may",
  "june jun",
  "july jul",
  "august aug",
  "september sept sep",
  "october oct",
  "november nov",
  "december dec",
];

/** Vowel signs and the letters that Arabic, Persian and Urdu keyboards write differently. */
const ARABIC_TWINS: readonly (readonly [RegExp, string])[] = [
  [/[\u064b-\u0652\u0640\u200c]/g, ""],
  [/[أإآٱ]/g, "ا"],
  [/[يئ]/g, "ی"],
  [/ك/g, "ک"],
  [/[ةہۀ]/g, "ه"],
  [/ى/g, "ی"],
];
const ARABIC = /\p{Script=Arabic}/u;
const ACCENTS = /[\u0300-\u036f]/g;
const DOTTED: Readonly<Record<string, number>> = words.months.dotted;

const english = new Map(
  ENGLISH.flatMap((names, index) =>
    names.split(" ").map((name) => [name, { calendar: "gregorian", month: index + 1 }] as const),
  ),
);
let everywhere: ReadonlyMap<string, NamedMonth> | undefined;

/**
 * Returns the number of the Gregorian month that a word names, from 1, or undefined. English first, long and
 * short; then what `Intl.DateTimeFormat` prints for about sixty languages, alone and beside a day
 * ("stycznia"); then the names that it does not know ("كانون الثاني", "نونبر"). Case, accents and full stops do not matter.
 *
 * Example: `monthOf("Sept.")` → 9; `monthOf("janvier")` → 1.
 */
export function monthOf(word: string): number | undefined {
  const named = namedMonth(word);
  return named?.calendar === "gregorian" ? named.month : undefined;
}

/**
 * Returns the month that words name, Persian and Islamic ones included, or undefined. `dotted`: whether the
 * day before it has a full stop, which tells Croatian `26. listopada` (October) from Polish.
 * Two names of one month (`يناير/كانون الثاني`) are one.
 *
 * Example: `namedMonth("بهمن")` → `{calendar: "persian", month: 11}`.
 */
export function namedMonth(printed: string, dotted = false): NamedMonth | undefined {
  const [first = "", second] = printed.split(/[/(]/);
  const named = monthNamed(first, dotted);
  if (named === undefined || second === undefined) return named;
  const twin = monthNamed(second.replace(")", ""), dotted);
  return twin?.month === named.month && twin.calendar === named.calendar ? named : undefined;
}

function monthNamed(printed: string, dotted: boolean): NamedMonth | undefined {
  const lower = printed.toLowerCase().replace(/\./g, "").trim();
  const known = english.get(lower);
  if (known !== undefined) return known;
  everywhere ??= monthNames();
  const name = keyOf(lower);
  const other = dotted ? DOTTED[name] : undefined;
  if (other !== undefined) return { calendar: "gregorian", month: other };
  // Hebrew writes "in" and "to" on to the month: בינואר.
  return everywhere.get(name) ?? (/^[בל]/.test(name) ? everywhere.get(name.slice(1)) : undefined);
}

/** A name without what differs between two ways to print it. */
function keyOf(lower: string): string {
  const plain = lower.normalize("NFD").replace(ACCENTS, "").normalize("NFC").replaceAll("ı", "i");
  if (!ARABIC.test(plain)) return plain;
  return ARABIC_TWINS.reduce((left, [twins, one]) => left.replace(twins, one), plain);
}

function monthNames(): ReadonlyMap<string, NamedMonth> {
  const names = new Map<string, NamedMonth>();
  const add = (printed: string, calendar: Calendar, month: number): void => {
    const name = keyOf(printed.toLowerCase().replace(/\./g, "").trim());
    if (/^\p{L}[\p{L}\p{M}\s'-]+$/u.test(name) && !names.has(name)) {
      names.set(name, { calendar, month });
    }
  };
  for (const language of LANGUAGES) addLanguage(language, add);
  for (const calendar of ["gregorian", "persian", "islamic"] as const) {
    words.months[calendar].forEach((printed, index) => {
      for (const name of printed) add(name, calendar, index + 1);
    });
  }
  return names;
}

function addLanguage(
  language: string,
  add: (printed: string, calendar: Calendar, month: number) => void,
): void {
  for (const month of ["long", "short"] as const) {
    for (const day of [undefined, "numeric"] as const) {
      const options = { month, ...(day ? { day } : {}), timeZone: "UTC", calendar: "gregory" };
      const format = new Intl.DateTimeFormat(language, options);
      for (let index = 0; index < 12; index += 1) {
        const parts = format.formatToParts(Date.UTC(2020, index, 9));
        add(parts.find((part) => part.type === "month")?.value ?? "", "gregorian", index + 1);
      }
    }
  }
}
