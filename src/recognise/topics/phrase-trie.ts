/** Which of thousands of phrases stand where in a line of words, found in one pass? (stage 4, recognise) */
import topicWords from "../../words/topic-words.json" with { type: "json" };
import { keyOf, type Word } from "../reading.ts";
import { tokenise } from "../tokens.ts";

/** Is a list of phrases that can be found in a line all at once. */
export interface PhraseTrie<T> {
  readonly add: (spelling: Spelling, value: T) => void;
  /** Calls `hit` for the phrases in the line from word `from` on, the longest at each place; none overlap but equal ones. */
  readonly find: (words: readonly Word[], from: number, hit: Hit<T>) => void;
}

/** How a phrase may stand in a text. */
export interface Spelling {
  /** The keys of its words, parted by spaces: as it is, then with a plural s, and both as Americans spell them. */
  readonly keys: readonly [string, ...string[]];
  /** Its words where it holds a capital: it is found as it stands or in capitals throughout; else in any case. */
  readonly exactly?: readonly string[];
}

/** Is told of a phrase: what was added with it, the index of its first word, and the index behind its last. */
export type Hit<T> = (value: T, first: number, end: number) => void;

interface Entry<T> {
  /** Words that must stand as written; absent where case does not matter. */
  readonly exactly?: readonly string[];
  readonly value: T;
}

interface Node<T> {
  next?: Map<string, Node<T>>;
  entries?: Entry<T>[];
}

const CAPITAL = /\p{Lu}/u;
const LAST_LETTER = /\p{L}$/u;
const CONSONANT_Y = /[^aeiou]y$/;
const HISSES = /(?:x|ch|sh)$/;
const CURLY = /’/g;
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;
/** British endings that are written with a z elsewhere: privatisation, organised. */
const WITH_S = /(?<=[a-z]{3}[a-z])is(?=(?:ation|e|ed|er|ers|ing)$)/;
/** British words, and how Americans spell them. */
const AMERICAN: ReadonlyMap<string, string> = new Map(Object.entries(topicWords.american));

/** Returns an empty trie. At each word the longest phrase wins and its words are used up, so that "computer virus" is no "virus". */
export function phraseTrie<T>(): PhraseTrie<T> {
  const root: Node<T> = {};
  return {
    add: ({ keys, exactly }, value) => {
      const entry = { value, ...(exactly && { exactly }) };
      for (const key of keys) insert(root, key.split(" "), entry);
    },
    find: (words, from, hit) => findAll(root, { words, from, hit }),
  };
}

/** Returns how a phrase may stand in a text. */
export function spellingOf(phrase: string): Spelling {
  // thousands are told so at the start of each run, and most need no tokeniser
  if (PLAIN.test(phrase)) return { keys: inSmallLetters(phrase.split(" ")) };
  const tokens = tokenise(phrase, { start: 0, end: phrase.length });
  const words = tokens.map(({ text }) => keyOf(text));
  if (!CAPITAL.test(phrase)) return { keys: inSmallLetters(words) };
  return { keys: [words.join(" ")], exactly: tokens.map(({ text }) => text.replace(CURLY, "'")) };
}

function inSmallLetters(words: readonly string[]): [string, ...string[]] {
  const own = words.join(" ");
  const american = words.map(americanOf);
  const others = [pluralOf(words), american.join(" "), pluralOf(american)];
  return [own, ...new Set(others.filter((key) => key !== own))];
}

function americanOf(key: string): string {
  return AMERICAN.get(key) ?? key.replace(WITH_S, "iz");
}

/** With a plural s at the last word, unless it ends in one or in no letter. */
function pluralOf(words: readonly string[]): string {
  const all = words.join(" ");
  if (!LAST_LETTER.test(all) || all.endsWith("s")) return all;
  if (CONSONANT_Y.test(all)) return `${all.slice(0, -1)}ies`;
  return HISSES.test(all) ? `${all}es` : `${all}s`;
}

function insert<T>(root: Node<T>, keys: readonly string[], entry: Entry<T>): void {
  let node = root;
  for (const key of keys) {
    node.next ??= new Map();
    const next: Node<T> = node.next.get(key) ?? {};
    node.next.set(key, next);
    node = next;
  }
  node.entries ??= [];
  node.entries.push(entry);
}

interface Search<T> {
  readonly words: readonly Word[];
  readonly from: number;
  readonly hit: Hit<T>;
}

/** Linear in the line: no phrase is longer than its words in the list. */
function findAll<T>({ next: openers }: Node<T>, { words, from, hit }: Search<T>): void {
  for (let at = from; at < words.length; ) {
    const word = words[at];
    // most words open no phrase
    const opened = word && openers?.get(word.key);
    const end = opened ? longestFrom(opened, { words, from: at, hit }) : at;
    at = end > at ? end : at + 1;
  }
}

/** Tells of the longest phrases that begin at `from`, whose first word led to `opened`; returns where they end, else `from`. */
function longestFrom<T>(opened: Node<T>, { words, from, hit }: Search<T>): number {
  let node: Node<T> | undefined = opened;
  let longest: readonly Entry<T>[] = [];
  let end = from;
  for (let behind = from + 1; node; behind += 1) {
    if (node.entries?.some((entry) => standsAsWritten(entry, words, from))) {
      longest = node.entries;
      end = behind;
    }
    const word = words[behind];
    node = word && node.next?.get(word.key);
  }
  for (const entry of longest) if (standsAsWritten(entry, words, from)) hit(entry.value, from, end);
  return end;
}

function standsAsWritten<T>({ exactly }: Entry<T>, words: readonly Word[], at: number): boolean {
  if (exactly === undefined) return true;
  return exactly.every((written, index) => {
    const printed = words[at + index]?.text.replace(CURLY, "'");
    return printed === written || printed === written.toUpperCase();
  });
}
