/** Is a source covered by the pieces of its article, each character once? Pure; for the ledger. */

import { nonBlank } from "../text/white-space.ts";
import { PARTS, type Part, type Pieces } from "./pieces.ts";

/** How the pieces of an article make up its source, or where they do not. */
export type Tiling =
  | {
      /** Where each stretch of the source stands; within a part its pieces follow in their own order. */
      readonly order: readonly Part[];
    }
  | Uncovered;

/** How far pieces reach that do not make up their source. */
export interface Uncovered {
  /** How many characters that are not white space were covered, counted from the start. */
  readonly covered: number;
  /** The piece that no place was found for, nearest to there; absent where all were used up. */
  readonly left?: { readonly part: Part; readonly number: number; readonly text: string };
}

/** Beyond so many wrong turns a text is made to mislead, and counts as not covered. */
const MOST_DEAD_ENDS = 200_000;

/**
 * Returns the order in which the pieces cover the source's non-blank characters exactly, each once, each part's
 * pieces in their own order; or how far they reach. A headline in [square brackets] may be the words
 * of the source or supplied, and a section may be stated beside its text: both are tried. Nothing of the parser
 * is asked.
 *
 *     tile("Bridge shut\n\nPort Ellis.", {headline: ["Bridge shut"], block: ["Port Ellis."], …})
 *     // {order: ["headline", "block"]}
 */
export function tile(source: string, pieces: Pieces): Tiling {
  const words = nonBlank(source);
  let furthest: Uncovered | undefined;
  for (const supplied of suppliedParts(pieces)) {
    const without = Object.fromEntries(supplied.map((part) => [part, []]));
    const tiling = walk(words, { ...pieces, ...without });
    if ("order" in tiling) return tiling;
    if (furthest === undefined || tiling.covered > furthest.covered) furthest = tiling;
  }
  return furthest ?? { covered: 0 };
}

/** Returns the offset in a text of its non-blank character of that number, counted from 0. */
export function offsetOf(text: string, number: number): number {
  let seen = 0;
  for (const { index, 0: run } of text.matchAll(/\S+/g)) {
    if (seen + run.length > number) return index + number - seen;
    seen += run.length;
  }
  return text.length;
}

/** Returns an order with its repetitions counted: `headline published block*12 removed*3`. */
export function formatOrder(order: readonly Part[]): string {
  const runs: { part: Part; count: number }[] = [];
  for (const part of order) {
    const last = runs.at(-1);
    if (last?.part === part) last.count += 1;
    else runs.push({ part, count: 1 });
  }
  return runs.map(({ part, count }) => (count === 1 ? part : `${part}*${count}`)).join(" ");
}

/** Returns the words that pieces give in an order such as `formatOrder` writes; `undefined` where it does not fit them. */
export function wordsInOrder(pieces: Pieces, order: string): string | undefined {
  const queues = new Map<string, readonly string[]>(
    PARTS.map((part) => [part, queueOf(pieces, part)]),
  );
  const taken = new Map<string, number>();
  let words = "";
  for (const run of order.split(" ").filter(Boolean)) {
    const [part = "", times = "1"] = run.split("*");
    const from = taken.get(part) ?? 0;
    const next = queues.get(part)?.slice(from, from + Number(times));
    if (next?.length !== Number(times)) return undefined;
    taken.set(part, from + next.length);
    words += next.join("");
  }
  return words;
}

/** Which parts may be no words of the source: none, or one or two of those that import can supply. */
function suppliedParts({ headline, section }: Pieces): readonly (readonly Part[])[] {
  const isBracketed = /^\[.*\]$/s.test(headline[0] ?? "");
  const sets: (readonly Part[])[] = [[]];
  if (isBracketed) sets.push(["headline"]);
  if (section.length > 0) sets.push(["section"]);
  if (isBracketed && section.length > 0) sets.push(["headline", "section"]);
  return sets;
}

type Queue = readonly string[];

function queueOf(pieces: Pieces, part: Part): Queue {
  return pieces[part].map(nonBlank).filter((words) => words !== "");
}

/** Depth first, the longest piece that fits first; what has led nowhere once is not tried again. */
function walk(words: string, pieces: Pieces): Tiling {
  const queues = PARTS.map((part) => queueOf(pieces, part));
  const total = queues.reduce((sum, queue) => sum + queue.length, 0);
  const taken = queues.map(() => 0);
  const steps: { readonly queue: number; readonly others: number[] }[] = [];
  const deadEnds = new Set<string>();
  let at = 0;
  let best = { covered: 0, taken: [...taken] };
  let choices = fitting(words, at, { queues, taken });
  for (;;) {
    if (at === words.length && steps.length === total) {
      return { order: steps.flatMap(({ queue }) => PARTS[queue] ?? []) };
    }
    const queue = choices.pop();
    if (queue !== undefined) {
      at += queues[queue]?.[taken[queue] ?? 0]?.length ?? 0;
      taken[queue] = (taken[queue] ?? 0) + 1;
      steps.push({ queue, others: choices });
      if (at > best.covered) best = { covered: at, taken: [...taken] };
      const isDead = deadEnds.size > 0 && deadEnds.has(taken.join());
      choices = isDead ? [] : fitting(words, at, { queues, taken });
      continue;
    }
    deadEnds.add(taken.join());
    const last = steps.pop();
    if (last === undefined || deadEnds.size > MOST_DEAD_ENDS) return notCovered(pieces, best);
    taken[last.queue] = (taken[last.queue] ?? 0) - 1;
    at -= queues[last.queue]?.[taken[last.queue] ?? 0]?.length ?? 0;
    choices = last.others;
  }
}

/** The queues whose next piece stands at that place, the longest last. */
function fitting(
  words: string,
  at: number,
  state: { readonly queues: readonly Queue[]; readonly taken: readonly number[] },
): number[] {
  const lengths: { queue: number; length: number }[] = [];
  state.queues.forEach((pieces, queue) => {
    const next = pieces[state.taken[queue] ?? 0];
    if (next !== undefined && words.startsWith(next, at))
      lengths.push({ queue, length: next.length });
  });
  return lengths.sort((a, b) => a.length - b.length).map(({ queue }) => queue);
}

function notCovered(
  pieces: Pieces,
  best: { readonly covered: number; readonly taken: readonly number[] },
): Uncovered {
  const lefts = PARTS.flatMap((part, queue) => {
    const number = best.taken[queue] ?? 0;
    const text = pieces[part].filter((words) => nonBlank(words) !== "")[number];
    return text === undefined ? [] : [{ part, number: number + 1, text }];
  });
  const left = lefts.find(({ part }) => part === "block") ?? lefts[0];
  return { covered: best.covered, ...(left && { left }) };
}
