/** Which two countries is an article about, and which organisations lead articles? Stage 5. */
import type { ArchiveArticle, Span } from "../model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { ledeOf } from "../text/lede.ts";
import { slugOf } from "../text/slug.ts";
import { hasSuppliedHeadline } from "../text/supplied-headline.ts";
import { countryName, countryNames } from "../words/countries.ts";
import organisations from "../words/organisations.json" with { type: "json" };
import { type CountryHit, countryHits } from "./country-hits.ts";

/** Two countries in one article. */
export interface CountryPair {
  /** `azerbaijan-and-iran`: by the English names, A–Z, so that it never changes. */
  readonly slug: string;
  /** `Azerbaijan and Iran`. */
  readonly label: string;
  /** The words that mean them, in the order of the text: all of headline and lede, and the first of the body. */
  readonly because: readonly Span[];
}

/** Times that the body must come back to a country which only the lede names. */
const LEAST_IN_BODY = 2;
/** A third country that is named so much less often than the second is not what the article is about. */
const BY_THE_WAY = 0.5;
const MOST_REASONS = 12;

/**
 * Returns the two countries that an article is about; undefined where it is about one, or about several alike. A country counts if the
 * headline names it, and the text too, or if the lede does and the body comes back to it. Of more than two, those two that
 * the headline names, or that are named twice as often as the third. A country that the editor has taken out of the
 * article's `places` does not count.
 */
export function countryPair(article: ArchiveArticle): CountryPair | undefined {
  const hits = countryHits(article).filter(({ country }) => !isTakenOut(country, article));
  const byCountry = groupBy(hits, ({ country }) => country);
  const prominent = [...byCountry].filter(([, those]) => isProminent(those));
  const pair = theTwo(prominent);
  if (pair === undefined) return undefined;
  const names = pair.map(([country]) => countryName(country) ?? country).sort(byCodeUnits);
  const label = names.join(" and ");
  return { slug: slugOf(label), label, because: reasonsOf(pair.flatMap(([, those]) => those)) };
}

type Named = readonly [country: string, hits: readonly CountryHit[]];

function isIn(part: CountryHit["part"], hits: readonly CountryHit[]): boolean {
  return hits.some((hit) => hit.part === part);
}

function isProminent(hits: readonly CountryHit[]): boolean {
  if (isIn("headline", hits)) return isIn("lede", hits) || isIn("body", hits);
  return isIn("lede", hits) && hits.filter(({ part }) => part === "body").length >= LEAST_IN_BODY;
}

function theTwo(prominent: readonly Named[]): readonly [Named, Named] | undefined {
  const inHeadline = prominent.filter(([, hits]) => isIn("headline", hits));
  const [a, b, c] =
    prominent.length > 2 && inHeadline.length === 2 ? inHeadline : [...prominent].sort(byTimes);
  if (a === undefined || b === undefined) return undefined;
  return c !== undefined && c[1].length > b[1].length * BY_THE_WAY ? undefined : [a, b];
}

function byTimes([a, those]: Named, [b, others]: Named): number {
  return others.length - those.length || byCodeUnits(a, b);
}

function reasonsOf(hits: readonly CountryHit[]): readonly Span[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = sorted.filter((hit, index) => hit.start >= (sorted[index - 1]?.end ?? 0));
  return apart.slice(0, MOST_REASONS).map(({ start, end }) => ({ start, end }));
}

/** Whether import had listed the country among the places, and the editor has it there no longer. */
function isTakenOut(country: string, { front, imported }: ArchiveArticle): boolean {
  if (front.places === undefined || imported?.places === undefined) return false;
  const has = (places: readonly string[]): boolean =>
    places.some((name) => codeOf(name) === country);
  return has(imported.places) && !has(front.places);
}

let folded: ReadonlyMap<string, string> | undefined;

function codeOf(name: string): string | undefined {
  folded ??= new Map([...countryNames()].map(([one, code]) => [foldName(one), code]));
  return folded.get(foldName(name));
}

/**
 * Returns the pair whose two countries a slug names, in either order; undefined where it names no two countries.
 *
 *     pairNamed("iran-and-azerbaijan")  // {slug: "azerbaijan-and-iran", label: "Iran and Azerbaijan"}
 */
export function pairNamed(slug: string): Pick<CountryPair, "slug" | "label"> | undefined {
  bySlug ??= new Map([...countryNames()].map(([name, code]) => [slugOf(name), code]));
  for (let at = slug.indexOf(AND); at !== -1; at = slug.indexOf(AND, at + 1)) {
    const codes = [slug.slice(0, at), slug.slice(at + AND.length)].map((one) => bySlug?.get(one));
    const [first, second] = codes.map((code) => code && countryName(code));
    if (first === undefined || second === undefined || first === second) continue;
    const usual = [first, second].sort(byCodeUnits).join(" and ");
    return { slug: slugOf(usual), label: `${first} and ${second}` };
  }
  return undefined;
}

const AND = "-and-";
let bySlug: ReadonlyMap<string, string> | undefined;

/** What mentions of an organisation say of its part in an article; the bits of several names of one add up. */
const IN_LEDE = 1;
const BEHIND_LEDE = 2;
const IS_OUTLET = 4;
const IN_HEADLINE = 8;
const HEADLINE_IS_SUPPLIED = 16;

/** Returns what an organisation's mentions in an article say of whether it leads the article, as bits for `leadsBy`. */
export function leadOf(article: ArchiveArticle, mentions: readonly Span[]): number {
  const { document, annotations } = article;
  if (document.headline === undefined) return 0;
  const { text, headline, blocks } = document;
  const lede = ledeOf(blocks, annotations.sentences);
  const [from = 0, to = 0] = [lede[0]?.start, lede.at(-1)?.end];
  const isInLede = mentions.some(({ start }) => start >= from && start < to);
  const printed = mentions.map(({ start, end }) => text.slice(start, end));
  if (hasSuppliedHeadline(document)) {
    const isBehind = mentions.some(({ start }) => start >= to);
    const isOutlet = printed.some((one) => OUTLETS.has(one));
    return (
      HEADLINE_IS_SUPPLIED |
      (isInLede ? IN_LEDE : 0) |
      (isBehind ? BEHIND_LEDE : 0) |
      (isOutlet ? IS_OUTLET : 0)
    );
  }
  const title = spaced(text.slice(headline.start, headline.end));
  const isInHeadline = printed.some((one) => title.includes(spaced(one)));
  return (isInLede ? IN_LEDE : 0) | (isInHeadline ? IN_HEADLINE : 0);
}

/**
 * Returns whether an article is led by the organisation whose mentions say these bits: it stands both in the headline, in
 * capitals or not, and in the lede, so that the article is about it. Where the opening words stand in for a headline that
 * the source lacks, it must stand in the lede and come back; and it is no newspaper or agency, which such a text cites.
 */
export function leadsBy(bits: number): boolean {
  if ((bits & IN_LEDE) === 0) return false;
  if ((bits & HEADLINE_IS_SUPPLIED) === 0) return (bits & IN_HEADLINE) !== 0;
  return (bits & BEHIND_LEDE) !== 0 && (bits & IS_OUTLET) === 0;
}

const OUTLETS: ReadonlySet<string> = new Set(organisations.outlets.split("|"));

/** Words folded, with a space before and behind each. */
function spaced(words: string): string {
  return ` ${foldName(words)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
