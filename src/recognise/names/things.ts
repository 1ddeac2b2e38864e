/** Which organisations and places does a document name, each once with all its mentions? Stage 4, recognise. */
import type { NamedThing, Person, Span } from "../../model.ts";
import { foldName } from "../../text/fold.ts";
import { lastIndexWhere } from "../../text/halving.ts";
import { printedName } from "../../text/invisible.ts";
import type { Line, Reading, Word } from "../reading.ts";
import { phraseAt } from "./chunks.ts";
import { lexicon } from "./lexicon.ts";
import type { NameSpan } from "./recogniser.ts";
import { isPossessive } from "./titles.ts";

/**
 * Returns the organisations, in the order of their first mention: named bodies, and institutions in small
 * letters that belong to a country (`Iran’s military`). A later short form that ends or starts a longer name
 * (`Harbour Board` of `Port Ellis Harbour Board`) is the same thing. Nothing that overlaps a person's name.
 */
export function organisationsOf(
  reading: Reading,
  spans: readonly NameSpan[],
  people: readonly Person[],
): readonly NamedThing[] {
  const named = spans
    .filter(({ kind }) => kind === "organisation")
    .map((span) => namedSpan(reading, span));
  const all = [...named.filter(({ name }) => !isOnlyNoun(name)), ...institutions(reading)];
  return grouped(withoutPeople(all, people), true);
}

/** The Ministry, the Agency: which one is meant stands elsewhere. */
function isOnlyNoun(name: string): boolean {
  const { bodyWords, bodyOfWords } = lexicon();
  const key = name.toLowerCase();
  return bodyOfWords.has(key) || (bodyWords.has(key) && name !== name.toUpperCase());
}

/** Returns the places, in the order of their first mention; a country under its usual name. */
export function placesOf(
  reading: Reading,
  spans: readonly NameSpan[],
  people: readonly Person[],
): readonly NamedThing[] {
  const named = inTheirCountry(
    spans
      .filter(({ kind }) => kind === "place")
      .map((span) => placeSpan(reading, span))
      .filter(({ name, country }) => country !== undefined || !isNoPlace(name)),
    reading.document.text,
  );
  const { dateline, text } = reading.document;
  const at = dateline ? text.indexOf(dateline.place, dateline.start) : -1;
  const shouted = reading.lines.flatMap(placesInCapitals);
  const own = dateline && at >= 0 && at < dateline.end ? [datelinePlace(dateline.place, at)] : [];
  return grouped(
    withoutPeople(
      [...own, ...[...named, ...shouted].filter(({ start }) => own[0]?.start !== start)],
      people,
    ),
    false,
  );
}

/**
 * Gives towns the country of the region printed behind them, there and wherever else the document has the town: `Paris,
 * Texas` is in the United States. A country alone says nothing: `London, France and Spain` is a list.
 */
function inTheirCountry(places: readonly Named[], text: string): readonly Named[] {
  const told = new Map<string, string>();
  places.forEach((place, at) => {
    const region = places[at + 1];
    if (region?.country === undefined || !isRegion(region.name)) return;
    if (
      text.slice(place.end, region.start) !== ", " ||
      LISTED.test(text.slice(region.end, region.end + 5))
    )
      return;
    if (place.country !== region.country) told.set(foldName(place.name), region.country);
  });
  if (told.size === 0) return places;
  return places.map((place) => {
    const country = told.get(foldName(place.name));
    return country === undefined ? place : { ...place, country };
  });
}

const LISTED = /^,? (?:and|or|&) /;

function isRegion(name: string): boolean {
  return lexicon().regions.has(name);
}

/** AUSTRALIA WIN, BONN: places that a list knows, in a line of capitals. Short ones may be words or letters. */
function placesInCapitals(line: Line): Named[] {
  if (line.capitals !== "all") return [];
  return line.words.flatMap((word, at) => {
    const match = word.text.length >= SHORTEST_SHOUTED ? phraseAt(line.words, at) : undefined;
    if (match === undefined || match.phrase.kind === "organisation") return [];
    const words = line.words.slice(at, at + match.length);
    const { country, name } = match.phrase;
    const usual = name ?? words.map(({ text }) => capitalised(text)).join(" ");
    const end = words.at(-1)?.end ?? word.end;
    return [{ start: word.start, end, name: usual, confidence: 0.85, ...(country && { country }) }];
  });
}

const SHORTEST_SHOUTED = 4;

