/** Which files does a published site hold, and which does it say that it holds? Stage 9: reads, and writes nothing. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { FILE_LIST } from "./ledger.ts";
import { MANIFEST, parseManifest } from "./manifest.ts";

/** A site as it stands in a folder. Paths are relative to it, with forward slashes. */
export interface PublishedSite {
  readonly folder: string;
  /** The SHA-256 of each file by its path, by the manifest or else the list of files in the ledger. */
  readonly listed: ReadonlyMap<string, string>;
  /** Where `listed` was read. */
  readonly listName: string;
  /** The list of files in the ledger beside the manifest, if both stand there. */
  readonly secondList?: ReadonlyMap<string, string>;
  /** Returns the paths of all files that stand in the folder, sorted; those of `.git` and the like are passed over. */
  files(): readonly string[];
  /** Returns a file's bytes; `undefined` where it cannot be read. */
  read(path: string): Buffer | undefined;
}

/**
 * Opens a site for reading. Throws a `CliError` if there is no such folder, or if neither its manifest
 * `.backfile-site.json` nor `ledger/files.json` can be read.
 */
export function openPublishedSite(folder: string): PublishedSite {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CliError(`${folder}: no such folder; expected a site made by \`backfile build\``);
  }
  const read = (path: string): Buffer | undefined => {
    try {
      return readFileSync(join(folder, path));
    } catch {
      // missing and unreadable mean the same to whoever checks it
      return undefined;
    }
  };
  const manifest = parseManifest(read(MANIFEST)?.toString("utf8"));
  const second = parseManifest(read(FILE_LIST)?.toString("utf8"));
  const listed = manifest ?? second;
  if (listed === undefined) {
    throw new CliError(
      `${folder}: expected the list of its files in ${MANIFEST} or ${FILE_LIST}, found neither that can be read; build or copy the site again`,
    );
  }
  return {
    folder,
    listed,
    listName: manifest === undefined ? FILE_LIST : MANIFEST,
    ...(manifest !== undefined && second !== undefined && { secondList: second }),
    files: () => filesIn(folder),
    read,
  };
}

function filesIn(folder: string): readonly string[] {
  return onDisk(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .sort();
}
