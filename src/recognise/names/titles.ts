/** Which words before a name say what its bearer is? Stage 4, recognise. */
import type { Line, Word } from "../reading.ts";
import type { Chunk } from "./chunks.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { isAbstract } from "./office-fields.ts";

/** Words of a line: `words.slice(first, last)`. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

/** What stands before a name. */
export interface TitleBefore {
  /** Where the words that belong to the title begin; the name's first word where there are none. */
  readonly first: number;
  /** Offices and ranks, in the order of the text: `Iran’s armed forces chief`, `Major General`. */
  readonly roles: readonly WordRange[];
  /** `Mr`, `Sheikh`. */
  readonly honorific: boolean;
  readonly rank: boolean;
  readonly office: boolean;
}

/** More honorifics and ranks in a row are no title. */
const MOST_TITLES = 8;

/** Words of an office before its noun are looked for no further back than this. */
const LONGEST_OFFICE = 9;

/** Words that are titles and surnames or given names alike: a name where a given name stands before. */
export const TITLES_AND_NAMES: ReadonlySet<string> = new Set(
  "king judge prince pope dean bishop sultan major baron duke abbot cook baker farmer carpenter butcher archer priest cardinal justice marshal sergeant constable don tun smith driver pilot speaker student singer painter fisher fisherman general sheikh father chancellor rector provost warden shepherd duchess guard leader chief head trader clerk miner victor father saint brother page captain skipper private professor".split(
    " ",
  ),
);

/** Honorifics that are offices too, and are kept as a role. */
const OFFICES: ReadonlySet<string> = new Set(
  "ayatollah hojjatoleslam hojatoleslam king queen prince princess emperor empress sultan emir tsar pope patriarch cardinal archbishop bishop rabbi judge professor prof sheikh imam pastor canon deacon duke duchess baron baroness lord lady metropolitan".split(
    " ",
  ),
);

/** First words of ranks of two words: Rear Admiral. */
const RANK_PREFIXES: ReadonlySet<string> = new Set(
  "rear vice air field group wing squadron flight petty staff master chief detective deputy senior".split(
    " ",
  ),
);

/** Before a role, these end it. */
const DETERMINERS: ReadonlySet<string> = new Set(
  "the a an his her its their our my your this that these those some any another one each every".split(
    " ",
  ),
);

/** Small words that stand before an office in no title: function words and auxiliaries. */
const NOT_IN_OFFICE: ReadonlySet<string> = new Set(
  (
    "of in on at by for from with without after before during since until when while if as but and or so to into onto than " +
    "is are was were be been being has have had do does did will would can could may might must shall should not no also " +
    "he she it they we you i who whom whose which what where why how there here then now only just even still very too both " +
    "per via like unlike between among against amid despite about over under up down off out across near yesterday today tomorrow whether because although though " +
    "found saw gave told made put sent let got kept held brought left sees finds calls makes alongside beside besides beyond behind within throughout except including excluding concerning regarding toward towards above below inside outside"
  ).split(" "),
);

/** Small nouns of people that need no list: `businesswoman`, `geologist`. */
const PERSON_NOUN =
  /(?:\p{L}woman|policeman|postman|milkman|fireman|seaman|ologist|ographer|ician|keeper|holder|maker|mender|ringer|winner|owner|worker|medallist|medalist|hander|rounder)$/u;

/** Returns the index of the first word of the name proper in a row: behind titles; the row's own first if there is none. */
export function nameStart(line: Line, chunk: Chunk): number {
  const lists = lexicon();
  const start = behindPlural(line, { ...chunk, first: behindOf(line, chunk, lists) }, lists);
  for (let at = chunk.last - 2; at >= start; at -= 1) {
    const word = line.words[at];
    if (word === undefined || !isTitle(word.key, lists)) continue;
    if (lists.suffixes.has(line.words[at + 1]?.key ?? "")) continue;
    const before = line.words[at - 1];
    const named =
      at > start &&
      before !== undefined &&
      lists.firstNames.has(before.key) &&
      !isTitle(before.key, lists);
    if (named && TITLES_AND_NAMES.has(word.key)) continue;
    return at + 1;
  }
  return start;
}

/** Senators | Doe. */
function behindPlural(line: Line, { first, last }: Chunk, lists: Lexicon): number {
  const plural = first < last - 1 && lists.pluralTitles.has(line.words[first]?.key ?? "");
  return plural ? first + 1 : first;
}

/** Secretary of State | James Doe: the row that starts with State has its name two words on. */
function behindOf(line: Line, chunk: Chunk, lists: Lexicon): number {
  if (!closesOffice(line, chunk.first, lists)) return chunk.first;
  let at = chunk.first;
  while (at < chunk.last - 1 && isListed(line.words[at], lists)) at += 1;
  return at;
}

/** Minister of Mines, Minister for Mines. */
const CLOSERS: ReadonlySet<string> = new Set(["of", "for"]);

