/** What do `called` and `two` before a name say about it: a man called so, a boat, two of a name, a relative? Stage 4. */
import type { Line } from "../reading.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import type { WordRange } from "./titles.ts";

/** What bears a name that stands behind `called` or `named`. */
export type Bearer = "person" | "thing";

const CALLED: ReadonlySet<string> = new Set(["called", "named"]);
/** The noun stands within so many words before `called`: a man from Fez, in Morocco, called … */
const REACH = 10;

/** They open the words that end in `called`: a new thing is named, not one that is known. */
const INDEFINITE: ReadonlySet<string> = new Set(
  "a an one two three four five six seven eight nine ten another several both".split(" "),
);
const DEFINITE: ReadonlySet<string> = new Set("the this that his her its their our my".split(" "));
/** They end the noun and start what says more of it. */
const BEHIND_NOUN: ReadonlySet<string> = new Set(
  "of in on at by for from with who whom which that and or was were is are had has to".split(" "),
);

/**
 * Returns what bears the name that starts at `name`, where `called` or `named` and a noun stand before it: a
 * person for `two men called`, `a councillor called`, a thing for `a boat called`. A verb is neither (`the board
 * named John Doe`), nor is a noun without its article.
 */
export function bearerOf(line: Line, name: number): Bearer | undefined {
  const verb = line.words[name - 1];
  if (verb === undefined || verb.capital || !CALLED.has(verb.key)) return undefined;
  for (let at = name - 2; at >= Math.max(0, name - REACH); at -= 1) {
    const word = line.words[at];
    if (word === undefined || [";", ":", "“", "”"].includes(word.text)) return undefined;
    const indefinite = INDEFINITE.has(word.key);
    if (indefinite || DEFINITE.has(word.key)) return kindOfNoun(line, at + 1, indefinite);
  }
  return undefined;
}

/** What the noun names that starts at `first`: its last word before a preposition, a mark or `called`. */
function kindOfNoun(line: Line, first: number, indefinite: boolean): Bearer | undefined {
  const lists = lexicon();
  let noun: string | undefined;
  for (const word of line.words.slice(first, first + REACH)) {
    if (word.kind === "mark" || BEHIND_NOUN.has(word.key) || CALLED.has(word.key)) break;
    noun = word.key;
  }
  if (noun === undefined) return undefined;
  if (isPersonNoun(noun, lists)) return "person";
  return indefinite ? "thing" : undefined;
}

function isPersonNoun(noun: string, lists: Lexicon): boolean {
  const single = noun.endsWith("s") ? noun.slice(0, -1) : noun;
  return [noun, single].some((key) => lists.people.has(key) || lists.heads.has(key));
}

const NUMBERS: ReadonlySet<string> = new Set(
  "two three four five six seven eight nine ten both several many these those all".split(" "),
);

const RANKINGS: ReadonlySet<string> = new Set([
  "number",
  "no",
  "seed",
  "seeded",
  "ranked",
  "numbers",
]);

/** Whether a row is a name in the plural, and nobody: `both Anton Does, the judge and …`. Not in `both Ann Rows and`. */
export function isPluralName({ words }: Line, { first, last }: WordRange): boolean {
  const number = words[first - 1];
  if (number === undefined || !NUMBERS.has(number.key)) return false;
  if (words[last - 1]?.key.endsWith("s") !== true) return false;
  // world number two Marcelo Rows
  if (RANKINGS.has(words[first - 2]?.key ?? "")) return false;
  return number.key !== "both" || words[last]?.key !== "and";
}

const RELATIVES: ReadonlySet<string> = new Set(
  (
    "wife husband son daughter brother sister mother father grandson granddaughter nephew niece cousin fiancée fiancé " +
    "girlfriend boyfriend twin widow"
  ).split(" "),
);
const WHOSE: ReadonlySet<string> = new Set("his her their my our whose".split(" "));

/** Whether a relative's noun stands before a name: his wife Ana, Doe’s elder son Tom; not the ship’s sister Maria. */
export function isRelative({ words }: Line, name: number): boolean {
  if (!RELATIVES.has(words[name - 1]?.key ?? "")) return false;
  return [name - 2, name - 3].some((at) => {
    const owned = words[at]?.key === "'s" && words[at - 1]?.capital === true;
    return owned || WHOSE.has(words[at]?.key ?? "");
  });
}

/** Whether a title in the plural covers the name that starts at `name`: Senators Doe and Roe, either of them. */
export function isBehindPluralTitle({ words }: Line, name: number, lists: Lexicon): boolean {
  const isPlural = (at: number): boolean =>
    words[at]?.capital === true && lists.pluralTitles.has(words[at]?.key ?? "");
  if (isPlural(name - 1)) return true;
  if (words[name - 1]?.key !== "and" || !words[name - 2]?.capital) return false;
  return isPlural(name - 3) || (words[name - 3]?.capital === true && isPlural(name - 4));
}
