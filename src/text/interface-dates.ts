/** How are days, months and years said in the interface's language, and in other calendars beside ours? Pure; knows no clock and no local zone. */
import { daysInMonth } from "./dates.ts";

/** Calendars that an archive can show beside the Gregorian one, by CLDR's names for them. */
const CALENDARS = { jalali: "persian", hijri: "islamic-umalqura" } as const;

/** A calendar that is shown beside the Gregorian one. */
export type OtherCalendar = keyof typeof CALENDARS;

const ISO = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?(?:T|$)/;
const WHOLE_DAY = "2022-01-26".length;
/** 1 January 2001 was a Monday. */
const A_MONDAY = Date.UTC(2001, 0, 1);
const DAY = 86_400_000;
/** Dates that are kept once said; a page says the same ones often. */
const MOST_LABELS = 5_000;

type Grain = "day" | "month" | "year" | "dayOfYear" | "monthName" | "shortMonth";

const FIELDS: Readonly<Record<Grain, Intl.DateTimeFormatOptions>> = {
  day: { year: "numeric", month: "long", day: "numeric" },
  month: { year: "numeric", month: "long" },
  year: { year: "numeric" },
  dayOfYear: { month: "long", day: "numeric" },
  monthName: { month: "long" },
  shortMonth: { month: "short" },
};

/** The dates of one language. All that is asked of it are ISO dates of the Gregorian calendar, which it is given as text. */
export class InterfaceDates {
  /** The day that begins a week where the language is at home: 0 for Monday, 5 for Saturday. */
  readonly firstWeekday: number;
  /** The names of the days of a week, from its first. */
  readonly weekdays: readonly string[];
  /** The same, as short as a column's head is. */
  readonly shortWeekdays: readonly string[];
  readonly #locale: string;
  readonly #calendars: readonly OtherCalendar[];
  readonly #figures: (text: string) => string;
  readonly #formats = new Map<string, Intl.DateTimeFormat>();
  readonly #labels = new Map<string, string>();

  /**
   * @param locale BCP 47, one that `Intl` knows.
   * @param figures Puts figures into those of the language.
   */
  constructor(
    locale: string,
    calendars: readonly OtherCalendar[],
    figures: (text: string) => string,
  ) {
    this.#locale = locale;
    this.#calendars = calendars;
    this.#figures = figures;
    this.firstWeekday = firstWeekdayOf(locale);
    this.weekdays = this.#week("long");
    this.shortWeekdays = this.#week(/^(?:ar|fa|he|ur)\b/.test(locale) ? "narrow" : "short");
  }

  /**
   * Returns a date in words, as exactly as it is known and without its time: `26 January 2022`, `ژانویهٔ ۲۰۲۲`, `2022`. Other values
   * come back as they are.
   */
  date(value: string): string {
    const known = this.#labels.get(value);
    if (known !== undefined) return known;
    const label = this.#dateOf(value);
    if (this.#labels.size < MOST_LABELS) this.#labels.set(value, label);
    return label;
  }

  /** Returns the day of a year, `01-26`, in words: `26 January`. */
  dayOfYear(day: string): string {
    return this.#format("dayOfYear").format(instantOf(`2000-${day}`));
  }

  /** Returns the name of the month of an ISO date: `January`. */
  monthName(date: string): string {
    return this.#format("monthName").format(instantOf(date));
  }

  /** Returns the name of the month of an ISO date, shortened: `Jan`. */
  shortMonthName(date: string): string {
    return this.#format("shortMonth").format(instantOf(date));
  }

  /**
   * Returns two ISO dates as one stretch, what both have in common said once.
   *
   *     dates.range("2018-03-03", "2018-03-17")  // "3–17 March 2018"
   */
  range(from: string, to: string): string {
    if (from === to) return this.date(to);
    const length = Math.min(from.length, to.length);
    if (from.length !== to.length || length < "2018-03".length)
      return `${this.date(from)} – ${this.date(to)}`;
    const grain = length >= WHOLE_DAY ? "day" : "month";
    const said = plainSpaces(this.#format(grain).formatRange(instantOf(from), instantOf(to)));
    const isOneMonth = grain === "day" && from.slice(0, 7) === to.slice(0, 7);
    return isOneMonth ? said.replace(" – ", "–") : said;
  }

  /**
   * Returns a date in each of the other calendars that the archive shows: of `2022-01-26` `6 Bahman 1400`; of a month or a year of ours
   * those that it lies in. Hijri dates are those of Umm al-Qura, by which Saudi Arabia prints; before 1882 they are reckoned.
   */
  others(date: string): readonly string[] {
    if (this.#calendars.length === 0 || !ISO.test(date)) return [];
    return this.#calendars.map((calendar) => this.#inCalendar(date, calendar));
  }

  #inCalendar(date: string, calendar: OtherCalendar): string {
    const key = `${calendar} ${date.slice(0, WHOLE_DAY)}`;
    const known = this.#labels.get(key);
    if (known !== undefined) return known;
    const [first, last, grain] = stretchOf(date);
    const format = this.#format(grain, CALENDARS[calendar]);
    const [from, to] = [first, last].map((day) => partsOf(format, day, calendar));
    const label = grain === "day" ? plainSpaces(from?.whole ?? "") : stretchLabel(from, to);
    if (this.#labels.size < MOST_LABELS) this.#labels.set(key, label);
    return label;
  }

  #dateOf(value: string): string {
    const { year, month, day } = ISO.exec(value)?.groups ?? {};
    if (year === undefined) return value;
    if (month === undefined) return this.#figures(year);
    if (Number(month) < 1 || Number(month) > 12) return value;
    return this.#format(day === undefined ? "month" : "day").format(instantOf(value));
  }

  #week(weekday: "long" | "short" | "narrow"): readonly string[] {
    const format = new Intl.DateTimeFormat(this.#locale, { weekday, timeZone: "UTC" });
    return Array.from({ length: 7 }, (_, index) =>
      format.format(A_MONDAY + (index + this.firstWeekday) * DAY),
    );
  }

  #format(grain: Grain, calendar = "gregory"): Intl.DateTimeFormat {
    const key = `${grain} ${calendar}`;
    let format = this.#formats.get(key);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(this.#locale, {
        ...FIELDS[grain],
        // a Hijri year alone could be a Jalali one
        ...(calendar === CALENDARS.hijri && { era: "short" }),
        calendar,
        timeZone: "UTC",
      });
      this.#formats.set(key, format);
    }
    return format;
  }
}

