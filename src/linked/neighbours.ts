/** Which articles have other neighbours than before? Stage 5 over the tables. */
import type { NearnessTables } from "../catalog/nearness.ts";
import type { Sides } from "../catalog/trait-lists.ts";
import { densityOf, MOST_AROUND, packedNeighbours } from "../link/neighbours.ts";
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
  const { stale, seen, gained } = updateLists(tables, surroundings, moves);
  for (const [one, other] of gained)
    for (const [article, come] of [
      [one, other],
      [other, one],
    ] as const) {
      const neighbour = stale.has(article) ? undefined : surroundings.asNeighbour(come, article);
      if (neighbour !== undefined && surroundings.wouldTake(article, neighbour)) stale.add(article);
    }
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
  /** Articles whose neighbours are to be found anew. */
  readonly stale: Set<number>;
  /** By article that has moved: those around which it lies, which may have it among their neighbours now. */
  readonly seen: ReadonlyMap<number, ReadonlySet<number>>;
  /** Articles that have come to lie around each other. */
  readonly gained: readonly (readonly [number, number])[];
}

/** Takes articles out of the lists in which they do not stand any more and puts them into others; says what that changes around those places. */
function updateLists(
  tables: NearnessTables,
  surroundings: Surroundings,
  moves: ReadonlyMap<number, Move>,
): Shifts {
  const { left, entered, stayed } = entryChanges(moves);
  for (const article of moves.keys()) surroundings.forget(article);
  const counts = new Map<number, number>();
  for (const { trait } of [...left, ...entered]) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const isOnly = ({ trait }: Entry): boolean => counts.get(trait) === 1;
  const stale = new Set<number>();
  const seen = new Map<number, Set<number>>();
  const gained: (readonly [number, number])[] = [];
  const see = (entry: Entry, others: readonly number[]): void => {
    const around = seen.get(entry.article) ?? new Set();
    for (const other of others) around.add(other);
    seen.set(entry.article, around);
  };
  for (const entry of left) {
    const sides = surroundings.sides(entry);
    for (const other of [...sides.before, ...sides.behind])
      if (!isOnly(entry) || surroundings.has(other, entry.article)) stale.add(other);
    if (isOnly(entry)) gained.push(...acrossFrom(sides));
  }
  for (const entry of left) tables.lists.removeLeading(entry.trait, entry);
  for (const entry of entered) tables.lists.addLeading(entry.trait, entry);
  for (const entry of entered) {
    const sides = surroundings.sides(entry);
    const others = [...sides.before, ...sides.behind];
    see(entry, others);
    if (!isOnly(entry)) for (const other of others) stale.add(other);
    else
      for (const [one, other] of acrossFrom(sides)) {
        if (surroundings.has(one, other)) stale.add(one);
        if (surroundings.has(other, one)) stale.add(other);
      }
  }
  for (const entry of stayed) see(entry, surroundings.around(entry));
  for (const [article, { after }] of moves) if (after === undefined) tables.removeArticle(article);
  return { stale, seen, gained };
}

/** Articles on both sides of a place that lie around each other if nothing stands there, and do not if something does: just as far apart as is looked. */
function acrossFrom({ before, behind }: Sides): readonly (readonly [number, number])[] {
  return before.flatMap((one, index) => {
    const other = behind[MOST_AROUND - 1 - index];
    return other === undefined ? [] : [[one, other] as const];
  });
}

/** Which entries of lists are there no longer, which are new, and which stand as they stood. */
function entryChanges(moves: ReadonlyMap<number, Move>): {
  readonly left: readonly Entry[];
  readonly entered: readonly Entry[];
  readonly stayed: readonly Entry[];
} {
  const left: Entry[] = [];
  const entered: Entry[] = [];
  const stayed: Entry[] = [];
  for (const [article, { before, after }] of moves) {
    const old = entriesOf(before, article);
    const now = entriesOf(after, article);
    const isIn = (entries: readonly Entry[], { trait, time }: Entry): boolean =>
      entries.some((one) => one.trait === trait && one.time === time);
    left.push(...old.filter((entry) => !isIn(now, entry)));
    entered.push(...now.filter((entry) => !isIn(old, entry)));
    stayed.push(...now.filter((entry) => isIn(old, entry)));
  }
  return { left, entered, stayed };
}
