/** What speaks for the label of a word: itself, its neighbours, the lists, the rules, the document? Stage 4, recognise. */
import { hashOf, type WordFacts } from "./word-facts.ts";

/** What a feature is of a word: a number that stands for its value, 0 where it has none. */
type Value = (facts: WordFacts, at: number) => number;

/** A column of the facts, at some words from the word looked at. */
const column =
  (name: Exclude<keyof WordFacts, "starts">, shift: number): Value =>
  (facts, at) =>
    facts[name][at + shift] ?? 0;

/** Several values as one; none where one of them is none. */
const both =
  (one: Value, other: Value): Value =>
  (facts, at) => {
    const first = one(facts, at);
    if (first === 0) return 0;
    const second = other(facts, at);
    return second === 0 ? 0 : mix(first, second);
  };

/** A value that counts as one, too, where it is nothing. */
const always =
  (one: Value): Value =>
  (facts, at) =>
    one(facts, at) || 1;

const setting = column("setting", 0);

/** Each feature by its name. A model holds for these features only: a change here wants training anew. */
const FEATURES: readonly (readonly [name: string, value: Value])[] = [
  ["always", () => 1],
  ["word", column("key", 0)],
  ["word before", column("key", -1)],
  ["word behind", column("key", 1)],
  ["second word before", column("key", -2)],
  ["second word behind", column("key", 2)],
  ["word before and word", both(column("key", -1), column("key", 0))],
  ["word and word behind", both(column("key", 0), column("key", 1))],
  ["words around", both(column("key", -1), column("key", 1))],
  ["first letters", column("head3", 0)],
  ["last two letters", column("tail2", 0)],
  ["last three letters", column("tail3", 0)],
  ["last four letters", column("tail4", 0)],
  ["last letters of both", both(column("tail3", -1), column("tail3", 0))],
  ["last letters before", column("tail3", -1)],
  ["last letters behind", column("tail3", 1)],
  ["shape", both(column("shape", 0), setting)],
  ["shapes before", both(column("shape", -1), column("shape", 0))],
  ["shapes behind", both(column("shape", 0), column("shape", 1))],
  ["three shapes", both(both(column("shape", -1), column("shape", 0)), column("shape", 1))],
  ["shape two before", both(column("shape", -2), column("shape", -1))],
  ["shape two behind", both(column("shape", 1), column("shape", 2))],
  ["lists", always(column("lists", 0))],
  ["lists before", always(column("lists", -1))],
  ["lists behind", always(column("lists", 1))],
  ["lists two before", column("lists", -2)],
  ["lists two behind", column("lists", 2)],
  ["lists and shapes", both(always(column("lists", 0)), column("shape", 1))],
  ["lists of both before", both(always(column("lists", -1)), always(column("lists", 0)))],
  ["lists of both behind", both(always(column("lists", 0)), always(column("lists", 1)))],
  ["phrase", column("phrase", 0)],
  ["phrase before", column("phrase", -1)],
  ["phrase behind", column("phrase", 1)],
  ["rules", always(column("ruled", 0))],
  ["rules before", both(always(column("ruled", 0)), always(column("ruled", -1)))],
  ["rules behind", both(always(column("ruled", 0)), always(column("ruled", 1)))],
  ["rules and word", both(always(column("ruled", 0)), column("key", 0))],
  ["rules and lists", both(always(column("ruled", 0)), always(column("lists", 0)))],
  ["rules and seen", both(always(column("ruled", 0)), always(column("seen", 0)))],
  ["seen", always(column("seen", 0))],
  ["seen before", column("seen", -1)],
  ["seen behind", column("seen", 1)],
  ["seen and word before", both(always(column("seen", 0)), column("key", -1))],
  ["seen and word behind", both(always(column("seen", 0)), column("key", 1))],
  ["seen and setting", both(always(column("seen", 0)), setting)],
];

/** How many features a word has at most. */
export const MOST_FEATURES = FEATURES.length;

/** Tells whether a model was trained for the features of this file. */
export const SCHEMA = (hashOf(FEATURES.map(([name]) => name).join("|")) >>> 0)
  .toString(16)
  .padStart(8, "0");

function mix(one: number, other: number): number {
  const mixed = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  const hash = mixed ^ (mixed >>> 15);
  return hash === 0 ? 1 : hash;
}

/** Writes the features of the word at a place of the columns, hashed to 32 bits; returns how many there are. */
export function writeFeatures(facts: WordFacts, at: number, into: Int32Array): number {
  let count = 0;
  for (let number = 0; number < FEATURES.length; number += 1) {
    const value = FEATURES[number]?.[1](facts, at) ?? 0;
    if (value !== 0) into[count++] = mix(value, number + 1);
  }
  return count;
}
