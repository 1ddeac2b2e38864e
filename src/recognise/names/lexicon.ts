/** Which words are names, titles, places, bodies? The word lists as sets, built when first asked for. Stage 4. */
import { groupBy } from "../../text/grouping.ts";
import cues from "../../words/names-cues.json" with { type: "json" };
import english from "../../words/names-english.json" with { type: "json" };
import people from "../../words/names-people.json" with { type: "json" };
import bodies from "../../words/organisations.json" with { type: "json" };
import places from "../../words/places.json" with { type: "json" };
import regions from "../../words/regions.json" with { type: "json" };
import titles from "../../words/titles.json" with { type: "json" };
import { keyOf } from "../reading.ts";
import { tokenise } from "../tokens.ts";

/** A name of several words: the keys behind the first, and what it stands for. */
export interface Phrase {
  readonly rest: readonly string[];
  readonly kind: "organisation" | "place" | "country";
  /** ISO 3166 alpha-2, for a place. */
  readonly country?: string;
  /** The usual name, for a country: `Iran` for `Islamic Republic of Iran`. */
  readonly name?: string;
}

/** All word lists of naming. Words are keys as `keyOf` gives them. */
export interface Lexicon {
  readonly firstNames: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
  readonly familyFirst: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  readonly ranks: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
  /** Senators, Messrs: titles of several people whose surnames follow. */
  readonly pluralTitles: ReadonlySet<string>;
  /** QC, MP: letters behind a name, no part of it. */
  readonly postNominals: ReadonlySet<string>;
  /** `harbour-master`: offices of two words, joined, whose second is no office alone. */
  readonly compounds: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  readonly afterOf: ReadonlySet<string>;
  /** A great player, the winner: words that make an opinion or a result of an office. */
  readonly opinions: ReadonlySet<string>;
  /** Word to the name of its field: `defense` to `defence`. */
  readonly domains: ReadonlyMap<string, string>;
  readonly saying: ReadonlySet<string>;
  readonly acting: ReadonlySet<string>;
  readonly headlineVerbs: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly sports: readonly string[];
  readonly thingsBefore: ReadonlySet<string>;
  readonly thingsBehind: ReadonlySet<string>;
  readonly stop: ReadonlySet<string>;
  readonly calendar: ReadonlySet<string>;
  readonly nobody: ReadonlySet<string>;
  readonly bodyWords: ReadonlySet<string>;
  readonly bodyOfWords: ReadonlySet<string>;
  readonly bodyAcronyms: ReadonlySet<string>;
  readonly notBodies: ReadonlySet<string>;
  /** `armed forces`: bodies in small letters, by their first word. */
  readonly institutions: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly placeBefore: ReadonlySet<string>;
  readonly placeBehind: ReadonlySet<string>;
  readonly placeOf: ReadonlySet<string>;
  readonly placeNouns: ReadonlySet<string>;
  readonly placesHave: ReadonlySet<string>;
  readonly placesOwn: ReadonlySet<string>;
  readonly living: ReadonlySet<string>;
  /** Regions within one country, by name as printed: `Texas`. Some towns are among them. */
  readonly regions: ReadonlySet<string>;
  /** Demonym to country code. */
  readonly demonyms: ReadonlyMap<string, string>;
  /** Names of bodies and places by their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** Towns of three letters and fewer are words of some language: not taken from the big list. */
const SHORTEST_TOWN = 4;

let built: Lexicon | undefined;

/** Returns the word lists; the first call builds them (some 20 ms), later ones are free. */
export function lexicon(): Lexicon {
  built ??= build();
  return built;
}

function build(): Lexicon {
  const doubtful = wordSet(people.doubtful);
  return {
    firstNames: new Set([...words(english.first), ...words(people.first)]),
    doubtful,
    familyFirst: wordSet(people.familyFirst),
    particles: wordSet(people.particles),
    suffixes: wordSet(people.suffixes),
    honorifics: wordSet(titles.honorifics),
    ranks: wordSet(titles.ranks),
    heads: wordSet(titles.heads),
    pluralTitles: wordSet(titles.plurals),
    postNominals: wordSet(titles.postNominals),
    compounds: wordSet(titles.compounds),
    modifiers: wordSet(titles.modifiers),
    afterOf: wordSet(titles.afterOf),
    opinions: wordSet(titles.opinions),
    domains: new Map(
      titles.domains.flatMap((field) =>
        words(field).map((word) => [word, words(field)[0] ?? word] as const),
      ),
    ),
    saying: wordSet(cues.saying),
    acting: wordSet(cues.acting),
    headlineVerbs: wordSet(cues.headlineVerbs),
    people: wordSet(cues.people),
    sports: words(cues.sports),
    thingsBefore: wordSet(cues.thingsBefore),
    thingsBehind: wordSet(cues.thingsBehind),
    stop: wordSet(cues.stop),
    calendar: wordSet(cues.calendar),
    nobody: wordSet(cues.nobody),
    bodyWords: wordSet(bodies.keywords),
    bodyOfWords: wordSet(bodies.ofKeywords),
    bodyAcronyms: wordSet(bodies.acronyms),
    notBodies: wordSet(bodies.notBodies),
    institutions: groupBy(
      bodies.institutions.split("|").map((phrase) => phrase.split(" ")),
      ([first = ""]) => first,
    ),
    placeBefore: wordSet(regions.before),
    placeBehind: wordSet(regions.behind),
    placeOf: wordSet(regions.placeOf),
    placeNouns: wordSet(regions.placeNouns),
    placesHave: wordSet(regions.placesHave),
    placesOwn: wordSet(regions.placesOwn),
    living: wordSet(regions.living),
    regions: regionSet(),
    demonyms: demonymMap(),
    phrases: phraseIndex(doubtful),
  };
}

function words(list: string): string[] {
  return list.split(" ").map((word) => keyOf(word));
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(words(list));
}

function regionSet(): ReadonlySet<string> {
  const named = regions.regions.split("|").filter((region) => region.includes("/"));
  return new Set(named.map((region) => region.slice(0, region.indexOf("/"))));
}

function demonymMap(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [code, word] of Object.entries(places.demonyms)) {
    for (const each of [word, `${word}s`]) map.set(keyOf(each), code);
  }
  for (const [code, list] of Object.entries(regions.demonyms)) {
    for (const word of words(list)) map.set(word, code);
  }
  return map;
}

