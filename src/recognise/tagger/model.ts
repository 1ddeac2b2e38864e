/** What does the trained model weigh? Its file is checked, unpacked and looked up here. Stage 4, recognise. */
import { gunzipSync } from "node:zlib";
import file from "../../words/names-model.json" with { type: "json" };
import { stepsOf, type Transitions } from "./chain.ts";
import { SCHEMA } from "./features.ts";
import { LABELS } from "./labels.ts";

/** A model's file, `names-model.json`: its head in the open, its numbers packed. */
export interface ModelFile {
  readonly source: string;
  readonly licence: string;
  readonly note: string;
  /** Changes with every training that changes a weight. */
  readonly version: string;
  /** Of the features that it was trained for. */
  readonly schema: string;
  readonly labels: number;
  /** Each set of texts that it was trained on. */
  readonly training: readonly string[];
  /** How many features have weights. */
  readonly rows: number;
  /** A weight of 1 in the packed numbers stands for this. */
  readonly scale: number;
  readonly transitions: readonly number[];
  /**
   * Gzip in Base64: the features' hashes in rising order as differences in groups of seven bits, the lowest first;
   * then their weights as signed bytes, label by label.
   */
  readonly packed: string;
}

/** A model ready for use. */
export interface Model {
  readonly version: string;
  readonly transitions: Transitions;
  /** The transitions as factors. */
  readonly steps: Float64Array;
  /** Adds the weights of a word's features to its scores, which begin at `from`. */
  readonly addTo: (scores: Float64Array, from: number, features: Int32Array, count: number) => void;
}

let loaded: Model | undefined;

/** Returns the model of the program; the first call unpacks it (some 20 ms). Throws if it was trained for other features. */
export function nameModel(): Model {
  loaded ??= openModel(file);
  return loaded;
}

/** Returns a model from its file. Throws an `Error` where it was trained for other features or labels, or is damaged. */
export function openModel(model: ModelFile): Model {
  if (model.schema !== SCHEMA || model.labels !== LABELS)
    throw new Error(
      `names-model.json: expected a model for the features ${SCHEMA} and ${LABELS} labels, found ${model.schema} and ${model.labels}; train it anew (npm run train)`,
    );
  const bytes = gunzipSync(Buffer.from(model.packed, "base64"));
  const table = new Table(model.rows);
  const from = readHashes(bytes, table, model.rows);
  if (bytes.length !== from + model.rows * LABELS)
    throw new Error(
      `names-model.json: expected ${model.rows} rows of weights, found ${bytes.length - from} bytes; train it anew (npm run train)`,
    );
  const weights = Float32Array.from(
    new Int8Array(bytes.buffer, bytes.byteOffset + from, model.rows * LABELS),
    (weight) => weight * model.scale,
  );
  const transitions = Float64Array.from(model.transitions);
  return {
    version: model.version,
    transitions,
    steps: stepsOf(transitions),
    addTo: (scores, start, features, count) => {
      for (let feature = 0; feature < count; feature += 1) {
        const row = table.rowOf(features[feature] ?? 0) * LABELS;
        if (row < 0) continue;
        for (let label = 0; label < LABELS; label += 1)
          scores[start + label] = (scores[start + label] ?? 0) + (weights[row + label] ?? 0);
      }
    },
  };
}

function readHashes(bytes: Uint8Array, table: Table, rows: number): number {
  let at = 0;
  let hash = 0;
  for (let row = 0; row < rows; row += 1) {
    let step = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] ?? 0;
      step += (byte & 127) * shift;
      if (byte < 128) break;
    }
    hash += step;
    table.add(hash | 0, row);
  }
  return at;
}

/** Hash to row, by open addressing: a `Map` of numbers takes three times as long. */
class Table {
  readonly #hashes: Int32Array;
  readonly #rows: Int32Array;
  readonly #mask: number;
  constructor(rows: number) {
    let size = 1024;
    while (size < rows * 2) size *= 2;
    this.#hashes = new Int32Array(size);
    this.#rows = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
  }
  add(hash: number, row: number): void {
    let at = hash & this.#mask;
    while (this.#rows[at] !== -1) at = (at + 1) & this.#mask;
    this.#hashes[at] = hash;
    this.#rows[at] = row;
  }
  /** The row of a hash; -1 where it has none. */
  rowOf(hash: number): number {
    let at = hash & this.#mask;
    while (this.#rows[at] !== -1) {
      if (this.#hashes[at] === hash) return this.#rows[at] ?? -1;
      at = (at + 1) & this.#mask;
    }
    return -1;
  }
}
