/** Which words beside a cue name the one who speaks? (stage 4, recognise) */
import type { Span, Token } from "../../model.ts";
import times from "../../words/times.json" with { type: "json" };
import { cueAt, isInList } from "./cues.ts";
import { type DocumentView, mentionsIn } from "./view.ts";

/** Words that name somebody or something: "he", "Okafor", "the top general", "a spokesman for the Board". */
export interface Phrase extends Span {
  readonly kind: "pronoun" | "name" | "phrase";
  /** Index of its first token. */
  readonly from: number;
  /** Where "who" stands for it: the words nearest to the cue. */
  readonly relative?: Span;
}

const LONGEST_PHRASE = 16;
/** Parts between commas that are looked at. */
export const MOST_SEGMENTS = 6;
const ADVERB = /^\p{Ll}+ly$/u;
const CAPITAL = /^[\p{Lu}]/u;
const PLURAL = /^(?:\p{Ll}{3,}s|police|people|men|women|sources)$/u;
const POSSESSIVE = /^['’]s?$/;
const CALENDAR: ReadonlySet<string> = new Set(
  [...times.languages.en.weekdays, ...times.languages.en.months].flat(),
);
/** Verbs of speech whose noun behind them is the hearer. */
const TAKES_HEARER =
  /^(?:tells?|told|telling|inform\p{L}*|assur\p{L}+|remind\p{L}*|urg\p{L}+|advis\p{L}+|order\p{L}*|thank\p{L}*|read\p{L}*)$/iu;

/** Returns the subject that stands before a verb, also across "also", "has" and a part between commas. */
export function phraseBefore(
  view: DocumentView,
  tokens: readonly Token[],
  verb: number,
): Phrase | undefined {
  const last = skipBack(tokens, verb - 1);
  const token = tokens[last];
  if (!token) return undefined;
  if (token.text === ",") return phraseBeforeComma(view, tokens, last);
  // "declined to say", "went on to say": whoever stands before the verb that the infinitive hangs on
  if (tokens.slice(last + 1, verb).some(({ text }) => text === "to")) {
    const named = namedBack(view, tokens, last);
    if (named) return named;
  }
  const phrase = phraseEndingAt(view, tokens, beforeBrackets(tokens, last));
  return phrase && overPreposition(view, tokens, phrase);
}

/** "Who has in the past said", "a letter seen by the Board says": the words behind a preposition are no subject. */
function overPreposition(
  view: DocumentView,
  tokens: readonly Token[],
  phrase: Phrase,
): Phrase | undefined {
  const preposition = tokens[phrase.from - 1]?.text ?? "";
  if (!isInList("prepositions", preposition) || /^(?:with|for|of)$/.test(preposition))
    return phrase;
  if (phrase.from < 2) return phrase;
  const isSeenBy = /(?:ed|seen|held|led|made|sent|written)$/.test(
    tokens[phrase.from - 2]?.text ?? "",
  );
  return phraseBefore(view, tokens, isSeenBy ? phrase.from - 2 : phrase.from - 1);
}

/** "Lund (N.H.) said": the token before what stands in brackets. */
function beforeBrackets(tokens: readonly Token[], last: number): number {
  const closing = tokens[last]?.text;
  if (closing !== ")" && closing !== "]") return last;
  return lastIndexOf(tokens, last, closing === ")" ? "(" : "[") - 1;
}

/** The name or pronoun that ends at a token or up to three before it, within the same clause. */
function namedBack(view: DocumentView, tokens: readonly Token[], last: number): Phrase | undefined {
  for (let at = last; at > last - 4 && tokens[at]?.kind === "word"; at -= 1) {
    const phrase = phraseEndingAt(view, tokens, at);
    if (phrase?.kind === "name" || phrase?.kind === "pronoun") return phrase;
  }
  return undefined;
}

/** Returns the subject that stands behind a verb, as in "said the mayor"; none after "told", whose noun is the hearer. */
export function phraseAfter(
  view: DocumentView,
  tokens: readonly Token[],
  verbEnd: number,
): Phrase | undefined {
  if (TAKES_HEARER.test(tokens[verbEnd - 1]?.text ?? "")) return undefined;
  // "said it", "called her": the object
  if (/^(?:it|you|who|her)$/i.test(tokens[verbEnd]?.text ?? "")) return undefined;
  return phraseStartingAt(view, tokens, verbEnd);
}

/** Returns the phrase that begins at a token and ends before a comma, verb or preposition. */
export function phraseStartingAt(
  view: DocumentView,
  tokens: readonly Token[],
  from: number,
): Phrase | undefined {
  const first = tokens[from];
  if (first?.kind !== "word") return undefined;
  if (isInList("pronouns", first.text)) return { ...spanOf(first, first), kind: "pronoun", from };
  if (CALENDAR.has(first.text.toLowerCase())) return undefined;
  const opens =
    namedSoon(view, tokens, from) ||
    isInList("determiners", first.text) ||
    isInList("lowerTitles", first.text) ||
    CAPITAL.test(first.text) ||
    PLURAL.test(first.text);
  if (!opens) return undefined;
  const end = phraseEnd(tokens, from);
  const last = tokens[end - 1];
  if (!last) return undefined;
  const named = mentionsIn(view, spanOf(first, last)).find(
    ({ form }) => form === "full" || form === "short",
  );
  if (named && named.start >= first.start) {
    return { start: first.start, end: named.end, kind: "name", from };
  }
  return { ...spanOf(first, last), kind: "phrase", from };
}

/** Returns the phrase that ends with a token: a pronoun, a name with its titles, or nouns back to their article. */
export function phraseEndingAt(
  view: DocumentView,
  tokens: readonly Token[],
  last: number,
): Phrase | undefined {
  const token = tokens[last];
  if (token?.kind !== "word" && token?.kind !== "number") return undefined;
  if (isInList("pronouns", token.text)) return pronounOrAntecedent(view, tokens, last);
  const named = mentionsIn(view, token).findLast(
    ({ form, end }) => (form === "full" || form === "short") && end >= token.end,
  );
  const from = named
    ? titleStart(tokens, firstAt(tokens, named.start, last))
    : phraseStart(tokens, last);
  if (named && isInList("prepositions", tokens[from - 1]?.text) && canPrecede(tokens, from - 2)) {
    return phraseOverName(tokens, from, last);
  }
  const first = tokens[from];
  if (!first || from > last) return undefined;
  const phrase: Phrase = { ...spanOf(first, token), kind: named ? "name" : "phrase", from };
  return named || isLikelyPhrase(tokens, from, last) ? phrase : undefined;
}

/** "A spokesman for Amble": the name is not the one who speaks. */
function phraseOverName(tokens: readonly Token[], name: number, last: number): Phrase | undefined {
  const from = phraseStart(tokens, name - 2);
  const [first, end] = [tokens[from], tokens[last]];
  return first && end && { ...spanOf(first, end), kind: "phrase", from };
}

/** Whether a name begins here or after a few small words: "van der Laak", "prosecutor Nadia Castellane". */
function namedSoon(view: DocumentView, tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 4; at += 1) {
    const token = tokens[at];
    if (
      token?.kind !== "word" ||
      isInList("stops", token.text) ||
      isInList("prepositions", token.text)
    ) {
      return false;
    }
    if (
      mentionsIn(view, token).some(({ start, form }) => start === token.start && form !== "pronoun")
    ) {
      return true;
    }
  }
  return false;
}

