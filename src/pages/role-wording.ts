/** When do two printed roles say the same, and which office is it? Stage 6; looks at the words alone. */
import { foldName } from "../text/fold.ts";
import offices from "../words/offices.json" with { type: "json" };
import places from "../words/places.json" with { type: "json" };
import regions from "../words/regions.json" with { type: "json" };
import titles from "../words/titles.json" with { type: "json" };

const FORMS: ReadonlyMap<string, string> = new Map(Object.entries(offices.forms));
const CAPITALS: ReadonlySet<string> = new Set(offices.capitals.split(" "));
const RELATIONS: ReadonlySet<string> = new Set(offices.relations.split(" "));
const HEADS: ReadonlySet<string> = new Set(titles.heads.split(" "));
/** After one of these a title says of what, where or since when. */
const TAIL = /,|\s(?:of|for|to|at|in|on|from|with|under|who|since|until|during)\s/;
const ARTICLE = /^(?:the|an?)\s+/;
const MAN = /^(?<stem>\p{L}{3,}?)(?:man|men|woman|women|person|persons)$/u;
const PREFIX = /^(?:vice|ex|co|deputy|sub|under)-(?=\p{L})/u;

/** Left at the end where a country was taken out: "president of the Islamic Republic of", "president of the". */
const STATE = /\sof the(?:\s\p{L}+)?\s(?:republic|kingdom|federation)\sof$/u;
const LOOSE = /(?:^|\s)(?:of|in|for)?(?:\s?the)?$/;

/** What a printed role says, apart from how it says it. */
export interface RoleWording {
  /** The office without articles, capitals and countries: `foreign minister`. */
  readonly core: string;
  /** ISO 3166 alpha-2; absent where no country, or more than one, is named. */
  readonly country?: string;
}

/**
 * Returns what a role as printed says.
 *
 *     wordingOf("the Foreign Minister of Iran")  // { core: "foreign minister", country: "IR" }
 *     wordingOf("Iran's foreign minister")       // the same
 */
export function wordingOf(title: string): RoleWording {
  const found = new Set<string>();
  const words = foldName(title)
    .replace(/[.,;:]+$/, "")
    .replace(ARTICLE, "")
    .split(" ");
  const kept: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const country = countryAt(words, index);
    if (country === undefined) kept.push(words[index] ?? "");
    else {
      found.add(country.code);
      index += country.length - 1;
    }
  }
  const core = kept
    .join(" ")
    .replace(found.size > 0 ? STATE : "", "")
    .replace(LOOSE, "")
    .trim();
  const [country] = found;
  // "the Iranian" alone is no office without its country
  if (core === "" || found.size > 1) return { core: words.join(" ") };
  return { core, ...(country !== undefined && { country }) };
}

/**
 * Returns the office that a role is one of, in small letters: the last noun of an office before what says of what.
 * Undefined for words that say no office, such as "his counterpart".
 *
 *     officeOf("Deputy Defence Minister of Azerbaijan")  // "minister"
 *     officeOf("the 54-year-old owner of the ferry")     // "owner"
 *
 * What has no Latin letters is its own office.
 */
export function officeOf(title: string): string | undefined {
  const folded = foldName(title).replace(ARTICLE, "");
  if (!/[a-z]/.test(folded)) return folded;
  const before = folded.split(TAIL, 1)[0] ?? folded;
  const words = before.match(/[\p{L}\p{M}'-]+/gu) ?? [folded];
  const bare = words.map((word) => word.replace(PREFIX, ""));
  const office = bare.findLast((word) => HEADS.has(word)) ?? bare.at(-1) ?? folded;
  if (RELATIONS.has(office)) return undefined;
  return CAPITALS.has(office) ? office.toUpperCase() : (FORMS.get(office) ?? office);
}

/** Returns what forms of one office have in common: `spokesman` and `spokeswoman` are `spokes~`. */
export function officeKey(office: string): string {
  const stem = MAN.exec(office)?.groups?.["stem"];
  return stem === undefined ? office : `${stem}~`;
}

// ------------------------------------------------------------------ countries

/** Country names and demonyms, folded, with their codes. */
const COUNTRIES = countryNames();
const LONGEST = Math.max(...[...COUNTRIES.keys()].map((name) => name.split(" ").length));

function countryNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const lists = [
    ...[places.countries, regions.countries, places.demonyms].map((list) => [list, "|"] as const),
    [regions.demonyms, " "] as const,
  ];
  for (const [list, mark] of lists)
    for (const [code, listed] of Object.entries(list))
      for (const name of listed.split(mark)) names.set(foldName(name), code.replace("*", ""));
  return names;
}

/** The country named by the words from an index on, and by how many of them. */
function countryAt(
  words: readonly string[],
  index: number,
): { readonly code: string; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST, words.length - index); length > 0; length--) {
    const name = words
      .slice(index, index + length)
      .join(" ")
      .replace(/'s?$/, "");
    const code = COUNTRIES.get(name);
    if (code !== undefined) return { code, length };
  }
  return undefined;
}
