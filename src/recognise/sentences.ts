/** Where does each sentence of a document begin and end? Stage 4, recognise. */
import type { NewsDocument, Sentence, Span } from "../model.ts";
import words from "../words/abbreviations.json" with { type: "json" };

const END_MARKS: ReadonlySet<string> = new Set([...".!?…。！？؟۔।"]);
const FULL_STOP = 0x2e;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const LAST_OF_ASCII = 0x7f;
/** End marks of scripts without capitals: what follows always starts a sentence. */
const UNCASED_END_MARKS: ReadonlySet<string> = new Set([..."。！？؟۔।"]);
const CLOSING_MARKS: ReadonlySet<string> = new Set([..."”’\"'»)]】」』"]);
const OPENING_MARKS: ReadonlySet<string> = new Set([..."“‘\"'«([`—–-•【「『"]);

/** Abbreviations before a name or figure: their full stop ends no sentence. */
const NEVER_LAST: ReadonlySet<string> = new Set(words.neverLast.split(" "));
/** Abbreviations that may end a sentence: only before a word that opens one. */
const SOMETIMES_LAST: ReadonlySet<string> = new Set(words.sometimesLast.split(" "));
/** Words that, capitalised behind a doubtful full stop, open a sentence. */
const OPENERS: ReadonlySet<string> = new Set(words.openers.split(" "));

const WHITE = /\s/;
const LETTER = /\p{L}/u;
const CAPITAL = /\p{Lu}/u;
const SMALL = /\p{Ll}/u;
/** How far back the word before a full stop is looked for, in UTF-16 units. */
const LONGEST_ABBREVIATION = 12;

/**
 * Returns the sentences of headline, standfirst and blocks, in that order, each without white space at its
 * ends. A sentence ends at a full stop, question or exclamation mark (of any script) with the quotation
 * marks and brackets that close behind it, before white space and a capital, figure or opening mark; also
 * without white space where a scrape has lost it (`pride.“The`). Not at abbreviations, initials, figures.
 * Tables have no sentences. Every non-blank character of the other parts lies in exactly one. One pass.
 *
 * `"Gen. J. Doe left. “Why?” he asked."` has two.
 */
export function splitSentences(document: NewsDocument): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const add = (part: Sentence["part"], block: number, span: Span): void => {
    for (const { start, end } of sentenceSpans(document.text, span))
      sentences.push({ start, end, part, block });
  };
  if (document.headline) add("headline", -1, document.headline);
  if (document.standfirst) add("standfirst", -1, document.standfirst);
  document.blocks.forEach((block, index) => {
    if (block.kind !== "table") add("body", index, block);
  });
  return sentences;
}

function sentenceSpans(text: string, span: Span): Span[] {
  const found: Span[] = [];
  let start = skipWhite(text, span.start, span.end);
  let at = start;
  while (at < span.end) {
    if (!isEndMark(text, at)) {
      at += 1;
      continue;
    }
    const end = endOfClosing(text, at + 1, span.end);
    const next = skipWhite(text, end, span.end);
    if (next < span.end && endsSentence(text, { start, at, end, next })) {
      found.push({ start, end });
      start = next;
    }
    at = Math.max(end, at + 1);
  }
  const end = trimEnd(text, start, span.end);
  if (end > start) found.push({ start, end });
  return found;
}

/** Asked of each character, so that numbers are compared before strings are made. */
function isEndMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit <= LAST_OF_ASCII) return unit === FULL_STOP || unit === QUESTION || unit === EXCLAMATION;
  return END_MARKS.has(text[at] ?? "");
}

function skipWhite(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && WHITE.test(text[at] ?? "")) at += 1;
  return at;
}

function trimEnd(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && WHITE.test(text[end - 1] ?? "")) end -= 1;
  return end;
}

/** Goes past further end marks and the marks that close: `?!”`, `.''`, `.)`. */
function endOfClosing(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const character = text[at] ?? "";
    const closes = CLOSING_MARKS.has(character) && !opensHere(text, at);
    if (!isEndMark(text, at) && !closes) return at;
    at += 1;
  }
  return at;
}

/** A straight mark with a letter behind it and nothing closed before opens a quotation: `pride."The`. */
function opensHere(text: string, at: number): boolean {
  const character = text[at];
  if (character !== '"' && character !== "'") return false;
  return CAPITAL.test(text[at + 1] ?? "") && !WHITE.test(text[at - 1] ?? "");
}

/** A place where a sentence may end: the mark, the end of what closes, the start of what follows. */
interface Stop {
  readonly start: number;
  readonly at: number;
  readonly end: number;
  readonly next: number;
}

function endsSentence(text: string, stop: Stop): boolean {
  const mark = text[stop.at] ?? "";
  if (UNCASED_END_MARKS.has(mark)) return true;
  const follows = text[stop.next] ?? "";
  if (stop.next === stop.end && !isGlued(text, stop)) return false;
  if (SMALL.test(follows)) return false;
  if (mark !== "." && OPENING_MARKS.has(follows)) return !"-–—".includes(follows);
  if (!opensSentence(text, stop.next)) return false;
  return mark !== "." || stop.end > stop.at + 1 || stopIsFinal(text, stop);
}

/** Whether a sentence starts without white space: a small letter before the stop, a capital and a small one behind. */
function isGlued(text: string, stop: Stop): boolean {
  const follows = text[stop.next] ?? "";
  if (!SMALL.test(text[stop.at - 1] ?? "") || !SMALL.test(text[stop.at - 2] ?? "")) return false;
  if (OPENING_MARKS.has(follows) && !"-–—'".includes(follows)) return true;
  const closed = stop.end === stop.at + 1 || text[stop.end - 1] === "”";
  return closed && CAPITAL.test(follows) && SMALL.test(text[stop.next + 1] ?? "");
}

/** Whether what starts at `at` looks like the start of a sentence: no small letter behind opening marks. */
function opensSentence(text: string, at: number): boolean {
  const follows = text[at] ?? "";
  if (!OPENING_MARKS.has(follows)) return LETTER.test(follows) || /[\p{N}$£€#@*<]/u.test(follows);
  let inner = at;
  while (inner < at + 4 && OPENING_MARKS.has(text[inner] ?? "")) inner += 1;
  return !SMALL.test(text[inner] ?? "");
}

/** Whether a bare full stop ends a sentence and not an abbreviation, an initial or a numeral of a list. */
function stopIsFinal(text: string, stop: Stop): boolean {
  const word = wordBefore(text, stop);
  if (word === "") return true;
  if (NEVER_LAST.has(word)) return false;
  const opener = OPENERS.has(wordAt(text, stop.next));
  if (/^\p{N}{1,2}$/u.test(word) && stop.at - word.length === stop.start) return false;
  if (/^\p{Lu}$/u.test(word)) return opener;
  if (word.includes(".") && word.length <= 6) return opener;
  return SOMETIMES_LAST.has(word) ? opener : true;
}

/** The letters, figures and inner stops right before a full stop. */
function wordBefore(text: string, stop: Stop): string {
  let from = stop.at;
  const limit = Math.max(stop.start, stop.at - LONGEST_ABBREVIATION);
  while (from > limit && /[\p{L}\p{N}.]/u.test(text[from - 1] ?? "")) from -= 1;
  return text.slice(from, stop.at);
}

function wordAt(text: string, at: number): string {
  let end = at;
  while (end < at + LONGEST_ABBREVIATION && LETTER.test(text[end] ?? "")) end += 1;
  return text.slice(at, end);
}
