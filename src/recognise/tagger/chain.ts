/** Which labels has a row of words, and how sure is each name in it? A linear-chain conditional random field. Stage 4. */
import { BEFORE, LABELS, OUTSIDE } from "./labels.ts";

/** How well each label stands behind each other one, in logarithms: `before * LABELS + label`. */
export type Transitions = Float64Array;

/** What a row of words says about its labels. Products are scaled word by word, so that none grows beyond a number. */
export interface Chain {
  /** How many words. */
  readonly length: number;
  /** Each label by itself at each word, `at * LABELS + label`; the likeliest is 1. */
  readonly own: Float64Array;
  /** All ways to a label at a word, all labels together 1. */
  readonly forward: Float64Array;
  /** All ways from a label at a word to the row's end; times `forward` it is how likely the label is. */
  readonly backward: Float64Array;
  /** By what the ways to each word were divided. */
  readonly scales: Float64Array;
  /** `exp` of the transitions; 0 where a label cannot stand behind another. */
  readonly steps: Float64Array;
  /** Logarithm of the weight of all labellings together. */
  readonly total: number;
}

/** Returns how well labels stand behind each other as factors, for `sumChain`. */
export function stepsOf(transitions: Transitions): Float64Array {
  const steps = new Float64Array(LABELS * LABELS);
  for (let label = 0; label < LABELS; label += 1)
    for (const before of BEFORE[label] ?? [])
      steps[before * LABELS + label] = Math.exp(transitions[before * LABELS + label] ?? 0);
  return steps;
}

/**
 * Returns the sums over all labellings of a row, by the forward-backward algorithm (Rabiner 1989; for conditional
 * random fields Lafferty, McCallum, Pereira 2001). `scores` are logarithms. The row stands between words that are
 * `OUTSIDE`; `steps` are those of `stepsOf`.
 */
export function sumChain(scores: Float64Array, length: number, steps: Float64Array): Chain {
  // one piece of memory, since asking for each array's own takes longer than filling it
  const cells = new Float64Array(length * (3 * LABELS + 1));
  const size = length * LABELS;
  const own = cells.subarray(0, size);
  const forward = cells.subarray(size, 2 * size);
  const backward = cells.subarray(2 * size, 3 * size);
  const scales = cells.subarray(3 * size);
  let total = 0;
  for (let at = 0; at < length; at += 1) {
    total += writeOwn(scores, own, at * LABELS);
    const sum = goForward({ own, forward, steps }, at);
    scales[at] = sum;
    total += Math.log(sum);
  }
  let whole = 0;
  const last = (length - 1) * LABELS;
  for (let label = 0; label < LABELS; label += 1)
    whole += (forward[last + label] ?? 0) * (steps[label * LABELS + OUTSIDE] ?? 0);
  for (let label = 0; label < LABELS; label += 1)
    backward[last + label] = (steps[label * LABELS + OUTSIDE] ?? 0) / whole;
  for (let at = length - 2; at >= 0; at -= 1) goBackward({ own, backward, steps, scales }, at);
  return { length, own, forward, backward, scales, steps, total: total + Math.log(whole) };
}

/** Writes the labels' own weights at a word; returns the logarithm of what they were divided by. */
function writeOwn(scores: Float64Array, own: Float64Array, from: number): number {
  let most = -Infinity;
  for (let label = 0; label < LABELS; label += 1)
    most = Math.max(most, scores[from + label] ?? -Infinity);
  for (let label = 0; label < LABELS; label += 1)
    own[from + label] = Math.exp((scores[from + label] ?? 0) - most);
  return most;
}

