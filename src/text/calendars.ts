/** Which Gregorian day is a day of another calendar? */

/** The calendars that news prints a day in. `buddhist` differs from the Gregorian by its year alone. */
export type Calendar = "gregorian" | "persian" | "islamic" | "buddhist";

const MILLISECONDS_A_DAY = 86_400_000;
/** The Julian day number of 1 January 1970. */
const UNIX_EPOCH = 2_440_588;
const PERSIAN_EPOCH = 1_948_320;
const ISLAMIC_EPOCH = 1_948_440;
const BUDDHIST_YEARS_AHEAD = 543;
/** The months that Umm al-Qura sees begin up to two days away from where arithmetic puts them. */
const NEARBY = [0, -1, 1, -2, 2];

let ummAlQura: Intl.DateTimeFormat | undefined;

/**
 * Returns the ISO date of a day in a calendar, or undefined where that calendar has no such day.
 * Months count from 1. Persian years by the 33-year cycle, which agrees with the equinox from 1178 to 1633.
 * Islamic ones by the civil arithmetic, put right by Umm al-Qura as `Intl` knows it from 1300 to 1600;
 * since sightings differ, the 30th of a month that Umm al-Qura gives 29 days is the day after its 29th.
 *
 * Example: `isoDayOf("persian", 1400, 11, 6)` → `2022-01-26`.
 */
export function isoDayOf(
  calendar: Calendar,
  year: number,
  month: number,
  day: number,
): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  switch (calendar) {
    case "gregorian":
      return gregorian(year, month, day);
    case "buddhist":
      return gregorian(year - BUDDHIST_YEARS_AHEAD, month, day);
    case "persian":
      return persian(year, month, day);
    case "islamic":
      return islamic(year, month, day);
    default: {
      const none: never = calendar;
      return none;
    }
  }
}

function gregorian(year: number, month: number, day: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCDate() === day && time.getUTCMonth() === month - 1
    ? time.toISOString().slice(0, 10)
    : undefined;
}

function persian(year: number, month: number, day: number): string | undefined {
  const longest = month <= 6 ? 31 : 30;
  if (day > longest) return undefined;
  const julian = persianJulianDay(year, month, day);
  // Esfand has 30 days in leap years alone.
  if (month === 12 && julian >= persianJulianDay(year + 1, 1, 1)) return undefined;
  return isoOf(julian);
}

function persianJulianDay(year: number, month: number, day: number): number {
  const before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
  const newYear = PERSIAN_EPOCH - 1 + 365 * (year - 1) + Math.floor((8 * year + 21) / 33);
  return newYear + before + day;
}

function islamic(year: number, month: number, day: number): string | undefined {
  if (day > 30) return undefined;
  const leaps = Math.floor((11 * year + 3) / 30);
  const civil =
    day + 30 * month - Math.floor((month - 1) / 2) + 354 * year + leaps + ISLAMIC_EPOCH - 385;
  const seen = NEARBY.find((shift) => isUmmAlQura(civil + shift, year, month, day));
  if (seen !== undefined) return isoOf(civil + seen);
  const short = NEARBY.find((shift) => isUmmAlQura(civil - 1 + shift, year, month, day - 1));
  return isoOf(short === undefined ? civil : civil + short);
}

function isUmmAlQura(julian: number, year: number, month: number, day: number): boolean {
  ummAlQura ??= new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });
  const parts = ummAlQura.formatToParts((julian - UNIX_EPOCH) * MILLISECONDS_A_DAY);
  const figure = (type: string): number =>
    Number.parseInt(parts.find((part) => part.type === type)?.value ?? "", 10);
  return figure("day") === day && figure("month") === month && figure("year") === year;
}

function isoOf(julian: number): string {
  return new Date((julian - UNIX_EPOCH) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
