/** How are a model's weights made small? For `npm run train`; `src/recognise/tagger/model.ts` reads what this writes. */
import { gzipSync } from "node:zlib";
import { SCHEMA } from "../src/recognise/tagger/features.ts";
import { LABELS } from "../src/recognise/tagger/labels.ts";
import type { ModelFile } from "../src/recognise/tagger/model.ts";
import type { Weights } from "./learning.ts";

/** Features with the weakest weights are left out beyond so many. */
const MOST_ROWS = 80_000;
const MOST = 127;

/** Returns the numbers of a model file; `hashes` are those of the features in the order of their numbers. */
export function packModel(
  hashes: readonly number[],
  { features, transitions }: Weights,
): Pick<ModelFile, "schema" | "labels" | "rows" | "scale" | "transitions" | "packed"> {
  const strongest = hashes
    .map((hash, number) => ({
      hash: hash >>> 0,
      row: features.subarray(number * LABELS, (number + 1) * LABELS),
    }))
    .map((each) => ({
      ...each,
      strength: each.row.reduce((most, w) => Math.max(most, Math.abs(w)), 0),
    }))
    .sort((a, b) => b.strength - a.strength || a.hash - b.hash)
    .slice(0, MOST_ROWS)
    .sort((a, b) => a.hash - b.hash);
  const most = strongest.reduce((sum, { strength }) => Math.max(sum, strength), 0);
  const scale = Number((most / MOST).toPrecision(6));
  const bytes: number[] = [];
  let before = 0;
  for (const { hash } of strongest) {
    writeStep(hash - before, bytes);
    before = hash;
  }
  for (const { row } of strongest)
    for (const weight of row) bytes.push(Math.round(weight / scale) & 255);
  return {
    schema: SCHEMA,
    labels: LABELS,
    rows: strongest.length,
    scale,
    transitions: [...transitions].map((weight) => Number(weight.toFixed(4))),
    packed: gzipSync(Uint8Array.from(bytes), { level: 9 }).toString("base64"),
  };
}

function writeStep(step: number, bytes: number[]): void {
  let left = step;
  while (left > 127) {
    bytes.push((left % 128) | 128);
    left = Math.floor(left / 128);
  }
  bytes.push(left);
}
