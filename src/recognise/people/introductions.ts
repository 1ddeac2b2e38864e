/** Whom does an article introduce, and where does it name them again? Stage 4, recognise. */
import type { Mention } from "../../model.ts";
import { foldName } from "../../text/fold.ts";
import { chunksOf, phraseAt } from "../names/chunks.ts";
import { lexicon } from "../names/lexicon.ts";
import type { NameSpan } from "../names/recogniser.ts";
import { nameStart, titleBefore } from "../names/titles.ts";
import type { Line, Reading, Word } from "../reading.ts";

/** A mention with its place in the reading: `lines[line].words.slice(first, last)`. */
export interface PlacedMention extends Mention {
  readonly line: number;
  readonly first: number;
  readonly last: number;
}

/** Somebody introduced, with the mentions by name. */
export interface Introduced {
  readonly name: string;
  /** Of the fullest form, folded, without suffixes. */
  readonly parts: readonly string[];
  readonly confidence: number;
  readonly mentions: readonly PlacedMention[];
}

/** The same while it grows. */
interface Draft {
  name: string;
  parts: readonly string[];
  confidence: number;
  readonly mentions: PlacedMention[];
}

/**
 * Returns everybody whom the spans introduce, in the order of the text, with all full and short mentions.
 *
 * A full name introduces; a fuller form of the same name (Seyyed Ebrahim Raisi, Ebrahim Raisi; J. Doe,
 * John Doe) is the same person. A surname binds to the one person who has it, anywhere in the document, also in a
 * headline in capitals; two of that surname bind none. A surname behind a title that nobody introduces is a
 * person by that surname.
 */
export function introducePeople(
  reading: Reading,
  spans: readonly NameSpan[],
): readonly Introduced[] {
  const drafts: Draft[] = [];
  const people = spans.filter(({ kind }) => kind === "person");
  const taken = new Taken(reading.lines.length);
  for (const span of people) {
    const words = wordsOf(reading, span);
    const parts = partsOf(words);
    if (parts.length > 1 && !opensWithParticles(words))
      addFull(drafts, span, { parts, reading, taken });
  }
  for (const span of people) addTitled(drafts, span, { reading, taken });
  const index = new SurnameIndex(drafts);
  reading.lines.forEach((line, at) => {
    if (line.capitals === "prose")
      bindRows(line, at, { index, taken, spans, small: reading.small });
    else bindWords(line, at, { index, taken, small: reading.small });
  });
  return drafts
    .map((draft) => ({ ...draft, mentions: draft.mentions.sort((a, b) => a.start - b.start) }))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function wordsOf(reading: Reading, { line, first, last }: NameSpan): readonly Word[] {
  return reading.lines[line]?.words.slice(first, last) ?? [];
}

/** Van der Laak at the start of a sentence is a surname with its particles. */
function opensWithParticles(words: readonly Word[]): boolean {
  const { particles } = lexicon();
  return words.length > 2 && words.slice(0, 2).every(({ key }) => particles.has(key));
}

/** The parts of a name that are compared: folded, without Jr. and particles. */
function partsOf(words: readonly Word[]): readonly string[] {
  const { suffixes } = lexicon();
  return words
    .filter(({ key, capital }) => capital && !suffixes.has(key))
    .map(({ key }) => foldName(key));
}

/** Which words of which lines a mention already has. */
class Taken {
  readonly #lines: Set<number>[];
  constructor(lines: number) {
    this.#lines = Array.from({ length: lines }, () => new Set<number>());
  }
  take(line: number, first: number, last: number): void {
    for (let at = first; at < last; at += 1) this.#lines[line]?.add(at);
  }
  has(line: number, first: number, last: number): boolean {
    for (let at = first; at < last; at += 1) if (this.#lines[line]?.has(at)) return true;
    return false;
  }
}

interface Adding {
  readonly reading: Reading;
  readonly taken: Taken;
}

function addFull(
  drafts: Draft[],
  span: NameSpan,
  { parts, reading, taken }: Adding & { readonly parts: readonly string[] },
): void {
  const name = reading.document.text.slice(span.start, span.end).replace(/\s+/g, " ");
  const mention = mentionOf(span, "full");
  taken.take(span.line, span.first, span.last);
  const same = drafts.filter((draft) => sameName(draft.parts, parts));
  const [only] = same;
  if (only === undefined || same.length > 1) {
    drafts.push({ name, parts, confidence: span.evidence.confidence, mentions: [mention] });
    return;
  }
  only.mentions.push(mention);
  only.confidence = Math.max(only.confidence, span.evidence.confidence);
  if (
    parts.length > only.parts.length ||
    (parts.length === only.parts.length && hasInitial(only.parts) && !hasInitial(parts))
  ) {
    only.name = name;
    only.parts = parts;
  }
}

function mentionOf(span: NameSpan, form: "full" | "short"): PlacedMention {
  const { start, end, evidence, line, first, last } = span;
  return { start, end, form, evidence, line, first, last };
}

function hasInitial(parts: readonly string[]): boolean {
  return parts.some((part) => part.length <= 2 || part.includes("."));
}

/**
 * Whether two full names can be one person's: the same last part, and the parts before of the shorter one
 * found in order among the longer one's, where an initial stands for any name it starts.
 */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (bare(a.at(-1) ?? "") !== bare(b.at(-1) ?? "")) return false;
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const part of shorter.slice(0, -1)) {
    while (at < longer.length - 1 && !samePart(longer[at] ?? "", part)) at += 1;
    if (at >= longer.length - 1) return false;
    at += 1;
  }
  return true;
}

