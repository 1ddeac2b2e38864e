/** Which address does each name of one kind get? Stage 5. */
import { createHash } from "node:crypto";
import { byCodeUnits } from "../text/fold.ts";
import { slugOf } from "../text/slug.ts";

/**
 * Returns a slug for each name, unique among them. Names whose plain letters are the same, and names
 * without Latin letters, get the first characters of their hash; so a slug depends on few other names.
 */
export function slugsFor(names: readonly string[], fallback: string): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  const slugs = new Map<string, string>();
  for (const name of [...names].sort(byCodeUnits)) {
    const plain = slugOf(name);
    const slug =
      plain !== "" && !holders.has(plain) ? plain : `${plain || fallback}-${hashOf(name)}`;
    holders.set(slug, name);
    slugs.set(name, slug);
  }
  return slugs;
}

function hashOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 8);
}
