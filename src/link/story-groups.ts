/** Which articles of one branch tell one story? Stage 5: groups around a common centre. */
import { isTelling, type Share } from "./likeness.ts";
import type { Vector } from "./traits.ts";

/** An article that may be in a story. */
export interface Candidate {
  readonly article: number;
  readonly time: number;
  /** In days since 1970; absent where it is not stated. */
  readonly day?: number;
  readonly vector: Vector;
  /** How much it is like those near by, all together. */
  readonly density: number;
  /** The articles most like it. */
  readonly near: ReadonlySet<number>;
}

/** What the editor has laid down. */
export interface Parting {
  /** Whether an article was put together with others, and never leaves them. */
  readonly isRuled: (article: number) => boolean;
  /** Whether it is to give way to one that is kept apart from it. */
  readonly yields: (article: number) => boolean;
  /** Whether it may be with these. */
  readonly mayJoin: (article: number, others: ReadonlySet<number>) => boolean;
}

/** A story that nothing was printed of for so many days is over. */
export const WINDOW_DAYS = 14;
/** An article that comes at the end of the window must be so much more like the story. */
export const FADING = 0.4;
/** Further than so many days from the middle of a story, likeness to it counts the less: half after so many more. */
const MIDDLE_DAYS = 30;
const HALF_DAYS = 60;
/** Cosine of an article with the centre of the others. */
const LEAST_LIKENESS = 0.25;
/** Two may be alike by chance: a centre is that of three. */
const FEWEST = 3;
/** How often the members are held against the centre that they have come to have. */
const ROUNDS = 2;

/** Articles around their centre. */
export interface StoryGroup {
  /** In the order of time, those without a day last. */
  readonly members: readonly Candidate[];
  /** What a member has in common with the others. */
  readonly sharesOf: (member: Candidate) => readonly Share[];
}

/**
 * Returns the groups of two articles and more in a branch. From its root, where articles are thickest, outwards in time each joins if it is enough like the centre
 * (the mean of the vectors); in two rounds, who is not like the centre of the others leaves, and who has stayed alone
 * may join. Around what is left over, from the thickest place of it, further groups form in the same way. What the editor has put together begins one and is never parted.
 */
export function storyGroups(
  branch: readonly Candidate[],
  root: number,
  ruled: Parting,
): readonly StoryGroup[] {
  const together = branch.filter(({ article }) => ruled.isRuled(article));
  const first = branch.filter(({ article }) => article === root && !ruled.yields(root));
  let left = branch.filter(({ day, article }) => day !== undefined || ruled.isRuled(article));
  const groups: StoryGroup[] = [];
  let seeds: readonly Candidate[] = together.length > 0 ? together : first;
  if (seeds.length === 0) seeds = thickest(left, ruled);
  while (seeds.length > 0) {
    const group = grown(seeds, left, ruled);
    const taken = new Set([...group.members.keys(), ...seeds.map(({ article }) => article)]);
    left = left.filter(({ article }) => !taken.has(article));
    if (group.members.size > 1) groups.push(asGroup(group));
    seeds = thickest(left, ruled);
  }
  return groups;
}

/** The article among those left over that is most like those near by, if any of these is left over too; one that is to give way comes last. */
function thickest(left: readonly Candidate[], ruled: Parting): readonly Candidate[] {
  const numbers = new Set(left.map(({ article }) => article));
  let best: Candidate | undefined;
  for (const one of left) {
    const isFirst = best !== undefined && ruled.yields(best.article) && !ruled.yields(one.article);
    if (best !== undefined && !isFirst)
      if (ruled.yields(one.article) !== ruled.yields(best.article) || !isThicker(one, best))
        continue;
    for (const other of one.near) {
      if (!numbers.has(other)) continue;
      best = one;
      break;
    }
  }
  return best === undefined ? [] : [best];
}

/** Returns whether articles lie thicker around one than around another; of equals, by their numbers, so that an even row breaks somewhere. */
export function isThicker(
  one: Pick<Candidate, "article" | "density">,
  other: Pick<Candidate, "article" | "density">,
): boolean {
  return (
    one.density > other.density || (one.density === other.density && one.article > other.article)
  );
}

function grown(seeds: readonly Candidate[], branch: readonly Candidate[], ruled: Parting): Cluster {
  const cluster = new Cluster(ruled.isRuled(seeds[0]?.article ?? -1) ? "ruled" : "time");
  for (const seed of seeds) cluster.add(seed);
  const from = seeds[0]?.day ?? 0;
  const order = branch
    .filter(({ article }) => !cluster.members.has(article))
    .sort(
      (a, b) =>
        Number(ruled.yields(a.article)) - Number(ruled.yields(b.article)) ||
        Math.abs((a.day ?? 0) - from) - Math.abs((b.day ?? 0) - from) ||
        a.time - b.time ||
        a.article - b.article,
    );
  const gather = (): void => {
    for (const one of order)
      if (!cluster.members.has(one.article) && mayJoin(one, cluster, ruled)) cluster.add(one);
  };
  gather();
  for (let round = 0; round < ROUNDS; round++) {
    dropOutliers(cluster, ruled);
    gather();
  }
  dropOutliers(cluster, ruled);
  return cluster;
}

