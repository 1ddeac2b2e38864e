/** Who is named in a text whose script has no capitals? By given names and what stands beside them. Stage 4, recognise. */
import type { Reading } from "../../reading.ts";
import type { NameSpan } from "../recogniser.ts";
import type { LanguageWords } from "./language-words.ts";
import { listedAt } from "./listed.ts";
import { endsName, isNameWord, type NameShape, nameFrom } from "./name-shape.ts";
import { type PlainLine, plainLines, readingsOf } from "./script.ts";
import { surnameSpans } from "./surnames.ts";

/** Below this a row is nobody. */
const LEAST_CONFIDENCE = 0.6;
/** Without a title that agrees with a known given name, nobody is surer than this. */
const MOST_WITHOUT_TITLE = 0.88;
const SURE = 0.92;

/** So many titles more may follow one. */
const MOST_TITLES = 3;

/** A title right before a name. */
interface Title {
  readonly first: number;
  /** The word behind it, and behind the country it may name. */
  readonly last: number;
  /** The office nearest to the name, as printed. */
  readonly office: { readonly first: number; readonly last: number } | undefined;
  /** Nothing is glued before it, and no country between it and the name: an unknown given name may follow. */
  readonly direct: boolean;
  readonly glued: boolean;
}

/** A row that may be a person. */
interface Candidate extends NameShape {
  readonly plain: PlainLine;
  readonly cut: number;
  readonly title: Title | undefined;
  /** Its first and last part: the same elsewhere in the document is the same person. */
  readonly ends: string;
  readonly confidence: number;
}

/**
 * Returns the people and the listed places and organisations of a document in Arabic, Persian, Urdu or Hebrew.
 *
 * A person is a known given name with a known family name behind it, or with any word where a title before it, a verb
 * of saying beside it or a mark behind it speaks for a name; a title and two words that are no everyday words; the
 * same row again; and the surname alone of somebody so named. What is glued to a name (`ולדוד`, `ومحمد`) is no part of it.
 */
export function namesWithoutCapitals(reading: Reading, words: LanguageWords): readonly NameSpan[] {
  const lines = plainLines(reading);
  const candidates = lines.flatMap((plain) => candidatesIn(plain, words));
  const sure = new Set(
    candidates.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE).map(({ ends }) => ends),
  );
  const taken = lines.map(() => new Set<number>());
  const people = candidates
    .filter(({ ends }) => sure.has(ends))
    .toSorted((a, b) => b.confidence - a.confidence)
    .filter(({ plain, first, last }) => takeRow(taken[plain.index], first, last));
  const short = surnameSpans(lines, { people, words, taken });
  const things = lines.flatMap((plain) => thingsIn(plain, words, taken));
  return [...people.map(spanOf), ...short, ...things].sort(
    (a, b) => a.line - b.line || a.first - b.first,
  );
}

/** Takes the words of a row, unless a surer name has one of them; says whether it did. */
function takeRow(taken: Set<number> | undefined, first: number, last: number): boolean {
  if (taken === undefined) return false;
  for (let at = first; at < last; at += 1) if (taken.has(at)) return false;
  for (let at = first; at < last; at += 1) taken.add(at);
  return true;
}

function candidatesIn(plain: PlainLine, words: LanguageWords): readonly Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  while (at < plain.keys.length) {
    const title = titleAt(plain, at, { words, more: MOST_TITLES });
    const candidate = candidateAt(plain, title?.last ?? at, { title, words });
    if (candidate) found.push(candidate);
    const weak = candidate && candidate.confidence < LEAST_CONFIDENCE;
    // a doubtful row may hold the start of a sure one
    at = weak
      ? candidate.first + 1
      : (candidate?.last ?? (title && title.last > at ? title.last : at + 1));
  }
  return found;
}

/** Titles in a row (`السيد الرئيس`), with a country or an adjective of one between title and name. */
function titleAt(
  plain: PlainLine,
  first: number,
  { words, more }: { readonly words: LanguageWords; readonly more: number },
): Title | undefined {
  if (words.given.has(plain.keys[first] ?? "") && !words.doubtful.has(plain.keys[first] ?? ""))
    return undefined;
  const found = listedAt(plain, first, { phrases: words.titles, words });
  if (found === undefined) return undefined;
  const behind = listedAt(plain, found.last, { phrases: words.things, words });
  const country = behind?.cut === 0 && behind.phrase.kind === "place" ? behind.last : found.last;
  const last = pastAdjective(plain, country, words);
  const behindIt = more > 0 ? titleAt(plain, last, { words, more: more - 1 }) : undefined;
  // and the crown prince: another person
  const next = behindIt?.glued ? undefined : behindIt;
  const own = found.cut === 0 && found.phrase.kind === "title" ? { first, last } : undefined;
  const direct = next ? next.direct : found.cut === 0 && last === found.last;
  return {
    first,
    last: next?.last ?? last,
    office: next?.office ?? own,
    direct,
    glued: found.cut > 0,
  };
}

/** وزير الخارجية | السعودي | عادل: an adjective of Arabic between a title and a given name. */
function pastAdjective({ keys }: PlainLine, at: number, words: LanguageWords): number {
  if (words.language !== "ar" || !ADJECTIVE.test(keys[at] ?? "")) return at;
  return words.given.has(keys[at + 1] ?? "") ? at + 1 : at;
}

