/** By which digest is the site known that stands? Stage 9; loads next to nothing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST } from "./site-paths.ts";

/** Returns the SHA-256 of the site's list of files, as its manifest has it; undefined where there is no such site. */
export function digestOfSite(site: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(site, MANIFEST), "utf8"));
    const isOurs = typeof manifest === "object" && manifest !== null && "list" in manifest;
    return isOurs && typeof manifest.list === "string" ? manifest.list : undefined;
  } catch {
    // no file, no JSON: no site is known to stand
    return undefined;
  }
}
