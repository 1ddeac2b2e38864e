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
  readonly transitions: Transitions;
  /** The transitions as factors. */
  readonly steps: Float64Array;
  /** Adds the weights of a word's features up to its scores, which are 0 and begin at `from`. */
  readonly addTo: (scores: Float64Array, from: number, features: Int32Array, count: number) => void;
}

/** Of the program's model, known without opening it. */
export const MODEL_VERSION = file.version;

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
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + from, model.rows * LABELS);
  const transitions = Float64Array.from(model.transitions);
  return {
    transitions,
    steps: stepsOf(transitions),
    addTo: (scores, start, features, count) => {
      for (let feature = 0; feature < count; feature += 1) {
        const row = table.rowOf(features[feature] ?? 0);
        if (row === -1) continue;
        for (let label = 0, at = row * LABELS; label < LABELS; label += 1, at += 1)
          scores[start + label] = (scores[start + label] ?? 0) + (weights[at] ?? 0);
      }
      for (let label = 0; label < LABELS; label += 1)
        scores[start + label] = (scores[start + label] ?? 0) * model.scale;
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

/** Hash to row, by open addressing: a `Map` of numbers takes three times as long. Hash and row stand side by side. */
class Table {
  readonly #pairs: Int32Array;
  readonly #mask: number;
  constructor(rows: number) {
    let size = 1024;
    while (size < rows * ROOM) size *= 2;
    this.#pairs = new Int32Array(2 * size).fill(-1);
    this.#mask = 2 * size - 1;
  }
  add(hash: number, row: number): void {
    let at = (2 * hash) & this.#mask;
    while (this.#pairs[at + 1] !== -1) at = (at + 2) & this.#mask;
    this.#pairs[at] = hash;
    this.#pairs[at + 1] = row;
  }
  /** The row of a hash; -1 where it has none. */
  rowOf(hash: number): number {
    const pairs = this.#pairs;
    let at = (2 * hash) & this.#mask;
    for (;;) {
      const row = pairs[at + 1] ?? -1;
      if (row === -1 || pairs[at] === hash) return row;
      at = (at + 2) & this.#mask;
    }
  }
}

/** So many places for each row; with fewer, what is not there is looked for longer. */
const ROOM = 1.4;
