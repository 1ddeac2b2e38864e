/** Where does a name start in a row whose first word no list knows as a name? Stage 4, recognise. */
import type { Line, Reading } from "../reading.ts";
import type { Chunk } from "./chunks.ts";
import type { Lexicon } from "./lexicon.ts";

/** A name inside a row. */
export interface NameInside {
  /** Its first word. */
  readonly first: number;
  /** Its first word that the lists know as a given name. */
  readonly given: number;
  /** It is no surer than this. */
  readonly most: number;
}

interface Place {
  readonly line: Line;
  readonly reading: Reading;
  readonly lists: Lexicon;
}

/** A name that starts with a word no list knows. */
const BY_UNKNOWN_NAME = 0.85;
const ONE_CAPITAL = /^\p{Lu}\p{Ll}+$/u;
/** Before the last words of a title: Minister of Mines and | Budget James Doe. */
const CLOSERS: ReadonlySet<string> = new Set(["of", "for", "the"]);

/**
 * Returns the name that a clear given name behind the first word of a row starts: `James Doe` of `Budget James Doe`. One
 * word before it that is nothing else is a given name too: all of `Sabir Omar Tell`.
 */
export function nameInside(place: Place, { first, last }: Chunk): NameInside | undefined {
  const { line, lists } = place;
  for (let at = first + 1; at < last - 1; at += 1) {
    const before = line.words[at - 1];
    if (before === undefined || !before.capital || lists.firstNames.has(before.key))
      return undefined;
    const key = line.words[at]?.key ?? "";
    if (!lists.firstNames.has(key) || lists.doubtful.has(key)) continue;
    const whole = at === first + 1 && !isOrdinary(place, first);
    return whole ? { first, given: at, most: BY_UNKNOWN_NAME } : { first: at, given: at, most: 1 };
  }
  return undefined;
}

/** A word that some list knows as no name, that the text has in small letters, or that closes a title. */
function isOrdinary({ line, lists, reading }: Place, at: number): boolean {
  const word = line.words[at];
  if (word === undefined || !ONE_CAPITAL.test(word.text) || reading.small.has(word.key))
    return true;
  const listed = line.words[at - 1]?.key === "and" && line.words[at - 2]?.capital === true;
  if (CLOSERS.has(line.words[listed ? at - 3 : at - 1]?.key ?? "")) return true;
  const ordinary = [lists.modifiers, lists.domains, lists.afterOf, lists.bodyWords, lists.heads];
  return ordinary.some((list) => list.has(word.key)) || lists.placeBefore.has(word.key);
}
