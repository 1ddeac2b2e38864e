/** How is work cut into batches so that neither many items nor large ones pile up in memory? For every stage. */

/** How large a batch may grow; the one that passes it is the last in its batch. */
export interface BatchLimits {
  readonly items: number;
  /** In the measure of the sizes. */
  readonly size: number;
}

/** Yields items in batches, in their order: no more than so many together, nor, but for the last of each, than have a size. */
export function* inBatches<Item>(
  items: Iterable<Item>,
  sizeOf: (item: Item) => number,
  most: BatchLimits,
): Generator<readonly Item[], undefined> {
  let batch: Item[] = [];
  let size = 0;
  for (const item of items) {
    batch.push(item);
    size += sizeOf(item);
    if (batch.length < most.items && size < most.size) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