/** CLDR's week of a locale. */
function firstWeekdayOf(locale: string): number {
  // TypeScript does not know it yet
  const known = new Intl.Locale(locale) as unknown as {
    getWeekInfo?: () => { readonly firstDay: number };
  };
  return (known.getWeekInfo?.().firstDay ?? 1) - 1;
}

/** Midnight of the day, or of the first day of the month or year, in UTC. */
function instantOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.slice(0, WHOLE_DAY).split("-").map(Number);
  // years before 100 would be taken for those of the last century
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** The first day and the last of a day, a month or a year, and what is said of them. */
function stretchOf(date: string): readonly [string, string, Grain] {
  const day = date.slice(0, WHOLE_DAY);
  if (day.length === WHOLE_DAY) return [day, day, "day"];
  if (day.length === 7) return [`${day}-01`, `${day}-${daysInMonth(day)}`, "month"];
  return [`${day}-01-01`, `${day}-12-31`, "year"];
}

/** A date in another calendar: all of it, and its month, year and era, those that are said. */
interface OtherDate {
  readonly whole: string;
  readonly month: string;
  readonly year: string;
  readonly era: string;
}

/** "AP" behind a Persian year is in no newspaper; "AH" and eras in Arabic letters are. */
function partsOf(format: Intl.DateTimeFormat, date: string, calendar: OtherCalendar): OtherDate {
  const isSaid = ({ type, value }: Intl.DateTimeFormatPart): boolean =>
    type !== "era" || calendar !== "jalali" || !/\p{sc=Latn}/u.test(value);
  const parts = format.formatToParts(instantOf(date)).filter(isSaid);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return {
    whole: parts
      .map(({ value }) => value)
      .join("")
      .trim(),
    month: part("month"),
    year: part("year"),
    era: part("era"),
  };
}

/** Months and years of ours lie across those of others: `Dey – Bahman 1400`, `1400–1401`, `1443–1444 AH`. */
function stretchLabel(from: OtherDate | undefined, to: OtherDate | undefined): string {
  if (from === undefined || to === undefined) return "";
  const said = (...words: readonly string[]): string => words.filter((one) => one !== "").join(" ");
  if (from.month === "" && from.year !== to.year) return said(`${from.year}–${to.year}`, to.era);
  if (from.year !== to.year) return said(from.month, from.year, "–", to.month, to.year, to.era);
  return from.month === to.month
    ? said(from.month, from.year, from.era)
    : said(from.month, "–", to.month, to.year, to.era);
}

/** ICU parts figures in stretches by thin spaces in one version and not in another. */
function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f]/g, " ");
}
