/** Which words of a language are names, titles, verbs of saying? Its lists, built when first met. Stage 4, recognise. */
import arabic from "../../../words/names-ar.json" with { type: "json" };
import countries from "../../../words/names-countries.json" with { type: "json" };
import persian from "../../../words/names-fa.json" with { type: "json" };
import hebrew from "../../../words/names-he.json" with { type: "json" };
import urdu from "../../../words/names-ur.json" with { type: "json" };
import { tokenise } from "../../tokens.ts";
import type { NameKind } from "../recogniser.ts";
import { plainKey } from "./script.ts";

/** A phrase of a list: the keys behind its first word, and what it says. */
export interface ListedPhrase {
  readonly rest: readonly string[];
  readonly kind: NameKind | "title" | "honorific";
  /** ISO 3166 alpha-2, for a place. */
  readonly country?: string;
}

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly ListedPhrase[]>;

/** The lists of a language whose script has no capitals. Words are keys as `plainKey` gives them. */
export interface LanguageWords {
  readonly language: string;
  readonly given: ReadonlySet<string>;
  /** Given names that are everyday words too. */
  readonly doubtful: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
  readonly that: ReadonlySet<string>;
  readonly stop: ReadonlySet<string>;
  readonly titles: Phrases;
  readonly things: Phrases;
}

type WordList = typeof hebrew;

const LISTS: ReadonlyMap<string, WordList> = new Map([
  ["ar", arabic],
  ["fa", persian],
  ["he", hebrew],
  ["ur", urdu],
]);
const COUNTRIES: Readonly<Record<string, string>> = countries.languages;

const built = new Map<string, LanguageWords>();

/** Returns the lists of a language by the first part of its code, or nothing where the project has none. */
export function wordsOfLanguage(code: string): LanguageWords | undefined {
  const language = code.split("-")[0] ?? code;
  const list = LISTS.get(language);
  if (list === undefined) return undefined;
  const known = built.get(language) ?? build(language, list);
  built.set(language, known);
  return known;
}

function build(language: string, list: WordList): LanguageWords {
  return {
    language,
    given: language === "fa" ? withSayyid(setOf(list.given)) : setOf(list.given),
    doubtful: setOf(list.doubtful),
    family: setOf(list.family),
    particles: setOf(list.particles),
    saying: setOf(list.saying),
    that: setOf(list.that),
    stop: setOf(list.stop),
    titles: titlesOf(list),
    things: thingsOf(language, list),
  };
}

/** The title Sayyid is often glued to the given name. */
function withSayyid(given: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...given, ...[...given].map((name) => `${SAYYID}${name}`)]);
}

const SAYYID = plainKey("سید");

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(plainKey));
}

function titlesOf({ titles, honorifics }: WordList): Phrases {
  const noOffice = new Set(honorifics.split("|"));
  return phrasesOf(
    titles
      .split("|")
      .map((name) => [name, { kind: noOffice.has(name) ? "honorific" : "title" }] as const),
  );
}

function thingsOf(language: string, { cities, bodies, notPlaces }: WordList): Phrases {
  const everyday = new Set(notPlaces.split("|"));
  const places = [...cities.split("|"), ...(COUNTRIES[language] ?? "").split("|")];
  return phrasesOf([
    ...places.map((place) => placeOf(place)).filter(([name]) => !everyday.has(name)),
    ...bodies.split("|").map((name) => [name, { kind: "organisation" }] as const),
  ]);
}

type Named = readonly [name: string, phrase: Omit<ListedPhrase, "rest">];

function placeOf(place: string): Named {
  const [name = "", country] = place.split("/");
  return [name, { kind: "place", ...(country && { country }) }];
}

function phrasesOf(named: readonly Named[]): Phrases {
  const index = new Map<string, ListedPhrase[]>();
  for (const [name, phrase] of named) {
    const tokens = tokenise(name, { start: 0, end: name.length });
    const [first, ...rest] = tokens.map(({ text }) => plainKey(text));
    if (first === undefined) continue;
    index.set(first, [...(index.get(first) ?? []), { ...phrase, rest }]);
  }
  for (const list of index.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return index;
}
