/** Which source texts lie in the content folder, and what does each say? Stage 1. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic, SourceText } from "../model.ts";
import type { ArchiveSettings } from "../settings-model.ts";
import { SOURCES_FOLDER as FOLDER, walkSources } from "./content-walk.ts";
import { decode } from "./decode.ts";
import { readFormat } from "./formats.ts";
import { type Listing, listingRemarks, unreadableSource } from "./source-listing.ts";
import { isFormatName, isSingleName, mostBytesOf } from "./source-names.ts";
import { splitSource } from "./split.ts";

/** What an article may have where `archive.yml` says nothing else. */
const SOURCE_BYTES = 5_000_000;

/** The sources of an archive, not yet read. */
export interface SourceList {
  /** Relative to `sources/`, with forward slashes, sorted by code units. */
  readonly paths: readonly string[];
  /** What is no source, or too large to be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One file read: the articles in it, none where it was set aside. */
export interface SourceReading {
  readonly sources: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns the paths of all sources: regular files below `sources/` whose names end in `.txt` or `.text`, or as
 * those of a format do that can be read (see `formats.ts`). Hidden files are passed over; other files, and the
 * folders of saved pages, are named once, together, in the note `read/not-a-source`; links to folders or to what lies
 * outside `sources/` are not followed (`read/link`); a file above `thresholds.sourceBytes` (an export ten, a crawl a
 * hundred times that) is set aside unread (`read/too-large`), and so is a folder that cannot be read
 * (`read/unreadable`). Warns where there is no source at all (`read/no-sources`), and where a publisher's folder is not there
 * (`read/no-publisher-folder`), so that none of its texts would name it.
 * @throws CliError if there is no folder `sources/`, or it cannot be read.
 */
export function listSources(contentFolder: string, settings: ArchiveSettings): SourceList {
  const paths: string[] = [];
  const strays: string[] = [];
  const listing = { links: [] as string[], locked: [] as Locked[], tooLarge: [] as Large[] };
  let hasSources = false;
  walkSources(contentFolder, ({ path, kind, size, cause }) => {
    const name = path.slice(FOLDER.length + 1);
    if (kind === "stray") strays.push(name.replace(/\/$/, ""));
    else if (kind === "link") listing.links.push(name);
    else if (kind === "locked") listing.locked.push({ path: name.replace(/\/$/, ""), cause });
    else {
      hasSources = true;
      const limit = mostBytesOf(name, settings.thresholds.sourceBytes);
      if (size <= limit) paths.push(name);
      else listing.tooLarge.push({ path: name, size });
    }
  });
  const [stray] = strays;
  const found = {
    ...listing,
    hasSources,
    strays: strays.length,
    ...(stray !== undefined && { stray }),
  };
  return { paths: paths.sort(), diagnostics: listingRemarks(contentFolder, settings, found) };
}

type Locked = Listing["locked"][number];
type Large = Listing["tooLarge"][number];

/**
 * Returns the articles in a file at a path that `listSources` gave: decoded, each with its hash, and a text cut where
 * `cuts` says so (lines counted from 1). An article that is packed in its file may unpack to `mostBytes`. A file that
 * holds no text, or cannot be read, has no `sources` and a `set-aside` diagnostic.
 */
export function readSources(
  contentFolder: string,
  path: string,
  cuts: readonly number[] = [],
  mostBytes: number = SOURCE_BYTES,
): SourceReading {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(contentFolder, FOLDER, path));
  } catch (cause) {
    return { sources: [], diagnostics: [unreadableSource(path, cause)] };
  }
  return readBytes(path, bytes, cuts, mostBytes);
}

/** An article in a file, without its text. */
export type SourceDigest = Pick<SourceText, "path" | "item" | "sha256">;

/**
 * Returns the items and hashes of the articles in a file, as `readSources` gives them; what holds one article at the
 * most is not decoded for it, and may turn out to be none. Nothing where the file cannot be read.
 */
export function digestSources(
  contentFolder: string,
  path: string,
  cuts: readonly number[] = [],
  mostBytes: number = SOURCE_BYTES,
): readonly SourceDigest[] {
  if (cuts.length > 0 || !isSingleName(path)) {
    const { sources } = readSources(contentFolder, path, cuts, mostBytes);
    return sources.map(({ item, sha256 }) => ({
      path,
      sha256,
      ...(item !== undefined && { item }),
    }));
  }
  try {
    return [{ path, sha256: sha256Of(readFileSync(join(contentFolder, FOLDER, path))) }];
  } catch {
    // said when it is read
    return [];
  }
}

/** Returns the articles in the bytes of a file, as `readSources` does. */
export function readBytes(
  path: string,
  bytes: Uint8Array,
  cuts: readonly number[] = [],
  mostBytes: number = SOURCE_BYTES,
): SourceReading {
  if (isFormatName(path)) return readFormat(path, bytes, mostBytes);
  const file = `${FOLDER}/${path}`;
  const decoding = decode(bytes);
  if ("refused" in decoding) return { sources: [], diagnostics: [{ ...decoding.refused, file }] };
  const { text, encoding } = decoding;
  const sha256 = sha256Of(bytes);
  const source: SourceText = { path, text, sha256, encoding, format: "text" };
  const diagnostics = decoding.diagnostics.map((diagnostic) => ({ ...diagnostic, file }));
  if (cuts.length === 0) return { sources: [source], diagnostics };
  const split = splitSource(source, cuts);
  return { sources: split.sources, diagnostics: [...diagnostics, ...split.diagnostics] };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