/** Returns whether a word joins a sentence to the one before, so that its subject may follow at once. */
export function isConjunction(word: string): boolean {
  return /^(?:but|and|or|so|yet|however|meanwhile|still|then|later|earlier|also|instead|now|today|yesterday|indeed|finally|already|likewise)$/i.test(
    word,
  );
}

/** "X, who …, said", "X, the mayor, said": the head of the chain of parts between commas. */
function phraseBeforeComma(
  view: DocumentView,
  tokens: readonly Token[],
  comma: number,
): Phrase | undefined {
  const ends: number[] = [];
  let end = comma;
  for (let segment = 0; segment < MOST_SEGMENTS && end > 0; segment += 1) {
    const start = segmentStart(tokens, end);
    const first = tokens[start]?.text;
    if (start >= end || first === undefined) break;
    if (!isSetApart(first)) ends.push(end);
    if (tokens[start - 1]?.text !== ",") break;
    end = start - 1;
  }
  const [nearest] = ends;
  if (nearest === undefined) return undefined;
  const apposed = phraseEndingAt(view, tokens, beforeBrackets(tokens, nearest - 1));
  if (apposed?.kind === "name" && apposed.from === segmentStart(tokens, nearest)) {
    const isChain =
      ends.length > 1 &&
      phraseEndingAt(view, tokens, beforeBrackets(tokens, (ends[1] ?? 0) - 1))?.kind === "name";
    if (!isChain) return apposed;
  }
  for (const segmentEnd of ends.toReversed()) {
    const phrase = phraseEndingAt(view, tokens, beforeBrackets(tokens, segmentEnd - 1));
    if (phrase) return phrase;
  }
  return undefined;
}

/** Whether a part between commas begins as no subject does: "who bought it", "66", "in a statement". */
function isSetApart(first: string): boolean {
  return (
    isInList("stops", first) ||
    (isInList("openers", first) && !isConjunction(first)) ||
    /^\d/.test(first) ||
    /ing$|^\p{Lu}\p{Ll}+ed$/u.test(first)
  );
}

