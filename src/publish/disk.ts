/** What in a site is not backfile's, and how does it come into the next one? Stage 9: file by file. */
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { MANIFEST } from "./manifest.ts";

/** Makes `to` the same file as `from`, or a copy of it where the disk cannot give one file two names. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/**
 * Brings into the new site what stands in the old one and is not in its manifest: a `CNAME`, a
 * verification file, a `.git` folder. Throws a `CliError` where the new site has a file of that name.
 */
export function carryOver(
  places: { readonly output: string; readonly next: string },
  manifest: ReadonlyMap<string, string>,
): void {
  if (!existsSync(places.output)) return;
  for (const { path, kind } of foreignEntries(places.output, manifest)) {
    const from = join(places.output, path);
    const to = join(places.next, path);
    if (kind !== "folder" && existsSync(to)) throw inTheWay(from);
    try {
      mkdirSync(kind === "folder" ? to : dirname(to), { recursive: true });
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === "ENOSPC" ? error : inTheWay(from);
    }
    if (kind === "link") symlinkSync(readlinkSync(from), to);
    if (kind === "file") linkOrCopy(from, to);
  }
}

function inTheWay(path: string): CliError {
  return new CliError(
    `${path}: backfile did not write this file, and the new site has one of that name; move it away`,
  );
}

interface ForeignEntry {
  /** Relative to the site, with forward slashes. */
  readonly path: string;
  readonly kind: "file" | "link" | "folder";
}

/** Files and links that are not in the manifest, and folders in which there is nothing at all. */
function foreignEntries(
  site: string,
  manifest: ReadonlyMap<string, string>,
): readonly ForeignEntry[] {
  const foreign: ForeignEntry[] = [];
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    const path = full
      .slice(site.length + 1)
      .split(sep)
      .join("/");
    if (manifest.has(path) || path === MANIFEST) continue;
    if (entry.isSymbolicLink()) foreign.push({ path, kind: "link" });
    else if (entry.isFile()) foreign.push({ path, kind: "file" });
    else if (entry.isDirectory() && readdirSync(full).length === 0)
      foreign.push({ path, kind: "folder" });
  }
  return foreign;
}
