/** Where does a name end that a given name begins, in a script without capitals? Stage 4, recognise. */
import type { LanguageWords } from "./language-words.ts";
import { listedAt } from "./listed.ts";
import type { PlainLine } from "./script.ts";

/** What the last part of a name is known as. */
export type Ending = "family" | "given" | "unknown";

/** A row of words that is shaped like a name: `words.slice(first, last)`. */
export interface NameShape {
  readonly first: number;
  readonly last: number;
  readonly ending: Ending;
}

/** No name is longer, in words. */
const MOST_WORDS = 7;
/** No more particles stand in a row. */
const MOST_PARTICLES = 3;
/** Servant (of God): whatever is behind it is part of the name. */
const SERVANT = "عبد";

/** How family names end in Persian, beside those of the lists; and Arabic names of origin. */
const FAMILY_ENDINGS: ReadonlyMap<string, RegExp> = new Map([
  ["fa", /..(?:زاده|پور|نژاد|فر|نیا|یان|وند|آبادی|ابادی|منش|خواه|دوست|زادگان)$/],
  ["ar", /^ال.{2,}ی$/],
  ["he", /..(?:ביץ|סקי|שטיין|ברג|מן|פלד|באום|נטל|ייב|ובה|וב|אשוילי)$/],
]);

/** Second halves of Persian family names that are written apart: `غریب آبادی`. */
const SECOND_HALVES = /^(?:زاده|پور|نژاد|فر|نیا|ابادی|خواه|دوست|منش|لو|وند)$/;

/**
 * Returns the row that starts with the word at `first`, taken for a given name: more given names, particles with
 * what they govern (`בן גוריון`, `بن سلمان`), then one family name. Nothing where no second word follows.
 */
export function nameFrom(
  plain: PlainLine,
  first: number,
  words: LanguageWords,
): NameShape | undefined {
  let last = pastApostrophe(plain, first + 1);
  let ending: Ending | undefined;
  while (last - first < MOST_WORDS) {
    const kind = partAt(plain, last, words);
    if (kind === undefined) break;
    if (kind === "unknown" && ending === "family" && !isTribe(plain, last, words)) break;
    if (kind === "unknown" && ending === "given" && !endsName(plain, last + 1, words)) break;
    last =
      kind === "particle" ? behindParticles(plain, last, words) : pastApostrophe(plain, last + 1);
    ending = kind === "particle" ? "family" : kind;
    if (kind === "unknown" || (kind === "family" && words.language !== "ar")) break;
  }
  if (ending === undefined) return undefined;
  if (SECOND_HALVES.test(plain.keys[last] ?? ""))
    return { first, last: last + 1, ending: "family" };
  return { first, last, ending };
}

/** Where what particles govern ends: one word behind the last of them (بن عبد العزيز). */
function behindParticles({ keys }: PlainLine, first: number, words: LanguageWords): number {
  let at = first;
  while (words.particles.has(keys[at] ?? "") && at - first < MOST_PARTICLES) at += 1;
  return at + 1;
}

/** عبد الرحمن | السمحان: behind what a particle governs a name of Arabic can go on with one of the family. */
function isTribe({ keys }: PlainLine, at: number, words: LanguageWords): boolean {
  return (
    words.language === "ar" &&
    words.particles.has(keys[at - 2] ?? "") &&
    (keys[at] ?? "").startsWith(ARTICLE)
  );
}

const ARTICLE = "ال";

/** Whether a mark, a verb of saying or what it says stands at a word: what is before it may be a whole name. */
export function endsName(plain: PlainLine, at: number, words: LanguageWords): boolean {
  const key = plain.keys[at] ?? "";
  return plain.line.words[at]?.kind !== "word" || words.saying.has(key) || words.that.has(key);
}

/** The geresh at the end of `ג'ורג'` is a mark of its own. */
function pastApostrophe({ line }: PlainLine, at: number): number {
  const mark = line.words[at];
  const glued = mark?.kind === "mark" && mark.start === line.words[at - 1]?.end;
  return glued && GERESH.test(mark.text) && line.words[at + 1]?.kind === "word" ? at + 1 : at;
}

const GERESH = /^['’׳]$/;

function partAt(
  plain: PlainLine,
  at: number,
  words: LanguageWords,
): Ending | "particle" | undefined {
  const key = plain.keys[at] ?? "";
  if (plain.line.words[at]?.kind !== "word") return undefined;
  if (key === SERVANT && plain.line.words[at + 1]?.kind === "word") return "particle";
  if (words.particles.has(key)) return isNameWord(plain, at + 1, words) ? "particle" : undefined;
  if (words.family.has(key)) return "family";
  if (!isNameWord(plain, at, words)) return undefined;
  if (words.given.has(key)) return "given";
  return FAMILY_ENDINGS.get(words.language)?.test(key) ? "family" : "unknown";
}

/** Whether a word can be part of a name at all: none of the frequent words, no verb of saying, no title. */
export function isNameWord(plain: PlainLine, at: number, words: LanguageWords): boolean {
  const key = plain.keys[at] ?? "";
  const word = plain.line.words[at];
  if (word?.kind !== "word" || key.length < 2 || LATIN.test(key)) return false;
  if (words.stop.has(key) || words.saying.has(key) || words.that.has(key)) return false;
  if (words.given.has(key)) return true;
  if (words.language === "ar" && isGlued(key, words)) return false;
  return (
    listedAt(plain, at, { phrases: words.titles, words }) === undefined &&
    listedAt(plain, at, { phrases: words.things, words }) === undefined
  );
}

/** In the, and the, for the; an adjective of the feminine; and what: none is a part of a name. */
function isGlued(key: string, { stop }: LanguageWords): boolean {
  return GLUED_ARTICLE.test(key) || (key.startsWith("و") && stop.has(key.slice(1)));
}

const GLUED_ARTICLE = /^(?:[وفبک]ال|لل)|^ال.+ه$/;
const LATIN = /[a-z]/i;
