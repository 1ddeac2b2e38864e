/** Which files of a site did backfile write? Stage 9: the manifest inside each site. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The manifest's name in the site's folder. */
export const MANIFEST = ".backfile-site.json";

const schema = z.strictObject({ files: z.record(z.string(), z.string()) });

/**
 * Returns the SHA-256, in hexadecimal, of each file that backfile wrote into the site, by its path;
 * `undefined` if the folder holds no manifest that can be read, and so is not known to be backfile's.
 */
export function readManifest(site: string): ReadonlyMap<string, string> | undefined {
  try {
    const { files } = schema.parse(JSON.parse(readFileSync(join(site, MANIFEST), "utf8")));
    return new Map(Object.entries(files));
  } catch {
    // missing, unreadable and foreign ones mean the same: nothing here is known to be ours
    return undefined;
  }
}

/**
 * Returns the manifest's text, its paths sorted by code units, so that equal sites have equal manifests.
 *
 *     formatManifest(new Map([["index.html", "9f86d0…"]])) // {"files": {"index.html": "9f86d0…"}}
 */
export function formatManifest(files: ReadonlyMap<string, string>): string {
  const sorted = [...files.keys()].sort();
  const lines = sorted.map((path) => `${JSON.stringify(path)}: ${JSON.stringify(files.get(path))}`);
  return `{"files": {\n${lines.join(",\n")}\n}}\n`;
}
