/** Where does each word, number and mark of a text begin and end? Stage 4, recognise. */
import type { Span, Token } from "../model.ts";

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const MARK = 4;
const INVISIBLE = 5;

/** Class of each UTF-16 unit, filled as units are met; 0 is "not yet asked". */
const classes = new Uint8Array(0x10000);

const IS_SPACE = /[\s\u0085]/;
/** Not seen; between letters they are inside the word, else they are left out as white space is. */
const IS_INVISIBLE =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
/** So many in a row are looked past for the letter behind them. */
const MOST_INVISIBLE = 8;
/** Thai, Lao, Myanmar and Khmer part words by the zero-width space. */
const PARTED_UNSEEN = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
/** Marks (accents) and half-space are inside words in the scripts that use them. */
const IS_LETTER = /[_\p{L}\p{M}]|\u200c|\u200d/u;
const IS_DIGIT = /\p{Nd}/u;

const FULL_STOP = 0x2e;
const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const HYPHEN = 0x2d;
const HARD_HYPHEN = 0x2011;
const COMMA = 0x2c;
const COLON = 0x3a;
const AMPERSAND = 0x26;
const BACKTICK = 0x60;
/** Marks that a scan or a wrong key has put where an apostrophe belongs: ‘ ´ ′, and the one above. */
const WRONG_APOSTROPHES: ReadonlySet<number> = new Set([0x2018, 0xb4, 0x2032, BACKTICK]);

/** What is left of a word after its apostrophe and is no part of it: Okafor|’s, she|’ll. */
const CLITICS: ReadonlySet<string> = new Set(["s", "d", "m", "ll", "re", "ve"]);
const LONGEST_CLITIC = 2;

/** Shortened words that keep their full stop; initials and U.S. keep theirs by shape. */
const SHORTENED: ReadonlySet<string> = new Set(
  (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Brig Capt Cpl Sgt Cmdr Adm Sen Rep Gov Rev Hon Pres St Ste Jr Sr " +
    "Inc Corp Co Ltd Bros vs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No Nos Messrs Mme Mlle Fr Supt Det Insp Const Cllr Cllrs Ald Revd Cdr Sqn Ldr Flt Wg Cmdt Cst Bro Mt Ft Dept"
  ).split(" "),
);

/**
 * Returns the tokens of `text.slice(span.start, span.end)` in order, with offsets into `text`. White space
 * and what is not seen is between tokens; every other character lies in exactly one. One pass; no token looks back.
 *
 * - Words: letters, with what is not seen between them, with inner apostrophes, hyphens, ampersands (`O’Brien`, `al-Abadi`, `AT&T`); initials and
 *   dotted abbreviations with their full stops (`J.`, `U.S.`, `Gen.`); web addresses' dots.
 * - A possessive or a contracted verb is a word of its own: `Okafor` `’s`, `she` `’ll`; a quotation mark or accent
 *   in the apostrophe's place too (`Brazil‘s`).
 * - Numbers: digits with inner `,` `.` `:` `-` and what is glued behind (`1,234.5`, `21:27`, `3rd`, `1996-08-22`,
 *   `40-year-old`); a capital behind a hyphen is a word of its own (`4-Doe`, a player's number).
 * - Marks: one character each, but ` `` `, `''`, `--` and `...` are one mark.
 *
 * `tokenise("Iran’s J. Doe paid $3.5", {start: 0, end: 23})` gives `Iran ’s J. Doe paid $ 3.5`.
 */
export function tokenise(text: string, span: Span): readonly Token[] {
  const tokens: Token[] = [];
  let at = span.start;
  while (at < span.end) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SPACE || kind === INVISIBLE) {
      at += 1;
      continue;
    }
    const clitic = kind === MARK ? cliticEnd(text, at, span) : at;
    const end =
      clitic > at
        ? clitic
        : kind === LETTER
          ? wordEnd(text, at, span.end)
          : kind === DIGIT
            ? numberEnd(text, at, span.end)
            : markEnd(text, at, span.end);
    tokens.push({
      start: at,
      end,
      text: text.slice(at, end),
      kind: kind === DIGIT ? "number" : kind === LETTER || clitic > at ? "word" : "mark",
    });
    at = end;
  }
  return tokens;
}

function classOf(unit: number): number {
  const known = classes[unit];
  if (known !== undefined && known !== 0) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

/** Halves of a surrogate pair count as letters: astral scripts are words, and an emoji glued to one does no harm. */
function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return LETTER;
  const character = String.fromCharCode(unit);
  if (IS_INVISIBLE.test(character)) return INVISIBLE;
  if (IS_SPACE.test(character)) return SPACE;
  if (IS_DIGIT.test(character)) return DIGIT;
  return IS_LETTER.test(character) ? LETTER : MARK;
}

function isApostrophe(unit: number): boolean {
  return unit === APOSTROPHE || unit === CURLY_APOSTROPHE;
}

function isHyphen(unit: number): boolean {
  return unit === HYPHEN || unit === HARD_HYPHEN;
}

