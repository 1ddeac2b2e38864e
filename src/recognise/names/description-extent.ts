/** Where does an office that describes somebody start and end? Its noun, a second one, its complements. Stage 4, recognise. */
import type { Line, Word } from "../reading.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { isPossessive, officeEndingAt, type WordRange } from "./titles.ts";

/** An apposition is no longer than this, in words. */
const LONGEST = 16;
/** Its noun stands within so many words of its start. */
const NOUN_REACH = 8;

/** Articles of a description. */
export const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an"]);
/** Words that open a description and say nothing: left off, as articles are. */
const LEFT_OFF: ReadonlySet<string> = new Set(
  "the a an another one also then himself herself themselves".split(" "),
);
/** Words that make a description definite: who it says is one known person. */
export const DEFINITE: ReadonlySet<string> = new Set([
  "the",
  "its",
  "his",
  "her",
  "their",
  "our",
  "my",
]);

/**
 * Returns the office that starts at the word `start`, with its `of …`, up to the next comma, verb or relative clause:
 * `professor of law at Carrow University` of `a professor of law at Carrow University, said`. Articles before it are left off.
 */
export function officeFrom(line: Line, start: number): WordRange | undefined {
  let first = start;
  while (isLeftOff(line, first)) first += 1;
  const noun = opensWithVerb(line, first) ? undefined : nounAfter(line, first);
  if (noun === undefined || isHalf(line, noun)) return undefined;
  const last = endOfOffices(line, noun, first + LONGEST);
  // ", acting treasurer Mona Ashe" is the title of who follows
  return line.words[last]?.capital ? undefined : { first, last };
}

/** Underscoring divisions over a nominee: no description. */
function opensWithVerb(line: Line, at: number): boolean {
  const word = line.words[at];
  return word?.capital === false && /ing$/.test(word.key) && !lexicon().modifiers.has(word.key);
}

/** Chief | technology evangelist: the noun goes on to one that no list knows. */
function isHalf(line: Line, noun: number): boolean {
  return isGrade(line.words[noun], lexicon()) && isSmallWord(line, noun + 1);
}

function isLeftOff(line: Line, at: number): boolean {
  const key = line.words[at]?.key ?? "";
  return LEFT_OFF.has(key) || DEFINITE.has(key);
}

/** Where one office ends, or two: chairman and chief executive of Tern Dredging. */
function endOfOffices(line: Line, noun: number, limit: number): number {
  const end = endOfOffice(line, noun + 1, limit);
  if (line.words[end]?.key !== "and" || end > limit) return end;
  const second = nounAfter(line, end + 1);
  if (second === undefined || ARTICLES.has(line.words[end + 1]?.key ?? "")) return end;
  const last = endOfOffice(line, second + 1, limit + LONGEST);
  return line.words[last]?.capital ? end : last;
}

/** Words that may not stand between the start of an apposition and its noun. */
const BREAKERS: ReadonlySet<string> = new Set(
  (
    "of in on at by for from with who whom whose which that and or but as to is was were are has have had " +
    "said says told not if when while where after before than then since until during " +
    "this these those following will would can could may might must shall should be been being do does did became become becomes"
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
    if (DEFINITE.has(word.key) && at > first) break;
    const general = word.key === "general" && at > first && !isSmallWord(line, at + 1);
    if (general || officeEndingAt(line, at + 1, lists) !== undefined) noun = at;
    else if (noun !== undefined && !isGrade(line.words[noun], lists)) break;
  }
  const word = noun === undefined ? undefined : line.words[noun + 1];
  return word !== undefined && isPossessive(word) ? undefined : noun;
}

/** The deputy of deputy managing director: a noun that grades another one as well. */
function isGrade(noun: Word | undefined, lists: Lexicon): boolean {
  return noun !== undefined && lists.modifiers.has(noun.key);
}

/** General counsel is no general. */
function isSmallWord(line: Line, at: number): boolean {
  const next = line.words[at];
  return next?.kind === "word" && !next.capital && !BREAKERS.has(next.key);
}

const COMPLEMENTS: ReadonlySet<string> = new Set(["of", "for", "at", "in", "to", "with", "on"]);
/** They go on with a complement before a name only: of physics at Carrow University; not of the board to resign. */
const BEFORE_NAMES: ReadonlySet<string> = new Set(["at", "to", "on", "with"]);
/** No last word of a description. */
const TRAILING =
  /^(?:earlier|later|also|today|yesterday|ago|too|himself|herself|alone|\p{L}{3,}ly)$/u;
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
  const opener = line.words[from]?.key ?? "";
  if (!COMPLEMENTS.has(opener) || (opener !== "of" && isOfTime(line, from))) return from;
  // "the first woman to lead", "on condition": a verb or a manner, unless a name or an article follows
  if (BEFORE_NAMES.has(opener) && opener !== "at" && !leadsToName(line, from)) return from;
  let last = from;
  for (let at = from + 1; at < limit && !endsComplement(line, at); at += 1)
    if (!isInner(line, at)) last = at + 1;
  while (last > from && isTrailing(line.words[last - 1]?.key ?? "")) last -= 1;
  return last;
}

const NOUNS_IN_LY: ReadonlySet<string> = new Set(
  "assembly family supply monopoly ally italy july sicily anomaly".split(" "),
);

function isTrailing(key: string): boolean {
  return TRAILING.test(key) && !NOUNS_IN_LY.has(key);
}

/** For almost eight years, at the time: when, not of what. */
function isOfTime({ words }: Line, from: number): boolean {
  return words.slice(from + 1, from + 5).some(({ key, capital }) => !capital && TIMES.has(key));
}

const TIMES: ReadonlySet<string> = new Set(
  "year years month months week weeks day days decade decades season seasons moment time times hours".split(
    " ",
  ),
);

/** A small word that goes on with a complement and cannot end it. */
function isInner(line: Line, at: number): boolean {
  const key = line.words[at]?.key ?? "";
  return INNER.has(key) || (BEFORE_NAMES.has(key) && !line.words[at]?.capital);
}

function endsComplement(line: Line, at: number): boolean {
  const lists = lexicon();
  const word = line.words[at];
  if (word === undefined || word.kind === "number") return true;
  if (word.kind === "mark") return word.text !== "&";
  if (lists.saying.has(word.key) || lists.calendar.has(word.key) || lists.acting.has(word.key))
    return true;
  if (!word.capital && COMPLEMENTS.has(word.key) && word.key !== "of" && isOfTime(line, at))
    return true;
  if (word.capital || INNER.has(word.key)) return false;
  if (BEFORE_NAMES.has(word.key)) return !leadsToName(line, at);
  return BREAKERS.has(word.key);
}

/** Whether a capitalised name or a definite noun stands behind a preposition. */
function leadsToName({ words }: Line, at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || lexicon().calendar.has(next.key)) return false;
  if (next.capital) return true;
  return DEFINITE.has(next.key) && !lexicon().calendar.has(words[at + 2]?.key ?? "");
}

/** Whether what stands from `at` to `comma` is one complement of an office: `of Gull Skerry`. */
export function reaches(line: Line, at: number, comma: number): boolean {
  return COMPLEMENTS.has(line.words[at]?.key ?? "") && endOfOffice(line, at, comma + 1) === comma;
}
