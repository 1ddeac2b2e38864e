/** How sure is it that a row of capitalised words is a person? Weighed from the row, its neighbours, the document. Stage 4. */
import { foldName } from "../../text/fold.ts";
import type { Line, Reading, Word } from "../reading.ts";
import { bearerOf, isBehindPluralTitle, isPluralName, isRelative } from "./callings.ts";
import type { Chunk } from "./chunks.ts";
import { phraseAt } from "./chunks.ts";
import { descriptionBefore } from "./descriptions.ts";
import { type DocumentEvidence, keyOfRow } from "./document-evidence.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { namesThing } from "./thing-names.ts";
import { isTitle, titleBefore } from "./titles.ts";

/** A row of one line, taken to be a name without its title. */
export interface Candidate extends Chunk {
  /** Index in `Reading.lines`. */
  readonly line: number;
}

/**
 * What each piece of evidence weighs. A name is likely from 1.8 on; the sum becomes a confidence by a
 * logistic curve. Set by hand so that a known given name alone stays below 0.9, and with a title,
 * a surname that comes back or a verb of speech is above.
 */
const WEIGHTS = {
  givenName: 3,
  doubtfulGivenName: 1.3,
  initial: 2.6,
  middleInitial: 2,
  familyNameFirst: 1.9,
  honorific: 3.6,
  rank: 3.6,
  office: 3.2,
  demonymBefore: 0.7,
  comesBackAlone: 1,
  comesBackTitled: 2.5,
  says: 0.8,
  acts: 0.5,
  age: 2.5,
  countryBehind: 1.9,
  describedBefore: 2.2,
  pluralOffice: 1.5,
  apposition: 1.2,
  particle: 1,
  suffix: 2,
  oneWord: -0.4,
  lastIsPlace: -0.9,
  lastIsBody: -1.4,
  lastIsThing: -1.5,
  firstIsPlaceWord: -1.5,
  thing: -3,
  called: 2.5,
  relation: 2.2,
  pluralTitle: 3,
  betweenNames: 2,
  plural: -9,
  smallElsewhere: -1.5,
  bodyElsewhere: -2.5,
  behindThe: -2.5,
  stockCode: -3,
  long: -1.5,
  behindPreposition: -1.3,
} as const;

type Clue = keyof typeof WEIGHTS;

/** A surname alone is named only with one of these. */
const NAMES_ALONE: ReadonlySet<Clue> = new Set([
  "honorific",
  "rank",
  "office",
  "age",
  "relation",
  "pluralTitle",
]);

/** These say what else the row is: whatever speaks for a person must be stronger. */
const REFUTING: ReadonlySet<Clue> = new Set(["thing", "stockCode", "plural"]);

const CENTRE = 1.8;
const STEEPNESS = 1.35;
/** No rule is surer: on CoNLL-2003, 993 of 1,000 people at this confidence are people. */
const SUREST = 0.99;
const MOST_NAMES = 4;

/** Returns the confidence that a row names a person, and the heaviest clue as the rule's name. */
export function personEvidence(
  reading: Reading,
  evidence: DocumentEvidence,
  candidate: Candidate,
): { readonly confidence: number; readonly rule: string } {
  const line = reading.lines[candidate.line];
  const lists = lexicon();
  if (line === undefined || !canBeName(line, candidate, lists))
    return { confidence: 0, rule: "none" };
  const clues = [
    ...ownClues(line, candidate, lists),
    ...neighbourClues(line, candidate, lists),
    ...documentClues(reading, evidence, candidate),
  ];
  const score = clues.reduce((sum, clue) => sum + WEIGHTS[clue], 0);
  const single = candidate.last - candidate.first === 1;
  const named = !single || clues.some((clue) => NAMES_ALONE.has(clue));
  const refuted = score < CENTRE && clues.some((clue) => REFUTING.has(clue));
  return { confidence: named && !refuted ? confidenceOf(score) : 0, rule: heaviestOf(clues) };
}

