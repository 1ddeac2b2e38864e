/** Which words at the edges of a row are no part of the name in it? Stage 4, recognise. */
import type { Line } from "../reading.ts";
import { type Chunk, phraseAt } from "./chunks.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { isAbstract, isField } from "./office-fields.ts";
import { isTitle } from "./titles.ts";

/** Returns the smaller row that is left where a rule knows better; undefined where it knows nothing. */
type Edge = (line: Line, row: Chunk, lists: Lexicon) => Chunk | undefined;

/** In this order; each looks at what the ones before have left. */
const EDGES: readonly Edge[] = [
  behindQuestionLetter,
  behindPlaceOfOffice,
  behindFields,
  behindParticiple,
  behindCountry,
  beforeTail,
];

/** Returns a row without what is no part of the name in it; the row itself where all is. It keeps one word at least. */
export function withinEdges(line: Line, row: Chunk): Chunk {
  const lists = lexicon();
  return EDGES.reduce(
    (left, edge) => (left.last - left.first > 1 ? (edge(line, left, lists) ?? left) : left),
    row,
  );
}

const QUESTION = /^Q\.?$/;

/** Q. | Doe has said …: an interview’s letter. */
function behindQuestionLetter({ words }: Line, { first, last }: Chunk): Chunk | undefined {
  const opens = first === 0 && QUESTION.test(words[first]?.text ?? "");
  return opens ? { first: first + 1, last } : undefined;
}

const OFFICE_AT: ReadonlySet<string> = new Set(["to", "of", "in", "for", "at"]);

/** Ambassador to Carrow | John Doe. A town that is a given name too stays with the name: lawyer of Sydney Ann Doe. */
function behindPlaceOfOffice(line: Line, row: Chunk, lists: Lexicon): Chunk | undefined {
  const { words } = line;
  const match = phraseAt(words, row.first);
  if (match === undefined || match.phrase.kind === "organisation") return undefined;
  const first = row.first + match.length;
  if (row.last - first < 2 || !OFFICE_AT.has(words[row.first - 1]?.key ?? "")) return undefined;
  if (!isTitle(words[row.first - 2]?.key ?? "", lists)) return undefined;
  if (match.length === 1 && lists.firstNames.has(words[row.first]?.key ?? "")) return undefined;
  return { first, last: row.last };
}

/** Economic Affairs | John Doe; Minister of Energy and Minerals | John Doe; Minister of Integration | Xeno Doe. */
function behindFields(line: Line, { first, last }: Chunk, lists: Lexicon): Chunk | undefined {
  const keys = line.words.slice(first, last).map(({ key }) => key);
  const given = keys.findIndex((key) => lists.firstNames.has(key) && !lists.doubtful.has(key));
  const end = keys.findIndex((key) => !isField(key, lists) || lists.firstNames.has(key));
  const office = closesOffice(line, first, lists);
  if (end > 0 && keys.length - end > 1 && (office || given === end)) {
    return { first: first + end, last };
  }
  const before = keys[given - 1] ?? "";
  const isOfFields = office && given > 0 && (isField(before, lists) || PLURAL.test(before));
  return isOfFields && keys.length - given > 1 ? { first: first + given, last } : undefined;
}

const PLURAL = /.{4}[^siu]s$/u;
/** More words than this no list of an office’s fields has. */
const LONGEST_OFFICE = 9;

/** Whether what stands before is an office or a body with the start of its fields: Minister of Trade and. */
function closesOffice({ words }: Line, name: number, lists: Lexicon): boolean {
  let at = name - 1;
  if (words[at]?.text === ",") return false;
  while (at > name - LONGEST_OFFICE && isListed(words[at]?.key, words[at]?.capital)) at -= 1;
  if (words[at]?.key === "the") at -= 1;
  const isClosed = words[at]?.key === "of" || words[at]?.key === "for";
  const noun = words[at - 1]?.key ?? "";
  return isClosed && (lists.heads.has(noun) || lists.bodyWords.has(noun));
}

function isListed(key = "", capital = false): boolean {
  return capital || key === "and" || key === "," || key === "&";
}

/** Mentioning | John Doe, Addressing | Doe: a participle opens the sentence. */
function behindParticiple({ words }: Line, row: Chunk, lists: Lexicon): Chunk | undefined {
  const { first, last } = row;
  const key = words[first]?.key ?? "";
  if (first > 0 || !PARTICIPLE.test(key) || lists.firstNames.has(key)) return undefined;
  const next = words[first + 1]?.key ?? "";
  const isNamed = last - first > 2 && lists.firstNames.has(next) && !lists.doubtful.has(next);
  return OPENERS.has(key) || isNamed ? { first: first + 1, last } : undefined;
}

const PARTICIPLE = /^.{3,}ing$/u;
/** What is done to people by those whom the sentence is about. */
const OPENERS: ReadonlySet<string> = new Set(
  "addressing mentioning quoting citing praising thanking criticising criticizing slamming accusing blaming telling meeting visiting joining describing defending succeeding replacing defeating".split(
    " ",
  ),
);

const BEFORE_COUNTRIES: ReadonlySet<string> = new Set(
  "in against to from with of on at for".split(" "),
);

/** Against Norland | Doe spoke out: the comma is missing. */
function behindCountry({ words }: Line, row: Chunk, lists: Lexicon): Chunk | undefined {
  const { first, last } = row;
  const match = phraseAt(words, first);
  if (match?.phrase.kind !== "country" || last - first !== match.length + 1) return undefined;
  if (!BEFORE_COUNTRIES.has(words[first - 1]?.key ?? "")) return undefined;
  return lists.firstNames.has(words[first]?.key ?? "") ? undefined : { first: last - 1, last };
}

/** John Doe | Q, James Roe | Professor, Ann Roe | Born in 1950, John Doe | Norlandic people. */
function beforeTail({ words }: Line, { first, last }: Chunk, lists: Lexicon): Chunk | undefined {
  const tail = words[last - 1];
  const next = words[last];
  if (last - first < 3 || tail === undefined) return undefined;
  const isPeople =
    lists.demonyms.has(tail.key) &&
    next?.kind === "word" &&
    !next.capital &&
    ![lists.saying, lists.acting, lists.stop].some((list) => list.has(next.key));
  const isNone =
    QUESTION.test(tail.text) || TAILS.has(tail.key) || isAbstract(tail.key) || isPeople;
  return isNone ? { first, last: last - 1 } : undefined;
}

/** What runs on behind a name in lists and lives. */
const TAILS: ReadonlySet<string> = new Set(["professor", "born"]);
