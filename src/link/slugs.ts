/** Which address does each name of one kind get? Stage 5. */
import { createHash } from "node:crypto";
import { byCodeUnits } from "../text/fold.ts";
import { slugOf } from "../text/slug.ts";

/**
 * Returns a slug for each name, unique among them. Names whose plain letters are the same, and names
 * without Latin letters, get the first characters of their hash; so a slug depends on few other names. `given` are
 * slugs that are taken already.
 */
export function slugsFor(
  names: readonly string[],
  fallback: string,
  given: Iterable<string> = [],
): ReadonlyMap<string, string> {
  const taken = new Set<string>(given);
  const slugs = new Map<string, string>();
  for (const name of [...new Set(names)].sort(byCodeUnits)) {
    const plain = slugOf(name);
    const slug = plain !== "" && !taken.has(plain) ? plain : hashed(plain || fallback, name, taken);
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}

const SHORTEST_HASH = 8;

/** Stands in no name, and sorts behind all letters: whoever is called "Ada Quist Jr." goes before "Ada Quist" of that label. */
const LABEL_MARK = "\uffff";

/** Returns what the slug of a name with a label is made of; no other name is the same, and its letters are both's. */
export function nameWithLabel(name: string, label: string): string {
  return `${name}${LABEL_MARK}${label}`;
}

/** With as much of the name's hash as makes it free: a name may end like another one's hash. */
function hashed(plain: string, name: string, taken: ReadonlySet<string>): string {
  const hash = createHash("sha256").update(name).digest("hex");
  for (let length = SHORTEST_HASH; length < hash.length; length++) {
    const slug = `${plain}-${hash.slice(0, length)}`;
    if (!taken.has(slug)) return slug;
  }
  return `${plain}-${hash}`;
}
