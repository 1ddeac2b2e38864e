/** What speaks for the label of a word: itself, its neighbours, the lists, the rules, the document? Stage 4, recognise. */
import { hashOf, type WordFacts } from "./word-facts.ts";

/** The features of a word in the order in which `writeValues` writes them. A change here wants training anew. */
const FEATURES: readonly string[] = [
  ...["always", "word", "word before", "word behind", "second word before", "second word behind"],
  ...["word before and word", "word and word behind", "words around", "first letters"],
  ...["last two letters", "last three letters", "last four letters", "last letters of both"],
  ...["last letters before", "last letters behind", "shape", "shapes before", "shapes behind"],
  ...["three shapes", "shape two before", "shape two behind", "lists", "lists before"],
  ...["lists behind", "lists two before", "lists two behind", "lists and shapes"],
  ...["lists of both before", "lists of both behind", "phrase", "phrase before", "phrase behind"],
  ...["rules", "rules before", "rules behind", "rules and word", "rules and lists"],
  ...["rules and seen", "seen", "seen before", "seen behind", "seen and word before"],
  ...["seen and word behind", "seen and setting"],
];

/** How many features a word has at most. */
export const MOST_FEATURES = FEATURES.length;

/** Tells whether a model was trained for the features of this file. */
export const SCHEMA = (hashOf(FEATURES.join("|")) >>> 0).toString(16).padStart(8, "0");

function mix(one: number, other: number): number {
  const mixed = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  const hash = mixed ^ (mixed >>> 15);
  return hash === 0 ? 1 : hash;
}

/** Two values as one; none where one of them is none. */
function both(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : mix(one, other);
}

const values = new Int32Array(MOST_FEATURES);

/** Writes the features of the word at a place of the columns, hashed to 32 bits; returns how many there are. */
export function writeFeatures(facts: WordFacts, at: number, into: Int32Array): number {
  writeLetters(facts, at);
  writeShapesAndLists(facts, at);
  writeOpinions(facts, at);
  let count = 0;
  for (let number = 0; number < MOST_FEATURES; number += 1) {
    const value = values[number] ?? 0;
    if (value !== 0) into[count++] = mix(value, number + 1);
  }
  return count;
}

/** The first of these features: words and their letters. */
function writeLetters({ key, head3, tail2, tail3, tail4 }: WordFacts, at: number): void {
  const word = key[at] ?? 0;
  const before = key[at - 1] ?? 0;
  const behind = key[at + 1] ?? 0;
  values[0] = 1;
  values[1] = word;
  values[2] = before;
  values[3] = behind;
  values[4] = key[at - 2] ?? 0;
  values[5] = key[at + 2] ?? 0;
  values[6] = both(before, word);
  values[7] = both(word, behind);
  values[8] = both(before, behind);
  values[9] = head3[at] ?? 0;
  values[10] = tail2[at] ?? 0;
  values[11] = tail3[at] ?? 0;
  values[12] = tail4[at] ?? 0;
  values[13] = both(tail3[at - 1] ?? 0, tail3[at] ?? 0);
  values[14] = tail3[at - 1] ?? 0;
  values[15] = tail3[at + 1] ?? 0;
}

function writeShapesAndLists(facts: WordFacts, at: number): void {
  const { shape, lists, phrase, setting } = facts;
  const own = shape[at] ?? 0;
  const before = shape[at - 1] ?? 0;
  const behind = shape[at + 1] ?? 0;
  values[16] = both(own, setting[at] ?? 0);
  values[17] = both(before, own);
  values[18] = both(own, behind);
  values[19] = both(both(before, own), behind);
  values[20] = both(shape[at - 2] ?? 0, before);
  values[21] = both(behind, shape[at + 2] ?? 0);
  // being in no list says something, too
  const listed = lists[at] || 1;
  const listedBefore = lists[at - 1] || 1;
  const listedBehind = lists[at + 1] || 1;
  values[22] = listed;
  values[23] = listedBefore;
  values[24] = listedBehind;
  values[25] = lists[at - 2] ?? 0;
  values[26] = lists[at + 2] ?? 0;
  values[27] = both(listed, behind);
  values[28] = mix(listedBefore, listed);
  values[29] = mix(listed, listedBehind);
  values[30] = phrase[at] ?? 0;
  values[31] = phrase[at - 1] ?? 0;
  values[32] = phrase[at + 1] ?? 0;
}

/** What the rules and the rest of the document say. */
function writeOpinions({ key, lists, ruled, seen, setting }: WordFacts, at: number): void {
  const opinion = ruled[at] || 1;
  const known = seen[at] || 1;
  values[33] = opinion;
  values[34] = mix(opinion, ruled[at - 1] || 1);
  values[35] = mix(opinion, ruled[at + 1] || 1);
  values[36] = both(opinion, key[at] ?? 0);
  values[37] = mix(opinion, lists[at] || 1);
  values[38] = mix(opinion, known);
  values[39] = known;
  values[40] = seen[at - 1] ?? 0;
  values[41] = seen[at + 1] ?? 0;
  values[42] = both(known, key[at - 1] ?? 0);
  values[43] = both(known, key[at + 1] ?? 0);
  values[44] = both(known, setting[at] ?? 0);
}
