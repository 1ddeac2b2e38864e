/** Which files do all pages share: style sheet, browser scripts? Stage 7: reads `layouts/assets/`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../layouts/assets", import.meta.url));

/** A file of the site. `path` is relative to the site's folder, with forward slashes. */
export interface Asset {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Returns the shared files, sorted by path; they stand under `assets/` on the site. */
export function readAssets(): readonly Asset[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: `assets/${file.slice(FOLDER.length + 1).replaceAll("\\", "/")}`,
      bytes: readFileSync(file),
    }));
}
