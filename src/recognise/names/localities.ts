/** Which words beside a name say that it is a place, though no list knows it? Stage 4, recognise. */
import type { Line, Word } from "../reading.ts";
import { phraseAt } from "./chunks.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { isPossessive, type WordRange } from "./titles.ts";

/** No town has more words. */
const MOST_WORDS = 3;

/**
 * Whether the words around a row say that it is a place: `the village of Hexley`, `the mayor of Hexley`, `north of
 * Hexley`, `lives in Hexley`, `Hexley harbour`, `Hexley’s streets`, `Hexley, a village near`, `in Hexley, Norway`,
 * `Tar Lane, Hexley`. That it stands behind `in` or `at` says nothing by itself.
 */
export function isCalledPlace(line: Line, row: WordRange): boolean {
  const lists = lexicon();
  if (!canBePlace(line.words.slice(row.first, row.last), lists)) return false;
  return saidBefore(line, row, lists) || saidBehind(line, row, lists);
}

const CAPITALS = /^[\p{Lu}\p{N}&.-]+$/u;

function canBePlace(words: readonly Word[], lists: Lexicon): boolean {
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  return words.every(
    ({ key, text, capital }) => capital && !CAPITALS.test(text) && !isSomethingElse(key, lists),
  );
}

function isSomethingElse(key: string, lists: Lexicon): boolean {
  if (lists.demonyms.has(key) || lists.nobody.has(key) || lists.bodyWords.has(key)) return true;
  return lists.calendar.has(key) || lists.heads.has(key);
}

/** The village of, in the village, born in, Tar Lane comma. */
function saidBefore(line: Line, { first, last }: WordRange, lists: Lexicon): boolean {
  const before = line.words[first - 1];
  const earlier = line.words[first - 2];
  if (before === undefined || earlier === undefined) return false;
  if (before.key === "of") return lists.placeOf.has(earlier.key) && !isPossessive(earlier);
  if (LIVED_IN.has(before.key)) {
    if (lists.living.has(earlier.key)) return true;
    const region = line.words[last]?.text === "," ? phraseAt(line.words, last + 1) : undefined;
    return before.key !== "to" && region !== undefined && region.phrase.kind !== "organisation";
  }
  const street = before.text === "," && earlier.capital && line.words[first - 3]?.capital === true;
  return street && STREETS.has(earlier.key) && closes(line.words[last]);
}

const LIVED_IN: ReadonlySet<string> = new Set(["in", "at", "to", "near"]);
const STREETS: ReadonlySet<string> = new Set(
  "street road lane avenue row terrace crescent quay square close".split(" "),
);

function closes(next: Word | undefined): boolean {
  return next === undefined || [",", ".", ";", ")"].includes(next.text);
}

/** Harbour; ’s streets; comma, a village. */
function saidBehind(line: Line, { first, last }: WordRange, lists: Lexicon): boolean {
  const next = line.words[last];
  if (next === undefined) return false;
  if (isPossessive(next)) return lists.placesOwn.has(line.words[last + 1]?.key ?? "");
  if (next.text === ",") return isDescribed(line, last + 1, lists);
  // "Riot police" at the head of a sentence is no town's
  return first > 0 && !next.capital && lists.placesHave.has(next.key);
}

/** The noun of `a fishing village on the coast` stands within so many words of its article. */
const NOUN_REACH = 4;

/** `a village near`, `a small port,`: not `a city councillor`. */
function isDescribed(line: Line, article: number, lists: Lexicon): boolean {
  if (!["a", "an", "the"].includes(line.words[article]?.key ?? "")) return false;
  for (let at = article + 1; at <= article + NOUN_REACH; at += 1) {
    const word = line.words[at];
    if (word === undefined || word.kind === "mark" || word.capital) return false;
    if (!lists.placeNouns.has(word.key)) continue;
    const next = line.words[at + 1];
    return next === undefined || next.kind !== "word" || lists.stop.has(next.key);
  }
  return false;
}

/**
 * Whether one `in` before a row is enough: one word that no list knows as anything else, at the end of its phrase (`in
 * Hexley on Monday`, `in Hexley.`). Months, languages and bodies are no places.
 */
export function standsIn(line: Line, { first, last }: WordRange): boolean {
  if (line.words[first - 1]?.key !== "in" || last - first !== 1) return false;
  const lists = lexicon();
  const [word] = line.words.slice(first, last);
  const next = line.words[last];
  if (word === undefined || !canBePlace([word], lists) || lists.afterOf.has(word.key)) return false;
  return closes(next) || ON_TIME.has(next?.key ?? "");
}

const ON_TIME: ReadonlySet<string> = new Set(
  "on last this next yesterday today when where that who which since until before after during".split(
    " ",
  ),
);

const SAINTS: ReadonlySet<string> = new Set(["st", "saint", "ss"]);
const OF_A_CHURCH: ReadonlySet<string> = new Set(
  "church parish school cathedral chapel churchyard hospital college hall tower clock bells bell spire crypt vestry choir vicar".split(
    " ",
  ),
);

/**
 * Returns where a church's name ends that its saint's possessive belongs to: `St Mark’s`, `St Mark’s Church`,
 * `St Mark’s-by-the-Ferry`; the row's own end where there is none, or where a town owns what follows (`St Ives’s fleet`).
 */
export function endOfChurch({ words }: Line, { first, last }: WordRange): number {
  const clitic = words[last];
  if (!SAINTS.has(words[first]?.key ?? "") || clitic === undefined || !isPossessive(clitic))
    return last;
  const lists = lexicon();
  const next = words[last + 1];
  if (next === undefined) return last + 1;
  if (next.text === "-" && next.start === clitic.end && words[last + 2]?.start === next.end)
    return last + 3;
  if (next.capital)
    return lists.bodyWords.has(next.key) || lists.placeBehind.has(next.key) ? last + 2 : last + 1;
  const noun = next.kind === "word" && !lists.stop.has(next.key) && !lists.saying.has(next.key);
  return noun && !lists.acting.has(next.key) && !OF_A_CHURCH.has(next.key) ? last : last + 1;
}
