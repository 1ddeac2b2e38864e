/** Which address does each name of one kind get? Stage 5. */
import { createHash } from "node:crypto";
import { byCodeUnits } from "../text/fold.ts";
import { slugOf } from "../text/slug.ts";

/** Who wants an address: by a key of which it is made, or one that is fixed. */
export interface SlugWish {
  readonly key: string;
  readonly fixed?: string;
}

/** What else is known about addresses of the kind. */
export interface SlugRules {
  /** The kind's word, for names without Latin letters. */
  readonly fallback: string;
  /** Whether an address is given away already, to nobody of these. */
  readonly isReserved: (slug: string) => boolean;
  /** Whether anybody at all of the kind has this for a group. */
  readonly isGroup: (slug: string) => boolean;
}

/** Returns the plain letters of a key; only those of one group ever want the same address. */
export function slugGroup({ key, fixed }: SlugWish, fallback: string): string {
  return fixed ?? (slugOf(key) || fallback);
}

/**
 * Returns the addresses of one group, by key: unique within the kind. The plain letters are the first one's, by code units,
 * unless they are fixed for somebody; all others, and names without Latin letters, get the first characters of their
 * hash, so many that they are no other group's plain letters. So an address depends on its group alone.
 */
export function slugsInGroup(
  group: string,
  wishes: readonly SlugWish[],
  rules: SlugRules,
): ReadonlyMap<string, string> {
  const taken = new Set(wishes.flatMap(({ fixed }) => fixed ?? []));
  const slugs = new Map(wishes.map(({ key, fixed = "" }) => [key, fixed] as const));
  const free = wishes.filter(({ fixed }) => fixed === undefined);
  for (const { key } of free.toSorted((a, b) => byCodeUnits(a.key, b.key))) {
    const isPlain = slugOf(key) !== "" && !taken.has(group) && !rules.isReserved(group);
    const slug = isPlain ? group : hashed(group, key, { taken, ...rules });
    taken.add(slug);
    slugs.set(key, slug);
  }
  return slugs;
}

const SHORTEST_HASH = 8;
const ENDS_IN_HASH = /^(?<group>.+)-[0-9a-f]{8,64}$/;

/** Returns the group whose addresses with a hash might be this group's plain letters; undefined for nearly all. */
export function groupWithin(group: string): string | undefined {
  return ENDS_IN_HASH.exec(group)?.groups?.["group"];
}

/** Stands in no name, and sorts behind all letters: whoever is called "Ada Quist Jr." goes before "Ada Quist" of that label. */
const LABEL_MARK = "\uffff";

/** Returns what the slug of a name with a label is made of; no other name is the same, and its letters are both's. */
export function nameWithLabel(name: string, label: string): string {
  return `${name}${LABEL_MARK}${label}`;
}

/** With as much of the name's hash as makes it free: a name may end like another one's hash. */
function hashed(
  plain: string,
  name: string,
  {
    taken,
    isReserved,
    isGroup,
  }: Pick<SlugRules, "isReserved" | "isGroup"> & { readonly taken: ReadonlySet<string> },
): string {
  const hash = createHash("sha256").update(name).digest("hex");
  for (let length = SHORTEST_HASH; length < hash.length; length++) {
    const slug = `${plain}-${hash.slice(0, length)}`;
    if (!taken.has(slug) && !isReserved(slug) && !isGroup(slug)) return slug;
  }
  return `${plain}-${hash}`;
}
