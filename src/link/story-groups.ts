/** Which articles tell one story? Stage 5: groups around a common centre, in the order of time. */
import { neighboursOf, type Profile, type Profiles } from "./profiles.ts";
import { isTelling, likenessOf, type Share } from "./shared-traits.ts";
import type { RuledGroups } from "./story-rulings.ts";

/** A story that nothing was printed of for so many days is over. */
const WINDOW_DAYS = 14;
/** An article that comes at the end of the window must be so much more like the story. */
const FADING = 0.4;
/** Further than so many days from the middle of a story, likeness to it counts the less: half after so many more. */
const MIDDLE_DAYS = 30;
const HALF_DAYS = 60;
/** Cosine of an article with the centre of the others. */
const LEAST_LIKENESS = 0.22;
/** Of the articles that have a trait, so many are looked at on either side, those nearest in time. */
const MOST_HOLDERS = 120;
/** Two may be alike by chance: a centre is that of three. */
const FEWEST = 3;
/** How often the members are held against the centre that they have come to have. */
const ROUNDS = 2;

/** Articles around their centre. */
export interface StoryGroup {
  /** Rows of the profiles, rising. */
  readonly members: readonly number[];
  /** What a member has in common with the others. */
  readonly sharesOf: (row: number) => readonly Share[];
}

/**
 * Returns the groups of two articles and more. Single-pass clustering with a time window, as in the first studies of topic detection and tracking
 * (Allan et al. 1998; Yang, Pierce and Carbonell 1998): in the order of time, each article that has a day joins the story
 * whose centre (the mean of the profiles) it is most like, if it is enough so, and else begins one. A group is
 * never held together by single links, and ends after some months: in two rounds, who is not like the centre of the others leaves, and who has stayed alone,
 * or with one other, may join a story whose centre has become clear since.
 * What the editor has ruled to be together is one group from the beginning, undated articles included, and is never parted; of
 * articles that are to be apart the one named first comes first.
 */
export function storyGroups(profiles: Profiles, ruled: RuledGroups): readonly StoryGroup[] {
  const clusters = new Clusters(profiles, ruled);
  const free = profiles.articles.keys().filter((row) => !ruled.isRuled(row) && !ruled.isAlone(row));
  const inOrder = [...free].sort((a, b) => Number(ruled.yields(a)) - Number(ruled.yields(b)));
  for (const row of inOrder) clusters.place(row);
  for (let round = 0; round < ROUNDS; round++) {
    clusters.dropOutliers();
    clusters.gather();
  }
  clusters.dropOutliers();
  return clusters.groups();
}

class Clusters {
  readonly #profiles: Profiles;
  readonly #ruled: RuledGroups;
  #clusters: Cluster[];
  /** Rows that have left their story and have no other yet. */
  #dropped: number[] = [];
  readonly #clusterOf = new Map<number, Cluster>();

  constructor(profiles: Profiles, ruled: RuledGroups) {
    this.#profiles = profiles;
    this.#ruled = ruled;
    this.#clusters = ruled.groups.map((rows) => this.#begin(rows, "ruled"));
  }

