/** What do the sightings of one name come to, as far as linking asks? Stage 5, for every kind. */
import type { Appearance, EntityKind } from "../model.ts";

/** Sightings of a unit that are alike in what they say of somebody. */
export interface UnitPart {
  /** Offices that tell who somebody is, sorted; see `tellingOffices`. */
  readonly offices: readonly string[];
  /** What somebody belongs to, in the order of the titles that say so; see `worldsOf`. */
  readonly worlds: readonly string[];
  readonly sightings: number;
  /** The first of them by time: the sort key and the path of its article. */
  readonly first: string;
}

/**
 * All sightings of one name that are always linked alike, so that thirty thousand of them cost linking as much as one.
 * `manner` tells apart those of one name that are not: lone surnames by their office, places by their country,
 * organisations by what their article explains them as, topics by what they are.
 */
export interface Unit {
  readonly name: string;
  readonly manner: string;
  /** The ruling that is about these articles alone; empty where there is none. */
  readonly ruling: string;
  /** By office and world; one at least. */
  readonly parts: readonly UnitPart[];
  readonly sightings: number;
  /** As in the part where it is first. */
  readonly first: string;
  /** The first and the last year of the articles. */
  readonly years?: readonly [first: string, last: string];
}

/** Returns what tells a unit from all others of its kind. */
export function unitId({ name, manner, ruling }: Pick<Unit, "name" | "manner" | "ruling">): string {
  return [name, manner, ruling].join("\n");
}

/** One sighting of a unit that must be looked at by itself. */
export interface Seen {
  readonly article: string;
  /** Among the sightings of its kind in the article. */
  readonly position: number;
  readonly name: string;
  readonly sortKey: string;
  readonly worlds: readonly string[];
  readonly confidence: number;
  readonly speaks: boolean;
  readonly byEditor: boolean;
}

/** What an article has of a thing, before it is known under which address. */
export type UnlinkedAppearance = Omit<Appearance, "slug">;

/** Reads what a unit does not say. Asked for names that two people seem to bear, and for what rulings took away. */
export interface SightingReader {
  /** All sightings of units, in any order. */
  readonly seen: (units: readonly Unit[]) => readonly Seen[];
  readonly appearance: (kind: EntityKind, seen: Seen) => UnlinkedAppearance;
  /** Whether units are in so many articles, or in one by the editor's list. */
  readonly areIn: (units: readonly Unit[], least: number) => boolean;
}

/** Returns how often each name stands in units, by name. */
export function countsByName(units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, sightings } of units) counts.set(name, (counts.get(name) ?? 0) + sightings);
  return counts;
}
