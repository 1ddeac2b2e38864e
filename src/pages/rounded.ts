/** About how many are so many? Figures of the whole archive, rounded, so that one article more rarely changes a page. Stage 6. */

/** Returns a count to the nearest power of the square root of two, as the triggers of the catalogue round it. */
export function rounded(count: number): number {
  return count === 0 ? 0 : 2 ** (Math.round(2 * Math.log2(count)) / 2);
}