  /** Puts an article into the story that it is most like, or begins one with it. */
  place(row: number): void {
    const day = this.#profiles.articles[row]?.day;
    if (day !== undefined && !this.#join(row, day)) this.#clusters.push(this.#begin([row]));
  }

  /** Parts the smallest groups, and looks for a story for each of their articles and of those that were dropped. */
  gather(): void {
    const loose = new Set(
      this.#clusters.filter(
        ({ rows }) => rows.size < FEWEST && ![...rows].some((row) => this.#ruled.isRuled(row)),
      ),
    );
    this.#clusters = this.#clusters.filter((cluster) => !loose.has(cluster));
    const rows = [...this.#dropped, ...[...loose].flatMap((cluster) => [...cluster.rows])];
    for (const row of rows) this.#clusterOf.delete(row);
    this.#dropped = rows
      .sort((a, b) => a - b)
      .filter((row) => !this.#join(row, this.#profiles.articles[row]?.day));
  }

  dropOutliers(): void {
    for (const cluster of this.#clusters) {
      for (const row of [...cluster.rows]) {
        if (cluster.rows.size < FEWEST) break;
        const profile = this.#profiles.articles[row];
        if (profile === undefined || this.#ruled.isRuled(row)) continue;
        const shares = cluster.sharesAsMember(profile);
        if (likenessOf(shares) < LEAST_LIKENESS || !isTelling(shares, this.#profiles))
          this.#drop(row, profile, cluster);
      }
    }
  }

  #drop(row: number, profile: Profile, cluster: Cluster): void {
    cluster.remove(row, profile);
    this.#clusterOf.delete(row);
    this.#dropped.push(row);
  }

  /** Adds an article to the story that it is most like, of equals to the one that began first, if there is any that it is enough like. */
  #join(row: number, day: number | undefined): boolean {
    const profile = this.#profiles.articles[row];
    if (profile === undefined || day === undefined) return false;
    let best: Cluster | undefined;
    let most = LEAST_LIKENESS;
    for (const cluster of this.#around(row, day)) {
      const gap = cluster.daysTo(day);
      if (gap > WINDOW_DAYS || !this.#ruled.mayJoin(row, cluster.rows)) continue;
      const shares = cluster.sharesWith(profile);
      const likeness =
        likenessOf(shares) * (1 - (FADING * gap) / WINDOW_DAYS) * cluster.presenceOn(day);
      if (likeness < most + (best === undefined ? 0 : TINY)) continue;
      if (!isTelling(shares, this.#profiles)) continue;
      best = cluster;
      most = likeness;
    }
    if (best === undefined) return false;
    best.add(row, profile);
    this.#clusterOf.set(row, best);
    return true;
  }

  groups(): readonly StoryGroup[] {
    const { articles } = this.#profiles;
    return this.#clusters
      .filter(({ rows }) => rows.size > 1)
      .map((cluster) => ({
        members: [...cluster.rows].sort((a, b) => a - b),
        sharesOf: (row) => {
          const profile = articles[row];
          return profile === undefined ? [] : cluster.sharesAsMember(profile);
        },
      }));
  }

  #begin(rows: readonly number[], by: "time" | "ruled" = "time"): Cluster {
    const cluster = new Cluster(by);
    for (const row of rows) {
      const profile = this.#profiles.articles[row];
      if (profile !== undefined) cluster.add(row, profile);
      this.#clusterOf.set(row, cluster);
    }
    return cluster;
  }

  /** The stories of articles near by that have a trait of the article's, those that began first before others. */
  #around(row: number, day: number): ReadonlySet<Cluster> {
    const near = new Set<number>();
    for (const { rows } of neighboursOf(row, this.#profiles, MOST_HOLDERS))
      for (const other of rows) {
        const its = this.#profiles.articles[other]?.day;
        if (its === undefined || Math.abs(day - its) <= WINDOW_DAYS) near.add(other);
      }
    const sorted = [...near].sort((a, b) => a - b);
    return new Set(sorted.flatMap((other) => this.#clusterOf.get(other) ?? []));
  }
}

/** What rounding leaves of nothing. */
const TINY = 1e-9;

/** Articles and the sum of their profiles. */
class Cluster {
  readonly rows = new Set<number>();
  readonly #by: "time" | "ruled";
  readonly #sum = new Map<number, number>();
  readonly #days: number[] = [];
  /** Of the length of the sum. */
  #square = 0;

  constructor(by: "time" | "ruled") {
    this.#by = by;
  }

  add(row: number, profile: Profile): void {
    this.rows.add(row);
    this.#change(profile, 1);
    if (profile.day !== undefined) this.#days.push(profile.day);
  }

  remove(row: number, profile: Profile): void {
    this.rows.delete(row);
    this.#change(profile, -1);
    const at = profile.day === undefined ? -1 : this.#days.indexOf(profile.day);
    if (at >= 0) this.#days.splice(at, 1);
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
  sharesWith(profile: Profile): readonly Share[] {
    return this.#shares(profile, false);
  }

  /** What a member has in common with the centre of the others. */
  sharesAsMember(profile: Profile): readonly Share[] {
    return this.#shares(profile, true);
  }

  #shares({ traits, weights }: Profile, isMember: boolean): readonly Share[] {
    const raw: Share[] = [];
    let dot = 0;
    let own = 0;
    for (let at = 0; at < traits.length; at++) {
      const trait = traits[at] ?? -1;
      const weight = weights[at] ?? 0;
      const sum = this.#sum.get(trait) ?? 0;
      dot += weight * sum;
      own += weight * weight;
      raw.push({ trait, weight: weight * (isMember ? sum - weight : sum) });
    }
    const square = isMember ? this.#square - 2 * dot + own : this.#square;
    if (square < TINY) return [];
    return raw
      .filter(({ weight }) => weight > TINY)
      .map(({ trait, weight }) => ({ trait, weight: weight / Math.sqrt(square) }));
  }

  #change({ traits, weights }: Profile, sign: 1 | -1): void {
    for (const [at, trait] of traits.entries()) {
      const before = this.#sum.get(trait) ?? 0;
      const after = before + sign * (weights[at] ?? 0);
      this.#sum.set(trait, after);
      this.#square += after * after - before * before;
    }
  }
}
