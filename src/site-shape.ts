/** What shapes every page of a site, whatever it is about? The program, the layouts, the settings, and what stands around each page. */
import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SiteFrame } from "./page-model.ts";
import type { ArchiveSettings } from "./settings-model.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["src", "layouts"];
const FILES = ["package.json", ".eleventy.ts"];

/** Returns a digest of all that shapes every page: as long as it stays, only pages whose data differ are drawn anew. */
export function siteShape(settings: ArchiveSettings, frame: SiteFrame): string {
  return hash("sha256", JSON.stringify([programDigest(), settings, frame]));
}

function programDigest(): string {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const paths = [...inFolders, ...FILES.map((file) => join(ROOT, file))].sort();
  return hash("sha256", paths.map((path) => hash("sha256", readFileSync(path))).join(""));
}
