/** Which articles have other neighbours than before? Stage 5 over the tables. */
import type { NearnessTables } from "../catalog/nearness.ts";
import { densityOf, packedNeighbours } from "../link/neighbours.ts";
import { type Entry, entriesOf, type Move } from "./profiles.ts";
import { Surroundings } from "./surroundings.ts";

/** What has changed of neighbours. */
export interface NeighbourChanges {
  /** Articles that have other neighbours, or the same at other distances; those that are gone too. */
  readonly near: ReadonlySet<number>;
  /** Articles around which others lie thicker or thinner. */
  readonly density: ReadonlySet<number>;
  /** Where the branches of those that are gone began. */
  readonly roots: ReadonlySet<number>;
}

/** Finds the neighbours of all articles. */
export function makeNeighbours(tables: NearnessTables): void {
  const surroundings = new Surroundings(tables, "all");
  for (const { article } of tables.inOrderOfTime()) write(tables, surroundings, article);
}

/** Changes the lists by which articles are found, and the neighbours of all whose surroundings change by it. */
export function updateNeighbours(
  tables: NearnessTables,
  moves: ReadonlyMap<number, Move>,
): NeighbourChanges {
  const surroundings = new Surroundings(tables, "some");
  const roots = rootsOfGone(tables, moves);
  const { shifted, seen } = updateLists(tables, surroundings, moves);
  const stale = new Set(shifted);
  for (const [article, { after }] of moves) {
    if (after === undefined) continue;
    stale.add(article);
    const alike = new Map(surroundings.alike(article).map((one) => [one.article, one.cosine]));
    for (const other of seen.get(article) ?? []) {
      const one = {
        article,
        cosine: alike.get(other) ?? 0,
        ...(after.day !== undefined && { day: after.day }),
      };
      if (!stale.has(other) && surroundings.wouldTake(other, one)) stale.add(other);
    }
  }
  const near = new Set<number>();
  const density = new Set<number>();
  for (const article of [...stale].sort((a, b) => a - b)) {
    if (surroundings.standing(article) === undefined) continue;
    const changed = write(tables, surroundings, article);
    if (changed !== "nothing") near.add(article);
    if (changed === "density") density.add(article);
  }
  for (const [article, { after }] of moves) {
    if (after !== undefined) continue;
    near.add(article);
    density.add(article);
  }
  return { near, density, roots };
}

function rootsOfGone(
  tables: NearnessTables,
  moves: ReadonlyMap<number, Move>,
): ReadonlySet<number> {
  const gone = [...moves].filter(([, { after }]) => after === undefined);
  return new Set(gone.flatMap(([article]) => tables.near(article)?.root ?? []));
}

function write(
  tables: NearnessTables,
  surroundings: Surroundings,
  article: number,
): "nothing" | "near" | "density" {
  const near = surroundings.nearest(article);
  const density = densityOf(surroundings.standing(article)?.day, near);
  const packed = packedNeighbours(near);
  const before = tables.near(article);
  if (
    before !== undefined &&
    Buffer.compare(before.near, packed) === 0 &&
    before.density === density
  )
    return "nothing";
  tables.writeNear(article, packed, density);
  return before?.density === density ? "near" : "density";
}

interface Shifts {
  /** Articles in whose surroundings another one has come or gone. */
  readonly shifted: ReadonlySet<number>;
  /** By article that has moved: those around which it lies. */
  readonly seen: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Takes articles out of the lists in which they do not stand any more and puts them into others; says who lies around those places. */
function updateLists(
  tables: NearnessTables,
  surroundings: Surroundings,
  moves: ReadonlyMap<number, Move>,
): Shifts {
  const shifted = new Set<number>();
  const seen = new Map<number, Set<number>>();
  const left: Entry[] = [];
  const entered: Entry[] = [];
  const stayed: Entry[] = [];
  for (const [article, { before, after }] of moves) {
    surroundings.forget(article);
    const old = entriesOf(before, article);
    const now = entriesOf(after, article);
    const isIn = (entries: readonly Entry[], { trait, time }: Entry): boolean =>
      entries.some((one) => one.trait === trait && one.time === time);
    left.push(...old.filter((entry) => !isIn(now, entry)));
    entered.push(...now.filter((entry) => !isIn(old, entry)));
    stayed.push(...now.filter((entry) => isIn(old, entry)));
  }
  const shift = (entries: readonly Entry[]): void => {
    for (const entry of entries) for (const other of surroundings.around(entry)) shifted.add(other);
  };
  shift(left);
  for (const entry of left) tables.lists.removeLeading(entry.trait, entry);
  for (const entry of entered) tables.lists.addLeading(entry.trait, entry);
  shift(entered);
  for (const entry of stayed) {
    const around = seen.get(entry.article) ?? new Set();
    for (const other of surroundings.around(entry)) around.add(other);
    seen.set(entry.article, around);
  }
  for (const [article, { after }] of moves) if (after === undefined) tables.removeArticle(article);
  return { shifted, seen };
}
