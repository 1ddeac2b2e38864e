/** How is a name or headline written in an address? For the stages that give addresses. */

import { visibleText } from "./invisible.ts";

const LONGEST = 64;
const COMBINING = /\p{M}+/gu;
const NOT_PLAIN = /[^a-z0-9]+/g;
const APOSTROPHES = /['’ʼ`´]/g;
const EDGES = /^-|-$/g;

/** Latin letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
};
const UNDIVIDED = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "g");

/**
 * Returns the plain part of an address: lower-case Latin letters, figures and hyphens, at most 64
 * characters, cut between words.
 *
 *     slugOf("Harbour Bridge: “a leap in the dark”")  // "harbour-bridge-a-leap-in-the-dark"
 *
 * Is empty for a text without Latin letters or figures; the caller then falls back on a hash.
 */
export function slugOf(text: string): string {
  const plain = visibleText(text)
    .toLowerCase()
    .replace(APOSTROPHES, "")
    .replace(UNDIVIDED, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(COMBINING, "")
    .replace(NOT_PLAIN, "-")
    .replace(EDGES, "");
  if (plain.length <= LONGEST) return plain;
  const cut = plain.lastIndexOf("-", LONGEST);
  return plain.slice(0, cut > 0 ? cut : LONGEST);
}
