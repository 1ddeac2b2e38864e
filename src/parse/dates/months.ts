/** Which month a word names, in the languages that news is printed in (stage 2). */

/** Languages whose month names are asked of `Intl`, the commoner first: the first to know a word wins. */
const LANGUAGES =
  "en de fr es it pt nl pl ru uk ar fa ur hi tr id ms sv da nb fi cs sk hu ro bg el lt lv et sr sl hr vi sw xh zu af ca".split(
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

const english = new Map(
  ENGLISH.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);
let everywhere: ReadonlyMap<string, number> | undefined;

/**
 * Returns the number of the Gregorian month that a word names, from 1, or undefined. English first, long and
 * short; then what `Intl.DateTimeFormat` prints for about forty languages, alone and beside a day
 * ("stycznia"). Case and a full stop at the end do not matter.
 *
 * Example: `monthOf("Sept.")` → 9; `monthOf("janvier")` → 1.
 */
export function monthOf(word: string): number | undefined {
  const name = word.toLowerCase().replace(/\.$/, "");
  const known = english.get(name);
  if (known !== undefined) return known;
  everywhere ??= monthNames();
  return everywhere.get(name);
}

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const month of ["long", "short"] as const) {
      for (const day of [undefined, "numeric"] as const) {
        const options = { month, ...(day ? { day } : {}), timeZone: "UTC", calendar: "gregory" };
        const format = new Intl.DateTimeFormat(language, options);
        for (let index = 0; index < 12; index += 1) {
          const parts = format.formatToParts(Date.UTC(2020, index, 9));
          const name = parts.find((part) => part.type === "month")?.value.toLowerCase();
          const word = name?.replace(/\.$/, "");
          if (word && /^\p{L}[\p{L}\p{M}]+$/u.test(word) && !names.has(word)) {
            names.set(word, index + 1);
          }
        }
      }
    }
  }
  return names;
}
