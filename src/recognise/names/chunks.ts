/** Which words stand together as one capitalised row? Stage 4, recognise. */
import { lastIndexWhere } from "../../text/halving.ts";
import type { Line, Reading, Word } from "../reading.ts";
import { type Lexicon, lexicon, type Phrase } from "./lexicon.ts";

/** A row of capitalised words of one line: `words.slice(first, last)`. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
}

/** A known body or place at some word: how many words it takes. */
export interface PhraseMatch {
  readonly phrase: Phrase;
  readonly length: number;
}

/** No name is longer, in words; a longer row is cut. */
const LONGEST_ROW = 14;

/** More small particles in a row than this are no name: `van der`, `de la`. */
const MOST_PARTICLES = 3;

/**
 * Returns the rows of capitalised words of a line, in order. Small particles inside a name join
 * (`van der Laak`), initials and dotted letters too; words that are capitalised only because they open a
 * sentence, days and months end a row. A line that has all or most words capitalised has no rows.
 */
export function chunksOf(line: Line): readonly Chunk[] {
  if (line.capitals !== "prose") return [];
  const words = lexicon();
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < line.words.length) {
    if (!startsChunk(line, at, words)) {
      at += 1;
      continue;
    }
    const last = chunkEnd(line, at, words);
    chunks.push({ first: at, last });
    at = last;
  }
  return chunks;
}

/** Returns the rows of each line of a reading, as `chunksOf` gives them; the first call finds them. */
export function chunksOfLines(reading: Reading): readonly (readonly Chunk[])[] {
  const found = chunked.get(reading) ?? reading.lines.map(chunksOf);
  chunked.set(reading, found);
  return found;
}

/** Rows are asked for at several steps of the stage; a reading always has the same. */
const chunked = new WeakMap<Reading, readonly (readonly Chunk[])[]>();

/** Returns the one of a line’s rows that starts at a word, if one does. */
export function chunkFrom(chunks: readonly Chunk[], first: number): Chunk | undefined {
  const chunk = chunks[lastIndexWhere(chunks, (one) => one.first <= first)];
  return chunk?.first === first ? chunk : undefined;
}

/** Returns the longest known body or place whose words start at `at`, if any; capitals must agree. */
export function phraseAt(words: readonly Word[], at: number): PhraseMatch | undefined {
  const word = words[at];
  if (!word?.capital) return undefined;
  const phrases = lexicon().phrases.get(word.key);
  if (phrases === undefined) return undefined;
  for (const phrase of phrases) {
    if (!goesOn(words, at + 1, phrase.rest)) continue;
    const length = phrase.rest.length + 1;
    if (length > 1 || !isAcronymOnly(phrase, word)) return { phrase, length };
  }
  return undefined;
}

function goesOn(words: readonly Word[], at: number, rest: readonly string[]): boolean {
  for (let index = 0; index < rest.length; index += 1)
    if (words[at + index]?.key !== rest[index]) return false;
  return true;
}

/** `Eco` and `Who` are not ECO and WHO. */
function isAcronymOnly(phrase: Phrase, word: Word): boolean {
  const acronym = lexicon().bodyAcronyms.has(word.key) || ACRONYM_COUNTRIES.has(word.key);
  return acronym && phrase.kind !== "place" && word.text !== word.text.toUpperCase();
}

const ACRONYM_COUNTRIES: ReadonlySet<string> = new Set([
  "us",
  "uk",
  "usa",
  "uae",
  "ap",
  "rt",
  "apa",
]);

function startsChunk(line: Line, at: number, lists: Lexicon): boolean {
  const word = line.words[at];
  if (isInitial(line, at)) return true;
  if (!word?.capital || isClitic(word) || word.key === "i" || word.key.startsWith("i'"))
    return false;
  if (lists.calendar.has(word.key) && !isMonthName(line, at, lists)) return false;
  if (!lists.stop.has(word.key)) return true;
  return (phraseAt(line.words, at)?.length ?? 0) > 1 || opensBody(line, at, lists);
}