/** Of equals the first. */
function heaviestOf(clues: readonly Clue[]): string {
  let [heaviest] = clues;
  for (const clue of clues)
    if (heaviest === undefined || WEIGHTS[clue] > WEIGHTS[heaviest]) heaviest = clue;
  return heaviest ?? "none";
}

function confidenceOf(score: number): number {
  const confidence = 1 / (1 + Math.exp(-STEEPNESS * (score - CENTRE)));
  return Math.min(SUREST, Math.round(1000 * confidence) / 1000);
}

const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}&.]+$/u;
const INITIALS = /^(?:\p{Lu}\.-?)+$/u;

/** J., J.R., but not U.S. and what goes with a country: S. Korea. */
function isInitial(word: Word | undefined, next: Word | undefined, lists: Lexicon): boolean {
  if (word === undefined || !INITIALS.test(word.text) || lists.demonyms.has(word.key)) return false;
  if (lists.notBodies.has(word.key) || lists.bodyAcronyms.has(word.key)) return false;
  return next === undefined || !(lists.demonyms.has(next.key) || COMPASS_COUNTRIES.has(next.key));
}

const COMPASS_COUNTRIES: ReadonlySet<string> = new Set(
  "korea korean koreans africa african africans america american ireland irish carolina dakota yemen yemeni asia asian".split(
    " ",
  ),
);

/** Shape: no word that is never part of a name, no abbreviation, no known body or place as a whole. */
function canBeName(line: Line, { first, last }: Chunk, lists: Lexicon): boolean {
  const words = line.words.slice(first, last);
  if (words.length > 6 || words.length === 0) return false;
  const tail = words.at(-1);
  const before = words.at(-2);
  const bareTitle =
    tail !== undefined && isTitle(tail.key, lists) && !(before && isGiven(before.key, lists));
  if (bareTitle) return false;
  const opensBody = words[0] !== undefined && lists.bodyWords.has(words[0].key);
  if (opensBody && !isGiven(words[0]?.key ?? "", lists)) return false;
  if (namesThing(line, { first, last }, lists)) return false;
  const endsBody = words.length > 1 && tail !== undefined && lists.bodyWords.has(tail.key);
  if (endsBody && !isGiven(words[0]?.key ?? "", lists) && !INITIALS.test(words[0]?.text ?? ""))
    return false;
  if (words.every(({ text, key }) => INITIALS.test(text) || lists.suffixes.has(key))) return false;
  const whole = phraseAt(line.words, first);
  if (whole && whole.length >= words.length && words.length > 1) return false;
  return words.every((word, index) => {
    if (word.kind !== "word") return false;
    if (lists.nobody.has(word.key)) return false;
    if (words.length === 1 && isDemonym(line, first, lists)) return false;
    if (INITIALS.test(word.text))
      return words.length > 1 && isInitial(word, words[index + 1], lists);
    if (word.text.length > 2 && CAPITALS.test(word.text) && !lists.suffixes.has(word.key))
      return false;
    return !(words.length === 1 && (lists.stop.has(word.key) || lists.bodyWords.has(word.key)));
  });
}

/** Norlander; Sri Lankan, whose first word reads as a title. */
function isDemonym({ words }: Line, at: number, lists: Lexicon): boolean {
  const key = words[at]?.key ?? "";
  return lists.demonyms.has(key) || lists.demonyms.has(`${words[at - 1]?.key} ${key}`);
}

