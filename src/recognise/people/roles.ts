/** What does the text say that somebody is? Offices before a name and in apposition. Stage 4, recognise. */
import { lexicon } from "../names/lexicon.ts";
import { isPossessive, officeEndingAt, titleBefore, withPossessive } from "../names/titles.ts";
import type { Line, Reading } from "../reading.ts";
import type { PlacedMention } from "./introductions.ts";

/** An office as printed: `lines[line].words.slice(first, last)`. */
export interface PlacedRole {
  readonly line: number;
  readonly first: number;
  readonly last: number;
  readonly rule: "title-before" | "apposition" | "apposition-before" | "copula" | "title-mention";
  readonly confidence: number;
}

/** An apposition is no longer than this, in words. */
const LONGEST_APPOSITION = 16;
/** Its noun stands within so many words. */
const NOUN_REACH = 8;

/**
 * Returns the roles printed around one mention: right before it (`Iran’s armed forces chief`, `Major General`),
 * between commas behind it (`, Defense Minister of the Republic of Azerbaijan,`), before a comma (`Its manager,
 * Hilde Doe,`), and behind `is` or `was` (`was the mayor of Port Ellis`). Leading articles are left off.
 */
export function rolesAround(reading: Reading, mention: PlacedMention): readonly PlacedRole[] {
  const line = reading.lines[mention.line];
  if (line === undefined || line.capitals !== "prose") return [];
  const title = titleBefore(line, mention.first);
  const before = title.roles.map(({ first, last }) => role(mention, first, last, "title-before"));
  const behind = apposition(line, mention) ?? copula(line, mention);
  const ahead = title.first === mention.first ? appositionBefore(line, mention) : undefined;
  return [...before, ...[ahead, behind].filter((found) => found !== undefined)];
}

function role(
  { line }: PlacedMention,
  first: number,
  last: number,
  rule: PlacedRole["rule"],
): PlacedRole {
  return { line, first, last, rule, confidence: rule === "title-before" ? 0.95 : 0.85 };
}

const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an"]);
const AGE = /^\d{1,3}$/;

/** `, 45, the Defense Minister of …,` */
function apposition(line: Line, mention: PlacedMention): PlacedRole | undefined {
  let at = mention.last;
  if (line.words[at]?.text !== ",") return undefined;
  at += 1;
  if (AGE.test(line.words[at]?.text ?? "") && line.words[at + 1]?.text === ",") at += 2;
  return officeFrom(line, at, mention, "apposition");
}

const COPULAS: ReadonlySet<string> = new Set(["is", "was", "became", "remains"]);

/** `was the mayor of Port Ellis`: only with an article, so that `was chief among` is nobody’s office. */
function copula(line: Line, mention: PlacedMention): PlacedRole | undefined {
  const verb = line.words[mention.last];
  const article = line.words[mention.last + 1];
  if (verb === undefined || !COPULAS.has(verb.key)) return undefined;
  return article && ARTICLES.has(article.key)
    ? officeFrom(line, mention.last + 1, mention, "copula")
    : undefined;
}

/** The office that starts at a word, with its `of …`, up to the next comma, verb or relative clause. */
function officeFrom(
  line: Line,
  start: number,
  mention: PlacedMention,
  rule: PlacedRole["rule"],
): PlacedRole | undefined {
  const first = ARTICLES.has(line.words[start]?.key ?? "") ? start + 1 : start;
  const noun = nounAfter(line, first);
  if (noun === undefined) return undefined;
  const last = endOfOffice(line, noun + 1, first + LONGEST_APPOSITION);
  return role(mention, first, last, rule);
}

/** Words that may not stand between the start of an apposition and its noun. */
const BREAKERS: ReadonlySet<string> = new Set(
  "of in on at by for from with who whom whose which that and or but as to is was were are has had have said says told not if when while where after before than then".split(
    " ",
  ),
);

/** The last noun of an office in a row: `chief executive`, not `chief`. */
function nounAfter(line: Line, first: number): number | undefined {
  const lists = lexicon();
  let noun: number | undefined;
  for (let at = first; at < first + NOUN_REACH; at += 1) {
    const word = line.words[at];
    if (word === undefined || (word.kind !== "word" && word.text !== "&")) break;
    if (BREAKERS.has(word.key) || lists.saying.has(word.key)) break;
    const next = officeEndingAt(line, at + 1, lists);
    const general = word.key === "general" && at > first;
    if (next !== undefined || general) noun = at;
    else if (noun !== undefined) break;
  }
  const word = noun === undefined ? undefined : line.words[noun + 1];
  return word !== undefined && isPossessive(word) ? undefined : noun;
}

const COMPLEMENTS: ReadonlySet<string> = new Set(["of", "for", "at", "in", "to", "with"]);
/** Small words that may stand inside a complement. */
const INNER: ReadonlySet<string> = new Set([
  "the",
  "and",
  "of",
  "for",
  "a",
  "an",
  "&",
  "in",
  "de",
  "its",
  "his",
  "her",
  "their",
]);

/** `of the Republic of Azerbaijan`, `at Tern Dredging`; nothing where no preposition follows. */
function endOfOffice(line: Line, from: number, limit: number): number {
  const lists = lexicon();
  if (!COMPLEMENTS.has(line.words[from]?.key ?? "")) return from;
  let last = from;
  for (let at = from + 1; at < limit; at += 1) {
    const word = line.words[at];
    if (word === undefined || word.kind === "number") break;
    if (word.kind === "mark" && word.text !== "&") break;
    if (lists.saying.has(word.key) || lists.calendar.has(word.key)) break;
    if (!word.capital && !INNER.has(word.key) && BREAKERS.has(word.key)) break;
    if (lists.acting.has(word.key)) break;
    if (!INNER.has(word.key)) last = at + 1;
  }
  return Math.max(last, from);
}

/** `The postmistress of Gull Skerry, Dolores Marchbanks, is`: the comma must close an office. */
function appositionBefore(line: Line, mention: PlacedMention): PlacedRole | undefined {
  const comma = mention.first - 1;
  if (line.words[comma]?.text !== "," || !closesBehind(line, mention.last)) return undefined;
  const lists = lexicon();
  for (let at = comma; at > Math.max(0, comma - NOUN_REACH); at -= 1) {
    const found = officeEndingAt(line, at, lists);
    if (found && (at === comma || reaches(line, at, comma))) {
      const before = line.words[found.first - 1]?.key ?? "";
      const whose =
        withPossessive(line, found.first) < found.first || startsPhrase(line, found.first, before);
      return whose ? role(mention, found.first, comma, "apposition-before") : undefined;
    }
    if (line.words[at - 1]?.kind !== "word") return undefined;
  }
  return undefined;
}

function closesBehind(line: Line, at: number): boolean {
  const next = line.words[at];
  return next === undefined || [",", ".", ";", "--", "–", "—"].includes(next.text);
}

/** Whether what stands from `at` to the comma is one complement: `of Gull Skerry`. */
function reaches(line: Line, at: number, comma: number): boolean {
  return COMPLEMENTS.has(line.words[at]?.key ?? "") && endOfOffice(line, at, comma + 1) === comma;
}

/** An office before a comma is a description of who follows only if it is definite: the, its, Iran’s. */
const DEFINITE: ReadonlySet<string> = new Set(["the", "its", "his", "her", "their", "our", "my"]);

function startsPhrase(line: Line, first: number, before: string): boolean {
  if (DEFINITE.has(before)) return true;
  return line.words.slice(first, first + 3).some(isPossessive);
}
