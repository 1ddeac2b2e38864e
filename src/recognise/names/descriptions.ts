/** Which words between commas say who a name is? Appositions before and behind it. Stage 4, recognise. */
import type { Line } from "../reading.ts";
import { ARTICLES, DEFINITE, officeFrom, reaches } from "./description-extent.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { isPossessive, officeEndingAt, type WordRange, withPossessive } from "./titles.ts";

/** The noun of an office stands within so many words before its comma. */
const NOUN_REACH = 8;
const AGE = /^\d{1,3}$/;
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
  if (IS.has(line.words[first - 2]?.key ?? "")) return false;
  return [",", ".", ";"].includes(line.words[last]?.text ?? ".");
}

const IS: ReadonlySet<string> = new Set(["is", "was", "became", "remains"]);

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

/** Definite by its article, by a possessive, or as the sentence's first words: `President of the Board, …`. */
function isDefinite(line: Line, { first }: WordRange): boolean {
  if (first === 0 || DEFINITE.has(line.words[first - 1]?.key ?? "")) return true;
  if (withPossessive(line, first) < first) return true;
  return line.words.slice(first, first + 3).some(isPossessive);
}
