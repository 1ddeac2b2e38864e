/** Which countries does an article speak of, where, and by which words? Stage 5. */
import type { ArchiveArticle, Span } from "../model.ts";
import { ledeOf } from "../text/lede.ts";
import { hasSuppliedHeadline } from "../text/supplied-headline.ts";
import { countryAdjectives, countryNames } from "../words/countries.ts";
import lists from "../words/country-words.json" with { type: "json" };
import { SpanWalker } from "./span-walker.ts";

/** Where an article stands up for what it is about. */
export type HitPart = "headline" | "lede" | "body";

/** Words that mean a country. */
export interface CountryHit extends Span {
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly part: HitPart;
}

const BEHIND: ReadonlySet<string> = new Set(lists.behind.split(" "));
const BODIES: ReadonlySet<string> = new Set(lists.bodies.split(" "));
/** "US" by itself in a headline in capitals may be the pronoun; recognition says where it is a name. */
const ADJECTIVE = /(?<![\p{L}\p{N}])(?:U\.S\.|\p{Lu}\p{L}{2,})(?!\p{L})/gu;
const NEXT_WORD = /^[ \n-](?<word>\p{L}+)/u;
const REACH = 40;

/**
 * Returns the words of an article that mean a country, in the order of the text: its name, where recognition takes it for a place;
 * a word for its people and things ("Azeri"), unless it is part of a company's or a person's name or of a currency's; and in
 * the headline and lede the names of people whose role says whose they are. Datelines are where somebody wrote, and do not count.
 */
export function countryHits(article: ArchiveArticle): readonly CountryHit[] {
  const partOf = partFinder(article);
  const found = [
    ...namesIn(article),
    ...adjectivesIn(article),
    ...officeHoldersIn(article).filter((hit) => partOf(hit.start) !== "body"),
  ];
  return found
    .flatMap((hit) => {
      const part = partOf(hit.start);
      return part === undefined ? [] : [{ ...hit, part }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

type Hit = Omit<CountryHit, "part">;

/** What is a country anywhere in the article is one in its headline, where recognition is less sure. */
function namesIn({ annotations, document: { text, headline } }: ArchiveArticle): Hit[] {
  const codes = countryNames();
  const head = text.slice(0, headline?.end ?? 0);
  return annotations.places.flatMap(({ name, mentions }) => {
    const country = codes.get(name);
    if (country === undefined) return [];
    const printed = new Set(mentions.map(({ start, end }) => text.slice(start, end)));
    const inHeadline = [...printed].flatMap((words) => placesOf(words, head));
    const byStart = new Map<number, Hit>();
    for (const { start, end } of [...inHeadline, ...mentions])
      if (!byStart.has(start)) byStart.set(start, { start, end, country });
    return [...byStart.values()];
  });
}

/** "US" in a headline in capitals may be the pronoun. */
const SHORTEST = 3;

/** Where words first stand in a headline, as they are or in capitals; "NIGER" not in "NIGERIA". */
function placesOf(words: string, headline: string): Span[] {
  if (words.length < SHORTEST) return [];
  return [...new Set([words, words.toUpperCase()])].flatMap((form) => {
    for (let at = headline.indexOf(form); at !== -1; at = headline.indexOf(form, at + 1)) {
      const end = at + form.length;
      const isWhole = !LETTER.test(headline.charAt(at - 1)) && !LETTER.test(headline.charAt(end));
      if (isWhole) return [{ start: at, end }];
    }
    return [];
  });
}

const LETTER = /\p{L}/u;

function adjectivesIn(article: ArchiveArticle): Hit[] {
  const { text } = article.document;
  const codes = capitalAdjectives();
  const named = new SpanWalker(namesOf(article));
  const hits: Hit[] = [];
  for (const { 0: word, index } of text.matchAll(ADJECTIVE)) {
    const next = nextWord(text, index + word.length);
    const both = `${word} ${next}`;
    const isBoth = codes.has(both);
    const country = codes.get(isBoth ? both : word);
    if (country === undefined) continue;
    const end = index + (isBoth ? both : word).length;
    const behind = isBoth ? nextWord(text, end) : next;
    if (BEHIND.has(behind.toLowerCase())) continue;
    const name = named.over(index, end);
    if (name === undefined || isOfState(text.slice(name.start, name.end)))
      hits.push({ start: index, end, country });
  }
  return hits;
}

function nextWord(text: string, at: number): string {
  return NEXT_WORD.exec(text.slice(at, at + REACH))?.groups?.["word"] ?? "";
}

let inCapitals: ReadonlyMap<string, string> | undefined;

/** Also as headlines in capitals have them. */
function capitalAdjectives(): ReadonlyMap<string, string> {
  inCapitals ??= new Map(
    [...countryAdjectives()].flatMap(([word, code]) => [
      [word, code] as const,
      [word.toUpperCase(), code] as const,
    ]),
  );
  return inCapitals;
}

/** Names in which such a word may be a mere part. */
function namesOf({ annotations }: ArchiveArticle): readonly Span[] {
  return [...annotations.people, ...annotations.organisations].flatMap(({ mentions }) => mentions);
}

function isOfState(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => BODIES.has(word));
}

/** The mentions of people whose roles name one country: "the Azeri defense minister". */
function officeHoldersIn({ annotations }: ArchiveArticle): Hit[] {
  return annotations.people.flatMap(({ roles, mentions }) => {
    const codes = new Set(roles.flatMap(({ title }) => countriesIn(title)));
    const [country, other] = codes;
    if (country === undefined || other !== undefined) return [];
    return mentions
      .filter(({ form }) => form !== "pronoun")
      .map(({ start, end }) => ({ start, end, country }));
  });
}

function countriesIn(title: string): readonly string[] {
  const adjectives = countryAdjectives();
  const words = title.split(/[^\p{L}.]+/u);
  const byWord = words.flatMap(
    (word, at) => adjectives.get(`${word} ${words[at + 1]}`) ?? adjectives.get(word) ?? [],
  );
  const names = countryNames();
  const byName = title.split(/ of (?:the )?|['’]s? |, /u).flatMap((part) => names.get(part) ?? []);
  return [...byWord, ...byName];
}

/** A headline that was made of the opening words is none, and the first sentence stands in for it. */
function partFinder({
  document,
  annotations,
}: ArchiveArticle): (at: number) => HitPart | undefined {
  const { headline, standfirst, dateline, blocks } = document;
  const lede = ledeOf(blocks, annotations.sentences);
  const [first] = lede;
  const isSupplied = hasSuppliedHeadline(document);
  const ledeEnd = lede.at(-1)?.end ?? 0;
  return (at) => {
    if (headline && at < headline.end) return isSupplied ? undefined : "headline";
    if (standfirst && at < standfirst.end) return "lede";
    if (dateline && at >= dateline.start && at < dateline.end) return undefined;
    if (isSupplied && first && at < first.end) return "headline";
    return at < ledeEnd ? "lede" : "body";
  };
}
