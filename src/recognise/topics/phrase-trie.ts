/** Which of thousands of phrases stand where in a text, found in one pass? (stage 4, recognise) */
import type { Span, Token } from "../../model.ts";
import { tokenise } from "../tokens.ts";

/** A phrase that stands in a text, with what the trie's maker said of it. */
export interface Hit<T> extends Span {
  /** Index of its first token. */
  readonly at: number;
  readonly phrase: string;
  readonly value: T;
}

/** Is a list of phrases that can be found in a text all at once. */
export interface PhraseTrie<T> {
  /** Adds a phrase; a phrase in small letters is also found with a plural s. */
  readonly add: (phrase: string, value: T) => void;
  /** Returns the phrases that stand in the tokens, the longest at each place; none overlap but equal ones. */
  readonly find: (tokens: readonly Token[]) => readonly Hit<T>[];
}

interface Entry<T> {
  readonly phrase: string;
  /** Words that must stand as written; absent where case does not matter. */
  readonly exactly?: readonly string[];
  readonly value: T;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly entries: Entry<T>[];
}

const CAPITAL = /\p{Lu}/u;
const APOSTROPHE = "’";

/**
 * Returns an empty trie over the words of `tokenise`. At each word the longest phrase wins and its words are
 * used up, so that "computer virus" is no "virus". Phrases with a capital match as they stand or in capitals
 * throughout, others in any case. Linear in the text: no phrase is longer than its tokens in the list.
 */
export function phraseTrie<T>(): PhraseTrie<T> {
  const root: Node<T> = { next: new Map(), entries: [] };
  return {
    add: (phrase, value) => {
      const words = wordsOf(phrase);
      const entry: Entry<T> = { phrase, value, ...(CAPITAL.test(phrase) && { exactly: words }) };
      const folded = words.map((word) => word.toLowerCase());
      insert(root, folded, entry);
      const last = folded.at(-1) ?? "";
      if (!entry.exactly && /\p{L}$/u.test(last) && !last.endsWith("s")) {
        insert(root, [...folded.slice(0, -1), pluralOf(last)], entry);
      }
    },
    find: (tokens) => findAll(root, tokens),
  };
}

function wordsOf(phrase: string): readonly string[] {
  return tokenise(phrase, { start: 0, end: phrase.length }).map(({ text }) =>
    text.replace(APOSTROPHE, "'"),
  );
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:[sx]|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function insert<T>(root: Node<T>, words: readonly string[], entry: Entry<T>): void {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map(), entries: [] };
    node.next.set(word, next);
    node = next;
  }
  if (words.length > 0) node.entries.push(entry);
}

function findAll<T>(root: Node<T>, tokens: readonly Token[]): readonly Hit<T>[] {
  const hits: Hit<T>[] = [];
  const folded = tokens.map(({ text }) => foldedWord(text));
  for (let at = 0; at < tokens.length; ) {
    // most words open no phrase
    if (!root.next.has(folded[at] ?? "")) {
      at += 1;
      continue;
    }
    const { entries, end } = longestAt(root, { tokens, folded, at });
    const first = tokens[at];
    const last = tokens[end - 1];
    if (entries.length === 0 || !first || !last) {
      at += 1;
      continue;
    }
    for (const { phrase, value } of entries)
      hits.push({ start: first.start, end: last.end, at, phrase, value });
    at = end;
  }
  return hits;
}

function foldedWord(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes(APOSTROPHE) ? lower.replace(APOSTROPHE, "'") : lower;
}

interface Position {
  readonly tokens: readonly Token[];
  readonly folded: readonly string[];
  readonly at: number;
}

function longestAt<T>(
  root: Node<T>,
  { tokens, folded, at }: Position,
): { readonly entries: readonly Entry<T>[]; readonly end: number } {
  let node: Node<T> | undefined = root;
  let best: readonly Entry<T>[] = [];
  let bestEnd = at;
  for (let end = at; end < tokens.length; end += 1) {
    node = node.next.get(folded[end] ?? "");
    if (!node) break;
    const fitting = node.entries.filter((entry) => standsAsWritten(entry, tokens, at));
    if (fitting.length === 0) continue;
    best = fitting;
    bestEnd = end + 1;
  }
  return { entries: best, end: bestEnd };
}

function standsAsWritten<T>({ exactly }: Entry<T>, tokens: readonly Token[], at: number): boolean {
  return (
    exactly?.every((word, index) => {
      const printed = tokens[at + index]?.text.replace(APOSTROPHE, "'");
      return printed === word || printed === word.toUpperCase();
    }) ?? true
  );
}
