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
