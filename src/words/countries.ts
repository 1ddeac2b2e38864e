/** What is a country called in English? For every stage. */
import places from "./places.json" with { type: "json" };
import regions from "./regions.json" with { type: "json" };

const usual: ReadonlyMap<string, string> = new Map([
  ...Object.entries(places.countries),
  ...Object.entries(regions.countries)
    .filter(([code]) => code.startsWith("*"))
    .map(([code, names]): [string, string] => [code.slice(1), names]),
]);

/** Returns the usual name of a country by its ISO 3166 alpha-2 code: `Iran` for `IR`; undefined if there is none. */
export function countryName(code: string): string | undefined {
  return usual.get(code)?.split("|")[0];
}

/** Returns the code of a country by each of its names, written as the lists have them. */
export function countryNames(): ReadonlyMap<string, string> {
  names ??= new Map([
    ...spread(Object.entries(places.countries), "|"),
    ...spread(
      Object.entries(regions.countries).map(([code, all]) => [code.replace("*", ""), all]),
      "|",
    ),
  ]);
  return names;
}

/** Returns the code of a country by the words for its people and things, such as `Azeri` or `South African`. */
export function countryAdjectives(): ReadonlyMap<string, string> {
  adjectives ??= new Map([
    ...spread(Object.entries(places.demonyms), "|"),
    ...spread(Object.entries(regions.demonyms), " ").map(
      ([word, code]) => [word.replace("-", " "), code] as const,
    ),
  ]);
  return adjectives;
}

let names: ReadonlyMap<string, string> | undefined;
let adjectives: ReadonlyMap<string, string> | undefined;

function spread(
  entries: readonly (readonly string[])[],
  mark: string,
): readonly (readonly [string, string])[] {
  return entries.flatMap(([code = "", all = ""]) =>
    all.split(mark).map((name) => [name, code] as const),
  );
}