const ADJECTIVE = /^ال.+ی[هن]?$/;

interface Asking {
  readonly title: Title | undefined;
  readonly words: LanguageWords;
}

function candidateAt(
  plain: PlainLine,
  at: number,
  { title, words }: Asking,
): Candidate | undefined {
  const ways = readingsOf(plain.line.words[at], plain.keys[at] ?? "", words.language);
  const given = ways.find(
    ({ key, cut }) =>
      words.given.has(key) &&
      (cut === 0 || !(words.doubtful.has(key) || words.stop.has(ways[0]?.key ?? ""))),
  );
  if (given === undefined && !(title?.direct && isNameWord(plain, at, words))) return undefined;
  const shape = nameFrom(plain, at, words);
  if (shape === undefined)
    return title?.direct ? surnameAt(plain, at, { title, words }) : undefined;
  if (given === undefined && !isForeign(plain, shape, words)) return undefined;
  const key = given?.key ?? plain.keys[at] ?? "";
  const cut = given?.cut ?? 0;
  // two given names in a row and a family name are no everyday words
  const long = shape.last - shape.first > 2 && shape.ending === "family";
  const evidence = { known: given !== undefined, doubtful: !long && words.doubtful.has(key) };
  return {
    ...shape,
    plain,
    cut,
    title,
    ends: `${key} ${plain.keys[shape.last - 1]}`,
    confidence: confidenceOf({ shape, plain, title, words, cut, ...evidence }),
  };
}

/** A title and a known family name alone: whom it names, the rest of the text may say. */
function surnameAt(
  plain: PlainLine,
  first: number,
  { title, words }: Asking,
): Candidate | undefined {
  const key = plain.keys[first] ?? "";
  if (!words.family.has(key) || words.given.has(key)) return undefined;
  const name = { first, last: first + 1, ending: "family" as const };
  return { ...name, plain, cut: 0, title, ends: key, confidence: LEAST_CONFIDENCE };
}

/**
 * A title and two words that no list knows are a name from abroad if neither looks like a word with an article or a
 * small word glued to it; in Persian, Arabic and Urdu, only with a known family name.
 */
function isForeign(
  { keys }: PlainLine,
  shape: NameShape,
  { language, family }: LanguageWords,
): boolean {
  if (language !== "he")
    return shape.last - shape.first === 2 && family.has(keys[shape.last - 1] ?? "");
  return keys.slice(shape.first, shape.last).every((key) => !GLUED.test(key));
}

/** The letters that Hebrew glues to words, and the ending of a noun that another follows. */
const GLUED = /^[והבלמשכ]|ת$/;

interface Weighing extends Asking {
  readonly shape: NameShape;
  readonly plain: PlainLine;
  readonly known: boolean;
  readonly doubtful: boolean;
  readonly cut: number;
}

/** Each kind of evidence adds a little; an everyday word takes some away. */
function confidenceOf(weighing: Weighing): number {
  const { shape, plain, title, words, known, doubtful, cut } = weighing;
  const before = plain.keys[(title?.first ?? shape.first) - 1] ?? "";
  const behind = plain.keys[shape.last] ?? "";
  const says = words.saying.has(before) || words.saying.has(behind);
  const sum =
    (known ? (doubtful ? 0.35 : 0.52) : 0.3) +
    (shape.ending === "family" ? 0.2 : shape.ending === "given" ? 0.1 : 0) +
    (title ? 0.2 : 0) +
    (says ? 0.12 : 0) +
    (endsName(plain, shape.last, words) ? 0.1 : 0) -
    (cut > 0 ? 0.05 : 0);
  const sure = known && !doubtful && title?.office !== undefined && shape.ending !== "unknown";
  return sure ? SURE : Math.min(MOST_WITHOUT_TITLE, Math.round(sum * 100) / 100);
}

function spanOf({ plain, first, last, cut, title, confidence }: Candidate): NameSpan {
  const { words } = plain.line;
  const start = (words[first]?.start ?? 0) + cut;
  const rule = title ? "title-and-name" : "given-name";
  return {
    kind: "person",
    line: plain.index,
    first,
    last,
    start,
    end: words[last - 1]?.end ?? start,
    evidence: { rule, confidence: Math.max(confidence, LEAST_CONFIDENCE) },
    ...(title?.office && confidence === SURE && { title: title.office }),
  };
}

function thingsIn(
  plain: PlainLine,
  words: LanguageWords,
  taken: readonly ReadonlySet<number>[],
): readonly NameSpan[] {
  const found: NameSpan[] = [];
  let at = 0;
  while (at < plain.keys.length) {
    const thing = taken[plain.index]?.has(at)
      ? undefined
      : listedAt(plain, at, { phrases: words.things, words });
    if (thing) found.push(...thingSpan(plain, at, thing));
    at = thing?.last ?? at + 1;
  }
  return found;
}

function thingSpan(
  { line, index }: PlainLine,
  first: number,
  { phrase, last, cut }: NonNullable<ReturnType<typeof listedAt>>,
): readonly NameSpan[] {
  const { kind, country } = phrase;
  if (kind !== "place" && kind !== "organisation") return [];
  const start = (line.words[first]?.start ?? 0) + cut;
  const end = line.words[last - 1]?.end ?? start;
  const evidence = { rule: "list", confidence: 0.85 };
  return [{ kind, line: index, first, last, start, end, evidence, ...(country && { country }) }];
}
