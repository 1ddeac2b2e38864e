/** What does a recogniser of names look at? A document's sentences with their words. Stage 4, recognise. */
import type { NewsDocument, Sentence, Token } from "../model.ts";
import { visibleText } from "../text/invisible.ts";
import { tokenise } from "./tokens.ts";

/** A token as names are looked for in it; its `text` is without characters that are not seen. */
export interface Word extends Token {
  /** Lower case, straight apostrophe, no full stop at the end: what word lists hold. */
  readonly key: string;
  /** Starts with a capital, or with an article joined to one: `Varga`, `al-Abadi`, `d’Orsay`. */
  readonly capital: boolean;
}

/** How a sentence uses capitals: as prose does, on Most Words, or ON ALL. */
export type Capitals = "prose" | "most" | "all";

/** A sentence with its words. */
export interface Line {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly capitals: Capitals;
}

/** A document as the recognisers of names read it. */
export interface Reading {
  readonly document: NewsDocument;
  readonly lines: readonly Line[];
  /** Keys of all words that prose prints in small letters: they are names only for a good reason. */
  readonly small: ReadonlySet<string>;
}

/** Returns the sentences with their words; one pass over the text. */
export function readingOf(document: NewsDocument, sentences: readonly Sentence[]): Reading {
  const small = new Set<string>();
  const allSeen = visibleText(document.text) === document.text;
  const lines = sentences.map((sentence): Line => {
    const words = tokenise(document.text, sentence).map((token) => wordOf(token, allSeen));
    const heading =
      sentence.part !== "body" || document.blocks[sentence.block]?.kind === "crosshead";
    const capitals = capitalsOf(words, heading);
    if (capitals === "prose") {
      for (const word of words) if (word.kind === "word" && !word.capital) small.add(word.key);
    }
    return { sentence, words, capitals };
  });
  return { document, lines, small };
}

const ARTICLE_AND_CAPITAL = /^(?:al|el|ad|an|ar|as|at|az|ash|ul|ould|d|l|de)[-'’]\p{Lu}/u;
const CURLY = /’/g;
const LAST_STOP = /(?<=[^.])\.$/;

/** Returns the form of a word that word lists hold: `keyOf("O’Brien")` is `"o'brien"`, `keyOf("Gen.")` is `"gen"`. */
export function keyOf(text: string): string {
  const lower = text.toLowerCase();
  const plain = lower.includes("’") ? lower.replace(CURLY, "'") : lower;
  return plain.endsWith(".") ? plain.replace(LAST_STOP, "") : plain;
}

/** `allSeen` says that the document has no characters to be taken out. */
function wordOf(token: Token, allSeen: boolean): Word {
  const { start, end, kind } = token;
  const text = allSeen ? token.text : visibleText(token.text);
  // most words, and nothing is to be changed in them
  if (kind === "word" && isInSmallLetters(text))
    return { start, end, text, kind, key: text, capital: false };
  const capital = kind === "word" && startsWithCapital(text);
  return { start, end, text, kind, key: keyOf(text), capital };
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** Whether a text is small letters of ASCII and nothing else. */
function isInSmallLetters(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < SMALL_A || unit > SMALL_Z) return false;
  }
  return true;
}

function startsWithCapital(text: string): boolean {
  const first = text[0] ?? "";
  if (first !== first.toLowerCase()) return true;
  return text.length > 3 && ARTICLE_AND_CAPITAL.test(text);
}

/** A line of prose has small words; a headline in capitals has none, one On Most Words few. A list of names is prose. */
function capitalsOf(words: readonly Word[], heading: boolean): Capitals {
  let long = 0;
  let capital = 0;
  for (const { kind, text, capital: starts } of words) {
    if (kind !== "word" || text.length < LONG) continue;
    long += 1;
    if (starts) capital += 1;
  }
  if (long === 0) return "prose";
  if (capital >= 2 && isInCapitals(words, capital >= 4 ? MOST_SMALL * long : 0)) return "all";
  return heading && long >= 4 && capital / long >= 0.75 ? "most" : "prose";
}

/** So many letters make a word long enough to count. */
const LONG = 4;
/** Share of words with small letters that a line in capitals may have. */
const MOST_SMALL = 0.15;

/** Whether no more long words than that have small letters; few words of prose need be asked. */
function isInCapitals(words: readonly Word[], most: number): boolean {
  let withSmall = 0;
  for (const { kind, text } of words) {
    if (kind !== "word" || text.length < LONG || text === text.toUpperCase()) continue;
    withSmall += 1;
    if (withSmall > most) return false;
  }
  return true;
}
