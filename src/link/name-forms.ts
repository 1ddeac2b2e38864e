/** Of which parts does a printed name consist, so that names can be compared? Stage 5. */
import { foldName } from "../text/fold.ts";
import { nameParts } from "../text/particles.ts";
import { slugOf } from "../text/slug.ts";
import words from "../words/link.json" with { type: "json" };

/** A personal name taken to pieces, in folded letters. */
export interface NameForm {
  /** The first name, or its initial. */
  readonly given: string;
  /** What stands between the first name and the family's. */
  readonly middle: readonly string[];
  /** The last name without "al"; of "X bin Y al-Z" the father's, Y. */
  readonly family: string;
  /** What follows the father's name: "bin Z al-Q" of a chain. */
  readonly rest: string;
  /** `jr`, `sr`, `ii`, …; empty where there is none. */
  readonly suffix: string;
}

const ARTICLES: ReadonlySet<string> = new Set(["al", "el"]);
const FATHERS: ReadonlySet<string> = new Set(["bin", "ibn", "bint"]);
/** Generations tell a son from his father. */
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ...["jr", "jnr", "junior"].map((word) => [word, "jr"] as const),
  ...["sr", "snr", "senior"].map((word) => [word, "sr"] as const),
  ...["ii", "iii", "iv"].map((word) => [word, word] as const),
]);
const HONORIFICS: ReadonlySet<string> = new Set(words.honorifics.split(" "));
/** "Abdul Aziz" is one name of two words, and as often printed as one. */
const SERVANT = /\b(?<servant>Abd(?:[ue]l)?)[ -](?=\p{L})/giu;
const ARTICLE_BEFORE = /(?<=^|[\s-])(?:al|el)[-\s](?=\S)/g;
const NOT_LETTER = /[^\p{L}\p{N}]+/gu;

/**
 * Returns the letters of a name, by which names are the same that differ in accents, hyphens, apostrophes and spaces
 * alone, or in the Arabic article: "Bashar al-Assad" and "Bashar Assad" have the same.
 */
export function lettersOf(name: string): string {
  const folded = foldName(withoutHonorific(name)).replace(/,/g, " ").replace(ARTICLE_BEFORE, "");
  const plain = slugOf(folded).replaceAll("-", "");
  return plain || folded.replace(NOT_LETTER, "");
}

/** "Seyyed Ali Marandi" is called "Ali Marandi" as often; with one more word there is no first name left. */
function withoutHonorific(name: string): string {
  const [first = "", ...rest] = name.split(" ");
  return rest.length > 1 && HONORIFICS.has(foldName(first)) ? rest.join(" ") : name;
}

/** Returns the parts of a name; of a single word the family name, and no first name. */
export function nameForm(name: string): NameForm {
  const words = nameParts(
    withoutHonorific(name).replaceAll(",", " ").replace(SERVANT, "$<servant>"),
  )
    .map((word) => word.replace(/^(?:al|el)-/, "").replace(NOT_LETTER, ""))
    .filter((word) => word !== "" && !ARTICLES.has(word));
  const suffix = words.length > 2 ? SUFFIXES.get(words.at(-1) ?? "") : undefined;
  const bare = suffix === undefined ? words : words.slice(0, -1);
  const father = bare.findIndex((word, index) => index > 0 && FATHERS.has(word));
  const end = father === -1 ? bare.length : Math.min(bare.length, father + 2);
  const own = bare.slice(0, end).filter((word, index) => index === 0 || !FATHERS.has(word));
  const [given = ""] = own.length > 1 ? own : [];
  return {
    given,
    middle: own.slice(1, -1),
    family: own.at(-1) ?? "",
    rest: bare.slice(end).join(""),
    suffix: suffix ?? "",
  };
}

/** Whether two forms can be one person's name: the outer names agree, and nothing between them contradicts. */
export function areCompatible(full: NameForm, other: NameForm): boolean {
  return (
    full.family === other.family &&
    full.suffix === other.suffix &&
    agree(full.given, other.given) &&
    (full.rest === "" || other.rest === "" || full.rest === other.rest) &&
    middlesAgree(full.middle, other.middle)
  );
}

function middlesAgree(full: readonly string[], other: readonly string[]): boolean {
  if (full.length === 0 || other.length === 0) return true;
  return (
    full.length === other.length && other.every((name, index) => agree(name, full[index] ?? ""))
  );
}

/** The same name, or one the initial of the other. */
function agree(a: string, b: string): boolean {
  return (
    a === b || (isInitial(a) && b.startsWith(a)) || (isInitial(b) && a.startsWith(b) && a !== "")
  );
}

/** Returns whether a first or middle name is a single letter. */
export function isInitial(name: string): boolean {
  return [...name].length === 1;
}

const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/gh|k(?!h)|c(?!h)/g, "q"],
  [/kh/g, "x"],
  [/ph/g, "f"],
  [/w/g, "v"],
  [/[aeiouyh]/g, ""],
  [/(.)\1+/g, "$1"],
];

/** Returns the consonants of folded letters; names that are the same but for their transliteration have mostly the same. */
export function consonantsOf(letters: string): string {
  return DIGRAPHS.reduce((word, [from, to]) => word.replace(from, to), letters);
}

/**
 * Returns the key of the part of the archive in which a name is looked at: the last consonants of the name, so that
 * however its words are parted and its vowels are written, it is the same. What follows a father's name does not count.
 */
export function blockOf(name: string): string {
  const { given, middle, family } = nameForm(name);
  const consonants = consonantsOf(lettersOf([given, ...middle, family].join(" ")));
  return consonants.slice(-2);
}

/** What names have in common that may be one person's, or stand in each other's way: each is nothing to another that shares neither. */
export interface NameTies {
  /** See `lettersOf`. */
  readonly letters: string;
  /** The consonants of the last name. */
  readonly family: string;
}

/**
 * Returns what ties a name to others of its block. Whatever `linkPeople` compares has the same letters, or last names that are the same or sound
 * alike; so a block falls into parts of which each can be looked at by itself.
 */
export function nameTies(name: string): NameTies {
  return { letters: lettersOf(name), family: consonantsOf(nameForm(name).family) };
}
