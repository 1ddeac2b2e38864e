/** Which texts is the name model trained on, and what is each word of them? For `npm run train`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Block, NewsDocument } from "../src/model.ts";
import type { Chunk } from "../src/recognise/names/chunks.ts";
import type { NameKind } from "../src/recognise/names/recogniser.ts";
import { type Line, type Reading, readingOf } from "../src/recognise/reading.ts";
import { splitSentences } from "../src/recognise/sentences.ts";
import { labelsOfName, OUTSIDE } from "../src/recognise/tagger/labels.ts";

/** A name in a text, as its annotators have it. */
export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** A text with its names. */
export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly GoldName[];
}

/** A set of labelled texts: `SETS` says where each comes from. */
export interface LabelledSet {
  readonly name: string;
  readonly licence: string;
  /** Every so many-th text is kept out, to measure on. */
  readonly heldOut: number;
}

/** The sets whose licence allows a model to be made of them. */
export const SETS: readonly LabelledSet[] = [
  { name: "gmb", licence: "Groningen Meaning Bank, texts in the public domain", heldOut: 10 },
  { name: "ewt", licence: "UNER English-EWT, CC BY-SA 4.0", heldOut: 10 },
  { name: "wikigold", licence: "wikigold, CC BY 4.0", heldOut: 2 },
];

/** Returns the texts of a set. Throws where the file is not below `DIR/entities`. */
export function readTexts(corpus: string, name: string): readonly LabelledText[] {
  const path = join(corpus, "entities", `${name}.jsonl.gz`);
  const lines = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
  // the sets' README gives this shape
  return lines.map((line) => JSON.parse(line) as LabelledText);
}

/** Returns a text as recognisers read it, every line of it a paragraph. */
export function readingOfText(text: string): Reading {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const left = line.length - line.trimStart().length;
    if (line.trim() !== "")
      blocks.push({
        kind: "paragraph",
        start: start + left,
        end: start + left + line.trim().length,
      });
    start += line.length + 1;
  }
  const document: NewsDocument = { text, language: "en", blocks };
  return readingOf(document, splitSentences(document));
}

const KIND_OF: Readonly<Record<string, NameKind>> = {
  PER: "person",
  ORG: "organisation",
  LOC: "place",
};

/** Returns the labels of the words of a row, by the names of its text, which are in order. */
export function labelsOf(
  { words }: Line,
  { first, last }: Chunk,
  names: readonly GoldName[],
): readonly number[] {
  const labels = new Array<number>(last - first).fill(OUTSIDE);
  for (const { start, end, label } of names) {
    const kind = KIND_OF[label];
    if (kind === undefined) continue;
    let from = -1;
    let to = -1;
    for (let at = first; at < last; at += 1) {
      const word = words[at];
      if (word === undefined || word.start < start || word.end > end) continue;
      if (from === -1) from = at;
      to = at;
    }
    if (from === -1) continue;
    labelsOfName(kind, to - from + 1).forEach((each, step) => {
      labels[from - first + step] = each;
    });
  }
  return labels;
}
