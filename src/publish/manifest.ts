/** Is a site backfile's, and which is its list of files? Stage 9: the manifest inside each site. */
import { z } from "zod";
import { type ListPart, parseList } from "./list-parts.ts";
import { bytesIn } from "./site-file.ts";
import { isListFile, MANIFEST } from "./site-paths.ts";

/** What the manifest of a site says. */
export interface SiteManifest {
  /** The SHA-256 of the list of files; absent in a site of a former version. */
  readonly list?: string;
  /** All files, in a site of a former version, which had no other list that can be trusted. */
  readonly former?: ListPart;
}

const schema = z.strictObject({ list: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Returns what a site's manifest says; `undefined` if the folder holds none that can be read, and so is not known
 * to be backfile's.
 */
export function readManifest(site: string): SiteManifest | undefined {
  const bytes = bytesIn(site, MANIFEST);
  return bytes && parseManifest(bytes.toString("utf8"));
}

/** `undefined` where the text is no manifest. */
function parseManifest(text: string): SiteManifest | undefined {
  const former = parseList(text);
  if (former?.of === "files") {
    return { former: { ...former, entries: former.entries.filter(isOfSite) } };
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // no JSON and JSON of another shape mean the same: it says nothing
    return undefined;
  }
}

/** Returns the manifest's text for a site whose list has this SHA-256. */
export function formatManifest(list: string): string {
  return `${JSON.stringify({ list })}\n`;
}

function isOfSite({ path }: { readonly path: string }): boolean {
  return !isListFile(path);
}
