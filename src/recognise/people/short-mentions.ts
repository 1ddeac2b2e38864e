/** Where does an article name people again by a part of their name? Stage 4, recognise. */
import { foldName } from "../../text/fold.ts";
import { type Chunk, chunksOfLines, phraseAt } from "../names/chunks.ts";
import { GOVERNED } from "../names/evidence.ts";
import { lexicon } from "../names/lexicon.ts";
import { isPossessive, nameStart, titleBefore } from "../names/titles.ts";
import type { Line, Reading, Word } from "../reading.ts";
import type { Draft, PlacedRange, Taken } from "./drafts.ts";
import { bare, partsOf, shortForms } from "./name-parts.ts";

/**
 * Adds to each draft the mentions by surname, by a given name alone, or by the end of a full name, where exactly one
 * person of the article has it. In a headline that has capitals on all or most words, a full name too. Words
 * in `taken` are left alone; those bound are added to it.
 */
export function bindShortMentions(reading: Reading, drafts: readonly Draft[], taken: Taken): void {
  const index = new SurnameIndex(drafts);
  const binding = { index, taken, small: reading.small };
  const chunks = chunksOfLines(reading);
  reading.lines.forEach((line, at) => {
    if (line.capitals === "prose") bindRows(line, at, { ...binding, chunks: chunks[at] ?? [] });
    else bindWords(line, at, binding);
  });
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
  { index, taken, small, chunks }: Binding & { readonly chunks: readonly Chunk[] },
): void {
  for (const chunk of chunks) {
    const first = behindDemonyms(line, nameStart(line, chunk), chunk.last);
    const words = line.words.slice(first, chunk.last);
    const tail = words.at(-1);
    if (tail === undefined || taken.has({ line: at, first: first, last: chunk.last })) continue;
    const draft =
      index.surname(tail.key) ?? (words.length === 1 ? givenOnly(index, tail) : undefined);
    if (draft === undefined || !endsName(draft, words)) continue;
    const titled = titleBefore(line, first);
    const named = titled.honorific || titled.rank || titled.office;
    if (words.length === 1 && !named && isDoubtful(line, first, small)) continue;
    const start = withParticles(line, first, draft);
    pushShort(draft, line, { line: at, first: start, last: chunk.last });
    taken.take({ line: at, first: start, last: chunk.last });
  }
}

function givenOnly(index: SurnameIndex, word: Word): Draft | undefined {
  const lists = lexicon();
  const draft = lists.doubtful.has(word.key) ? undefined : index.given(word.key);
  return draft && lists.firstNames.has(word.key) ? draft : undefined;
}

/** Danish Varga: a demonym or a country before a surname is no part of the name. */
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
  const known = phraseAt(line.words, first)?.phrase.kind;
  if (known === undefined && !everyday) return false;
  const next = line.words[first + 1];
  const before = line.words[first - 1];
  if (next !== undefined && (lists.saying.has(next.key) || lists.acting.has(next.key)))
    return false;
  if (
    next !== undefined &&
    !everyday &&
    known === "place" &&
    isOwnOrGoverned(next) &&
    !PLACED.has(before?.key ?? "")
  )
    return false;
  return !(before !== undefined && lists.saying.has(before.key));
}

const PLACED: ReadonlySet<string> = new Set("in at near from to into around outside of".split(" "));

/** Of a town’s name too: Carrow’s team, the Carrow administration, if somebody of that name is introduced. */
function isOwnOrGoverned(next: Word): boolean {
  return isPossessive(next) || GOVERNED.has(next.key);
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

function pushShort(
  draft: Draft,
  line: Line,
  place: PlacedRange,
  form: "full" | "short" = "short",
): void {
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
    if (draft === undefined || taken.has({ line: at, first: last, last: last + 1 })) return;
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
    taken.take({ line: at, first: first, last: last + 1 });
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