function mayJoin(one: Candidate, cluster: Cluster, ruled: Parting): boolean {
  if (one.day === undefined) return false;
  const gap = cluster.daysTo(one.day);
  if (gap > WINDOW_DAYS || !ruled.mayJoin(one.article, cluster.numbers())) return false;
  const shares = cluster.sharesWith(one.vector);
  const fading = (1 - (FADING * gap) / WINDOW_DAYS) * cluster.presenceOn(one.day);
  return total(shares) * fading >= LEAST_LIKENESS && isTelling(shares);
}

function dropOutliers(cluster: Cluster, ruled: Parting): void {
  for (const one of inOrder([...cluster.members.values()])) {
    if (cluster.members.size < FEWEST) return;
    if (ruled.isRuled(one.article)) continue;
    const shares = cluster.sharesAsMember(one.vector);
    if (total(shares) < LEAST_LIKENESS || !isTelling(shares)) cluster.remove(one);
  }
}

function asGroup(cluster: Cluster): StoryGroup {
  return {
    members: inOrder([...cluster.members.values()]),
    sharesOf: ({ vector }) => cluster.sharesAsMember(vector),
  };
}

function inOrder(members: readonly Candidate[]): readonly Candidate[] {
  return members.toSorted(
    (a, b) =>
      Number(a.day === undefined) - Number(b.day === undefined) ||
      a.time - b.time ||
      a.article - b.article,
  );
}

/** What rounding leaves of nothing. */
const TINY = 1e-9;

/** Articles and the sum of their vectors. */
class Cluster {
  readonly members = new Map<number, Candidate>();
  readonly #by: "time" | "ruled";
  readonly #sum = new Map<number, number>();
  readonly #days: number[] = [];
  /** Of the length of the sum. */
  #square = 0;

  constructor(by: "time" | "ruled") {
    this.#by = by;
  }

  add(one: Candidate): void {
    this.members.set(one.article, one);
    this.#change(one.vector, 1);
    if (one.day !== undefined) this.#days.push(one.day);
  }

  remove(one: Candidate): void {
    this.members.delete(one.article);
    this.#change(one.vector, -1);
    const at = one.day === undefined ? -1 : this.#days.indexOf(one.day);
    if (at >= 0) this.#days.splice(at, 1);
  }

  numbers(): ReadonlySet<number> {
    return new Set(this.members.keys());
  }

  /** How far a day is from the nearest one of the story. */
  daysTo(day: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (const its of this.#days) least = Math.min(least, Math.abs(day - its));
    return least;
  }

  /** How much of a story goes on on a day, 0 to 1: it ends, even if a club plays every week. What the editor put together may lie far apart. */
  presenceOn(day: number): number {
    if (this.#by === "ruled") return 1;
    const middle = this.#days.reduce((sum, its) => sum + its, 0) / this.#days.length;
    return 2 ** (-Math.max(0, Math.abs(day - middle) - MIDDLE_DAYS) / HALF_DAYS);
  }

  /** What an article that is no member has in common with the centre. */
  sharesWith(vector: Vector): readonly Share[] {
    return this.#shares(vector, false);
  }

  /** What a member has in common with the centre of the others. */
  sharesAsMember(vector: Vector): readonly Share[] {
    return this.#shares(vector, true);
  }

  #shares({ ids, weights }: Vector, isMember: boolean): readonly Share[] {
    const raw: Share[] = [];
    let dot = 0;
    let own = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? -1;
      const signed = weights[at] ?? 0;
      const weight = Math.abs(signed);
      const sum = this.#sum.get(id) ?? 0;
      dot += weight * sum;
      own += weight * weight;
      const share = weight * (isMember ? sum - weight : sum);
      if (share > TINY) raw.push({ id, weight: share, isCommon: signed < 0 });
    }
    const square = isMember ? this.#square - 2 * dot + own : this.#square;
    if (square < TINY) return [];
    const length = Math.sqrt(square);
    return raw.map((share) => ({ ...share, weight: share.weight / length }));
  }

  #change({ ids, weights }: Vector, sign: 1 | -1): void {
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? -1;
      const before = this.#sum.get(id) ?? 0;
      const after = before + sign * Math.abs(weights[at] ?? 0);
      this.#sum.set(id, after);
      this.#square += after * after - before * before;
    }
  }
}

function total(shares: readonly Share[]): number {
  return shares.reduce((sum, { weight }) => sum + weight, 0);
}
