/** Which weights make the labels of the training texts likeliest? Stochastic gradient ascent. For `npm run train`. */
import { type Chain, stepsOf, sumChain } from "../src/recognise/tagger/chain.ts";
import { BEFORE, LABELS, OUTSIDE } from "../src/recognise/tagger/labels.ts";
import { chanceFrom } from "./chance.ts";

/** A row of words with what is true of each. */
export interface Example {
  /** Of each word, which features it has: numbers from 0 on. */
  readonly features: readonly Int32Array[];
  readonly labels: readonly number[];
  /** What it counts, 1 for a row labelled by hand. */
  readonly weight: number;
}

/** What is learnt. */
export interface Weights {
  /** `feature * LABELS + label`. */
  readonly features: Float64Array;
  readonly transitions: Float64Array;
}

/** How it is learnt. */
export interface LearningSettings {
  readonly rounds: number;
  readonly rate: number;
  /** How strongly weights are drawn to nothing. */
  readonly decay: number;
  readonly seed: number;
}

/**
 * Returns the weights that maximise the likelihood of the labels, less `decay` times their squares, by AdaGrad (Duchi,
 * Hazan, Singer 2011), row by row in an order shuffled by `seed`. The same examples and settings give the same weights.
 */
export function learn(
  examples: readonly Example[],
  features: number,
  settings: LearningSettings,
): Weights {
  const learner = new Learner(features, settings);
  const order = examples.map((_, index) => index);
  const chance = chanceFrom(settings.seed);
  for (let round = 0; round < settings.rounds; round += 1) {
    shuffle(order, chance);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) learner.step(example);
    }
  }
  return learner.weights;
}

/** Returns how likely the labels of a row are by what is learnt, 0 to 1. */
export function likelihoodOf({ features, labels }: Example, weights: Weights): number {
  const scores = scoresOf(features, weights.features);
  const chain = sumChain(scores, labels.length, stepsOf(weights.transitions));
  return Math.exp(weightOf(scores, labels, weights.transitions) - chain.total);
}

function scoresOf(features: readonly Int32Array[], weights: Float64Array): Float64Array {
  const scores = new Float64Array(features.length * LABELS);
  features.forEach((present, at) => {
    for (const feature of present)
      for (let label = 0; label < LABELS; label += 1)
        scores[at * LABELS + label] =
          (scores[at * LABELS + label] ?? 0) + (weights[feature * LABELS + label] ?? 0);
  });
  return scores;
}

class Learner {
  readonly weights: Weights;
  readonly #squares: Float64Array;
  readonly #transitionSquares: Float64Array;
  readonly #settings: LearningSettings;
  readonly #gradient = new Float64Array(LABELS);
  constructor(features: number, settings: LearningSettings) {
    this.weights = {
      features: new Float64Array(features * LABELS),
      transitions: new Float64Array(LABELS * LABELS),
    };
    this.#squares = new Float64Array(features * LABELS).fill(1e-2);
    this.#transitionSquares = new Float64Array(LABELS * LABELS).fill(1);
    this.#settings = settings;
  }

  /** Learns from one row. */
  step({ features, labels, weight }: Example): void {
    const { features: weights, transitions } = this.weights;
    const scores = scoresOf(features, weights);
    const chain = sumChain(scores, labels.length, stepsOf(transitions));
    this.#learnTransitions(chain, labels, weight);
    features.forEach((present, at) => {
      for (let label = 0; label < LABELS; label += 1) {
        const place = at * LABELS + label;
        const chance = (chain.forward[place] ?? 0) * (chain.backward[place] ?? 0);
        this.#gradient[label] = weight * ((labels[at] === label ? 1 : 0) - chance);
      }
      for (const feature of present) this.#learnFeature(feature * LABELS);
    });
  }

  #learnFeature(row: number): void {
    const { rate, decay } = this.#settings;
    const { features } = this.weights;
    for (let label = 0; label < LABELS; label += 1) {
      const at = row + label;
      const slope = (this.#gradient[label] ?? 0) - decay * (features[at] ?? 0);
      const square = (this.#squares[at] ?? 0) + slope * slope;
      this.#squares[at] = square;
      features[at] = (features[at] ?? 0) + (rate * slope) / Math.sqrt(square);
    }
  }

  #learnTransitions(chain: Chain, labels: readonly number[], weight: number): void {
    const { transitions } = this.weights;
    const { rate, decay } = this.#settings;
    const gradient = new Float64Array(LABELS * LABELS);
    for (let at = 0; at <= labels.length; at += 1) {
      const gold = (labels[at - 1] ?? OUTSIDE) * LABELS + (labels[at] ?? OUTSIDE);
      gradient[gold] = (gradient[gold] ?? 0) + weight;
      for (let label = 0; label < LABELS; label += 1)
        for (const before of BEFORE[label] ?? []) {
          const chance = pairChance(chain, at, [before, label]);
          const place = before * LABELS + label;
          gradient[place] = (gradient[place] ?? 0) - weight * chance;
        }
    }
    for (let place = 0; place < gradient.length; place += 1) {
      const slope = (gradient[place] ?? 0) - decay * (transitions[place] ?? 0);
      if (slope === 0) continue;
      const square = (this.#transitionSquares[place] ?? 0) + slope * slope;
      this.#transitionSquares[place] = square;
      transitions[place] = (transitions[place] ?? 0) + (rate * slope) / Math.sqrt(square);
    }
  }
}

/** How likely two labels stand before and at a word; at either end the neighbour is outside. */
function pairChance(
  { own, forward, backward, scales, steps, length }: Chain,
  at: number,
  [before, label]: readonly [number, number],
): number {
  const atStart = at === 0;
  const atEnd = at === length;
  if ((atStart && before !== OUTSIDE) || (atEnd && label !== OUTSIDE)) return 0;
  const left = atStart ? 1 : (forward[(at - 1) * LABELS + before] ?? 0);
  if (atEnd) return left * (backward[(at - 1) * LABELS + before] ?? 0);
  const here = at * LABELS + label;
  const step = steps[before * LABELS + label] ?? 0;
  return (left * step * (own[here] ?? 0) * (backward[here] ?? 0)) / (scales[at] ?? 1);
}

/** The logarithm of the weight of one labelling of a row. */
function weightOf(
  scores: Float64Array,
  labels: readonly number[],
  transitions: Float64Array,
): number {
  let weight = 0;
  for (let at = 0; at <= labels.length; at += 1) {
    const label = labels[at] ?? OUTSIDE;
    weight += transitions[(labels[at - 1] ?? OUTSIDE) * LABELS + label] ?? 0;
    if (at < labels.length) weight += scores[at * LABELS + label] ?? 0;
  }
  return weight;
}

function shuffle(order: number[], chance: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    const value = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = value;
  }
}
