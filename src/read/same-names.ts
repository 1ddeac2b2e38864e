/** Which names do the editor's rulings make one, and by which lines? Stage 1. */
import type { NameRulings, Ruled } from "../settings-model.ts";
import { foldName } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";

type Join = Ruled & { readonly names: readonly string[] };

/**
 * The names that `same` lines and authority records (those that hold for every bearer of their names) join, perhaps
 * through other names. Names are compared by `foldName`.
 */
export class SameNames {
  /** Union–find: each folded name leads to another of its group, at last to the one that stands for it. */
  readonly #parents = new Map<string, string>();
  readonly #joins: readonly Join[];

  constructor({ same, records }: Pick<NameRulings, "same" | "records">) {
    this.#joins = [
      ...same,
      ...records
        .filter(({ articles }) => articles === undefined)
        .map(({ at, name, variants }) => ({ at, names: [name, ...variants] })),
    ].map(({ at, names }) => ({ at, names: names.map(foldName) }));
    for (const { names } of this.#joins) {
      const [first = ""] = names;
      for (const name of names) this.#parents.set(this.#rootOf(name), this.#rootOf(first));
    }
  }

  /** Returns the folded name that stands for all that are one with a name. */
  groupOf(name: string): string {
    return this.#rootOf(foldName(name));
  }

  /** Returns the fewest rulings that lead from one name to another; none where nothing joins them. */
  linesBetween(from: string, to: string): readonly Ruled[] {
    const links = this.#joins.flatMap((join) => join.names.map((name) => ({ name, join })));
    const joinsOf = groupBy(links, ({ name }) => name);
    const trails = new Map<string, readonly Ruled[]>([[foldName(from), []]]);
    // a map is walked in the order in which it grows: breadth first
    for (const [name, trail] of trails) {
      if (name === foldName(to)) return trail;
      for (const { join } of joinsOf.get(name) ?? []) {
        for (const next of join.names)
          if (!trails.has(next)) trails.set(next, [...trail, { at: join.at }]);
      }
    }
    return [];
  }

  #rootOf(name: string): string {
    let root = name;
    for (let next = this.#parents.get(root); next !== undefined && next !== root; ) {
      root = next;
      next = this.#parents.get(root);
    }
    // every name on the way leads straight to it from now on
    for (let at = name; at !== root; ) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }
}
