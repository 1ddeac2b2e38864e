/** Which files do all pages share: style sheet, browser scripts? Stage 7: reads `layouts/assets/`, the program's and the archive's own. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byCodeUnits } from "../text/fold.ts";
import { LAYOUTS } from "./layout-files.ts";

/** A file of the site. `path` is relative to the site's folder, with forward slashes. */
export interface Asset {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The style sheet of all pages, and what an archive lays after it. */
const STYLE = "site.css";
const OWN_STYLE = "own.css";

/**
 * Returns the shared files, sorted by path; they stand under `assets/` on the site. A file of the archive's own takes the place of
 * the program's of that name, or stands beside it; the rules of `own.css` come after those of `site.css`, in one file.
 */
export function readAssets(own?: string): readonly Asset[] {
  const files = new Map(filesIn(join(LAYOUTS, "assets")));
  const ownFiles = new Map(own === undefined ? [] : filesIn(join(own, "assets")));
  for (const [name, file] of ownFiles) files.set(name, file);
  files.delete(OWN_STYLE);
  const last = ownFiles.get(OWN_STYLE);
  return [...files]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([name, file]) => {
      const bytes = readFileSync(file);
      const isLonger = name === STYLE && last !== undefined;
      return {
        path: `assets/${name}`,
        bytes: isLonger ? Buffer.concat([bytes, Buffer.from("\n"), readFileSync(last)]) : bytes,
      };
    });
}

/** Names, relative to the folder, with the files. */
function filesIn(folder: string): readonly (readonly [string, string])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(folder.length + 1).replaceAll("\\", "/"), file] as const);
}