function segmentStart(tokens: readonly Token[], end: number): number {
  let start = end;
  while (start > 0 && !isBreak(tokens[start - 1])) start -= 1;
  return start;
}

function isBreak(token: Token | undefined): boolean {
  return token?.kind === "mark" && !/^[-‐‑/&()[\]'’]$/.test(token.text);
}

/** Returns the index of the last token before one that is no adverb or auxiliary. */
export function skipBack(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at >= 0 && at > from - 6) {
    const word = tokens[at]?.text ?? "";
    if (!isInList("auxiliaries", word) && !ADVERB.test(word)) break;
    at -= 1;
  }
  return at;
}

function pronounOrAntecedent(
  view: DocumentView,
  tokens: readonly Token[],
  at: number,
): Phrase | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.text.toLowerCase() === "who" && at > 0) {
    const before = tokens[at - 1]?.text === "," ? at - 2 : at - 1;
    const antecedent = phraseEndingAt(view, tokens, beforeBrackets(tokens, before));
    return antecedent && { ...antecedent, relative: spanOf(token, token) };
  }
  return { ...spanOf(token, token), kind: "pronoun", from: at };
}

/** Goes back over titles before a name: "Iran’s armed forces chief Major General". */
function titleStart(tokens: readonly Token[], name: number): number {
  let from = name;
  while (from > 0 && name - from < LONGEST_PHRASE) {
    const before = tokens[from - 1];
    if (before?.kind !== "word" && before?.text !== "-" && before?.text !== "/") break;
    const { text } = before;
    const isTitle =
      isInList("lowerTitles", text) ||
      CAPITAL.test(text) ||
      text === "-" ||
      POSSESSIVE.test(text) ||
      text === "of";
    if (text === "of" && !CAPITAL.test(tokens[from - 2]?.text ?? "")) break;
    if (isInList("determiners", text)) return from - 1;
    if (!isTitle || (isInList("openers", text) && text !== "of") || isInList("stops", text)) break;
    if (cueAt(tokens, from - 1)?.strength === "speech") break;
    from -= 1;
  }
  return from;
}

/** Goes back over nouns to their article, and on over "of" and "for" to the noun before. */
function phraseStart(tokens: readonly Token[], last: number): number {
  let from = last + 1;
  while (from > 0 && last - from < LONGEST_PHRASE) {
    const before = tokens[from - 1];
    if (!before || isBreak(before) || isInList("stops", before.text)) break;
    if (isInList("determiners", before.text)) {
      const isPart =
        isInList("prepositions", tokens[from - 2]?.text) && canPrecede(tokens, from - 3);
      if (!isPart) return from - 1;
      from -= 2;
      continue;
    }
    if (isInList("prepositions", before.text) && !canPrecede(tokens, from - 2)) break;
    if (from <= last && cueAt(tokens, from - 1)?.strength === "speech") break;
    from -= 1;
  }
  return from;
}

function canPrecede(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === "word" &&
    !isInList("stops", token.text) &&
    !isInList("auxiliaries", token.text) &&
    !cueAt(tokens, at) &&
    !/(?:ed|ing)$/.test(token.text)
  );
}

function isLikelyPhrase(tokens: readonly Token[], from: number, last: number): boolean {
  const first = tokens[from]?.text ?? "";
  if (isInList("determiners", first))
    return last > from || /^(?:one|another|some|many|several|both|most|few)$/i.test(first);
  if (CALENDAR.has(first.toLowerCase()) || isInList("auxiliaries", first)) return false;
  return CAPITAL.test(first) || (last - from < 4 && PLURAL.test(tokens[last]?.text ?? ""));
}

function phraseEnd(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  while (end < tokens.length && end - from < LONGEST_PHRASE) {
    const token = tokens[end];
    if (!token || isBreak(token) || token.text === "(" || isInList("stops", token.text)) break;
    if (isInList("auxiliaries", token.text) || cueAt(tokens, end)?.strength === "speech") break;
    const isLink = /^(?:of|for|at)$/.test(token.text);
    if (isInList("prepositions", token.text) && !isLink) break;
    if (CALENDAR.has(token.text.toLowerCase())) break;
    if (/^\p{Ll}{3,}ed$/u.test(token.text)) break;
    end += 1;
  }
  return end;
}

function firstAt(tokens: readonly Token[], start: number, from: number): number {
  let at = from;
  while (at > 0 && (tokens[at - 1]?.start ?? -1) >= start) at -= 1;
  return at;
}

function lastIndexOf(tokens: readonly Token[], from: number, text: string): number {
  for (let at = from; at >= 0 && from - at < 10; at -= 1) if (tokens[at]?.text === text) return at;
  return -1;
}

function spanOf(first: Token, last: Token): Span {
  return { start: first.start, end: last.end };
}