function capitalised(words: string): string {
  return words
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** One mention with the name it goes by. */
interface Named extends Span {
  readonly name: string;
  readonly confidence: number;
  readonly country?: string;
}

function namedSpan(reading: Reading, span: NameSpan): Named {
  const { start, end, evidence, country } = span;
  const name = span.name ?? printedName(reading.document.text.slice(start, end));
  return { start, end, name, confidence: evidence.confidence, ...(country && { country }) };
}

/** Whoever found a place, its country and usual name are those of the list. */
function placeSpan(reading: Reading, span: NameSpan): Named {
  const named = namedSpan(reading, span);
  const match = phraseAt(reading.lines[span.line]?.words ?? [], span.first);
  if (named.country !== undefined || match?.length !== span.last - span.first) return named;
  const { kind, name, country } = match.phrase;
  if (kind === "organisation") return named;
  return { ...named, ...(name && { name }), ...(country && { country }) };
}

/** Islam, the Islamic Republic, Western: words of creeds, peoples and directions, with a form of state or without. */
function isNoPlace(name: string): boolean {
  const { nobody } = lexicon();
  return name.split(" ").every((word) => {
    const key = word.toLowerCase();
    return nobody.has(key) || FORMS_OF_STATE.has(key);
  });
}

const FORMS_OF_STATE: ReadonlySet<string> = new Set(
  "republic kingdom federation state emirate empire".split(" "),
);

/** TEHRAN is Tehran: a dateline in capitals goes by the usual form. */
function datelinePlace(place: string, start: number): Named {
  const usual = place === place.toUpperCase() ? capitalised(place) : place;
  const words = usual.split(" ").map(
    (text): Word => ({
      start: 0,
      end: 0,
      text,
      key: text.toLowerCase(),
      kind: "word",
      capital: true,
    }),
  );
  const phrase = phraseAt(words, 0)?.phrase;
  const country = phrase?.country;
  return {
    start,
    end: start + place.length,
    name: phrase?.name ?? usual,
    confidence: 0.95,
    ...(country && { country }),
  };
}

function withoutPeople(things: readonly Named[], people: readonly Person[]): readonly Named[] {
  const mentions = people.flatMap((person) =>
    person.mentions.filter(({ form }) => form === "full" || form === "short"),
  );
  const isCovered = coverOf(mentions);
  return things.filter(({ start, end }) => !isCovered(start) && !isCovered(end - 1));
}

/** Tells whether a place lies in one of the spans. */
function coverOf(spans: readonly Span[]): (at: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let furthest = 0;
  const ends = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return (at) => {
    const last = lastIndexWhere(sorted, ({ start }) => start <= at);
    return (ends[last] ?? 0) > at;
  };
}

function grouped(things: readonly Named[], joinShort: boolean): readonly NamedThing[] {
  const groups = new Map<string, Named[]>();
  for (const thing of [...things].sort((a, b) => a.start - b.start)) {
    const key = foldName(thing.name);
    const known = groups.get(key);
    if (known) known.push(thing);
    else groups.set(key, [thing]);
  }
  if (joinShort) joinShortForms(groups);
  return [...groups.values()]
    .map((group) => [...group].sort((a, b) => a.start - b.start))
    .sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0))
    .map((group) => thingOf(group, joinShort));
}

function thingOf(group: readonly Named[], fullest: boolean): NamedThing {
  const names = group.map(({ name }) => name);
  const usual = names.find((each) => each !== each.toUpperCase()) ?? names[0] ?? "";
  const name = fullest ? names.reduce((a, b) => (b.length > a.length ? b : a)) : usual;
  const country = group.find((each) => each.country !== undefined)?.country;
  return {
    name,
    confidence: group.reduce((most, { confidence }) => Math.max(most, confidence), 0),
    ...(country && { country }),
    mentions: group.map(({ start, end }) => ({ start, end })),
  };
}

/** A short form of two words or more joins the one longer name that it starts or ends. */
function joinShortForms(groups: Map<string, Named[]>): void {
  const longer = new Map<string, Set<string>>();
  for (const key of groups.keys()) {
    for (const short of shortForms(key))
      longer.set(short, (longer.get(short) ?? new Set()).add(key));
  }
  for (const [key, group] of [...groups].sort(([a], [b]) => b.length - a.length)) {
    const [only, another] = [...(longer.get(key) ?? [])].filter((each) => groups.has(each));
    if (only === undefined || another !== undefined) continue;
    groups.set(only, [...(groups.get(only) ?? []), ...group]);
    groups.delete(key);
  }
}

/** The starts and ends of a name that have two words or more. */
function shortForms(key: string): readonly string[] {
  const words = key.split(" ");
  const lengths = words.map((_, index) => index).slice(2);
  return lengths.flatMap((length) => [
    words.slice(0, length).join(" "),
    words.slice(-length).join(" "),
  ]);
}

/** Iran’s military, the Iranian armed forces: a country, its possessive or demonym, and a body in small letters. */
function institutions({ lines, document }: Reading): readonly Named[] {
  const known = lexicon().institutions;
  const found: Named[] = [];
  for (const line of lines) {
    line.words.forEach((word, at) => {
      const phrases = word.capital ? undefined : known.get(word.key);
      const phrase = phrases?.find((keys) =>
        keys.every((key, index) => line.words[at + index]?.key === key),
      );
      const first = phrase ? ownerStart(line, at) : undefined;
      if (phrase === undefined || first === undefined) return;
      const last = at + phrase.length;
      if (isAdjective(line.words[last])) return;
      const start = line.words[first]?.start ?? word.start;
      const end = line.words[last - 1]?.end ?? word.end;
      const name = printedName(document.text.slice(start, end));
      found.push({ start, end, name, confidence: 0.7 });
    });
  }
  return found;
}

/** Where the country that owns what starts at `at` begins. */
function ownerStart(line: Line, at: number): number | undefined {
  const before = line.words[at - 1];
  if (before === undefined) return undefined;
  if (before.capital) return lexicon().demonyms.has(before.key) ? at - 1 : undefined;
  if (!isPossessive(before)) return undefined;
  for (let length = 1; length <= 3; length += 1) {
    const match = phraseAt(line.words, at - 1 - length);
    if (match?.length === length && match.phrase.kind === "country") return at - 1 - length;
  }
  return undefined;
}

/** Military capabilities: a small noun behind makes an adjective of the body. */
function isAdjective(next: Word | undefined): boolean {
  if (next === undefined || next.kind !== "word" || isPossessive(next)) return false;
  const { saying, acting, stop, heads } = lexicon();
  if (heads.has(next.key)) return true;
  return !saying.has(next.key) && !acting.has(next.key) && !stop.has(next.key);
}
