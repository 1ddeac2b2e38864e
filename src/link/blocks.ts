/** Which parts of the archive must be looked at together? Stage 5, for every kind that the editor can rule on. */
import { groupBy } from "../text/grouping.ts";
import type { Rulings } from "./rulings.ts";

/** The blocks of one kind: names of one base are in one, and so are names that one ruling speaks of. */
export class Blocks {
  readonly #root = new Map<string, string>();
  readonly #members: ReadonlyMap<string, readonly string[]>;
  readonly #ruled = new Set<string>();

  /** @param baseOf The base of a name, such as `blockOf`. */
  constructor(rulings: Rulings, baseOf: (name: string) => string) {
    const joined = rulings.together().map((names) => [...new Set(names.map(baseOf))]);
    for (const bases of joined) {
      for (const base of bases) this.#ruled.add(base);
      const [first = "", ...others] = [...new Set(bases.map((base) => this.rootOf(base)))].sort();
      for (const other of others) this.#root.set(other, first);
    }
    this.#members = groupBy(this.#ruled, (base) => this.rootOf(base));
  }

  /** Returns the base that stands for all that a base is joined with. */
  rootOf(base: string): string {
    let root = base;
    for (let next = this.#root.get(root); next !== undefined; next = this.#root.get(root))
      root = next;
    return root;
  }

  /** Returns the bases that are in one block, this one among them. */
  joinedWith(base: string): readonly string[] {
    return this.#members.get(this.rootOf(base)) ?? [base];
  }

  /** Returns whether a ruling joins, renames, fixes or keeps apart a name of this base. */
  isRuled(base: string): boolean {
    return this.#ruled.has(base);
  }
}
