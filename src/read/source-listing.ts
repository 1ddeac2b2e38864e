/** What should be known of what lies in `sources/`, before any of it is read? Stage 1. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../model.ts";
import type { ArchiveSettings } from "../settings-model.ts";
import { diskError } from "../text/disk-error.ts";
import { SOURCES_FOLDER as FOLDER } from "./content-walk.ts";
import { mostBytesOf } from "./source-names.ts";

/** What a walk through `sources/` has found besides sources; paths are relative to it and in the order of the walk. */
export interface Listing {
  readonly hasSources: boolean;
  /** Links that are not followed. */
  readonly links: readonly string[];
  /** Folders that cannot be read. */
  readonly locked: readonly { readonly path: string; readonly cause: unknown }[];
  /** Sources above their limit, with their sizes. */
  readonly tooLarge: readonly { readonly path: string; readonly size: number }[];
  /** The first of what is no source, and how many of them there are. */
  readonly stray?: string;
  readonly strays: number;
}

/** Returns what should be known of a listing, as `listSources` describes it. */
export function listingRemarks(
  contentFolder: string,
  { thresholds, publishers }: ArchiveSettings,
  listing: Listing,
): readonly Diagnostic[] {
  const root = join(contentFolder, FOLDER);
  const folders = publishers.map(({ folder }) => folder);
  return [
    ...listing.links.map(link),
    ...listing.locked.map(({ path, cause }) => unreadableSource(path, cause)),
    ...listing.tooLarge.map(({ path, size }) =>
      tooLarge(path, size, mostBytesOf(path, thresholds.sourceBytes)),
    ),
    ...(listing.hasSources ? [] : [noSources(root)]),
    ...folders.filter((folder) => !isFolder(join(root, folder))).map(noFolder),
    ...otherFiles(listing),
  ];
}

/** Returns why a folder of sources cannot be read, as the disk says; `path` is relative to `sources/`. */
export function whyLocked(contentFolder: string, path: string): unknown {
  try {
    readdirSync(join(contentFolder, FOLDER, path));
    return new Error("it could not be read a moment ago; build again");
  } catch (cause) {
    return cause;
  }
}

/** Returns the remark that a file or folder of sources cannot be read; `path` is relative to `sources/`. */
export function unreadableSource(path: string, cause: unknown): Diagnostic {
  const file = `${FOLDER}/${path}`;
  const error = diskError(cause, file);
  const reason = error instanceof Error ? error.message.replace(`${file}: `, "") : String(error);
  return {
    severity: "set-aside",
    rule: "read/unreadable",
    file,
    message: `cannot be read: ${reason}`,
  };
}

function noSources(root: string): Diagnostic {
  return {
    severity: "warning",
    rule: "read/no-sources",
    file: FOLDER,
    message: `expected article texts as .txt files, found none; put them into ${root}`,
  };
}

function noFolder(folder: string): Diagnostic {
  return {
    severity: "warning",
    rule: "read/no-publisher-folder",
    file: "archive.yml",
    message: `there is no folder ${FOLDER}/${folder}, so that no article names its publisher; write \`folder\` as it is called below ${FOLDER}/`,
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function link(path: string): Diagnostic {
  return {
    severity: "warning",
    rule: "read/link",
    file: `${FOLDER}/${path}`,
    message: "a link to a folder, to nothing or out of sources/ is not followed; copy the texts in",
  };
}

function tooLarge(path: string, size: number, limit: number): Diagnostic {
  return {
    severity: "set-aside",
    rule: "read/too-large",
    file: `${FOLDER}/${path}`,
    message: `${size} bytes, expected at most ${limit}; split it, or raise thresholds.sourceBytes in archive.yml`,
    settle: `sourceBytes: ${size}`,
  };
}

function otherFiles({ stray, strays }: Listing): readonly Diagnostic[] {
  if (stray === undefined) return [];
  const others = strays === 1 ? "" : ` and ${strays - 1} more`;
  const message = `not a source: expected names ending in .txt, .html, .xml, .json, .warc and the like${others}; save what is an article as plain text, under a name ending in .txt`;
  return [{ severity: "note", rule: "read/not-a-source", file: `${FOLDER}/${stray}`, message }];
}