/** Federal Open Market Committee: a word that sentences open with, too, before the rest of a body's name. */
function opensBody({ words }: Line, at: number, lists: Lexicon): boolean {
  if (!BODY_OPENERS.has(words[at]?.key ?? "")) return false;
  let last = at;
  while (last - at < LONGEST_BODY && words[last + 1]?.capital && words[last + 1]?.kind === "word")
    last += 1;
  return last > at && lists.bodyWords.has(words[last]?.key ?? "");
}

const LONGEST_BODY = 7;
const BODY_OPENERS: ReadonlySet<string> = new Set(
  "first foreign international federal trade national central public general world free new united".split(
    " ",
  ),
);

/** April Jones, Theresa May: a month that stands with a given name. */
function isMonthName(line: Line, at: number, lists: Lexicon): boolean {
  const word = line.words[at];
  const next = line.words[at + 1];
  const before = line.words[at - 1];
  if (word === undefined || !GIVEN_MONTHS.has(word.key)) return false;
  if (word.key === "may" && before?.capital)
    return lists.firstNames.has(before.key) || lists.heads.has(before.key);
  if (next === undefined || !next.capital || next.kind !== "word") return false;
  return word.key !== "may" && !lists.stop.has(next.key) && !lists.calendar.has(next.key);
}

const GIVEN_MONTHS: ReadonlySet<string> = new Set(["april", "may", "june", "august"]);

/** The `A.` of Robert A. Lorne and the `I.` of I. Lorne are no articles and no pronouns. */
function isInitial({ words }: Line, at: number): boolean {
  const text = words[at]?.text ?? "";
  if (text.length > LONGEST_INITIAL || !text.endsWith(".")) return false;
  return INITIAL.test(text) && words[at + 1]?.capital === true;
}

/** In UTF-16 units: a letter, which may take two, and its full stop. */
const LONGEST_INITIAL = 3;

const INITIAL = /^\p{Lu}\.$/u;

function isClitic(word: Word): boolean {
  return !word.capital && CLITIC.test(word.text);
}

/** An apostrophe, right or wrong, with or without its letters. */
const CLITIC = /^['’‘´′`]/;

/** QC, Ph.D.; not the surname of Mr Md. */
const IN_CAPITALS = /^\p{Lu}.*\p{Lu}/u;

/** Hugh Lorne QC: letters in capitals that no name goes on behind. */
function isPostNominal({ words }: Line, at: number, lists: Lexicon): boolean {
  const word = words[at];
  if (word === undefined || !lists.postNominals.has(word.key)) return false;
  if (!IN_CAPITALS.test(word.text)) return false;
  if (!words[at - 1]?.capital || !words[at - 2]?.capital) return false;
  const next = words[at + 1];
  return next?.capital !== true || lists.postNominals.has(next.key);
}

function chunkEnd(line: Line, first: number, lists: Lexicon): number {
  let at = first;
  let last = first;
  while (at < line.words.length && at - first < LONGEST_ROW) {
    const known = phraseAt(line.words, at);
    if (known && known.length > 1) {
      at += known.length;
      last = at;
      continue;
    }
    if (at > first && !joins(line, at, lists)) break;
    const word = line.words[at];
    at += 1;
    if (word?.capital) last = at;
    else if (at - last > MOST_PARTICLES) break;
  }
  return last;
}

function joins(line: Line, at: number, lists: Lexicon): boolean {
  const word = line.words[at];
  if (word === undefined || word.kind === "mark") return word?.text === "&";
  if (word.kind === "number") return false;
  if (!word.capital) return lists.particles.has(word.key) && at > 0 && !isClitic(word);
  if (isInitial(line, at)) return true;
  if (isClitic(word) || word.key === "i") return false;
  if (lists.calendar.has(word.key)) return isMonthName(line, at, lists);
  if (isPostNominal(line, at, lists)) return false;
  return !lists.stop.has(word.key) || lists.modifiers.has(word.key) || opensBody(line, at, lists);
}
