/** Which pieces of two lists are the same, in order? For merges of paragraphs and for differences word by word. */
import { lastIndexWhere } from "./halving.ts";

/** Where a piece stands in the first list and in the second. */
export type Match = readonly [number, number];

/** Stretches larger than this on both sides, with nothing in them that stands once on each, count as changed. */
const LARGEST_TABLE = 250_000;

/**
 * Returns the pieces that two lists have in common, in the order of both: pairs of indices, each rising. First
 * what opens and closes both alike, then what stands once in each (patience diff, B. Cohen), and between those
 * the longest common subsequence, where the stretch is small enough to look for it. Near-linear for lists of any length.
 *
 *     alignment(["a", "b", "c"], ["b", "c", "d"])  // [[1, 0], [2, 1]]
 */
export function alignment(first: readonly string[], second: readonly string[]): readonly Match[] {
  const matches: Match[] = [];
  // a stack, since recursion would go as deep as the lists are long
  const open: Stretch[] = [{ from: [0, 0], to: [first.length, second.length] }];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const inner = trimmed(first, second, stretch, matches);
    if (inner.from[0] === inner.to[0] || inner.from[1] === inner.to[1]) continue;
    const anchors = uniqueMatches(first, second, inner);
    // not by `push(...)`, whose arguments lie on the stack
    for (const part of anchors.length > 0 ? between(anchors, inner) : []) open.push(part);
    const common = anchors.length > 0 ? anchors : commonSubsequence(first, second, inner);
    for (const match of common) matches.push(match);
  }
  return matches.sort((a, b) => a[0] - b[0]);
}

/** Pieces of the first list in the place of which others stand in the second; ends exclusive, either may have none. */
export interface Difference {
  readonly first: readonly [from: number, to: number];
  readonly second: readonly [from: number, to: number];
}

/**
 * Returns where two lists differ, in order: what lies between the pieces that they have in common.
 *
 *     differences(["a", "b", "c"], ["b", "d"])  // [{first: [0, 1], second: [0, 0]}, {first: [2, 3], second: [1, 2]}]
 */
export function differences(
  first: readonly string[],
  second: readonly string[],
): readonly Difference[] {
  const found: Difference[] = [];
  let from: Match = [0, 0];
  for (const [a, b] of [...alignment(first, second), [first.length, second.length] as const]) {
    if (a > from[0] || b > from[1]) found.push({ first: [from[0], a], second: [from[1], b] });
    from = [a + 1, b + 1];
  }
  return found;
}

/** A part of both lists, ends exclusive. */
interface Stretch {
  readonly from: Match;
  readonly to: Match;
}

/** Takes off what both ends of a stretch have in common, into `matches`. */
function trimmed(
  first: readonly string[],
  second: readonly string[],
  { from, to }: Stretch,
  matches: Match[],
): Stretch {
  let [a, b] = from;
  let [endA, endB] = to;
  while (a < endA && b < endB && first[a] === second[b]) matches.push([a++, b++]);
  while (a < endA && b < endB && first[endA - 1] === second[endB - 1])
    matches.push([--endA, --endB]);
  return { from: [a, b], to: [endA, endB] };
}

/** The longest rising run of pieces that stand once in each list's part of a stretch. */
function uniqueMatches(
  first: readonly string[],
  second: readonly string[],
  { from, to }: Stretch,
): readonly Match[] {
  const inFirst = onlyPlaces(first, from[0], to[0]);
  const inSecond = onlyPlaces(second, from[1], to[1]);
  const pairs: Match[] = [];
  for (const [piece, at] of inFirst) {
    const other = inSecond.get(piece);
    if (at !== -1 && other !== undefined && other !== -1) pairs.push([at, other]);
  }
  return longestRising(pairs);
}

/** Where each piece stands that stands once; -1 for the others. */
function onlyPlaces(
  pieces: readonly string[],
  from: number,
  to: number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let index = from; index < to; index += 1) {
    const piece = pieces[index] ?? "";
    places.set(piece, places.has(piece) ? -1 : index);
  }
  return places;
}

/** The longest run of pairs, sorted by their first, whose seconds rise (patience sorting). */
function longestRising(pairs: readonly Match[]): readonly Match[] {
  interface Card {
    readonly pair: Match;
    readonly under: Card | undefined;
  }
  const piles: Card[] = [];
  for (const pair of pairs) {
    const under = lastIndexWhere(piles, (card) => card.pair[1] < pair[1]);
    piles[under + 1] = { pair, under: piles[under] };
  }
  const run: Match[] = [];
  for (let card = piles.at(-1); card !== undefined; card = card.under) run.push(card.pair);
  return run.reverse();
}

function between(anchors: readonly Match[], { from, to }: Stretch): Stretch[] {
  const stretches: Stretch[] = [];
  let start = from;
  for (const anchor of anchors) {
    stretches.push({ from: start, to: anchor });
    start = [anchor[0] + 1, anchor[1] + 1];
  }
  return [...stretches, { from: start, to }];
}

/** The longest common subsequence by the usual table of lengths, if the table is not too large. */
function commonSubsequence(
  first: readonly string[],
  second: readonly string[],
  { from, to }: Stretch,
): Match[] {
  const [rows, columns] = [to[0] - from[0], to[1] - from[1]];
  if (rows * columns > LARGEST_TABLE) return [];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  const isSame = (row: number, column: number): boolean =>
    first[from[0] + row] === second[from[1] + column];
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = isSame(row, column)
        ? lengthAt(row + 1, column + 1) + 1
        : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const matches: Match[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (isSame(row, column)) matches.push([from[0] + row++, from[1] + column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return matches;
}
