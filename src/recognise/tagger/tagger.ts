/** Which names does the trained model see in a document, and how sure is it? Stage 4, recognise. */

import { groupBy } from "../../text/grouping.ts";
import type { Chunk } from "../names/chunks.ts";
import { lexicon } from "../names/lexicon.ts";
import type { NameSpan } from "../names/recogniser.ts";
import type { Line, Reading } from "../reading.ts";
import { bestLabels, type Chain, chanceOf, sumChain } from "./chain.ts";
import { MOST_FEATURES, writeFeatures } from "./features.ts";
import { begins, ends, kindOf, LABELS, labelsOfName, OUTSIDE } from "./labels.ts";
import type { Model } from "./model.ts";
import { nameRows } from "./rows.ts";
import { factsOf, type WordFacts } from "./word-facts.ts";

/** What a model says about a document. */
export interface Tagging {
  /** The names that it sees, in the order of the text, never overlapping. */
  readonly names: readonly NameSpan[];
  /** Of each name that the rules found, in their order: how likely it is one of its kind and extent, 0 to 1. */
  readonly chances: readonly number[];
}

/**
 * Returns the names that a model sees, and what it thinks of the rules' (`spans`), which it weighs as evidence. A
 * confidence is the model's own probability of just that name, to three decimals.
 */
export function tagNames(reading: Reading, spans: readonly NameSpan[], model: Model): Tagging {
  const facts = factsOf(reading, spans);
  const byLine = groupBy(spans, ({ line }) => line);
  const chances = new Map<NameSpan, number>();
  const names = reading.lines.flatMap((line, index) => {
    const nextIn = walk(byLine.get(index) ?? []);
    return nameRows(line).flatMap((row) => {
      const inRow = nextIn(row);
      if (isSettled(line, row, inRow)) return [];
      const labelled = labelledRow({ line, index, facts }, row, model);
      if (inRow.length === 0 && labelled.labels.every((label) => label === OUTSIDE)) return [];
      const chain = sumChain(labelled.scores, labelled.labels.length, model.steps);
      const weighed = { ...labelled, chain };
      for (const span of inRow) chances.set(span, chanceOfSpan(weighed, span));
      return namesInRow(weighed);
    });
  });
  return { names, chances: spans.map((span) => chances.get(span) ?? 0) };
}

/** Gives for each row, asked for in order, the names that lie in it; a line may have thousands of both. */
function walk(ruled: readonly NameSpan[]): (row: Chunk) => readonly NameSpan[] {
  let at = 0;
  return ({ first, last }) => {
    while ((ruled[at]?.first ?? Infinity) < first) at += 1;
    const from = at;
    while ((ruled[at]?.last ?? Infinity) <= last) at += 1;
    return ruled.slice(from, at);
  };
}

/** A row that is a listed body or place, or one demonym: the model is not asked. */
const LISTED = 0.95;

function isSettled({ words }: Line, { first, last }: Chunk, ruled: readonly NameSpan[]): boolean {
  const [only] = ruled;
  if (only === undefined)
    return last - first === 1 && lexicon().demonyms.has(words[first]?.key ?? "");
  const isWhole = only.first === first && only.last === last;
  return isWhole && only.kind !== "person" && only.evidence.confidence >= LISTED;
}

interface Place {
  readonly line: Line;
  readonly index: number;
  readonly facts: WordFacts;
}

/** A row with the likeliest labels. */
interface LabelledRow extends Place {
  readonly row: Chunk;
  readonly scores: Float64Array;
  readonly labels: readonly number[];
}

/** A row with the weights of all labels. */
interface WeighedRow extends LabelledRow {
  readonly chain: Chain;
}

const features = new Int32Array(MOST_FEATURES);

function labelledRow(place: Place, row: Chunk, model: Model): LabelledRow {
  const { facts, index } = place;
  const length = row.last - row.first;
  const start = (facts.starts[index] ?? 0) + row.first;
  const scores = new Float64Array(length * LABELS);
  for (let at = 0; at < length; at += 1) {
    const count = writeFeatures(facts, start + at, features);
    model.addTo(scores, at * LABELS, features, count);
  }
  const labels = bestLabels(scores, length, model.transitions);
  return { ...place, row, scores, labels };
}

function chanceOfSpan({ chain, row }: WeighedRow, span: NameSpan): number {
  const labels = labelsOfName(span.kind, span.last - span.first);
  return rounded(chanceOf(chain, span.first - row.first, labels));
}

function rounded(chance: number): number {
  return Math.round(1000 * chance) / 1000;
}

function namesInRow({ line, index, row, labels, chain }: WeighedRow): NameSpan[] {
  const spans: NameSpan[] = [];
  let from = 0;
  labels.forEach((label, at) => {
    if (begins(label)) from = at;
    const kind = kindOf(label);
    if (kind === undefined || !ends(label)) return;
    const chance = chanceOf(chain, from, labels.slice(from, at + 1));
    const [first, last] = [row.first + from, row.first + at + 1];
    spans.push({
      ...{ kind, line: index, first, last },
      start: line.words[first]?.start ?? 0,
      end: line.words[last - 1]?.end ?? 0,
      evidence: { rule: "tagger", confidence: rounded(chance) },
    });
  });
  return spans;
}
