/** Which words between commas say who a name is? Appositions before and behind it. Stage 4, recognise. */
import type { Line, Word } from "../reading.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { isPossessive, officeEndingAt, type WordRange, withPossessive } from "./titles.ts";

/** An apposition is no longer than this, in words. */
const LONGEST = 16;
/** Its noun stands within so many words of its comma. */
const NOUN_REACH = 8;

const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an"]);
/** Words that open a description and say nothing: left off, as articles are. */
const LEFT_OFF: ReadonlySet<string> = new Set(["the", "a", "an", "another", "one", "also", "then"]);
/** Words that make a description definite: who it says is one known person. */
const DEFINITE: ReadonlySet<string> = new Set(["the", "its", "his", "her", "their", "our", "my"]);
const AGE = /^\d{1,3}$/;
const COPULAS: ReadonlySet<string> = new Set(["is", "was", "became", "remains"]);
/** Behind `was`, `has been`: the office that somebody comes into needs no article there. */
const INSTALLED: ReadonlySet<string> = new Set(
  "named appointed elected re-elected reelected made sworn nominated".split(" "),
);
const AUXILIARIES: ReadonlySet<string> = new Set(
  "is was has had been being be who later recently".split(" "),
);
/** They make a verb passive: has been named, not has named. */
const PASSIVES: ReadonlySet<string> = new Set("is was been being be later".split(" "));

/**
 * Returns the office in apposition behind a name that ends before the word at `last`: `Defense Minister of the
 * Republic of Norland` in `Tomas Varga, 45, the Defense Minister of …,`. Its article is left off.
 */
export function descriptionBehind(line: Line, last: number): WordRange | undefined {
  if (line.words[last]?.text === "(") return inBrackets(line, last);
  if (line.words[last]?.text !== ",") return behindLetters(line, last);
  const aged = AGE.test(line.words[last + 1]?.text ?? "") && line.words[last + 2]?.text === ",";
  return officeFrom(line, last + (aged ? 3 : 1));
}

/** Hilde Doe (mayor of Carrow): the whole of the brackets. */
function inBrackets(line: Line, last: number): WordRange | undefined {
  const office = officeFrom(line, last + 1);
  return office && line.words[office.last]?.text === ")" ? office : undefined;
}

/** Hugh Lorne QC, counsel for the Board: letters of honour may stand between. */
function behindLetters(line: Line, last: number): WordRange | undefined {
  const letters = lexicon().postNominals.has(line.words[last]?.key ?? "");
  return letters && line.words[last]?.capital ? descriptionBehind(line, last + 1) : undefined;
}

/**
 * Returns the office behind `is the`, `, who was a`, `has been the`, `became the`, only with an article, so that `was
 * chief among` is none; and behind `was named`, `who was elected as`, with or without one.
 */
export function descriptionByVerb(line: Line, last: number): WordRange | undefined {
  const relative = line.words[last]?.text === "," && line.words[last + 1]?.key === "who";
  let at = relative ? last + 1 : last;
  const limit = at + MOST_AUXILIARIES;
  while (at < limit && AUXILIARIES.has(line.words[at]?.key ?? "")) at += 1;
  const verb = line.words[at]?.key ?? "";
  if (PASSIVES.has(line.words[at - 1]?.key ?? "") && at > last && INSTALLED.has(verb))
    return officeInstalled(line, at + 1);
  const named =
    COPULAS.has(verb) || COPULAS.has(line.words[at - 1]?.key ?? "") || isPerfect(line, at);
  const from = COPULAS.has(verb) ? at + 1 : at;
  if (!named || from === last) return undefined;
  return ARTICLES.has(line.words[from]?.key ?? "") ? held(line, officeFrom(line, from)) : undefined;
}

/** What is thought of somebody, or how he did in a contest, is no office: a great player, the only candidate. */
function held(line: Line, office: WordRange | undefined): WordRange | undefined {
  if (office === undefined) return undefined;
  const words = line.words.slice(office.first, office.last);
  const counted = COUNTING.has(words[0]?.key ?? "") && !GRADED_BY_NUMBER.has(words[1]?.key ?? "");
  return counted || words.some(({ key }) => OPINIONS.has(key)) ? undefined : office;
}

const COUNTING: ReadonlySet<string> = new Set(
  "first second third fourth fifth last next only sole latest same other".split(" "),
);
const GRADED_BY_NUMBER: ReadonlySet<string> = new Set(
  "deputy vice minister secretary lady lieutenant mate officer".split(" "),
);
const OPINIONS: ReadonlySet<string> = new Set(
  (
    "great greatest good better best bad worst fine outstanding fantastic brilliant excellent wonderful capable quality " +
    "strong stronger obvious canny inspirational busier proven clear real true big bigger biggest tough talented gifted " +
    "favourite favorite popular perfect likely unlikely worthy dangerous player victim survivor winner loser failure"
  ).split(" "),
);

/** So many words make a verb: who had later been. */
const MOST_AUXILIARIES = 4;

function isPerfect({ words }: Line, at: number): boolean {
  return words[at - 1]?.key === "been";
}

/** Was named [as] [the] mayor of Carrow; sworn in as mayor. */
function officeInstalled(line: Line, from: number): WordRange | undefined {
  let at = from;
  while (line.words[at]?.key === "in" || line.words[at]?.key === "as") at += 1;
  return held(line, officeFrom(line, at));
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
      return known && !isNumbered(line, found, at) && !isSpokenTo(line, found, last)
        ? { first: found.first, last: comma }
        : undefined;
    }
    if (line.words[at - 1]?.kind !== "word") return undefined;
  }
  return undefined;
}

/** The office that starts at a word, with its `of …`, up to the next comma, verb or relative clause. */
function officeFrom(line: Line, start: number): WordRange | undefined {
  let first = start;
  while (isLeftOff(line, first)) first += 1;
  const noun = nounAfter(line, first);
  if (noun === undefined) return undefined;
  const last = endOfOffices(line, noun, first + LONGEST);
  // ", acting treasurer Mona Ashe" is the title of who follows
  return line.words[last]?.capital ? undefined : { first, last };
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
    "said says told not if when while where after before than then " +
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

const TOWARDS: ReadonlySet<string> = new Set(
  "to with by for about against after before".split(" "),
);

/** Speaking with the mayor, Doe said: the office behind a preposition is another’s than who speaks behind the comma. */
function isSpokenTo(line: Line, { first }: WordRange, behind: number): boolean {
  const lists = lexicon();
  const article =
    ARTICLES.has(line.words[first - 1]?.key ?? "") ||
    DEFINITE.has(line.words[first - 1]?.key ?? "");
  const verb = line.words[behind]?.key ?? "";
  const speaks = lists.saying.has(verb) || lists.acting.has(verb);
  return speaks && TOWARDS.has(line.words[first - (article ? 2 : 1)]?.key ?? "");
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