function phraseIndex(doubtful: ReadonlySet<string>): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  const add = (name: string, phrase: Omit<Phrase, "rest">): void => {
    const [first, ...rest] = wordsOfName(name);
    if (first === undefined) return;
    const known = index.get(first);
    if (known) known.push({ ...phrase, rest });
    else index.set(first, [{ ...phrase, rest }]);
  };
  addBodies(add);
  addCountries(add);
  addTowns(add, doubtful);
  for (const list of index.values()) {
    if (list.length > 1) list.sort((a, b) => b.rest.length - a.rest.length);
  }
  return index;
}

const PLAIN = /^[\p{L} -]+$/u;

/** The words of a name as a text has them; plain names, nearly all, need no scanner. */
function wordsOfName(name: string): string[] {
  if (PLAIN.test(name)) return name.toLowerCase().split(" ");
  return tokenise(name, { start: 0, end: name.length }).map(({ text }) => keyOf(text));
}

type Add = (name: string, phrase: Omit<Phrase, "rest">) => void;

function addBodies(add: Add): void {
  for (const list of [bodies.outlets, bodies.known]) {
    for (const name of list.split("|")) add(name, { kind: "organisation" });
  }
  for (const name of bodies.acronyms.split(" ")) add(name, { kind: "organisation" });
}

function addCountries(add: Add): void {
  const own = new Map(
    Object.entries(regions.countries).map(([code, names]) => [code.replace("*", ""), names]),
  );
  for (const [country, names] of Object.entries({
    ...places.countries,
    ...Object.fromEntries(own),
  })) {
    const preferred = (own.get(country) ?? names).split("|")[0] ?? names;
    const printed = new Set([
      ...names.split("|"),
      ...((places.countries as Readonly<Record<string, string>>)[country] ?? "").split("|"),
    ]);
    if (!preferred.includes(" of ")) printed.add(`Republic of ${preferred}`);
    for (const name of printed) {
      if (name === "") continue;
      const code = FORMER.has(name) ? {} : { country };
      add(name, { kind: "country", ...code, name: nameWithin(name, preferred) });
    }
  }
  for (const region of regions.regions.split("|")) {
    const [name = "", country, usual] = region.split("/");
    add(name, { kind: "place", ...(country && { country }), ...(usual && { name: usual }) });
  }
}

/** Nations within a state (Scotland) and former ones (Soviet Union) keep their own name. */
function nameWithin(name: string, preferred: string): string {
  return OWN_NAMES.has(name) || FORMER.has(name) ? name : preferred;
}

/** They lie in no country of today. */
const FORMER: ReadonlySet<string> = new Set([
  "Soviet Union",
  "West Germany",
  "East Germany",
  "Yugoslavia",
  "Czechoslovakia",
]);

const OWN_NAMES: ReadonlySet<string> = new Set([
  "England",
  "Scotland",
  "Wales",
  "Northern Ireland",
  "Gaza",
  "Gaza Strip",
  "West Bank",
]);

function addTowns(add: Add, doubtful: ReadonlySet<string>): void {
  const notTowns = new Set(regions.notTowns.split(" "));
  const printed = new Set(Object.values(places.towns).flatMap((names) => names.split("|")));
  for (const [country, names] of Object.entries(places.towns)) {
    for (const name of names.split("|")) {
      if (name.length < SHORTEST_TOWN || notTowns.has(name) || doubtful.has(keyOf(name))) continue;
      add(name, { kind: "place", country });
      const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
      // Los Ángeles in Chile is not Los Angeles
      if (plain !== name && !printed.has(plain)) add(plain, { kind: "place", country });
    }
  }
}
