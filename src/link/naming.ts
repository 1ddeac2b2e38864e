/** What is each person called, and at which address? Stage 5. */
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { slugOf } from "../text/slug.ts";
import type { Cluster } from "./clusters.ts";
import { formsByFrequency } from "./grouping.ts";
import type { Rulings } from "./rulings.ts";
import { nameWithLabel, slugsFor } from "./slugs.ts";

/** A person with a name and an address of their own. */
export interface NamedPerson {
  readonly cluster: Cluster;
  readonly name: string;
  readonly slug: string;
  readonly label?: string;
}

/**
 * Returns the people with names and slugs. Of namesakes the one seen first has the plain slug, since an archive grows at
 * its end: who is in most articles may change with every import. The others' slugs say what tells them apart.
 * What an authority record fixes nobody else gets.
 */
export function namePeople(clusters: readonly Cluster[], rulings: Rulings): readonly NamedPerson[] {
  const byName = groupBy(clusters, (cluster) => nameOf(cluster, rulings));
  const entries = [...byName].flatMap(([name, bearers]) => namesakes(name, bearers));
  const fixed = clusters.flatMap(({ ruled }) => ruled?.record?.slug ?? []);
  const free = entries.filter(({ cluster }) => cluster.ruled?.record === undefined);
  const slugs = slugsFor(
    free.map(({ key }) => key),
    "person",
    fixed,
  );
  return entries.map(({ cluster, name, key, label }) => ({
    cluster,
    name,
    slug: cluster.ruled?.record?.slug ?? slugs.get(key) ?? "",
    ...(label !== undefined && { label }),
  }));
}

function nameOf({ sightings, ruled }: Cluster, rulings: Rulings): string {
  if (ruled !== undefined) return rulings.renamed(ruled.name) ?? ruled.name;
  const [name = ""] = formsByFrequency(sightings.map((sighting) => sighting.name));
  return rulings.renamed(name) ?? name;
}

interface Entry {
  readonly cluster: Cluster;
  readonly name: string;
  /** Unique; the slug is made of it. */
  readonly key: string;
  readonly label?: string;
}

function namesakes(name: string, bearers: readonly Cluster[]): readonly Entry[] {
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

function firstSeen({ sightings }: Cluster): string {
  const keys = sightings.map(({ sortKey, appearance }) => `${sortKey} ${appearance.article}`);
  return keys.sort(byCodeUnits)[0] ?? "";
}

const YEAR = /^\d{4}/;

/** The years of the articles, such as `2019–2021`. */
function yearsOf({ sightings }: Cluster): string | undefined {
  const years = sightings.flatMap(({ sortKey }) => YEAR.exec(sortKey)?.[0] ?? []).sort(byCodeUnits);
  const [first] = years;
  const last = years.at(-1);
  return first === last ? first : `${first}–${last}`;
}
