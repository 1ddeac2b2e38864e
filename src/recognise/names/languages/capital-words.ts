/** Which words of a language with capitals are given names, titles, verbs of saying? Built when first met. Stage 4. */
import lists from "../../../words/names-capitals.json" with { type: "json" };
import countries from "../../../words/names-countries.json" with { type: "json" };
import { keyOf } from "../../reading.ts";
import { lexicon, type Phrase } from "../lexicon.ts";

/** What is known of a language that has capitals. Words are keys as `keyOf` gives them. */
export interface CapitalWords {
  readonly language: string;
  readonly given: ReadonlySet<string>;
  /** Given names of the language as dictionaries have them, not in their other cases. */
  readonly nominative: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  /** Countries in that language, by their first word, the longest first. */
  readonly countries: ReadonlyMap<string, readonly Phrase[]>;
}

interface List {
  readonly given: string;
  readonly doubtful: string;
  readonly titles: string;
  readonly saying: string;
  readonly bodies: string;
}

const LISTS: Readonly<Record<string, List>> = lists.languages;
const COUNTRIES: Readonly<Record<string, string>> = countries.languages;
/** Norwegian by its three codes is one language here. */
const SAME: ReadonlyMap<string, string> = new Map([
  ["no", "nb"],
  ["nn", "nb"],
]);
const EMPTY: List = { given: "", doubtful: "", titles: "", saying: "", bodies: "" };

const built = new Map<string, CapitalWords>();

/** Returns the lists of a language by the first part of its code; empty ones where the project has none. */
export function capitalWordsOf(code: string): CapitalWords {
  const [part = code] = code.split("-");
  const language = SAME.get(part) ?? part;
  const known = built.get(language) ?? build(language);
  built.set(language, known);
  return known;
}

function build(language: string): CapitalWords {
  const list = LISTS[language] ?? EMPTY;
  const doubtful = setOf(list.doubtful);
  const english = lexicon();
  const own = [...setOf(list.given)].flatMap((name) => formsOf(name, language));
  const all = [...[...english.firstNames].filter((name) => !english.doubtful.has(name)), ...own];
  return {
    language,
    given: new Set(all.filter((name) => !doubtful.has(name))),
    nominative: setOf(list.given),
    doubtful,
    titles: setOf(list.titles),
    honorifics: setOf(lists.honorifics),
    saying: setOf(list.saying),
    bodies: setOf(list.bodies),
    countries: countriesOf(COUNTRIES[language] ?? ""),
  };
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words === "" ? [] : words.split(" ").map(keyOf));
}

/** A given name with its cases in Russian, Ukrainian and Polish: what ends in each ending takes the others. */
const CASES: ReadonlyMap<string, readonly (readonly [RegExp, readonly string[]])[]> = new Map([
  [
    "ru",
    [
      [/ия$/, ["ия", "ии", "ию", "ией"]],
      [/я$/, ["я", "и", "е", "ю", "ей"]],
      [/а$/, ["а", "ы", "и", "е", "у", "ой"]],
      [/ий$/, ["ий", "ия", "ию", "ием", "ии"]],
      [/[йь]$/, ["й", "ь", "я", "ю", "ем", "е"]],
      [/(?<=[бвгджзклмнпрстфхцчшщ])$/, ["", "а", "у", "ом", "е"]],
    ],
  ],
  [
    "uk",
    [
      [/я$/, ["я", "ї", "і", "ю", "єю", "єю"]],
      [/а$/, ["а", "и", "і", "у", "ою"]],
      [/о$/, ["о", "а", "у", "ові", "ом"]],
      [/й$/, ["й", "я", "ю", "єві", "єм"]],
      [/(?<=[бвгґджзклмнпрстфхцчшщ])$/, ["", "а", "у", "ові", "ом"]],
    ],
  ],
  [
    "pl",
    [
      [/a$/, ["a", "y", "i", "ę", "ą", "ie", "o"]],
      [/y$/, ["y", "ego", "emu", "ym"]],
      [/i$/, ["i", "iego", "iemu", "im"]],
      [/(?<=[bcdfghjklłmnńprsśtwzźż])$/, ["", "a", "owi", "em", "iem", "ie"]],
    ],
  ],
]);

function formsOf(name: string, language: string): readonly string[] {
  const ending = CASES.get(language)?.find(([pattern]) => pattern.test(name));
  if (ending === undefined) return [name];
  const [pattern, forms] = ending;
  const stem = name.replace(pattern, "");
  return [name, ...forms.map((form) => `${stem}${form}`)];
}

function countriesOf(list: string): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const each of list === "" ? [] : list.split("|")) {
    const [name = "", country = ""] = each.split("/");
    const [first = "", ...rest] = name.split(" ").map(keyOf);
    index.set(first, [...(index.get(first) ?? []), { rest, kind: "country", country }]);
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.rest.length - a.rest.length);
  return index;
}
