/** Of which article is each a branch, and which branches have changed? Stage 5 over the tables. */
import type { NearnessTables } from "../catalog/nearness.ts";
import { parentOf, unpackedNeighbours } from "../link/neighbours.ts";
import { dayOfTime } from "../link/story-facts.ts";
import type { RuledGroups } from "../link/story-rulings.ts";
import { AtHand } from "./at-hand.ts";
import type { NeighbourChanges } from "./neighbours.ts";
import { Surroundings } from "./surroundings.ts";

const MOST_CACHED = 200_000;

/** Makes the branches of all articles. */
export function makeBranches(tables: NearnessTables, ruled: RuledGroups): void {
  const parents = new Parents(tables, ruled);
  for (const article of tables.numbers()) tables.writeParent(article, parents.of(article));
  const roots = new Roots(tables);
  for (const article of tables.numbers()) {
    const root = roots.of(article);
    if (root !== article) tables.writeRoot(article, root);
  }
}

/**
 * Brings branches up to date. Returns the roots, old and new, of all that may have changed: branches that have other members, and those of articles
 * that are looked at anew for another reason.
 */
export function updateBranches(
  tables: NearnessTables,
  ruled: RuledGroups,
  {
    changes,
    anew,
    ruled: changed,
  }: {
    readonly changes: NeighbourChanges;
    readonly anew: ReadonlySet<number>;
    readonly ruled: ReadonlySet<number>;
  },
): ReadonlySet<number> {
  const surroundings = new Surroundings(tables, "some");
  const parents = new Parents(tables, ruled);
  const asked = new Set([...changes.near, ...anew]);
  for (const article of [...changes.density, ...changed])
    for (const other of surroundings.reverse(article)) asked.add(other);
  const roots = new Set(changes.roots);
  const loose = new Set<number>();
  for (const article of [...anew, ...changes.near]) {
    const row = tables.near(article);
    if (row !== undefined) roots.add(row.root);
  }
  for (const article of asked) {
    const row = tables.near(article);
    if (row === undefined) continue;
    const parent = parents.of(article);
    if ((row.parent ?? undefined) === parent) continue;
    tables.writeParent(article, parent);
    roots.add(row.root);
    loose.add(article);
  }
  for (const root of roots) for (const member of tables.membersOf(root)) loose.add(member);
  const current = new Roots(tables);
  for (const article of loose) {
    if (tables.near(article) === undefined) continue;
    const root = current.of(article);
    roots.add(root);
    tables.writeRoot(article, root);
  }
  return roots;
}

/** Of which article each is a branch, by neighbours and rulings. */
class Parents {
  readonly #tables: NearnessTables;
  readonly #ruled: RuledGroups;
  readonly #heads = new Map<number, number>();
  readonly #densities: AtHand<number>;

  constructor(tables: NearnessTables, ruled: RuledGroups) {
    this.#tables = tables;
    this.#ruled = ruled;
    this.#densities = new AtHand(MOST_CACHED, (article) => tables.near(article)?.density);
    for (const [head = -1, ...others] of ruled.groups)
      for (const other of others) this.#heads.set(other, head);
  }

  of(article: number): number | undefined {
    if (this.#ruled.isRuled(article)) return this.#heads.get(article);
    if (this.#ruled.isAlone(article)) return undefined;
    const row = this.#tables.near(article);
    if (row === undefined || row.near.length === 0) return undefined;
    const time = this.#tables.time(article);
    const day = time === undefined ? undefined : dayOfTime(time);
    return parentOf(
      { article, density: row.density, ...(day !== undefined && { day }) },
      unpackedNeighbours(row.near),
      {
        densityOf: (other) => (this.#ruled.isAlone(other) ? undefined : this.#densities.get(other)),
        isRuled: (other) => this.#ruled.isRuled(other),
      },
    );
  }
}

/** Where branches begin, by their parents. */
class Roots {
  readonly #tables: NearnessTables;
  readonly #known = new Map<number, number>();

  constructor(tables: NearnessTables) {
    this.#tables = tables;
  }

  of(article: number): number {
    const way: number[] = [];
    let at = article;
    for (;;) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        at = known;
        break;
      }
      way.push(at);
      const parent = this.#tables.near(at)?.parent ?? undefined;
      if (parent === undefined) break;
      at = parent;
    }
    if (this.#known.size >= MOST_CACHED) this.#known.clear();
    for (const step of way) this.#known.set(step, at);
    return at;
  }
}
