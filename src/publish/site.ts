/** How does a new site take the old one's place, whole or not at all? Stage 9: writes the output folder. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { diskError, onDisk } from "../text/disk-error.ts";
import { carryOver, linkOrCopy } from "./disk.ts";
import { formatManifest, MANIFEST, readManifest } from "./manifest.ts";
import { beginStaging, type SitePlaces, swapSites, undoStaging } from "./swap.ts";

/** How many of the site's files are new or changed, are as they were, and are no longer there. */
export interface SiteChanges {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** The site that is being built beside the one that stands. Paths are relative, with forward slashes. */
export interface SiteWriter {
  /**
   * Takes in one file. `origin` is what it is made from, such as `articles/2022/01/bridge.md`, for the
   * message where two files want one path. Throws a `CliError` for such a pair (paths that differ in
   * capitals or composed letters alone are one path on some machines), for a path that is absolute or
   * leaves the site, and where the disk does not take it.
   */
  write(path: string, content: string | Uint8Array, origin?: string): void;
  /** Returns the file in which another process may put one of the site's, before `adopt` takes it in. */
  stagedPath(path: string): string;
  /** Takes in one file that stands at its `stagedPath` already; throws as `write` does. */
  adopt(path: string, file: { readonly sha256: string }, origin?: string): void;
  /** Returns the SHA-256 of each file taken in so far, in hexadecimal, by its path. */
  written(): ReadonlyMap<string, string>;
  /** Puts the new site in the old one's place, with the files there that backfile had not written. */
  commit(): Promise<SiteChanges>;
  /** Gives the new site up; the old one stands as it stood. */
  discard(): Promise<void>;
}

/**
 * Opens a new site beside `output`, in `<output>.next`, after it has finished or undone what a killed
 * build left. Throws a `CliError` if `output` holds anything and was not made by backfile, if another
 * build is writing to it, or if the disk refuses.
 *
 *     const site = await openSite("_site");
 *     site.write("2022/01/26/bridge/index.html", "<!doctype html>…", "articles/2022/01/bridge.md");
 *     await site.commit(); // {written: 1, unchanged: 0, removed: 0}
 *
 * Proof against a process that is killed at any moment; not against a machine that loses power.
 */
export async function openSite(output: string): Promise<SiteWriter> {
  const places = beginStaging(output);
  const before = readManifest(places.output) ?? new Map<string, string>();
  const pages = new Map<string, string>();
  const claims = new Claims();
  let unchanged = 0;

  return {
    write(path, content, origin = path) {
      claims.add(path, origin);
      const bytes = Buffer.from(content);
      const standing = before.has(path) ? bytesAt(join(places.output, path)) : undefined;
      const isUnchanged = standing?.equals(bytes) === true;
      const staged = join(places.next, path);
      onDisk(staged, () => {
        mkdirSync(dirname(staged), { recursive: true });
        if (isUnchanged) linkOrCopy(join(places.output, path), staged);
        else writeFileSync(staged, bytes);
      });
      pages.set(path, sha256Of(bytes));
      if (isUnchanged) unchanged += 1;
    },
    stagedPath: (path) => join(places.next, path),
    adopt(path, { sha256 }, origin = path) {
      claims.add(path, origin);
      const staged = join(places.next, path);
      const standing = join(places.output, path);
      const bytes = before.get(path) === sha256 ? bytesAt(standing) : undefined;
      if (bytes !== undefined && sha256Of(bytes) === sha256) {
        unlinkSync(staged);
        onDisk(staged, () => linkOrCopy(standing, staged));
        unchanged += 1;
      }
      pages.set(path, sha256);
    },
    written: () => pages,
    async commit() {
      const removed = [...before.keys()].filter((path) => !pages.has(path)).length;
      const changes = { written: pages.size - unchanged, unchanged, removed };
      putInPlace(places, pages, { before, isNew: changes.written + removed > 0 });
      return changes;
    },
    async discard() {
      undoStaging(places);
    },
  };
}

/** What the standing site's manifest lists, and whether the new site differs from it. */
interface Standing {
  readonly before: ReadonlyMap<string, string>;
  readonly isNew: boolean;
}

/** A site that is as it was stays where it is: nothing that serves or watches it need stir. */
function putInPlace(
  places: SitePlaces,
  pages: ReadonlyMap<string, string>,
  standing: Standing,
): void {
  const manifest = formatManifest(pages);
  const manifestBefore = bytesAt(join(places.output, MANIFEST))?.toString("utf8");
  if (!standing.isNew && manifest === manifestBefore) {
    undoStaging(places);
    return;
  }
  try {
    writeFileSync(join(places.next, MANIFEST), manifest);
    carryOver(places, standing.before);
    swapSites(places);
  } catch (error) {
    throw diskError(error, places.output);
  }
}

function sha256Of(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function bytesAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    // whatever stands in the way of reading it, it cannot be taken over and is written anew
    return undefined;
  }
}

const NOT_IN_PATHS = /[\\\0]|^[A-Za-z]:/;

/** Who wants which path, so that no file is overwritten by another unseen. */
class Claims {
  readonly #origins = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  add(path: string, origin: string): void {
    const steps = path.split("/");
    const leaves = steps.some((step) => step === "" || step === "." || step === "..");
    if (leaves || NOT_IN_PATHS.test(path) || path === MANIFEST) {
      throw new CliError(
        `${origin}: expected a path inside the site, such as about/index.html, found ${JSON.stringify(path)}; change its address`,
      );
    }
    const same = foldPath(path);
    const rival = this.#origins.get(same) ?? this.#folders.get(same);
    if (rival !== undefined) throw rivals(path, rival, origin);
    this.#origins.set(same, origin);
    for (let depth = 1; depth < steps.length; depth++) {
      const folder = foldPath(steps.slice(0, depth).join("/"));
      const file = this.#origins.get(folder);
      if (file !== undefined) throw rivals(path, file, origin);
      this.#folders.set(folder, origin);
    }
  }
}

/** Some disks do not tell capitals or composed letters apart. */
function foldPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function rivals(path: string, first: string, second: string): CliError {
  return new CliError(
    `${first} and ${second} cannot both be in the site, for ${path} belongs to one; give one another address`,
  );
}