function samePart(a: string, b: string): boolean {
  if (a === b) return true;
  const initials = a.length <= 2 || b.length <= 2;
  return initials && a[0] === b[0];
}

const ARTICLE = /^(?:al|el)-/;

/** A surname without its article: al-Abadi is Abadi on second mention. */
function bare(part: string): string {
  return part.replace(ARTICLE, "");
}

/** A surname behind a title whose bearer nobody introduces in full. */
function addTitled(drafts: Draft[], span: NameSpan, { reading, taken }: Adding): void {
  const parts = partsOf(wordsOf(reading, span));
  const [surname] = parts;
  if (surname === undefined || parts.length !== 1) return;
  const bearers = drafts.filter((draft) => isShortFor(surname, draft));
  if (bearers.length > 1) return;
  taken.take(span.line, span.first, span.last);
  const [only] = bearers;
  if (only) {
    only.mentions.push(mentionOf(span, "short"));
    only.confidence = Math.max(only.confidence, span.evidence.confidence);
    return;
  }
  const name = reading.document.text.slice(span.start, span.end);
  drafts.push({
    name,
    parts,
    confidence: span.evidence.confidence,
    mentions: [mentionOf(span, "short")],
  });
}

function isShortFor(surname: string, draft: Draft): boolean {
  return shortForms(draft.parts).includes(bare(surname));
}

/** The words that name somebody alone: the surname; the first part too where the family name comes first. */
function shortForms(parts: readonly string[]): readonly string[] {
  const { familyFirst } = lexicon();
  const last = bare(parts.at(-1) ?? "");
  const first = parts[0] ?? "";
  const family = parts.length > 1 && parts.length <= 3 && familyFirst.has(first) && first !== last;
  return family ? [last, first] : [last];
}

