/** What is known of each word of a document, as numbers that features are made of? Stage 4, recognise. */
import { phraseAt } from "../names/chunks.ts";
import type { NameSpan } from "../names/recogniser.ts";
import type { Line, Reading, Word } from "../reading.ts";
import { KINDS } from "./labels.ts";
import { listsOf } from "./word-lists.ts";
import { wordsSeen } from "./words-seen.ts";

/** So many places beyond either end of a line can be asked for; nothing is there. */
const EDGE = 3;

/** What is known of the words of a document, each thing in its own column; 0 is "nothing". */
export interface WordFacts {
  /** Where each line's first word stands in the columns. */
  readonly starts: Int32Array;
  /** Hash of the key. */
  readonly key: Int32Array;
  /** Hashes of the first and last letters of a capitalised word's key. */
  readonly head3: Int32Array;
  readonly tail2: Int32Array;
  readonly tail3: Int32Array;
  readonly tail4: Int32Array;
  /** Hash of the shape: `Xx`, `X.`, `XX`, `x`, `9`. */
  readonly shape: Int32Array;
  /** One bit for each word list that has it. */
  readonly lists: Int32Array;
  /** Which list of phrases has it, and as which word of the phrase. */
  readonly phrase: Int32Array;
  /** What the rules say that it is: kind, place in the name, how sure. */
  readonly ruled: Int32Array;
  /** What the rest of the document says of the word. */
  readonly seen: Int32Array;
  /** How its line uses capitals. */
  readonly setting: Int32Array;
}

/** Features look no further than this from a word; names are asked for at capitals and between two near ones. */
const NEAR = 2;

/** Returns the facts of a document's capitalised words and of those near them; `spans` are what the rules found in it. */
export function factsOf(reading: Reading, spans: readonly NameSpan[]): WordFacts {
  const facts = emptyFacts(reading);
  const seen = wordsSeen(reading, spans);
  reading.lines.forEach((line, index) => {
    const start = facts.starts[index] ?? 0;
    const { words } = line;
    // up to here the words are written
    let written = 0;
    let far = -1;
    for (let step = 0; step < words.length; step += 1) {
      if (words[step]?.capital) {
        for (let near = Math.max(written, step - NEAR); near < step; near += 1)
          writeWord(facts, start + near, { line, step: near });
        writeCapital(facts, start + step, { line, step, seen });
        written = step + 1;
        far = step + NEAR;
      } else if (step <= far) {
        writeWord(facts, start + step, { line, step });
        written = step + 1;
      }
    }
  });
  for (const span of spans) writeRuled(facts, span);
  return facts;
}

const SETTINGS = { prose: 1, most: 2, all: 3 } as const;
/** Those that `emptyFacts` hands out. */
const COLUMNS = 11;

function emptyFacts({ lines }: Reading): WordFacts {
  const starts = new Int32Array(lines.length);
  let length = EDGE;
  lines.forEach(({ words }, index) => {
    starts[index] = length;
    length += words.length + EDGE;
  });
  // one piece of memory, since asking for each column's own takes longer than filling it
  const cells = new Int32Array(COLUMNS * length);
  let taken = 0;
  const column = (): Int32Array => {
    taken += length;
    return cells.subarray(taken - length, taken);
  };
  return {
    starts,
    key: column(),
    head3: column(),
    tail2: column(),
    tail3: column(),
    tail4: column(),
    shape: column(),
    lists: column(),
    phrase: column(),
    ruled: column(),
    seen: column(),
    setting: column(),
  };
}

/** A word of a line. */
interface WordPlace {
  readonly line: Line;
  readonly step: number;
}

function writeWord(facts: WordFacts, at: number, { line, step }: WordPlace): void {
  const word = line.words[step];
  if (word === undefined) return;
  facts.setting[at] = SETTINGS[line.capitals];
  facts.key[at] = hashOf(word.key);
  facts.shape[at] = shapeOf(word);
  facts.lists[at] = listsOf(word.key);
}

function writeCapital(
  facts: WordFacts,
  at: number,
  { line, step, seen }: WordPlace & { readonly seen: ReadonlyMap<string, number> },
): void {
  const word = line.words[step];
  if (word === undefined) return;
  const { key } = word;
  const { length } = key;
  writeWord(facts, at, { line, step });
  facts.head3[at] = hashOf(key, 0, Math.min(3, length));
  facts.tail2[at] = hashOf(key, Math.max(0, length - 2));
  facts.tail3[at] = hashOf(key, Math.max(0, length - 3));
  facts.tail4[at] = hashOf(key, Math.max(0, length - 4));
  facts.seen[at] = seen.get(key) ?? 0;
  writePhrase(facts, at, { line, step });
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Returns a hash of a part of a text that is never 0: FNV-1a over UTF-16 units (Fowler, Noll, Vo). */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = FNV_START;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash === 0 ? 1 : hash;
}

const LONGEST_SHAPE = 6;
const CAPITAL = 88;
const SMALL = 120;
const FIGURE = 57;

/** Letters of one kind in a row count as one: `O’Brien` has the shape `X’Xx`; a letter by itself has its own. */
function shapeOf({ text, kind }: Word): number {
  if (kind === "mark") return hashOf(text);
  let hash = text.length === 1 ? Math.imul(FNV_START ^ 1, FNV_PRIME) : FNV_START;
  let before = 0;
  for (let at = 0, length = 0; at < text.length && length < LONGEST_SHAPE; at += 1) {
    const unit = classOf(text, at);
    if (unit === before) continue;
    before = unit;
    length += 1;
    hash = Math.imul(hash ^ unit, FNV_PRIME);
  }
  return hash === 0 ? 1 : hash;
}

function classOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) {
    if (unit >= 97 && unit <= 122) return SMALL;
    if (unit >= 65 && unit <= 90) return CAPITAL;
    return unit >= 48 && unit <= 57 ? FIGURE : unit;
  }
  const letter = text.charAt(at);
  if (letter !== letter.toLowerCase()) return CAPITAL;
  return letter !== letter.toUpperCase() ? SMALL : unit;
}

const PHRASES = { organisation: 4, place: 8, country: 12 } as const;

function writePhrase({ phrase }: WordFacts, at: number, { line, step }: WordPlace): void {
  const match = phrase[at] === 0 ? phraseAt(line.words, step) : undefined;
  if (match === undefined) return;
  const code = PHRASES[match.phrase.kind];
  for (let word = 0; word < match.length; word += 1)
    phrase[at + word] = code + placeIn(match, word);
}

/** 0 for the only word of a name, 1 for the first, 2 for a middle, 3 for the last one. */
function placeIn({ length }: { readonly length: number }, word: number): number {
  if (length === 1) return 0;
  return word === 0 ? 1 : word === length - 1 ? 3 : 2;
}

const FULLY = 0.9;
const FAIRLY = 0.7;

function writeRuled({ ruled, starts }: WordFacts, span: NameSpan): void {
  const { first, last, kind, evidence } = span;
  const sure = evidence.confidence >= FULLY ? 3 : evidence.confidence >= FAIRLY ? 2 : 1;
  const start = (starts[span.line] ?? 0) + first;
  for (let word = 0; word < last - first; word += 1)
    ruled[start + word] =
      sure + 4 * placeIn({ length: last - first }, word) + 16 * KINDS.indexOf(kind);
}
