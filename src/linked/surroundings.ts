/** Which articles lie around an article, and how like it are they? Stage 5 over the tables. */
import type { NearnessTables } from "../catalog/nearness.ts";
import type { Placed, Sides } from "../catalog/trait-lists.ts";
import { cosineOf } from "../link/likeness.ts";
import {
  LEAST_LIKENESS,
  likenessOf,
  MOST_AROUND,
  MOST_NEAR,
  type Neighbour,
  nearestOf,
  unpackedNeighbours,
} from "../link/neighbours.ts";
import { AtHand } from "./at-hand.ts";
import { type Entry, entriesOf, type Standing, standingOf } from "./profiles.ts";

/** Vectors kept at hand: some 600 bytes each. */
const MOST_STANDINGS = 60_000;
/** Entries of lists kept at hand while all articles are looked at: some 60 bytes each. */
const MOST_ENTRIES = 1_000_000;
/** A longer list is not kept at hand. */
const LONGEST_LIST = 50_000;

/** Articles as they stand in the tables, with what was read last at hand. */
export class Surroundings {
  readonly #tables: NearnessTables;
  readonly #standings: AtHand<Standing>;
  readonly #lists: Lists | undefined;

  /** @param reading `all` where every article will be looked at and no list changes meanwhile. */
  constructor(tables: NearnessTables, reading: "all" | "some") {
    this.#tables = tables;
    this.#standings = new AtHand(MOST_STANDINGS, (article) => {
      const row = tables.vector(article);
      return row && standingOf(row);
    });
    this.#lists = reading === "all" ? new Lists(tables) : undefined;
  }

  /** Returns where an article stands; undefined where there is none. */
  standing(article: number): Standing | undefined {
    return this.#standings.get(article);
  }

  /** Forgets how an article stood. */
  forget(article: number): void {
    this.#standings.forget(article);
  }

  /** Returns the articles nearest in time that are found by an entry's trait, on either side of it. */
  around({ trait, ...placed }: Entry): readonly number[] {
    const list = this.#lists?.around(trait, placed);
    if (list !== undefined) return list;
    const { before, behind } = this.#tables.lists.foundAround(trait, placed, MOST_AROUND);
    return [...before, ...behind];
  }

  /** Returns the same side by side, the nearest first. */
  sides({ trait, ...placed }: Entry): Sides {
    return this.#tables.lists.foundAround(trait, placed, MOST_AROUND);
  }

  /** Returns the articles around one by any of its leading traits. */
  candidates(article: number): ReadonlySet<number> {
    const found = new Set<number>();
    for (const entry of entriesOf(this.standing(article), article))
      for (const other of this.around(entry)) found.add(other);
    return found;
  }

  /** Returns all articles around one that are like it at all. */
  alike(article: number): readonly Neighbour[] {
    const own = this.standing(article);
    if (own === undefined) return [];
    const found: Neighbour[] = [];
    for (const other of this.candidates(article)) {
      const its = this.standing(other);
      if (its === undefined) continue;
      const cosine = cosineOf(own.vector, its.vector);
      if (cosine >= LEAST_LIKENESS)
        found.push({ article: other, cosine, ...(its.day !== undefined && { day: its.day }) });
    }
    return found;
  }

  /** Returns the neighbours that an article has by the tables. */
  near(article: number): readonly Neighbour[] {
    const row = this.#tables.near(article);
    return row === undefined ? [] : unpackedNeighbours(row.near);
  }

  /** Returns the articles that have one among their neighbours, by the tables and the lists as they are. */
  reverse(article: number): readonly number[] {
    const near = this.near(article);
    // where not all that are like it fit in, others may have it that it has not
    if (near.length >= MOST_NEAR)
      return [...this.candidates(article)].filter((other) => this.has(other, article));
    return near.map((one) => one.article).filter((other) => this.has(other, article));
  }

  /** Returns whether an article has another one among its neighbours, by the tables. */
  has(article: number, neighbour: number): boolean {
    return this.near(article).some((one) => one.article === neighbour);
  }

  /** Returns whether an article would be among the neighbours that another one has now, or is. */
  wouldTake(article: number, one: Neighbour): boolean {
    const near = this.near(article);
    if (near.some((known) => known.article === one.article)) return true;
    const day = this.standing(article)?.day;
    const likeness = likenessOf(one.cosine, day, one.day);
    if (likeness < LEAST_LIKENESS) return false;
    const last = near[MOST_NEAR - 1];
    return last === undefined || likeness >= likenessOf(last.cosine, day, last.day);
  }

  /** Returns an article as another one would have it among its neighbours. */
  asNeighbour(article: number, of: number): Neighbour | undefined {
    const its = this.standing(article);
    const own = this.standing(of);
    if (its === undefined || own === undefined) return undefined;
    const cosine = cosineOf(own.vector, its.vector);
    return { article, cosine, ...(its.day !== undefined && { day: its.day }) };
  }

  /** Returns the neighbours that an article has by all that lies around it now. */
  nearest(article: number): readonly Neighbour[] {
    return nearestOf(this.standing(article)?.day, this.alike(article));
  }
}

/** Lists by which articles are found, whole. */
class Lists {
  readonly #tables: NearnessTables;
  readonly #lists = new Map<number, readonly Placed[]>();
  #entries = 0;

  constructor(tables: NearnessTables) {
    this.#tables = tables;
  }

  around(trait: number, placed: Placed): readonly number[] | undefined {
    const list = this.#lists.get(trait) ?? this.#read(trait);
    if (list.length > LONGEST_LIST) return undefined;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = list[middle];
      if (at !== undefined && isBefore(at, placed)) low = middle + 1;
      else high = middle;
    }
    return list
      .slice(Math.max(0, low - MOST_AROUND), low + MOST_AROUND + 1)
      .flatMap(({ article }) => (article === placed.article ? [] : [article]));
  }

  #read(trait: number): readonly Placed[] {
    const list = this.#tables.lists.found(trait, LONGEST_LIST + 1);
    if (this.#entries > MOST_ENTRIES) {
      this.#lists.clear();
      this.#entries = 0;
    }
    this.#entries += list.length;
    this.#lists.set(trait, list);
    return list;
  }
}

function isBefore(one: Placed, other: Placed): boolean {
  return one.time < other.time || (one.time === other.time && one.article < other.article);
}
