/** Which part of the archive must be looked at anew when articles change? Stage 5. */
import { groupBy } from "../text/grouping.ts";
import { type Cluster, clustersOf } from "./clusters.ts";
import { blockOf } from "./name-forms.ts";
import type { Rulings } from "./rulings.ts";
import type { Sighting } from "./sightings.ts";

/** The people of an archive by block. What a block holds depends on its sightings and the rulings alone. */
export type PeopleByBlock = ReadonlyMap<string, readonly Cluster[]>;

/** What is known from before: the same rulings, and sightings that differ in the blocks named at most. */
export interface LinkedBefore {
  readonly people: PeopleByBlock;
  readonly touched: ReadonlySet<string>;
}

/** Returns a function from a name to its block; names that one ruling speaks of are in one. */
export function blocksUnder(rulings: Rulings): (name: string) => string {
  const joined = new Map<string, string>();
  const rootOf = (block: string): string => {
    let root = block;
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
    return root;
  };
  for (const names of rulings.together()) {
    const [first = "", ...others] = [...new Set(names.map((name) => rootOf(blockOf(name))))].sort();
    for (const other of others)
      if (rootOf(other) !== rootOf(first)) joined.set(rootOf(other), rootOf(first));
  }
  const known = new Map<string, string>();
  return (name) => {
    const block = known.get(name) ?? rootOf(blockOf(name));
    known.set(name, block);
    return block;
  };
}

/** Returns the people of all sightings, block by block; blocks that nothing has touched are taken from `before`. */
export function linkBlocks(
  sightings: readonly Sighting[],
  rulings: Rulings,
  before: LinkedBefore = { people: new Map(), touched: new Set() },
): PeopleByBlock {
  const blockOfName = blocksUnder(rulings);
  const blocks = groupBy(sightings, ({ name }) => blockOfName(name));
  const people = new Map<string, readonly Cluster[]>();
  for (const [block, those] of blocks) {
    const known = before.touched.has(block) ? undefined : before.people.get(block);
    people.set(block, known ?? clustersOf(those, rulings));
  }
  return people;
}
