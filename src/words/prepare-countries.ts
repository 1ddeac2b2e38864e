/** Prepares the countries in other languages: `node src/words/prepare-countries.ts` writes names-countries.json. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const LANGUAGES = "ar da de el es fa fr he hi id it nb nl pl pt ru sv tr uk ur".split(" ");

const load = createRequire(import.meta.url);

writeFileSync(
  new URL("names-countries.json", import.meta.url),
  `${JSON.stringify(
    {
      source: "i18n-iso-countries 7.14.0",
      licence: "MIT",
      note: "Written by src/words/prepare-countries.ts. Names of countries by language: name/code, parted by |.",
      languages: Object.fromEntries(LANGUAGES.map((language) => [language, countriesOf(language)])),
    },
    undefined,
    1,
  )}\n`,
);

function countriesOf(language: string): string {
  // The library types its language files loosely; this is the one field read here.
  const { countries } = load(`i18n-iso-countries/langs/${language}.json`) as {
    readonly countries: Readonly<Record<string, string | readonly string[]>>;
  };
  return Object.entries(countries)
    .flatMap(([code, names]) => [names].flat().map((name) => `${name}/${code}`))
    .join("|");
}
