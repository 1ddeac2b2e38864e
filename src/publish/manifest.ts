/** Which files of a site did backfile write? Stage 9: the manifest inside each site. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
    return parseManifest(readFileSync(join(site, MANIFEST), "utf8"));
  } catch {
    // missing and unreadable ones mean the same: nothing here is known to be ours
    return undefined;
  }
}

/** Returns the hashes that a manifest's text lists by path; `undefined` if it is none, or absent. */
export function parseManifest(text: string | undefined): ReadonlyMap<string, string> | undefined {
  if (text === undefined) return undefined;
  try {
    const { files } = schema.parse(JSON.parse(text));
    return new Map(Object.entries(files));
  } catch {
    // no JSON and JSON of another shape mean the same: it lists nothing
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

/**
 * Writes the manifest of a site that Eleventy wrote by itself, so that the next build may replace it. `paths`
 * are the files written, relative to the site; what an earlier manifest lists and still stands stays in it.
 */
export function writeManifest(site: string, paths: Iterable<string>): void {
  const ours = new Set([...(readManifest(site)?.keys() ?? []), ...paths]);
  const standing = [...ours].filter((path) => existsSync(join(site, path)));
  const hashOf = (path: string): string =>
    createHash("sha256")
      .update(readFileSync(join(site, path)))
      .digest("hex");
  const files = new Map(standing.map((path) => [path, hashOf(path)]));
  writeFileSync(join(site, MANIFEST), formatManifest(files));
}