/** Who is named by one word, where it is exactly one. */
class SurnameIndex {
  readonly #bearers = new Map<string, Set<Draft>>();
  readonly #given = new Map<string, Set<Draft>>();
  constructor(drafts: readonly Draft[]) {
    for (const draft of drafts) {
      for (const form of shortForms(draft.parts)) add(this.#bearers, form, draft);
      if (draft.parts.length > 1) add(this.#given, draft.parts[0] ?? "", draft);
    }
  }
  surname(key: string): Draft | undefined {
    return onlyOne(this.#bearers.get(bare(foldName(key))));
  }
  /** By a given name alone, where no surname reads like it. */
  given(key: string): Draft | undefined {
    const folded = foldName(key);
    return this.#bearers.has(folded) ? undefined : onlyOne(this.#given.get(folded));
  }
}

function add(map: Map<string, Set<Draft>>, key: string, draft: Draft): void {
  const known = map.get(key);
  if (known) known.add(draft);
  else map.set(key, new Set([draft]));
}

function onlyOne(bearers: ReadonlySet<Draft> | undefined): Draft | undefined {
  if (bearers?.size !== 1) return undefined;
  const [only] = bearers;
  return only;
}

interface Binding {
  readonly index: SurnameIndex;
  readonly taken: Taken;
  readonly small: ReadonlySet<string>;
}

/** Binds rows of prose that are a surname, a given name, or the end of a full name. */
function bindRows(
  line: Line,
  at: number,
  binding: Binding & { readonly spans: readonly NameSpan[] },
): void {
  const { index, taken, small } = binding;
  for (const chunk of chunksOf(line)) {
    const first = behindDemonyms(line, nameStart(line, chunk), chunk.last);
    const words = line.words.slice(first, chunk.last);
    const tail = words.at(-1);
    if (tail === undefined || taken.has(at, first, chunk.last)) continue;
    const draft =
      index.surname(tail.key) ?? (words.length === 1 ? givenOnly(index, tail) : undefined);
    if (draft === undefined || !endsName(draft, words)) continue;
    const titled = titleBefore(line, first);
    const named = titled.honorific || titled.rank || titled.office;
    if (words.length === 1 && !named && isDoubtful(line, first, small)) continue;
    const start = withParticles(line, first, draft);
    pushShort(draft, line, { line: at, first: start, last: chunk.last });
    taken.take(at, start, chunk.last);
  }
}

function givenOnly(index: SurnameIndex, word: Word): Draft | undefined {
  const lists = lexicon();
  const draft = lists.doubtful.has(word.key) ? undefined : index.given(word.key);
  return draft && lists.firstNames.has(word.key) ? draft : undefined;
}

/** Azeri Hasanov: a demonym or a country before a surname is no part of the name. */
function behindDemonyms(line: Line, first: number, last: number): number {
  const lists = lexicon();
  let at = first;
  while (at < last - 1) {
    const word = line.words[at];
    if (word === undefined) return at;
    const known = phraseAt(line.words, at);
    if (lists.demonyms.has(word.key)) at += 1;
    else if (known?.phrase.kind === "country") at += known.length;
    else return Math.min(at, last - 1);
  }
  return Math.min(at, last - 1);
}

/** Whether the words of a row are the last parts of somebody's name. */
function endsName(draft: Draft, words: readonly Word[]): boolean {
  const parts = partsOf(words);
  if (parts.length <= 1) return true;
  return (
    parts.length < draft.parts.length &&
    parts.every((part, index) => draft.parts[draft.parts.length - parts.length + index] === part)
  );
}

/** A surname that is a place or an everyday word counts only where a person's verb stands by. */
function isDoubtful(line: Line, first: number, small: ReadonlySet<string>): boolean {
  const lists = lexicon();
  const word = line.words[first];
  if (word === undefined) return true;
  const opens = first === 0 || line.words[first - 1]?.kind === "mark";
  const everyday =
    lists.nobody.has(word.key) || lists.bodyWords.has(word.key) || (small.has(word.key) && opens);
  if (phraseAt(line.words, first) === undefined && !everyday) return false;
  const next = line.words[first + 1];
  const before = line.words[first - 1];
  const speaks = next !== undefined && (lists.saying.has(next.key) || lists.acting.has(next.key));
  return !speaks && !(before !== undefined && lists.saying.has(before.key));
}

/** Takes in the small particles before a surname that the full name has: van der Laak. */
function withParticles(line: Line, first: number, draft: Draft): number {
  const { particles } = lexicon();
  const name = draft.name.toLowerCase();
  let start = first;
  while (start > 0) {
    const before = line.words[start - 1];
    if (before === undefined || before.capital || !particles.has(before.key)) break;
    if (!name.includes(` ${before.key} `)) break;
    start -= 1;
  }
  return start;
}

interface Place {
  readonly line: number;
  readonly first: number;
  readonly last: number;
}

function pushShort(draft: Draft, line: Line, place: Place, form: "full" | "short" = "short"): void {
  const start = line.words[place.first]?.start;
  const end = line.words[place.last - 1]?.end;
  if (start === undefined || end === undefined) return;
  const confidence = Math.min(draft.confidence, 0.95);
  const rule = form === "full" ? "known-name" : "surname";
  draft.mentions.push({ start, end, form, evidence: { rule, confidence }, ...place });
}

/** Shorter surnames are words of headlines: IN, ON, MAN. */
const SHORTEST_IN_CAPITALS = 4;

/** Binds surnames in a headline that has capitals on all or most words. Introduces nobody. */
function bindWords(line: Line, at: number, { index, taken, small }: Binding): void {
  const lists = lexicon();
  line.words.forEach((word, last) => {
    if (word.kind !== "word" || !word.capital || lists.stop.has(word.key)) return;
    const draft = index.surname(word.key);
    if (draft === undefined || taken.has(at, last, last + 1)) return;
    const first = withGiven(line, last, draft);
    const alone = first === last;
    if (alone && (word.key.length < SHORTEST_IN_CAPITALS || small.has(word.key))) return;
    if (
      alone &&
      (phraseAt(line.words, last) !== undefined ||
        (lists.doubtful.has(word.key) && line.capitals === "all" && lists.bodyWords.has(word.key)))
    )
      return;
    const before = line.words[first - 1];
    if (
      alone &&
      before?.capital &&
      lists.firstNames.has(before.key) &&
      !lists.doubtful.has(before.key)
    )
      return;
    pushShort(draft, line, { line: at, first, last: last + 1 }, alone ? "short" : "full");
    taken.take(at, first, last + 1);
  });
}

/** Takes in the given names before a surname, if they are its bearer's. */
function withGiven(line: Line, last: number, draft: Draft): number {
  let first = last;
  let part = draft.parts.length - 2;
  while (
    first > 0 &&
    part >= 0 &&
    foldName(line.words[first - 1]?.key ?? "") === draft.parts[part]
  ) {
    first -= 1;
    part -= 1;
  }
  return first;
}
