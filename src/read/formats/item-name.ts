/** What is an article called among others of its file? Stage 1: by the id that its system gave it. */
import { createHash } from "node:crypto";

const LONGEST = 60;
const KEPT = 40;

/**
 * Returns a name for an id or address: itself where it is short, else its beginning and eight characters of its hash.
 * White space and what ends a name in messages are replaced.
 *
 * Example: `itemName("https://courier.example/2019/bridge")` is `"courier.example/2019/bridge"`.
 */
export function itemName(id: string): string {
  const name = id
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/[\s#"'`<>]+/g, "-")
    .replace(/\p{C}+/gu, "")
    .replace(/\/+$/, "");
  if (name.length <= LONGEST && name !== "") return name;
  const hash = createHash("sha256").update(id).digest("hex").slice(0, 8);
  return name === "" ? hash : `${name.slice(0, KEPT)}-${hash}`;
}

/** Yields entries under names of their own: a second of one name gets `-2` behind it, and so on. */
export function* uniquelyNamed<T>(
  entries: Iterable<readonly [name: string, entry: T]>,
): Generator<readonly [name: string, entry: T]> {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  for (const [name, entry] of entries) {
    let free = name;
    let number = numbers.get(name) ?? 1;
    while (taken.has(free)) {
      number += 1;
      free = `${name}-${number}`;
    }
    numbers.set(name, number);
    taken.add(free);
    yield [free, entry];
  }
}