function ownClues(line: Line, { first, last }: Chunk, lists: Lexicon): Clue[] {
  const words = line.words.slice(first, last);
  const [head, second] = words;
  const tail = words.at(-1);
  if (head === undefined || tail === undefined) return [];
  const clues: Clue[] = [];
  if (words.length === 1) clues.push("oneWord");
  else if (isInitial(head, second, lists)) clues.push("initial");
  else if (isGiven(head.key, lists))
    clues.push(lists.doubtful.has(head.key) ? "doubtfulGivenName" : "givenName");
  else if (lists.familyFirst.has(head.key) && words.length <= 3) clues.push("familyNameFirst");
  if (words.length > 2 && isInitial(second, words[2], lists)) clues.push("middleInitial");
  if (words.slice(1).some((word) => !word.capital && lists.particles.has(word.key)))
    clues.push("particle");
  if (words.length > 2 && lists.suffixes.has(tail.key)) clues.push("suffix");
  if (words.filter(({ capital }) => capital).length > MOST_NAMES) clues.push("long");
  const place = phraseAt(line.words, last - 1)?.phrase.kind;
  if (words.length > 1 && place !== undefined)
    clues.push(place === "organisation" ? "lastIsBody" : "lastIsPlace");
  if (words.length > 1 && lists.placeBefore.has(head.key)) clues.push("firstIsPlaceWord");
  if (words.length > 1 && (lists.bodyWords.has(tail.key) || lists.placeBehind.has(tail.key)))
    clues.push("lastIsThing");
  return clues;
}

const ACCENTED = /[^ -~]/;

/** Given names are listed without accents as well; double ones by their halves: Jean-Claude, Hyun-jin. */
function isGiven(key: string, lists: Lexicon): boolean {
  if (lists.firstNames.has(key)) return true;
  if (ACCENTED.test(key) && lists.firstNames.has(foldName(key))) return true;
  const hyphen = key.indexOf("-");
  return (
    hyphen > 0 &&
    lists.firstNames.has(key.slice(0, hyphen)) &&
    lists.firstNames.has(key.slice(hyphen + 1))
  );
}

const PREPOSITIONS: ReadonlySet<string> = new Set(["in", "at", "near", "into", "outside"]);

function neighbourClues(line: Line, { first, last }: Chunk, lists: Lexicon): Clue[] {
  const clues: Clue[] = [];
  const title = titleBefore(line, first);
  if (title.honorific) clues.push("honorific");
  if (title.rank) clues.push("rank");
  const small = last - first === 1 && line.words[first - 1]?.capital !== true;
  if (title.office && !title.rank && !small) clues.push("office");
  const before = line.words[first - 1];
  if (bearerOf(line, first) === "person") clues.push("called");
  if (last - first === 1 && isRelative(line, first) && isClearlyGiven(line.words[first], lists))
    clues.push("relation");
  if (isBehindPluralTitle(line, first, lists)) clues.push("pluralTitle");
  if (last - first > 1 && isBetweenNames(line, { first, last }, lists)) clues.push("betweenNames");
  if (isPluralName(line, { first, last })) clues.push("plural");
  if (before !== undefined && lists.demonyms.has(before.key)) clues.push("demonymBefore");
  if (before?.key === "the" && title.first === first && !isGoverned(line, last))
    clues.push("behindThe");
  if (before?.key.endsWith("s") && !before.capital && lists.heads.has(before.key.slice(0, -1)))
    clues.push("pluralOffice");
  if (before !== undefined && PREPOSITIONS.has(before.key)) clues.push("behindPreposition");
  if (descriptionBefore(line, { first, last })) clues.push("describedBefore");
  if (saidBefore(line, first, lists)) clues.push("says");
  return [...clues, ...cluesBehind(line, last, lists)];
}

/** What is called by the name of who leads it: the Doe administration. */
export const GOVERNED: ReadonlySet<string> = new Set(
  "administration government cabinet campaign presidency".split(" "),
);

/**
 * The John Doe administration: who governs is named by it, as “Doe’s government” names Doe. So do those who mark names in
 * news by hand (10 of 10 such names in two sets). The Doe Center names a house, and Doe-era is no name.
 */
function isGoverned({ words }: Line, last: number): boolean {
  return GOVERNED.has(words[last]?.key ?? "");
}

function isClearlyGiven(word: Word | undefined, lists: Lexicon): boolean {
  return word?.capital === true && isGiven(word.key, lists) && !lists.doubtful.has(word.key);
}

