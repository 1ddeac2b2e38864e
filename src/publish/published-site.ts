/** Which files does a published site hold, and which does it say that it holds? Stage 9: reads, and writes nothing. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { FileList, type ListFault } from "./file-list.ts";
import { type ListEntry, parseList, sha256Of } from "./list-parts.ts";
import { readManifest } from "./manifest.ts";
import { bytesIn } from "./site-file.ts";
import { FILE_LIST, MANIFEST, pathKey } from "./site-paths.ts";
import { isBeingPlaced } from "./staging.ts";

/** A file of a list that is not as another one says. */
export interface ListDifference extends ListFault {
  /** The file that says otherwise. */
  readonly by: string;
}

/** A site as it stands in a folder. Paths are relative to it, with forward slashes. */
export interface PublishedSite {
  readonly folder: string;
  /** The SHA-256 of the list of files. */
  readonly digest: string;
  /** Goes through the files that the list names, one part of it at a time in memory. */
  listed(): Iterable<ListEntry>;
  /** Returns the SHA-256 that the list has for a file. */
  hashOf(path: string): string | undefined;
  /** What is not one in the parts of the list, as far as `listed` has come. */
  differences(): readonly ListDifference[];
  /** Returns whether a file is the manifest, the list, or a part of it, as far as `listed` has come. */
  isOfList(path: string): boolean;
  /** Goes through all files that stand in the folder, in order; those of `.git` and the like are passed over. */
  files(): Iterable<string>;
  /** Returns a file's bytes; `undefined` where it cannot be read. */
  read(path: string): Buffer | undefined;
}

/**
 * Opens a site for reading. Throws a `CliError` if there is no such folder, if its list of files `ledger/files.json`
 * cannot be read, or if a build is putting its files in place.
 */
export function openPublishedSite(folder: string): PublishedSite {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CliError(`${folder}: no such folder; expected a site made by \`backfile build\``);
  }
  refuseHalfDone(folder);
  const read = (path: string): Buffer | undefined => bytesIn(folder, path);
  // some hosts and version controls write other line ends
  const textOf = (path: string): string | undefined =>
    read(path)?.toString("utf8").replaceAll("\r\n", "\n");
  const manifest = readManifest(folder);
  if (manifest?.former !== undefined) {
    throw new CliError(
      `${folder}: expected a site of this version of backfile, found one of a former version; build the site again`,
    );
  }
  const text = textOf(FILE_LIST);
  const root = parseList(text);
  if (root === undefined || text === undefined) {
    throw new CliError(
      `${folder}: expected the list of its files in ${FILE_LIST}, found none that can be read; copy the site again, or build it in another folder`,
    );
  }
  const digest = sha256Of(text);
  const differences = new Map<string, ListDifference>();
  const isOther = manifest?.list !== undefined && manifest.list !== digest;
  if (isOther) differences.set(FILE_LIST, { path: FILE_LIST, found: "other", by: MANIFEST });
  const onFault = (fault: ListFault): void => {
    differences.set(fault.path, { ...fault, by: FILE_LIST });
  };
  const list = new FileList(root, { read: textOf, onFault });
  const parts = new Set([MANIFEST, FILE_LIST]);
  return {
    folder,
    digest,
    listed: () => list.files((part) => parts.add(part)),
    hashOf: (path) => list.hashOf(path),
    differences: () => [...differences.values()],
    isOfList: (path) => parts.has(path),
    files: () => filesBelow(folder, ""),
    read,
  };
}

/** What stands is then of two builds, and would look damaged. */
function refuseHalfDone(folder: string): void {
  const placing = isBeingPlaced(folder);
  if (placing === undefined) return;
  throw new CliError(
    placing.runs
      ? `${folder}: process ${placing.pid} is putting the files of a build in place; wait for it`
      : `${folder}: a build was killed while it put its files in place; run \`backfile build\`, which finishes it`,
  );
}

/** Folder by folder, in the order of the list, so that no more than a folder is in memory. */
function* filesBelow(folder: string, path: string): Generator<string> {
  const entries = onDisk(folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith("."))
    .map((entry) => ({ entry, key: pathKey(entry.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { entry } of entries) {
    const inside = `${path}${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(join(folder, entry.name), `${inside}/`);
    else yield inside;
  }
}