function goForward(
  { own, forward, steps }: Pick<Chain, "own" | "forward" | "steps">,
  at: number,
): number {
  const here = at * LABELS;
  let sum = 0;
  for (let label = 0; label < LABELS; label += 1) {
    let ways = 0;
    if (at === 0) ways = steps[OUTSIDE * LABELS + label] ?? 0;
    else
      for (let before = 0; before < LABELS; before += 1)
        ways += (forward[here - LABELS + before] ?? 0) * (steps[before * LABELS + label] ?? 0);
    ways *= own[here + label] ?? 0;
    forward[here + label] = ways;
    sum += ways;
  }
  for (let label = 0; label < LABELS; label += 1)
    forward[here + label] = (forward[here + label] ?? 0) / sum;
  return sum;
}

function goBackward(
  { own, backward, steps, scales }: Pick<Chain, "own" | "backward" | "steps" | "scales">,
  at: number,
): void {
  const next = (at + 1) * LABELS;
  const scale = scales[at + 1] ?? 1;
  for (let label = 0; label < LABELS; label += 1) {
    let ways = 0;
    for (let behind = 0; behind < LABELS; behind += 1)
      ways +=
        (steps[label * LABELS + behind] ?? 0) *
        (own[next + behind] ?? 0) *
        (backward[next + behind] ?? 0);
    backward[at * LABELS + label] = ways / scale;
  }
}

/** Rows are hardly ever longer; those that are ask for memory of their own. What the row before left is written over. */
const SHORT = 32;
const shortBest = new Float64Array(SHORT * LABELS);
const shortFrom = new Uint8Array(SHORT * LABELS);

/** Returns the likeliest labels of a row, by Viterbi's algorithm; of equals those first in order. */
export function bestLabels(
  scores: Float64Array,
  length: number,
  transitions: Transitions,
): readonly number[] {
  const isShort = length <= SHORT;
  const best = (isShort ? shortBest : new Float64Array(length * LABELS)).fill(-Infinity, 0, LABELS);
  const from = isShort ? shortFrom : new Uint8Array(length * LABELS);
  for (let label = 0; label < LABELS; label += 1)
    if (BEFORE[label]?.includes(OUTSIDE))
      best[label] = (scores[label] ?? 0) + (transitions[OUTSIDE * LABELS + label] ?? 0);
  for (let at = 1; at < length; at += 1) {
    const here = at * LABELS;
    for (let label = 0; label < LABELS; label += 1) {
      let most = -Infinity;
      for (const before of BEFORE[label] ?? []) {
        const way =
          (best[here - LABELS + before] ?? 0) + (transitions[before * LABELS + label] ?? 0);
        if (way <= most) continue;
        most = way;
        from[here + label] = before;
      }
      best[here + label] = most + (scores[here + label] ?? 0);
    }
  }
  const labels = new Array<number>(length).fill(OUTSIDE);
  let label = lastOf(best, length, transitions);
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = label;
    label = from[at * LABELS + label] ?? OUTSIDE;
  }
  return labels;
}

function lastOf(best: Float64Array, length: number, transitions: Transitions): number {
  let found = OUTSIDE;
  let most = -Infinity;
  for (const label of BEFORE[OUTSIDE] ?? []) {
    const way =
      (best[(length - 1) * LABELS + label] ?? 0) + (transitions[label * LABELS + OUTSIDE] ?? 0);
    if (way > most) [found, most] = [label, way];
  }
  return found;
}

/** Returns how likely it is, 0 to 1, that the words from `first` on have exactly these labels. */
export function chanceOf(
  { own, forward, backward, scales, steps }: Chain,
  first: number,
  labels: readonly number[],
): number {
  let chance = forward[first * LABELS + (labels[0] ?? OUTSIDE)] ?? 0;
  for (let step = 1; step < labels.length; step += 1) {
    const label = labels[step] ?? OUTSIDE;
    const at = first + step;
    chance *= steps[(labels[step - 1] ?? OUTSIDE) * LABELS + label] ?? 0;
    chance *= (own[at * LABELS + label] ?? 0) / (scales[at] ?? 1);
  }
  const last = labels.length - 1;
  return chance * (backward[(first + last) * LABELS + (labels[last] ?? OUTSIDE)] ?? 0);
}
