/** What is each person called, and of what is the address made? Stage 5. */
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { slugOf } from "../text/slug.ts";
import type { Cluster } from "./clusters.ts";
import { formsByFrequency } from "./grouping.ts";
import type { Rulings } from "./rulings.ts";
import { nameWithLabel } from "./slugs.ts";
import { countsByName } from "./units.ts";

/** A person with a name of their own. */
export interface NamedPerson {
  readonly cluster: Cluster;
  readonly name: string;
  /** Unique; the slug is made of it. */
  readonly key: string;
  readonly label?: string;
}

/**
 * Returns the people of a block with names and keys; all who bear one name are in one block. Of namesakes the one seen
 * first has the plain name for a key, since an archive grows at its end: who is in most articles may change with every
 * import. The others' keys say what tells them apart.
 */
export function namePeople(clusters: readonly Cluster[], rulings: Rulings): readonly NamedPerson[] {
  const byName = groupBy(clusters, (cluster) => nameOf(cluster, rulings));
  return [...byName].flatMap(([name, bearers]) => namesakes(name, bearers));
}

function nameOf(cluster: Cluster, rulings: Rulings): string {
  const { ruled } = cluster;
  if (ruled !== undefined) return rulings.renamed(ruled.name) ?? ruled.name;
  const [name = ""] = formsByFrequency(formCounts(cluster));
  return rulings.renamed(name) ?? name;
}

function formCounts({ units, seen }: Cluster): ReadonlyMap<string, number> {
  if (seen === undefined) return countsByName(units);
  return new Map(
    [...groupBy(seen, ({ name }) => name)].map(([name, those]) => [name, those.length]),
  );
}

/** Returns the names under which a person is printed. */
export function formsOf(cluster: Cluster): readonly string[] {
  return [...formCounts(cluster).keys()];
}

function namesakes(name: string, bearers: readonly Cluster[]): readonly NamedPerson[] {
  const ordered = bearers.toSorted(
    (a, b) => rank(a, name) - rank(b, name) || byCodeUnits(firstSeen(a), firstSeen(b)),
  );
  const used = new Set<string>();
  return ordered.map((cluster, index) => {
    const label = cluster.label ?? (bearers.length > 1 ? yearsOf(cluster) : undefined);
    let key = index === 0 ? name : nameWithLabel(name, label ?? "");
    if (used.has(key)) key = `${key} ${firstSeen(cluster)}`;
    used.add(key);
    return { cluster, name, key, ...(label !== undefined && { label }) };
  });
}

/**
 * Whoever the editor has told from the rest comes after it. One with a record that fixes another address comes last, so
 * that the address stays with whom it was; one whose record fixes this very address comes first.
 */
function rank({ apart, ruled }: Cluster, name: string): number {
  const slug = ruled?.record?.slug;
  if (slug !== undefined) return slug === slugOf(name) ? -1 : 2;
  return apart === undefined ? 0 : 1;
}

function firstSeen({ units, seen }: Cluster): string {
  const firsts = seen
    ? seen.map(({ sortKey, article }) => `${sortKey} ${article}`)
    : units.map(({ first }) => first);
  return firsts.toSorted(byCodeUnits)[0] ?? "";
}

const YEAR = /^\d{4}/;

/** The years of the articles, such as `2019–2021`. */
function yearsOf({ units, seen }: Cluster): string | undefined {
  const years = (
    seen
      ? seen.flatMap(({ sortKey }) => YEAR.exec(sortKey)?.[0] ?? [])
      : units.flatMap((unit) => unit.years ?? [])
  ).sort(byCodeUnits);
  const [first] = years;
  const last = years.at(-1);
  return first === last ? first : `${first}–${last}`;
}
