/** What do the capitalised rows of a document say about one another? Stage 4, recognise. */
import type { Line, Reading, Word } from "../reading.ts";
import { bearerOf } from "./callings.ts";
import type { Chunk } from "./chunks.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { isCalledPlace, standsIn } from "./localities.ts";
import { isPossessive, nameStart, titleBefore } from "./titles.ts";

/** What the document as a whole says about its capitalised words. */
export interface DocumentEvidence {
  /** Words that stand alone as a row, and how often: a surname does, once its bearer is introduced. */
  readonly alone: ReadonlyMap<string, number>;
  /** Words that stand alone behind a title: `Mr Doe`. */
  readonly titled: ReadonlySet<string>;
  /** Rows that are the start of a company's or body's full name: `tern` of `Tern Dredging Ltd`. */
  readonly bodies: ReadonlySet<string>;
  readonly datelines: ReadonlySet<string>;
  /** Rows that the words beside them somewhere say are places. */
  readonly localities: ReadonlySet<string>;
  /** Words printed with one capital somewhere: `Dunne` says that `DUNNE` is no acronym. */
  readonly capitalised: ReadonlySet<string>;
  /** Words in capitals that are used as a body’s name somewhere: `the FERA`, `(FERA)`. */
  readonly acronyms: ReadonlySet<string>;
  /** Whether it speaks of matches and goals. */
  readonly sport: boolean;
  /** Rows that a noun before them makes a ship’s or a firm’s: `the freighter Hanna Doe`. */
  readonly things: ReadonlySet<string>;
  /** Rows behind `in`, and how often; twice as much where the row is one word at the end of its phrase. */
  readonly inPlace: ReadonlyMap<string, number>;
}

/** Returns the evidence that a document's rows give one another; one pass. `chunks` are the rows of each line. */
export function evidenceOf(
  reading: Reading,
  chunks: readonly (readonly Chunk[])[],
): DocumentEvidence {
  const lists = lexicon();
  const alone = new Map<string, number>();
  const inPlace = new Map<string, number>();
  const titled = new Set<string>();
  const bodies = new Set<string>();
  const things = new Set<string>();
  const localities = new Set<string>();
  const capitalised = new Set<string>();
  const acronyms = new Set<string>();
  reading.lines.forEach((line, index) => {
    for (const chunk of chunks[index] ?? []) {
      const start = nameStart(line, chunk);
      const words = line.words.slice(start, chunk.last);
      const key = keyOfRow(words);
      if (words.length > 1 && isThing(line, start, lists)) things.add(key);
      if (isCalledPlace(line, { first: start, last: chunk.last })) localities.add(key);
      if (IN.has(line.words[chunk.first - 1]?.key ?? "")) {
        const stands = standsIn(line, { first: start, last: chunk.last }) ? 2 : 1;
        inPlace.set(key, (inPlace.get(key) ?? 0) + stands);
      }
      for (const word of words) if (ONE_CAPITAL.test(word.text)) capitalised.add(word.key);
      if (words.length === 1 && isUsedAsBody(line, start, lists)) acronyms.add(key);
      if (words.length === 1) alone.set(key, (alone.get(key) ?? 0) + 1);
      if (words.length === 1 && titleBefore(line, start).honorific) titled.add(key);
      if (words.length > 1 && isBody(words, lists)) addBodyStarts(words, bodies);
    }
  });
  return {
    ...{ alone, titled, bodies, things, inPlace, localities, capitalised, acronyms },
    datelines: datelinesOf(reading),
    sport: lists.sports.filter((word) => reading.small.has(word)).length >= SPORTS_WORDS,
  };
}

/** So many different words of sport make an article one of sport. */
const SPORTS_WORDS = 3;
const ONE_CAPITAL = /^\p{Lu}\p{Ll}/u;

/** The FERA, FERA’s, (FERA), FERA said. */
function isUsedAsBody({ words }: Line, at: number, lists: Lexicon): boolean {
  const before = words[at - 1];
  const next = words[at + 1];
  if (before?.key === "the" || (before?.text === "(" && next?.text === ")")) return true;
  return next !== undefined && (isPossessive(next) || lists.saying.has(next.key));
}

/** The freighter | Hanna Doe; a boat called | Hanna Doe. */
function isThing(line: Line, start: number, lists: Lexicon): boolean {
  const before = line.words[start - 1];
  if (before === undefined || before.capital) return false;
  return lists.thingsBefore.has(before.key) || bearerOf(line, start) === "thing";
}

const IN: ReadonlySet<string> = new Set(["in", "at", "near"]);
const NOT_A_BODY_ALONE: ReadonlySet<string> = new Set([
  "north",
  "south",
  "east",
  "west",
  "new",
  "first",
  "national",
]);

function isBody(words: readonly Word[], lists: Lexicon): boolean {
  const last = words.at(-1);
  const first = words[0];
  if (last === undefined || first === undefined || !lists.bodyWords.has(last.key)) return false;
  return !lists.firstNames.has(first.key) || words.length > 2;
}

/** Viacom International Inc: Viacom and Viacom International are it, too. */
function addBodyStarts(words: readonly Word[], bodies: Set<string>): void {
  for (let length = 1; length < words.length; length += 1) {
    const key = keyOfRow(words.slice(0, length));
    if (!NOT_A_BODY_ALONE.has(key)) bodies.add(key);
  }
}

/** Returns the key of a row of words: `tern dredging` of `Tern Dredging`. */
export function keyOfRow(words: readonly Word[]): string {
  let row = words[0]?.key ?? "";
  for (let at = 1; at < words.length; at += 1) row += ` ${words[at]?.key}`;
  return row;
}

function datelinesOf({ document: { dateline } }: Reading): ReadonlySet<string> {
  return new Set(dateline ? [dateline.place.toLowerCase()] : []);
}
