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
  const { hashes, end } = readHashes(bytes, model.rows);
  if (bytes.length !== end + model.rows * LABELS)
    throw new Error(
      `names-model.json: expected ${model.rows} rows of weights, found ${bytes.length - end} bytes; train it anew (npm run train)`,
    );
  const table = new Table(model.rows);
  hashes.forEach((hash, row) => {
    const from = end + row * LABELS;
    table.add(hash, bytes.subarray(from, from + LABELS));
  });
  const { weights } = table;
  const transitions = Float64Array.from(model.transitions);
  return {
    transitions,
    steps: stepsOf(transitions),
    addTo: (scores, start, features, count) => {
      for (let feature = 0; feature < count; feature += 1) {
        const from = table.find(features[feature] ?? 0);
        if (from === -1) continue;
        for (let label = 0; label < LABELS; label += 1)
          scores[start + label] = (scores[start + label] ?? 0) + (weights[from + label] ?? 0);
      }
      for (let label = 0; label < LABELS; label += 1)
        scores[start + label] = (scores[start + label] ?? 0) * model.scale;
    },
  };
}

/** The hashes, and where in the bytes they end. */
function readHashes(bytes: Uint8Array, rows: number): { hashes: Int32Array; end: number } {
  const hashes = new Int32Array(rows);
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
    hashes[row] = hash;
  }
  return { hashes, end: at };
}

/** A hash of four bytes and its weights, a byte each, take so many bytes; a multiple of four. */
const SLOT = 4 * Math.ceil((4 + LABELS) / 4);

/**
 * Hash to weights, by open addressing: a `Map` of numbers takes three times as long. A hash stands beside its weights, since
 * the table is larger than what a processor has at hand and each look elsewhere costs. 0 is no hash.
 */
class Table {
  /** All slots, byte by byte: the weights are found in it. */
  readonly weights: Int8Array;
  readonly #hashes: Int32Array;
  readonly #mask: number;
  constructor(rows: number) {
    let size = 1024;
    while (size < rows * ROOM) size *= 2;
    this.weights = new Int8Array(SLOT * size);
    this.#hashes = new Int32Array(this.weights.buffer);
    this.#mask = size - 1;
  }
  add(hash: number, weights: Uint8Array): void {
    let slot = hash & this.#mask;
    while (this.#hashes[(slot * SLOT) / 4] !== 0) slot = (slot + 1) & this.#mask;
    this.#hashes[(slot * SLOT) / 4] = hash;
    this.weights.set(weights, slot * SLOT + 4);
  }
  /** Where in `weights` those of a hash begin; -1 where it has none. */
  find(hash: number): number {
    const hashes = this.#hashes;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const found = hashes[(slot * SLOT) / 4];
      if (found === hash) return slot * SLOT + 4;
      if (found === 0) return -1;
    }
  }
}

/** So many places for each row; with fewer, what is not there is looked for longer. */
const ROOM = 1.4;