/** Whether the word at `at` stands behind the noun of an office and of: of, of the, of Mines and. */
function closesOffice(line: Line, at: number, lists: Lexicon): boolean {
  let before = at - 1;
  while (before > at - LONGEST_OFFICE && isListed(line.words[before], lists)) before -= 1;
  if (line.words[before]?.key === "the") before -= 1;
  if (!CLOSERS.has(line.words[before]?.key ?? "")) return false;
  return lists.heads.has(line.words[before - 1]?.key ?? "");
}

/** Part of a list of fields: Mines and, Ports and. */
function isListed(word: Word | undefined, lists: Lexicon): boolean {
  if (word === undefined) return false;
  if (!word.capital) return word.key === "and";
  return word.key === "and" || lists.afterOf.has(word.key) || isAbstract(word.key);
}

/** Whether a word is an honorific, a rank or the noun of an office. */
export function isTitle(key: string, lists: Lexicon): boolean {
  return lists.heads.has(key) || lists.ranks.has(key) || lists.honorifics.has(key);
}

/** Returns the titles that stand right before the word at `name`, with the words that belong to them. */
export function titleBefore(line: Line, name: number): TitleBefore {
  const lists = lexicon();
  const roles: WordRange[] = [];
  let honorific = false;
  let at = name;
  const limit = Math.max(0, name - MOST_TITLES);
  while (
    at > limit &&
    lists.honorifics.has(line.words[at - 1]?.key ?? "") &&
    !isPlainNoun(line, at - 1)
  ) {
    at -= 1;
    honorific = true;
    if (!OFFICES.has(line.words[at]?.key ?? "")) continue;
    const last = at + 1;
    at = graded(line, at, lists);
    roles.unshift({ first: at, last });
  }
  const beforeRank = at;
  while (at > limit && isRank(line, at - 1, lists)) at -= 1;
  const rank = at < beforeRank;
  if (rank && line.words[at - 1]?.capital && RANK_PREFIXES.has(line.words[at - 1]?.key ?? ""))
    at -= 1;
  if (rank) roles.unshift({ first: at, last: beforeRank });
  const office = officeEndingAt(line, at, lists);
  if (office) roles.unshift(office);
  return { first: office?.first ?? at, roles, honorific, rank, office: office !== undefined };
}

/** Words of rank before an honorific, part of its office. */
export const HONOUR_GRADES: ReadonlySet<string> = new Set(
  "crown grand chief presiding federal supreme district high senior".split(" "),
);

/** Saudi Crown | Prince, Grand | Ayatollah, Chief | Rabbi. */
function graded(line: Line, at: number, lists: Lexicon): number {
  let first = at;
  while (first > 0) {
    const word = line.words[first - 1];
    if (!word?.capital || isTitle(word.key, lists)) break;
    if (!HONOUR_GRADES.has(word.key) && !lists.demonyms.has(word.key)) break;
    first -= 1;
  }
  return first;
}

/** `Father Doe` has a title, `his father Doe` has a noun. */
function isPlainNoun(line: Line, at: number): boolean {
  return line.words[at]?.capital !== true;
}

function isRank(line: Line, at: number, lists: Lexicon): boolean {
  const word = line.words[at];
  if (word === undefined || !lists.ranks.has(word.key)) return false;
  if (word.key === "pc")
    return word.text === "PC" && lists.firstNames.has(line.words[at + 1]?.key ?? "");
  // "Attorney General Doe" is an office, and "private" in small letters is an adjective
  const before = line.words[at - 1]?.key ?? "";
  if (
    word.key === "general" &&
    (before === "attorney" || before === "secretary" || before === "director")
  )
    return false;
  return word.capital;
}

/** The office whose last word is the one before `end`: `Iranian counterpart`, `Secretary of State`. */
export function officeEndingAt(line: Line, end: number, lists: Lexicon): WordRange | undefined {
  const behind = beforeOf(line, end, lists);
  const last = behind ?? end;
  const head = line.words[last - 1];
  if (head === undefined || !isHead(line, last - 1, lists)) return undefined;
  const first = officeStart(line, last - 1, lists);
  return { first, last: end };
}

/** Secretary of State: the index behind `Secretary`, if the words before `end` are such a close. */
function beforeOf(line: Line, end: number, lists: Lexicon): number | undefined {
  let at = end;
  while (at > end - LONGEST_OFFICE && isListed(line.words[at - 1], lists)) at -= 1;
  if (at === end) return undefined;
  if (line.words[at - 1]?.key === "the") at -= 1;
  return CLOSERS.has(line.words[at - 1]?.key ?? "") ? at - 1 : undefined;
}

/** Then-president, ex-coach, mayor-elect: an office with its grade joined to it. */
const GRADED = /^(?:then|ex|former|vice|deputy|co)-|-(?:elect|designate)$/;

function isHead(line: Line, at: number, lists: Lexicon): boolean {
  const word = line.words[at];
  if (word === undefined || word.kind !== "word") return false;
  if (lists.heads.has(word.key)) return true;
  if (word.key.includes("-") && lists.heads.has(word.key.replace(GRADED, ""))) return true;
  const before = line.words[at - 1]?.key ?? "";
  if (word.key === "general")
    return ["attorney", "secretary", "director", "consul"].includes(before);
  if (word.key === "secretary-general" || lists.compounds.has(`${before}-${word.key}`)) return true;
  return !word.capital && PERSON_NOUN.test(word.key);
}

