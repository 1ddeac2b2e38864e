/** Which words between commas say who a name is? Appositions before and behind it. Stage 4, recognise. */
import type { Line } from "../reading.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { isPossessive, officeEndingAt, type WordRange, withPossessive } from "./titles.ts";

/** An apposition is no longer than this, in words. */
const LONGEST = 16;
/** Its noun stands within so many words of its comma. */
const NOUN_REACH = 8;

const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an"]);
/** Words that make a description definite: who it says is one known person. */
const DEFINITE: ReadonlySet<string> = new Set(["the", "its", "his", "her", "their", "our", "my"]);
const AGE = /^\d{1,3}$/;
const COPULAS: ReadonlySet<string> = new Set(["is", "was", "became", "remains"]);

/**
 * Returns the office in apposition behind a name that ends before the word at `last`: `Defense Minister of the
 * Republic of Norland` in `Tomas Varga, 45, the Defense Minister of …,`. Its article is left off.
 */
export function descriptionBehind(line: Line, last: number): WordRange | undefined {
  if (line.words[last]?.text !== ",") return behindLetters(line, last);
  const aged = AGE.test(line.words[last + 1]?.text ?? "") && line.words[last + 2]?.text === ",";
  return officeFrom(line, last + (aged ? 3 : 1));
}

/** Hugh Lorne QC, counsel for the Board: letters of honour may stand between. */
function behindLetters(line: Line, last: number): WordRange | undefined {
  const letters = lexicon().postNominals.has(line.words[last]?.key ?? "");
  return letters && line.words[last]?.capital ? descriptionBehind(line, last + 1) : undefined;
}

/** Returns the office behind `is the`, `was a`, `became the`; only with an article, so that `was chief among` is none. */
export function descriptionByVerb(line: Line, last: number): WordRange | undefined {
  if (!COPULAS.has(line.words[last]?.key ?? "")) return undefined;
  return ARTICLES.has(line.words[last + 1]?.key ?? "") ? officeFrom(line, last + 1) : undefined;
}

/**
 * Returns the definite office that a comma parts from the name `words.slice(first, last)` behind it:
 * `postmistress of Gull Skerry` in `The postmistress of Gull Skerry, Dolores Marchbanks, is`.
 */
export function descriptionBefore(line: Line, { first, last }: WordRange): WordRange | undefined {
  const lists = lexicon();
  const comma = titlesStart(line, first, lists) - 1;
  if (line.words[comma]?.text !== "," || !closesBehind(line, last, lists)) return undefined;
  for (let at = comma; at > Math.max(0, comma - NOUN_REACH); at -= 1) {
    const found = officeEndingAt(line, at, lists);
    if (found && (at === comma || reaches(line, at, comma))) {
      const known =
        isDefinite(line, found) || isIntroduced(line, { first: found.first, last }, at === comma);
      return known && !isNumbered(line, found, at)
        ? { first: found.first, last: comma }
        : undefined;
    }
    if (line.words[at - 1]?.kind !== "word") return undefined;
  }
  return undefined;
}

/** The office that starts at a word, with its `of …`, up to the next comma, verb or relative clause. */
function officeFrom(line: Line, start: number): WordRange | undefined {
  const key = line.words[start]?.key ?? "";
  const first = ARTICLES.has(key) || DEFINITE.has(key) ? start + 1 : start;
  const noun = nounAfter(line, first);
  if (noun === undefined) return undefined;
  const last = endOfOffice(line, noun + 1, first + LONGEST);
  // ", acting treasurer Mona Ashe" is the title of who follows
  return line.words[last]?.capital ? undefined : { first, last };
}

/** Words that may not stand between the start of an apposition and its noun. */
const BREAKERS: ReadonlySet<string> = new Set(
  (
    "of in on at by for from with who whom whose which that and or but as to is was were are has have had " +
    "said says told not if when while where after before than then"
  ).split(" "),
);

/** The last noun of an office in a row: `chief executive`, not `chief`. */
function nounAfter(line: Line, first: number): number | undefined {
  const lists = lexicon();
  let noun: number | undefined;
  for (let at = first; at < first + NOUN_REACH; at += 1) {
    const word = line.words[at];
    if (word === undefined || (word.kind !== "word" && word.text !== "&")) break;
    if (BREAKERS.has(word.key) || lists.saying.has(word.key)) break;
    const general = word.key === "general" && at > first && !isSmallWord(line, at + 1);
    if (general || officeEndingAt(line, at + 1, lists) !== undefined) noun = at;
    else if (noun !== undefined) break;
  }
  const word = noun === undefined ? undefined : line.words[noun + 1];
  return word !== undefined && isPossessive(word) ? undefined : noun;
}

