/** How are items put together by what they have in common? For every stage. */

/** Returns the items by key, keys in the order of their first item. */
export function groupBy<T, K extends string | number = string>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
