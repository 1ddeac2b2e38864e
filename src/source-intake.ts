/** Which files of sources have to be read again, and which articles are in them? Before stage 2, without parsing any. */

import { hash } from "node:crypto";
import { changesOf, knownFile } from "./catalog/files.ts";
import { dropRemarks } from "./catalog/remarks.ts";
import {
  allSourceFiles,
  basisOf,
  dropSource,
  dropSourceFile,
  putSource,
  putSourceFile,
  type SourceRow,
  sourcesIn,
  stirMatch,
} from "./catalog/sources.ts";
import type { Database } from "./catalog/statements.ts";
import { type FileKind, SOURCES_FOLDER } from "./read/content-walk.ts";
import { factsFor, publisherOf } from "./read/settings.ts";
import { isSingleName, mostBytesOf } from "./read/source-names.ts";
import { digestSources, type SourceDigest } from "./read/sources.ts";
import type { ArchiveSettings, Decisions } from "./settings-model.ts";
import { sourceName } from "./text/source-name.ts";

/** What decides what becomes of sources, beside their bytes. */
export interface SourceBasis {
  readonly settings: ArchiveSettings;
  readonly splits: Decisions["splits"];
  /** See `programVersion`. */
  readonly program: string;
}

/** Returns the owner of what is remarked on a file of sources as such. */
export function fileOwner(path: string): string {
  return `import/${SOURCES_FOLDER}/${path}`;
}

/** Returns the owner of what is remarked on an article in a file of sources; behind that of its file. */
export function itemOwner({ path, item = "" }: { path: string; item?: string }): string {
  return `${fileOwner(path)}//${item}`;
}

/** Returns the same owner by the name of the source. */
export function ownerOf({ path, name }: Pick<SourceRow, "path" | "name">): string {
  return itemOwner({ path, item: name.slice(sourceName(path).length + 1) });
}

/** Returns the folder whose texts write their dates alike: of one publisher, or else their own. */
function shelfOf(path: string, settings: ArchiveSettings): string {
  return publisherOf(path, settings)?.folder ?? path.split("/").slice(0, -1).join("/");
}

/** Returns a digest of the settings that sources are imported by; only if it is another one does any basis change. */
export function digestOfBasis({ settings, splits, program }: SourceBasis): string {
  const { zone, dateOrder, publishers, thresholds } = settings;
  const { sourceBytes } = thresholds;
  const cuts = [...splits].sort();
  return hash("sha256", JSON.stringify([program, zone, dateOrder, publishers, sourceBytes, cuts]));
}

/**
 * Notes in the catalogue which articles the changed files of sources hold, all of them due, and forgets those that are gone; with
 * `isBasisNew`, of all files that would be read otherwise than they were. What is connected with them is stirred for matching.
 */
export function takeInSources(
  content: string,
  database: Database,
  options: SourceBasis & { readonly isBasisNew: boolean },
): void {
  const { isBasisNew, ...basis } = options;
  const intake = { content, database, basis };
  const skip = SOURCES_FOLDER.length + 1;
  for (const { path, kind } of changesOf<FileKind>(database, "source")) {
    const name = path.slice(skip);
    if (kind === "source") takeIn(intake, name);
    else leaveOut(database, name);
  }
  if (!isBasisNew) return;
  for (const path of allSourceFiles(database)) {
    const isOther = basisOf(database, path) !== basisFor(path, basis);
    if (isOther || isTooLarge(intake, path)) takeIn(intake, path);
  }
}

interface Intake {
  readonly content: string;
  readonly database: Database;
  readonly basis: SourceBasis;
}

/** What is gone, too. */
function isTooLarge({ database, basis }: Intake, path: string): boolean {
  const size = knownFile(database, `${SOURCES_FOLDER}/${path}`)?.size ?? Number.POSITIVE_INFINITY;
  return size > mostBytesOf(path, basis.settings.thresholds.sourceBytes);
}

function takeIn(intake: Intake, path: string): void {
  const { database, basis } = intake;
  if (isTooLarge(intake, path)) {
    leaveOut(database, path);
    return;
  }
  const { settings } = basis;
  const digests = digestsIn(intake, path);
  const left = new Map(sourcesIn(database, path).map((source) => [source.name, source]));
  const shelf = shelfOf(path, settings);
  for (const [number, digest] of digests.entries()) {
    const { sha256 } = digest;
    const name = sourceName(path, digest.item);
    const before = left.get(name);
    left.delete(name);
    putSource(database, { name, path, number, sha256, shelf });
    stir(database, name, before);
  }
  for (const source of left.values()) leaveOutSource(database, source);
  putSourceFile(database, path, basisFor(path, basis));
}

/** What holds one article at the most has the hash that its survey found. */
function digestsIn({ content, database, basis }: Intake, path: string): readonly SourceDigest[] {
  const { settings, splits } = basis;
  const cuts = splits.get(path) ?? [];
  if (cuts.length > 0 || !isSingleName(path)) {
    return digestSources(content, path, cuts, settings.thresholds.sourceBytes);
  }
  const sha256 = knownFile(database, `${SOURCES_FOLDER}/${path}`)?.sha256;
  return sha256 === undefined ? [] : [{ path, sha256 }];
}

/** With those of its old hash, for one of them may stand for the others now. */
function stir(database: Database, name: string, before: SourceRow | undefined): void {
  stirMatch(database, `n${name}`);
  if (before !== undefined) stirMatch(database, `h${before.sha256}`);
}

function leaveOut(database: Database, path: string): void {
  for (const source of sourcesIn(database, path)) leaveOutSource(database, source);
  dropRemarks(database, fileOwner(path));
  dropSourceFile(database, path);
}

function leaveOutSource(database: Database, source: SourceRow): void {
  dropSource(database, source.name);
  dropRemarks(database, ownerOf(source));
  stir(database, source.name, source);
}

function basisFor(path: string, { settings, splits, program }: SourceBasis): string {
  const { zone, dateOrder } = factsFor({ path }, settings);
  // what is packed in a file may unpack to so much
  const limit = isSingleName(path) ? undefined : settings.thresholds.sourceBytes;
  const facts = [program, zone, dateOrder, shelfOf(path, settings), splits.get(path), limit];
  return hash("sha256", JSON.stringify(facts)).slice(0, DIGITS);
}

const DIGITS = 16;
