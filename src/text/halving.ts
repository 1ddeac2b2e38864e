/** Where in a sorted list does something stop to hold? By halving, for a text may have thousands of whatever is listed. */

/** Returns the index of the last item for which a test holds that holds for all before it; -1 if for none. */
export function lastIndexWhere<T>(items: ArrayLike<T>, holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
