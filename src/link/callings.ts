/** Do the roles of two sightings speak for one person, or against it? Stage 5. */
import { byCodeUnits, foldName } from "../text/fold.ts";
import words from "../words/link.json" with { type: "json" };
import regions from "../words/regions.json" with { type: "json" };

const WORLDS: ReadonlyMap<string, string> = new Map(
  Object.entries(words.worlds).flatMap(([world, nouns]) =>
    nouns.split(" ").map((noun) => [noun, world] as const),
  ),
);
const CONTRADICTIONS: ReadonlySet<string> = new Set(
  words.contradictions.flatMap((pair) => [pair, pair.split(" ").toReversed().join(" ")]),
);
const FORMER: ReadonlySet<string> = new Set(words.former.split(" "));
const ONE_NAME: ReadonlySet<string> = new Set(words.oneName.split(" "));
const COUNTRY_WORDS: ReadonlySet<string> = new Set(
  [...Object.values(regions.demonyms), ...Object.values(regions.countries)].flatMap((names) =>
    names.split(/[ |]/).map(foldName),
  ),
);
const NOT_WORD = /[^\p{L}\p{N}.-]+/u;
const BELONGS_TO = /\s(?:to|of|for|in|at|on|with|from)\s|['’]s\s/u;
const ONE_WORD = /^[\p{L}\p{M}]+$/u;
const IDLE: ReadonlySet<string> = new Set(["the", "of", "in", "to", "s", "a", "an", "and", "for"]);

/** Returns the words of a title that carry its meaning. */
function titleWords(title: string): readonly string[] {
  return foldName(title)
    .split(NOT_WORD)
    .filter((word) => word !== "" && !IDLE.has(word));
}

/** Returns what somebody belongs to at present, as a title says: `sport`, `bench`, …; undefined where it says neither. */
export function worldOf(title: string): string | undefined {
  // "adviser to the bishop" is no bishop
  const [held = ""] = title.split(BELONGS_TO);
  const found = titleWords(held);
  if (found.some((word) => FORMER.has(word))) return undefined;
  return found.map((word) => WORLDS.get(word)).find((world) => world !== undefined);
}

/** Returns whether nobody is of both worlds at the same time. */
export function contradict(a: string, b: string): boolean {
  return CONTRADICTIONS.has(`${a} ${b}`);
}

/** Returns the worlds that an article's titles for a person name, in the order of the titles. */
export function worldsOf(titles: readonly string[]): readonly string[] {
  return [...new Set(titles.flatMap((title) => worldOf(title) ?? []))];
}

/** Returns whether somebody goes by one name as what the titles say: a pope, a singer; "al-Dur" is a family. */
export function goesByOneName(
  name: string,
  titles: readonly string[],
  confidence: number,
): boolean {
  return (
    confidence >= 0.5 &&
    ONE_WORD.test(name) &&
    titles.some((title) => titleWords(title).some((word) => ONE_NAME.has(word)))
  );
}

/**
 * Returns the offices that tell who somebody is, sorted: titles of three words or more, or with a country, each as its
 * sorted words without "former". "President" alone is many people's; "Norlandish President" is one's at a time.
 */
export function tellingOffices(titles: readonly string[]): readonly string[] {
  const offices = titles.flatMap((title) => {
    const found = titleWords(title).filter((word) => !FORMER.has(word));
    const isTelling =
      found.length >= 3 || (found.length === 2 && found.some((word) => COUNTRY_WORDS.has(word)));
    return isTelling ? found.toSorted().join(" ") : [];
  });
  return [...new Set(offices)].sort(byCodeUnits);
}
