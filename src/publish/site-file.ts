/** What stands in a file of a site? Stage 9. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Returns the bytes of a file, whose path is relative to the site; `undefined` where it is missing or cannot be read. */
export function bytesIn(site: string, path: string): Buffer | undefined {
  try {
    return readFileSync(join(site, path));
  } catch {
    // whatever stands in the way of reading it, it cannot be relied on
    return undefined;
  }
}