/** Walks back from the noun of an office over what belongs to it, possessive included: `Iran’s armed forces`. */
function officeStart(line: Line, head: number, lists: Lexicon): number {
  let first = head;
  const limit = Math.max(0, head - LONGEST_OFFICE);
  let capital = line.words[head]?.capital === true;
  while (first > limit && isPartOfOffice(line, first - 1, lists)) {
    // "that reason President Doe", "a result Carrow mayor": small words before capitals are only such as "former"
    const word = line.words[first - 1];
    if (capital && !word?.capital && !lists.modifiers.has(word?.key ?? "") && word?.text !== "&")
      break;
    capital ||= word?.capital === true;
    first -= 1;
  }
  const fields = withFields(line, behindInfinitive(line, first, head, lists), lists);
  return withPossessive(line, withBodyOf(line, fields, lists));
}

const BEFORE_INFINITIVES: ReadonlySet<string> = new Set(
  "to will would can could may might must shall should not".split(" "),
);

/** To reinstate former president: a verb is no part of the office. */
function behindInfinitive(line: Line, first: number, head: number, lists: Lexicon): number {
  const word = line.words[first];
  const verb =
    first < head && word !== undefined && !word.capital && !lists.modifiers.has(word.key);
  return verb && BEFORE_INFINITIVES.has(line.words[first - 1]?.key ?? "") ? first + 1 : first;
}

/** Industry, Mining and | Trade Minister: fields of one office, in capitals. */
function withFields(line: Line, first: number, lists: Lexicon): number {
  if (line.words[first - 1]?.key !== "and" || !line.words[first]?.capital) return first;
  let at = first - 2;
  if (!isField(line.words[at], lists)) return first;
  while (line.words[at - 1]?.text === "," && isField(line.words[at - 2], lists)) at -= 2;
  while (at > 0 && isField(line.words[at - 1], lists)) at -= 1;
  while (at > 0 && line.words[at - 1]?.capital && lists.demonyms.has(line.words[at - 1]?.key ?? ""))
    at -= 1;
  return at;
}

function isField(word: Word | undefined, lists: Lexicon): boolean {
  if (!word?.capital || isTitle(word.key, lists)) return false;
  return (
    lists.domains.has(word.key) || lists.afterOf.has(word.key) || lists.modifiers.has(word.key)
  );
}

/** Bank of | Norland governor, Carrow Institute of | Technology professor: a body that holds `of`. */
function withBodyOf(line: Line, first: number, lists: Lexicon): number {
  const body = line.words[first - 2];
  if (line.words[first - 1]?.key !== "of" || !line.words[first]?.capital) return first;
  if (!body?.capital || !lists.bodyOfWords.has(body.key)) return first;
  let at = first - 2;
  while (at > 0 && isOwnerWord(line.words[at - 1])) at -= 1;
  return at;
}

function isPartOfOffice(line: Line, at: number, lists: Lexicon): boolean {
  const word = line.words[at];
  if (word === undefined) return false;
  if (word.text === "&") return true;
  if (word.kind !== "word" || isPossessive(word)) return false;
  // the s of an apostrophe that was lost: Brazil&#39;s
  if (word.key.length === 1 && !word.capital) return false;
  if (DETERMINERS.has(word.key) || NOT_IN_OFFICE.has(word.key)) return false;
  if (lists.modifiers.has(word.key)) return true;
  if (lists.saying.has(word.key) || lists.acting.has(word.key) || lists.calendar.has(word.key))
    return false;
  if (word.capital) return !(lists.stop.has(word.key) && !lists.demonyms.has(word.key));
  return !/(?:ed|ing|ly)$/.test(word.key);
}

/** `Iran’s`, `the Board’s`: the possessive before an office belongs to it. */
export function withPossessive(line: Line, first: number): number {
  const clitic = line.words[first - 1];
  if (clitic === undefined || !isPossessive(clitic)) return first;
  let at = first - 2;
  if (at < 0 || line.words[at]?.kind !== "word") return first;
  const limit = at - LONGEST_OFFICE;
  if (line.words[at]?.capital) while (at > limit && isOwnerWord(line.words[at - 1])) at -= 1;
  return at;
}

/** A capitalised word that belongs to the owner's name, not one that only opens the sentence. */
function isOwnerWord(word: Word | undefined): boolean {
  return word?.capital === true && !DETERMINERS.has(word.key) && !lexicon().stop.has(word.key);
}

/** An apostrophe alone, or with the mark that a scan has put in its place. */
const POSSESSIVE = /^(?:['’]|[‘´′`][sS])$/;

/** Whether a word is the `’s` of a possessive. */
export function isPossessive(word: Word): boolean {
  return word.key === "'s" || POSSESSIVE.test(word.text);
}
