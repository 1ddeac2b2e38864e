/** What should be known of the sources as a whole: what lies beside them, and which are gone? Stage 1, told by the catalogue. */

import { unmatchedFiles } from "./catalog/article-files.ts";
import { filesBeside, hasSources, sourcesAbove } from "./catalog/files.ts";
import { keepRemarksBelow, remarksBelow, remarksOf, replaceRemarks } from "./catalog/remarks.ts";
import type { Database } from "./catalog/statements.ts";
import type { Diagnostic } from "./model.ts";
import { type FileKind, SOURCES_FOLDER } from "./read/content-walk.ts";
import { EDITORS_FOLDERS } from "./read/markdown-folder.ts";
import { listingRemarks, whyLocked } from "./read/source-listing.ts";
import { mostBytesOf } from "./read/source-names.ts";
import { strayRecord } from "./read/stray-records.ts";
import type { ArchiveSettings } from "./settings-model.ts";
import { fileOwner } from "./source-intake.ts";

const LISTING = "import";
const GONE = "source-gone";

/** Remarks on what lies in `sources/` and beside the editor's records, as `listSources` does. */
export function remarkListing(
  content: string,
  database: Database,
  settings: ArchiveSettings,
): void {
  const beside = (kind: FileKind): readonly string[] =>
    filesBeside(database, kind, SOURCES_FOLDER).map(belowSources);
  const strayRecords = EDITORS_FOLDERS.flatMap((folder) =>
    filesBeside(database, "stray", folder).map((path) => strayRecord(path, folder)),
  );
  const { sourceBytes } = settings.thresholds;
  const strays = beside("stray");
  const [stray] = strays;
  const remarks = listingRemarks(content, settings, {
    hasSources: hasSources(database),
    links: beside("link"),
    locked: beside("locked").map((path) => ({ path, cause: whyLocked(content, path) })),
    tooLarge: sourcesAbove(database, sourceBytes)
      .map(({ path, size }) => ({ path: belowSources(path), size }))
      .filter(({ path, size }) => size > mostBytesOf(path, sourceBytes)),
    strays: strays.length,
    ...(stray !== undefined && { stray }),
  });
  replaceRemarks(database, LISTING, [...remarks, ...strayRecords]);
}

function belowSources(path: string): string {
  return path.slice(SOURCES_FOLDER.length + 1).replace(/\/$/, "");
}

/** Remarks on each article whose source is nowhere to be found. */
export function remarkGone(database: Database): void {
  const unmatched = unmatchedFiles(database);
  const listed = setAside(remarksOf(database, LISTING));
  const owners = new Set<string>();
  for (const { path, source = "" } of unmatched) {
    // what lies there and cannot be read has been named
    if (isSetAside(database, source, listed)) continue;
    const owner = `${GONE}/${path}`;
    owners.add(owner);
    replaceRemarks(database, owner, [goneRemark(path, source)]);
  }
  keepRemarksBelow(database, GONE, owners);
}

function isSetAside(database: Database, name: string, listed: ReadonlySet<string>): boolean {
  // a `#` may be part of a file's name, too
  const files = [name, ...Array.from(name.matchAll(/#/g), ({ index }) => name.slice(0, index))];
  return files.some((file) => {
    if (listed.has(file)) return true;
    const owner = fileOwner(file.slice(SOURCES_FOLDER.length + 1));
    const named = setAside(remarksBelow(database, owner));
    return named.has(name) || named.has(file);
  });
}

/** The files, and the articles in them, that remarks set aside. */
function setAside(remarks: Iterable<Diagnostic>): ReadonlySet<string> {
  const files = new Set<string>();
  for (const { severity, file } of remarks) if (severity === "set-aside") files.add(file);
  return files;
}

function goneRemark(path: string, source: string): Diagnostic {
  return {
    severity: "note",
    rule: "write/source-gone",
    file: path,
    message: `its source ${source} is gone, so that nothing proves it any more; the article stays, delete this file too if it should not`,
  };
}