/** Ann Doe, | Xeno Roe, | John Moe: in a list whose neighbours start with given names. */
function isBetweenNames({ words }: Line, { first, last }: Chunk, lists: Lexicon): boolean {
  if (words[first - 1]?.text !== "," || !JOINTS.has(words[last]?.key ?? "")) return false;
  const next = words[last + 1]?.key === "and" ? last + 2 : last + 1;
  const named = (at: number): boolean => {
    const surname = words[at + 1];
    if (surname?.capital !== true || lists.bodyWords.has(surname.key)) return false;
    return isClearlyGiven(words[at], lists) && !lists.placeBehind.has(surname.key);
  };
  return named(first - 3) && named(next);
}

const JOINTS: ReadonlySet<string> = new Set([",", "and"]);

/** “…,” said Doe. */
function saidBefore(line: Line, first: number, lists: Lexicon): boolean {
  const verb = line.words[first - 1];
  const mark = line.words[first - 2];
  return verb !== undefined && lists.saying.has(verb.key) && mark?.kind === "mark";
}

const CLAUSE_OPENERS: ReadonlySet<string> = new Set(["who", "whose", "whom"]);

function cluesBehind(line: Line, last: number, lists: Lexicon): Clue[] {
  const next = line.words[last];
  if (next === undefined) return [];
  if (next.text === "<") return ["stockCode"];
  if (
    next.text === "(" &&
    AGE.test(line.words[last + 1]?.text ?? "") &&
    line.words[last + 2]?.text === ")"
  )
    return ["age"];
  if (next.text === "(" && isCountry(line.words[last + 1], lists)) return ["countryBehind"];
  if (next.text === ",") return cluesBehindComma(line, last + 1, lists);
  if (lists.thingsBehind.has(next.key)) return ["thing"];
  if (lists.saying.has(next.key)) return ["says"];
  if (lists.acting.has(next.key)) return ["acts"];
  return [];
}

/** Doe (Sweden): how results of sports name people. */
function isCountry(word: Word | undefined, lists: Lexicon): boolean {
  if (!word?.capital) return false;
  return lists.demonyms.has(word.key) || phraseAt([word], 0)?.phrase.kind === "country";
}

const AGE = /^\d{1,2}$/;
/** An apposition's office stands within so many words of its comma. */
const APPOSITION_REACH = 7;

function cluesBehindComma(line: Line, at: number, lists: Lexicon): Clue[] {
  const next = line.words[at];
  if (next === undefined) return [];
  if (AGE.test(next.text))
    return [",", "."].includes(line.words[at + 1]?.text ?? ".") ? ["age"] : [];
  if (CLAUSE_OPENERS.has(next.key)) return ["acts"];
  if (lists.saying.has(next.key)) return ["says"];
  for (let reach = at; reach < at + APPOSITION_REACH; reach += 1) {
    const word = line.words[reach];
    if (word === undefined || word.text === "," || lists.saying.has(word.key)) return [];
    if (lists.heads.has(word.key) && !lists.honorifics.has(word.key)) return ["apposition"];
  }
  return [];
}

function documentClues(reading: Reading, evidence: DocumentEvidence, candidate: Candidate): Clue[] {
  const words = reading.lines[candidate.line]?.words.slice(candidate.first, candidate.last) ?? [];
  const tail = words.at(-1);
  const head = words[0];
  if (tail === undefined || head === undefined) return [];
  const clues: Clue[] = [];
  if (words.length > 1 && evidence.titled.has(tail.key)) clues.push("comesBackTitled");
  else if (words.length > 1 && evidence.alone.has(tail.key)) clues.push("comesBackAlone");
  if (evidence.things.has(keyOfRow(words))) clues.push("thing");
  if (reading.small.has(tail.key) || reading.small.has(head.key)) clues.push("smallElsewhere");
  if (evidence.bodies.has(keyOfRow(words)) || evidence.bodies.has(head.key))
    clues.push("bodyElsewhere");
  return clues;
}