function isWordUnit(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const kind = classOf(text.charCodeAt(at));
  if (kind === INVISIBLE) return isBeforeLetter(text, at, end);
  return kind === LETTER || kind === DIGIT;
}

/** Whether a letter or figure stands behind characters that are not seen. */
function isBeforeLetter(text: string, from: number, end: number): boolean {
  const limit = Math.min(end, from + MOST_INVISIBLE);
  let at = from;
  while (at < limit && classOf(text.charCodeAt(at)) === INVISIBLE) at += 1;
  if (at >= limit || PARTED_UNSEEN.test(text.charAt(at))) return false;
  const kind = classOf(text.charCodeAt(at));
  return kind === LETTER || kind === DIGIT;
}

/** Where a clitic that starts with the apostrophe at `at` ends; `at` itself where there is none. */
function cliticEnd(text: string, at: number, span: Span): number {
  const unit = text.charCodeAt(at);
  if (at === span.start || !(isApostrophe(unit) || WRONG_APOSTROPHES.has(unit))) return at;
  const glued = isWordUnit(text, at - 1, span.end) || text.charCodeAt(at - 1) === FULL_STOP;
  if (!glued) return isDetached(text, at, span) ? at + 2 : at;
  let end = at + 1;
  while (end < span.end && end - at <= LONGEST_CLITIC + 1 && isWordUnit(text, end, span.end))
    end += 1;
  return CLITICS.has(text.slice(at + 1, end).toLowerCase()) ? end : at;
}

/** Brazil |'s| minister: a tokenised text has a space before its possessives. */
function isDetached(text: string, at: number, { start, end }: Span): boolean {
  if (at - 2 < start || text[at + 1] !== "s" || isWordUnit(text, at + 2, end)) return false;
  const spaced = classOf(text.charCodeAt(at - 1)) === SPACE && isWordUnit(text, at - 2, end);
  return spaced && at + 2 < end && classOf(text.charCodeAt(at + 2)) === SPACE;
}

function wordEnd(text: string, first: number, limit: number): number {
  let start = first;
  let at = first;
  while (at < limit) {
    while (isWordUnit(text, at, limit)) at += 1;
    if (at >= limit) return at;
    const unit = text.charCodeAt(at);
    if (unit === FULL_STOP) {
      if (keepsStop(text, start, at, limit)) {
        at += 1;
        if (isWordUnit(text, at, limit)) continue;
        if (!isHyphen(text.charCodeAt(at)) || !isWordUnit(text, at + 1, limit)) return at;
        // U.N.|backed: what follows keeps its own full stops
        at += 1;
        start = at;
        continue;
      }
      return at;
    }
    const joins = isApostrophe(unit) || isHyphen(unit) || unit === AMPERSAND;
    if (!joins || !isWordUnit(text, at + 1, limit)) return at;
    if (isApostrophe(unit) && cliticEnd(text, at, { start, end: limit }) > at) return at;
    at += 1;
  }
  return at;
}

/** Whether the full stop at `at` belongs to the word that starts at `start`. */
function keepsStop(text: string, start: number, at: number, limit: number): boolean {
  const next = at + 1 < limit ? text.charCodeAt(at + 1) : 0;
  // U.S., J.R., J., a.m.: one letter before the stop, and before that the word's start or another stop
  const alone = at - 1 === start || [FULL_STOP, HYPHEN].includes(text.charCodeAt(at - 2));
  if (alone && classOf(text.charCodeAt(at - 1)) === LETTER) {
    const capital = isCapital(text[at - 1] ?? "");
    return (
      capital ||
      at - 1 > start ||
      (classOf(next) === LETTER && text.charCodeAt(at + 2) === FULL_STOP)
    );
  }
  if (at - start <= 6 && SHORTENED.has(text.slice(start, at))) return true;
  // example.com: a small letter right behind
  return classOf(next) === LETTER && !isCapital(text[at + 1] ?? "") && hasCase(text[at + 1] ?? "");
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function hasCase(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase();
}

function numberEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    while (isWordUnit(text, at, limit)) at += 1;
    const unit = at < limit ? text.charCodeAt(at) : 0;
    const inner = unit === COMMA || unit === FULL_STOP || unit === COLON || isHyphen(unit);
    if (!inner || at + 1 >= limit) return at;
    const next = classOf(text.charCodeAt(at + 1));
    const glued = next === LETTER && isHyphen(unit) && !isCapital(text[at + 1] ?? "");
    if (next !== DIGIT && !glued) return at;
    at += 1;
  }
  return at;
}

/** Marks that come in rows and mean one thing: ``, '', --, ... */
function markEnd(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  if (unit === FULL_STOP || unit === HYPHEN) return runEnd(text, at, limit);
  const pairs = unit === BACKTICK || unit === APOSTROPHE;
  return pairs && at + 1 < limit && text.charCodeAt(at + 1) === unit ? at + 2 : at + 1;
}

function runEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit && text.charCodeAt(at) === text.charCodeAt(start)) at += 1;
  return at;
}
