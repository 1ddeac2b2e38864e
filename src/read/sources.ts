/** Which source texts lie in the content folder, and what does each say? Stage 1. */
import { createHash } from "node:crypto";
import {
  type Dirent,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { join, sep } from "node:path";
import type { Diagnostic, SourceText } from "../model.ts";
import type { ArchiveSettings } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import { diskError, onDisk } from "../text/disk-error.ts";
import { byCodeUnits } from "../text/fold.ts";
import { decode } from "./decode.ts";
import { isFormatName, isSingleName, mostBytesOf, readFormat } from "./formats.ts";
import { splitSource } from "./split.ts";

const FOLDER = "sources";
const TEXT_FILE = /\.(?:txt|text)$/i;
const PAGE_FILE = /^(?<page>.+)\.x?html?$/i;
/** In the browser's language: the endings that Windows knows for such folders. */
const OF_PAGE =
  /^(?:[._]files|_archivos|-Dateien|_fichiers|_bestanden|_file|-filer|_tiedostot|_pliki|_soubory|_elemei|_ficheiros|_arquivos|_dosyalar|_datoteke|_fitxers|_failid|_fails|_bylos|_fajlovi|_fitxategiak)$/i;
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
  const root = join(contentFolder, FOLDER);
  if (!isFolder(root)) {
    throw new CliError(
      `no folder ${root}: expected the article texts there, as .txt files; create it and put them in`,
    );
  }
  const realRoot = onDisk(root, () => realpathSync(root));
  const walk: Walk = { root, realRoot, found: [], others: [], diagnostics: [] };
  walkEntries(
    walk,
    "",
    onDisk(root, () => readdirSync(root, { withFileTypes: true })),
  );
  const paths: string[] = [];
  for (const path of walk.found.sort()) {
    // what goes away or may not be looked at is told of when it is read
    const size = statsOf(join(root, path))?.size ?? 0;
    const limit = mostBytesOf(path, settings.thresholds.sourceBytes);
    if (size <= limit) paths.push(path);
    else walk.diagnostics.push(tooLarge(path, size, limit));
  }
  if (walk.found.length === 0) walk.diagnostics.push(noSources(root));
  const folders = settings.publishers.map(({ folder }) => folder);
  walk.diagnostics.push(...folders.filter((folder) => !isFolder(root, folder)).map(noFolder));
  return { paths, diagnostics: [...walk.diagnostics, ...otherFiles(walk.others.sort())] };
}

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
    return { sources: [], diagnostics: [unreadable(path, cause)] };
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

/** What a walk through `sources/` has found so far. */
interface Walk {
  readonly root: string;
  readonly realRoot: string;
  readonly found: string[];
  readonly others: string[];
  readonly diagnostics: Diagnostic[];
}

function walkFolder(walk: Walk, folder: string): void {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(join(walk.root, folder), { withFileTypes: true });
  } catch (cause) {
    walk.diagnostics.push(unreadable(folder, cause));
    return;
  }
  walkEntries(walk, folder, entries);
}

function walkEntries(walk: Walk, folder: string, entries: readonly Dirent[]): void {
  for (const entry of entries.toSorted((a, b) => byCodeUnits(a.name, b.name))) {
    if (entry.name.startsWith(".")) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && isOfPage(entry.name, entries)) walk.others.push(path);
    else if (entry.isDirectory()) walkFolder(walk, path);
    else if (entry.isSymbolicLink() && !isFileInside(walk, path)) walk.diagnostics.push(link(path));
    else if (isSource(entry)) walk.found.push(path);
    else walk.others.push(path);
  }
}

/** Whether a folder is that of a page which a browser saved beside it, with its pictures and frames: `bridge_files`. */
function isOfPage(folder: string, entries: readonly Dirent[]): boolean {
  return entries.some(({ name }) => {
    const page = PAGE_FILE.exec(name)?.groups?.["page"];
    return page !== undefined && folder.startsWith(page) && OF_PAGE.test(folder.slice(page.length));
  });
}

function isSource(entry: Dirent): boolean {
  const isNamed = TEXT_FILE.test(entry.name) || isFormatName(entry.name);
  return (entry.isFile() || entry.isSymbolicLink()) && isNamed;
}

function isFileInside({ root, realRoot }: Walk, path: string): boolean {
  if (!statsOf(join(root, path))?.isFile()) return false;
  return realpathSync(join(root, path)).startsWith(realRoot + sep);
}

/** A link may lead to nothing, or in a circle. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function unreadable(path: string, cause: unknown): Diagnostic {
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

function isFolder(...path: readonly string[]): boolean {
  return statsOf(join(...path))?.isDirectory() ?? false;
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

function otherFiles(paths: readonly string[]): Diagnostic[] {
  const [first] = paths;
  if (first === undefined) return [];
  const others = paths.length === 1 ? "" : ` and ${paths.length - 1} more`;
  const message = `not a source: expected names ending in .txt, .html, .xml, .json, .warc and the like${others}; save what is an article as plain text, under a name ending in .txt`;
  return [{ severity: "note", rule: "read/not-a-source", file: `${FOLDER}/${first}`, message }];
}