/** General counsel is no general. */
function isSmallWord(line: Line, at: number): boolean {
  const next = line.words[at];
  return next?.kind === "word" && !next.capital && !BREAKERS.has(next.key);
}

const COMPLEMENTS: ReadonlySet<string> = new Set(["of", "for", "at", "in", "to", "with"]);
/** Small words that may stand inside a complement. */
const INNER: ReadonlySet<string> = new Set([
  "the",
  "and",
  "of",
  "for",
  "a",
  "an",
  "&",
  "in",
  "de",
  "its",
  "his",
  "her",
  "their",
]);

/** `of the Republic of Azerbaijan`, `at Tern Dredging`; nothing where no preposition follows. */
function endOfOffice(line: Line, from: number, limit: number): number {
  const lists = lexicon();
  if (!COMPLEMENTS.has(line.words[from]?.key ?? "")) return from;
  let last = from;
  for (let at = from + 1; at < limit; at += 1) {
    const word = line.words[at];
    if (word === undefined || word.kind === "number") break;
    if (word.kind === "mark" && word.text !== "&") break;
    if (lists.saying.has(word.key) || lists.calendar.has(word.key)) break;
    if (!word.capital && !INNER.has(word.key) && BREAKERS.has(word.key)) break;
    if (lists.acting.has(word.key)) break;
    if (!INNER.has(word.key)) last = at + 1;
  }
  return last;
}

function closesBehind(line: Line, at: number, lists: Lexicon): boolean {
  const next = line.words[at];
  if (next === undefined || lists.saying.has(next.key)) return true;
  return [",", ".", ";", "--", "–", "—"].includes(next.text);
}

/** Where the honorifics and ranks before a name begin: at Dame, in `the judge, Dame Honoria Doe`. */
function titlesStart(line: Line, first: number, lists: Lexicon): number {
  let at = first;
  while (at > 0) {
    const word = line.words[at - 1];
    if (!word?.capital || !(lists.honorifics.has(word.key) || lists.ranks.has(word.key))) break;
    at -= 1;
  }
  return at;
}

/**
 * `a retired clerk, Winifred Doe.`: with `a`, only where the clause ends behind the name and no `is` stands before. What
 * follows `in` or `at` may be a place with its county: a priest in Vigan, Ilocos Sur.
 */
function isIntroduced(line: Line, { first, last }: WordRange, bare: boolean): boolean {
  if (!bare) return false;
  const article = line.words[first - 1]?.key ?? "";
  if (article !== "a" && article !== "an") return false;
  if (COPULAS.has(line.words[first - 2]?.key ?? "")) return false;
  return [",", ".", ";"].includes(line.words[last]?.text ?? ".");
}

const ORDINALS: ReadonlySet<string> = new Set(
  "first second third fourth fifth sixth last next other only latest remaining final".split(" "),
);
/** Nouns that with an ordinal count people of a row and name no office. First minister is one. */
const COUNTED: ReadonlySet<string> = new Set(
  (
    "candidate nominee speaker witness victim suspect defendant resident player survivor guard student pupil goalkeeper " +
    "striker scorer winner doctor lawyer driver official officer applicant"
  ).split(" "),
);

/** The third candidate, the last speaker: a place in a row. */
function isNumbered(line: Line, { first }: WordRange, end: number): boolean {
  return ORDINALS.has(line.words[first]?.key ?? "") && COUNTED.has(line.words[end - 1]?.key ?? "");
}

/** Whether what stands from `at` to the comma is one complement: `of Gull Skerry`. */
function reaches(line: Line, at: number, comma: number): boolean {
  return COMPLEMENTS.has(line.words[at]?.key ?? "") && endOfOffice(line, at, comma + 1) === comma;
}

/** Definite by its article, by a possessive, or as the sentence's first words: `President of the Board, …`. */
function isDefinite(line: Line, { first }: WordRange): boolean {
  if (first === 0 || DEFINITE.has(line.words[first - 1]?.key ?? "")) return true;
  if (withPossessive(line, first) < first) return true;
  return line.words.slice(first, first + 3).some(isPossessive);
}
