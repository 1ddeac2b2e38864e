/** Whom does a headline name by the surname alone, where no sentence below introduces anybody of it? Stage 4, recognise. */
import { phraseAt } from "../names/chunks.ts";
import { type Lexicon, lexicon } from "../names/lexicon.ts";
import { isPossessive, isTitle, TITLES_AND_NAMES } from "../names/titles.ts";
import type { Line, Reading, Word } from "../reading.ts";
import type { PlacedRange } from "./drafts.ts";

/** A surname of a headline, with the given name before it if one is printed, and the rule that says so. */
export interface HeadlineName extends PlacedRange {
  readonly rule: string;
}

/** What stands beside a surname: the index of the surname itself is `at`. */
type Test = (line: Line, at: number, lists: Lexicon) => boolean;

/** Shorter words are seldom surnames and often words of headlines. */
const SHORTEST = 4;

/** In the order of their sureness; the first that holds names the evidence. */
const RULES: ReadonlyMap<string, Test> = new Map([
  ["headline-pronoun", saysOfSelf],
  ["headline-title", isTitledSpeaker],
  ["headline-owner", isOwnedSpeaker],
  ["headline-act", doesAsPerson],
  ["headline-source", isSource],
]);

/**
 * Returns the surnames that headlines in English name, in the order of the text: `DOE SAYS HE IS CONTENT`, `PRESIDENT DOE
 * VOWS`, `TREASURY’S DOE SAYS`, `DOE TO RESIGN`, `Rates to stay, Doe says`. None that is a word of the text in small
 * letters, a country, a body or a title. Companies speak in headlines as people do, so that `DOE SAYS` alone is nobody.
 */
export function headlineNames(reading: Reading): readonly HeadlineName[] {
  const lists = lexicon();
  return reading.lines.flatMap((line, index) => {
    if (index > 0 && line.sentence.part !== "headline") return [];
    return line.words.flatMap((word, at) => {
      if (!canBeSurname(line, at, lists) || reading.small.has(word.key)) return [];
      for (const [rule, test] of RULES)
        if (test(line, at, lists))
          return [{ line: index, first: withGiven(line, at, lists), last: at + 1, rule }];
      return [];
    });
  });
}

function canBeSurname(line: Line, at: number, lists: Lexicon): boolean {
  const word = line.words[at];
  if (word?.kind !== "word" || !word.capital || word.text.length < SHORTEST) return false;
  const { key } = word;
  const common = [
    lists.stop,
    lists.calendar,
    lists.nobody,
    lists.modifiers,
    lists.saying,
    lists.people,
  ];
  if (common.some((list) => list.has(key))) return false;
  if (isTitle(key, lists) && !TITLES_AND_NAMES.has(key)) return false;
  const bodies = [lists.bodyWords, lists.bodyOfWords, lists.bodyAcronyms, lists.notBodies];
  if (bodies.some((list) => list.has(key)) || !LETTERS.test(word.text)) return false;
  if (lists.demonyms.has(key) || lists.domains.has(key) || lists.headlineVerbs.has(key))
    return false;
  const known = phraseAt(line.words, at)?.phrase.kind;
  return known === undefined || known === "place";
}

const LETTERS = /^[\p{L}’'-]+$/u;

/** The given name before a surname; it is one only if something stands before it or nothing does. */
function withGiven(line: Line, at: number, lists: Lexicon): number {
  const key = line.words[at - 1]?.key ?? "";
  return lists.firstNames.has(key) && !lists.doubtful.has(key) ? at - 1 : at;
}

function speaks(word: Word | undefined, lists: Lexicon): boolean {
  return word !== undefined && (lists.saying.has(word.key) || lists.headlineVerbs.has(word.key));
}

const PRONOUNS: ReadonlySet<string> = new Set(["he", "she", "himself", "herself"]);

/** DOE SAYS HE, DOE SAYS THAT SHE: what says so is a person, where it opens the headline. */
function saysOfSelf(line: Line, at: number, lists: Lexicon): boolean {
  if (withGiven(line, at, lists) !== 0 || !speaks(line.words[at + 1], lists)) return false;
  const next = line.words[at + 2]?.key === "that" ? at + 3 : at + 2;
  return PRONOUNS.has(line.words[next]?.key ?? "");
}

/** PRESIDENT DOE VOWS, CHANCELLOR DOE’S, not PRESIDENT QUITS. */
function isTitledSpeaker(line: Line, at: number, lists: Lexicon): boolean {
  const title = line.words[withGiven(line, at, lists) - 1]?.key ?? "";
  if (!lists.heads.has(title) && !lists.honorifics.has(title)) return false;
  const next = line.words[at + 1];
  return speaks(next, lists) || (next !== undefined && isPossessive(next));
}

/** They are spoken for by people; a country is also named for its firms. */
const OWNERS: ReadonlySet<string> = new Set(
  "house treasury fed senate congress parliament ministry pentagon government cabinet commission union party vatican kremlin chancellery".split(
    " ",
  ),
);

/** TREASURY’S DOE SAYS. */
function isOwnedSpeaker(line: Line, at: number, lists: Lexicon): boolean {
  const first = withGiven(line, at, lists);
  const clitic = line.words[first - 1];
  if (clitic === undefined || !isPossessive(clitic)) return false;
  if (!OWNERS.has(line.words[first - 2]?.key ?? "")) return false;
  const next = line.words[at + 1];
  return (
    speaks(next, lists) || (next?.key.endsWith("ly") === true && speaks(line.words[at + 2], lists))
  );
}

/** What only a person does or is going to do. */
const ACTS: ReadonlySet<string> = new Set(
  "resign retire testify visit nominate address marry apologise apologize run".split(" "),
);

/** DOE TO HOLD NEWS CONFERENCE, TO MEET PRESS, TO GIVE SPEECH. */
const APPEARS: ReadonlySet<string> = new Set(["hold", "meet", "give"]);
const APPEARANCES: ReadonlySet<string> = new Set(["news", "press", "speech", "evidence"]);

/** DOE TO RESIGN, DOE WILL NOMINATE; at the start, or behind SAYS. */
function doesAsPerson(line: Line, at: number, lists: Lexicon): boolean {
  const aux = line.words[at + 1]?.key;
  if (aux !== "to" && aux !== "will") return false;
  const before = line.words[withGiven(line, at, lists) - 1];
  const opens = before === undefined || before.key === "says" || before.text === ":";
  const verb = line.words[at + 2]?.key ?? "";
  const appears = APPEARS.has(verb) && APPEARANCES.has(line.words[at + 3]?.key ?? "");
  return opens && (appears || ACTS.has(verb));
}

/**
 * Rates to stay as they are - Doe; …, Doe says: the last words of a line say whose statement it is. In capitals
 * PAPER, EUROPE and acronyms stand there as well.
 */
function isSource(line: Line, at: number, lists: Lexicon): boolean {
  const first = withGiven(line, at, lists);
  const mark = line.words[first - 1];
  if (line.capitals === "all" || ACRONYM.test(line.words[at]?.text ?? "")) return false;
  if (first < LEAST_BEFORE_SOURCE || mark === undefined || !DASHES.has(mark.text)) return false;
  const rest = line.words.length - at - 1;
  return rest === 0 || (rest === 1 && lists.saying.has(line.words[at + 1]?.key ?? ""));
}

const ACRONYM = /\p{Lu}{2}/u;
const DASHES: ReadonlySet<string> = new Set(["-", "--", "–", "—", ","]);
/** What is stated before the source's name, in words and marks. */
const LEAST_BEFORE_SOURCE = 6;
