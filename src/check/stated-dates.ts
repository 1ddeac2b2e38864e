/** Is a date written as ISO 8601, RFC 3339 or Highwire have it, and is there such a day? */

const DAY = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?$/;
const TIME =
  /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?<zone>Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/** Returns whether it is a year, month, day or moment of ISO 8601, to whatever precision is known. */
export function isFullDate(text: string): boolean {
  const [date = "", time] = text.split("T");
  if (!isDay(date)) return false;
  return time === undefined || (date.length === 10 && TIME.test(time));
}

/** Returns whether it is a moment of RFC 3339, as feeds want it: with seconds and a zone. */
export function isMomentWithZone(text: string): boolean {
  const [date = "", time = ""] = text.split("T");
  const zoned = TIME.exec(time);
  return (
    date.length === 10 &&
    isDay(date) &&
    zoned?.groups?.["zone"] !== undefined &&
    /^\d\d:\d\d:/.test(time)
  );
}

/** Returns whether it is a day as Google Scholar reads it: `2022/01/26`, `2022/01` or `2022`. */
export function isHighwireDate(text: string): boolean {
  return (
    /^\d{4}(?:\/\d{1,2}){0,2}$/.test(text) &&
    isDay(
      text
        .split("/")
        .map((part) => part.padStart(2, "0"))
        .join("-"),
    )
  );
}

function isDay(text: string): boolean {
  const { year, month = "1", day = "1" } = DAY.exec(text)?.groups ?? {};
  if (year === undefined) return false;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
}
