/** When are two printed names the same word for word? Case, accents and apostrophes do not count. */

import { visibleText } from "./invisible.ts";

const MARKS = /\p{M}+/gu;
const APOSTROPHES = /[’‘ʼ`´]/g;
const SPACES = /[\s\u200c\u200d]+/g;
/** Printable ASCII but the backtick, single spaces between: nothing to fold but case. Most names are so. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/**
 * Returns a name in the form in which names are compared: lower case, without accents and
 * characters that are not seen, with plain apostrophes and single spaces.
 *
 *     foldName("Zoë  O’Hara")  // "zoe o'hara"
 */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return visibleText(name)
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(APOSTROPHES, "'")
    .replace(SPACES, " ")
    .trim()
    .toLowerCase();
}

/** Returns a file's name or an address in the form in which such are compared: some disks and servers take those for one that differ in case or in how accents are coded. */
export function foldPlace(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Compares by code units, so that an order never depends on a locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of these characters alone the units of UTF-16 come in another order than the bytes of UTF-8. */
const FAR = /[\ud800-\uffff]/;
const BEHIND_SURROGATES = 0xe000;

/** Compares by the bytes of UTF-8, as SQLite does: characters beyond the first 65,536 come last. */
export function byBytes(a: string, b: string): number {
  if (!FAR.test(a) || !FAR.test(b)) return byCodeUnits(a, b);
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x === y) continue;
    const isBeyond = x < BEHIND_SURROGATES !== y < BEHIND_SURROGATES;
    return Math.min(x, y) >= 0xd800 && isBeyond ? y - x : x - y;
  }
  return a.length - b.length;
}
