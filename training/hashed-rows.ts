/** What does the name model learn from? Rows of words with their features and their labels. For `npm run train`. */
import type { Reading } from "../src/recognise/reading.ts";
import { MOST_FEATURES, writeFeatures } from "../src/recognise/tagger/features.ts";
import { nameRows } from "../src/recognise/tagger/rows.ts";
import type { WordFacts } from "../src/recognise/tagger/word-facts.ts";
import { type GoldName, labelsOf } from "./labelled-texts.ts";
import type { Example } from "./learning.ts";

/** A row of words, the features of each as hashes. */
export interface HashedRow {
  readonly features: readonly Int32Array[];
  readonly labels: readonly number[];
  /** What it counts, 1 for a row labelled by hand. */
  readonly weight: number;
  /** Index of its line in the reading, and its words. */
  readonly line: number;
  readonly first: number;
  readonly last: number;
}

/** Features as the numbers by which they are learnt, by their hashes. */
export type FeatureNumbers = ReadonlyMap<number, number>;

/** A feature that fewer words have says nothing for sure. */
const FEWEST = 5;

/** Returns the rows of a text, labelled by its names. */
export function rowsOf(
  reading: Reading,
  facts: WordFacts,
  { names, weight }: { readonly names: readonly GoldName[]; readonly weight: number },
): HashedRow[] {
  return reading.lines.flatMap((line, index) => {
    const start = facts.starts[index] ?? 0;
    return nameRows(line).map((row) => ({
      ...row,
      line: index,
      weight,
      labels: labelsOf(line, row, names),
      features: line.words.slice(row.first, row.last).map((_, step) => {
        const hashes = new Int32Array(MOST_FEATURES);
        return hashes.slice(0, writeFeatures(facts, start + row.first + step, hashes));
      }),
    }));
  });
}

/** Numbers the features that enough words have, in the order of the rows. */
export function numberFeatures(rows: readonly HashedRow[]): FeatureNumbers {
  const counts = new Map<number, number>();
  for (const { features } of rows)
    for (const hashes of features)
      for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= FEWEST);
  return new Map(kept.map(([hash], number) => [hash, number]));
}

/** Returns a row as it is learnt from. */
export function exampleOf({ features, ...row }: HashedRow, numbers: FeatureNumbers): Example {
  return {
    ...row,
    features: features.map((hashes) =>
      Int32Array.from([...hashes].flatMap((hash) => numbers.get(hash) ?? [])),
    ),
  };
}
