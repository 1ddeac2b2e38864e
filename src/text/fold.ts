/** When are two printed names the same word for word? Case, accents and apostrophes do not count. */

const MARKS = /\p{M}+/gu;
const APOSTROPHES = /[’‘ʼ`´]/g;
const SPACES = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/**
 * Returns a name in the form in which names are compared: lower case, without accents, with plain
 * apostrophes and single spaces.
 *
 *     foldName("Zoë  O’Hara")  // "zoe o'hara"
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(APOSTROPHES, "'")
    .replace(SPACES, " ")
    .trim()
    .toLowerCase();
}

/** Compares by code units, so that an order never depends on a locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
