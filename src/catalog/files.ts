/** Which files of the content folder are known, and which have been added, changed or taken away since? By size and time, then by hash. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { byBytes } from "../text/fold.ts";
import { statement } from "./statements.ts";

/** Above so many bytes a source may be too large. */
const LARGE = 65_536;

/**
 * `file`: each as it was last looked into; `doubtful`: it was changed so shortly before that a later change may have the same time.
 * `change`: what has changed and has not been made use of; `was`: its kind before, absent where it was not there, as `kind` is where it
 * is there no more. `found_change`: what the last comparison has found, until it is taken.
 */
export const FILE_TABLES = `
CREATE TABLE file (path TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER NOT NULL, modified REAL NOT NULL, sha256 TEXT, doubtful INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX file_beside ON file (kind, path) WHERE kind NOT IN ('source', 'article');
CREATE INDEX file_large ON file (size) WHERE kind = 'source' AND size > ${LARGE};
CREATE TABLE change (path TEXT PRIMARY KEY, kind TEXT, was TEXT) WITHOUT ROWID;
CREATE TABLE found_change (path TEXT PRIMARY KEY, kind TEXT, was TEXT, size INTEGER, modified REAL, sha256 TEXT, doubtful INTEGER) WITHOUT ROWID;
`;

/** A file as it lies there now. */
export interface FileLook<Kind extends string> {
  readonly path: string;
  readonly kind: Kind;
  /** In bytes. */
  readonly size: number;
  /** In milliseconds. */
  readonly modified: number;
}

/** Files that have changed: `kind` is absent where one is gone, `was` where it is new. */
export interface FileChange<Kind extends string> {
  readonly path: string;
  readonly kind?: Kind;
  readonly was?: Kind;
}

/** Notes what differs between the files that are known and those that are shown to it one after the other. */
export interface FileComparison<Kind extends string> {
  /** Looks at a file; they come in the order of the bytes of their paths. */
  readonly look: (file: FileLook<Kind>) => void;
  /** Ends the comparison: what was not shown is gone. */
  readonly end: () => void;
}

/**
 * Begins a comparison. Only a file whose size or time differs is read, and one that holds the same bytes as before has not changed. A time
 * counts as proof only if it lay far enough back when the file was read, as in git's index: within the clock's
 * granularity a second change would leave no trace. What differs is kept for `takeChanges`; the table of files is read along once.
 */
export function compareFiles<Kind extends string>(
  database: DatabaseSync,
  contentFolder: string,
): FileComparison<Kind> {
  database.exec("DELETE FROM found_change");
  // left open by a caller that takes back all that it does
  const isInside = database.isTransaction;
  const begin = (): void => {
    if (!database.isTransaction) database.exec("BEGIN");
  };
  const known = knownFiles(database);
  let next = known.next();
  const note = statement(database, "INSERT INTO found_change VALUES (?, ?, ?, ?, ?, ?, ?)");
  const gone = ({ path, kind }: KnownFile): void => {
    begin();
    note.run(path, null, kind, null, null, null, null);
  };
  const differs = (file: FileLook<Kind>, before: KnownFile | undefined): void => {
    const { path, kind, size, modified } = file;
    const isNew = isRecent(modified);
    const isFile = modified !== 0;
    const sha256 = isFile ? hashOf(`${contentFolder}/${path}`) : undefined;
    const isDoubtful = isFile && (sha256 === undefined || isNew);
    begin();
    const time = [size, modified, sha256 ?? null, isDoubtful ? 1 : 0];
    note.run(path, kind, before?.kind ?? null, ...time);
  };
  return {
    look: (file) => {
      while (next.done !== true && next.value.path !== file.path) {
        if (byBytes(next.value.path, file.path) > 0) break;
        gone(next.value);
        next = known.next();
      }
      if (next.done === true || next.value.path !== file.path) {
        differs(file, undefined);
        return;
      }
      const before = next.value;
      next = known.next();
      const isSame =
        before.size === file.size &&
        before.modified === file.modified &&
        before.kind === file.kind &&
        before.doubtful === 0;
      if (!isSame) differs(file, before);
    },
    end: () => {
      for (; next.done !== true; next = known.next()) gone(next.value);
      if (database.isTransaction) settleTouched(database);
      if (database.isTransaction && !isInside) database.exec("COMMIT");
    },
  };
}

interface KnownFile {
  readonly path: string;
  readonly kind: string;
  readonly size: number;
  readonly modified: number;
  readonly doubtful: number;
}

function* knownFiles(database: DatabaseSync): Generator<KnownFile, undefined> {
  const rows = database.prepare(
    "SELECT path, kind, size, modified, doubtful FROM file ORDER BY path",
  );
  rows.setReturnArrays(true);
  // rows are arrays now, in the order of the columns
  for (const row of rows.iterate() as Iterable<unknown> as Iterable<
    readonly [string, string, number, number, number]
  >) {
    yield { path: row[0], kind: row[1], size: row[2], modified: row[3], doubtful: row[4] };
  }
  return undefined;
}

/** A file that was touched and holds what it held has not changed; from now on its new time is known. */
function settleTouched(database: DatabaseSync): void {
  const isSame = "found.kind = file.kind AND found.sha256 IS file.sha256";
  database.exec(`
    UPDATE file SET size = found.size, modified = found.modified, doubtful = found.doubtful
      FROM found_change found WHERE found.path = file.path AND ${isSame};
    DELETE FROM found_change WHERE path IN (
      SELECT found.path FROM found_change found JOIN file USING (path) WHERE ${isSame});`);
}

/** Returns whether anything was found to have changed, now or earlier, that nobody has made use of. */
export function hasChanges(database: DatabaseSync): boolean {
  const found = "SELECT 1 FROM found_change UNION ALL SELECT 1 FROM change LIMIT 1";
  return database.prepare(found).get() !== undefined;
}

/** Takes what the last comparison found for known from now on; it waits to be made use of, also by a later run. */
export function takeChanges(database: DatabaseSync): void {
  database.exec(`
    INSERT INTO change SELECT path, kind, was FROM found_change WHERE true
      ON CONFLICT DO UPDATE SET kind = excluded.kind;
    DELETE FROM change WHERE kind IS NULL AND was IS NULL;
    INSERT OR REPLACE INTO file SELECT path, kind, size, modified, sha256, doubtful FROM found_change WHERE kind IS NOT NULL;
    DELETE FROM file WHERE path IN (SELECT path FROM found_change WHERE kind IS NULL);
    DELETE FROM found_change;`);
}

/** Yields the changes that wait and are to, or were, files of one kind, in the order of the bytes of their paths. */
export function* changesOf<Kind extends string>(
  database: DatabaseSync,
  kind: Kind,
): Generator<FileChange<Kind>> {
  const rows = database
    .prepare("SELECT path, kind, was FROM change WHERE kind = ?1 OR was = ?1 ORDER BY path")
    .iterate(kind);
  for (const row of rows) {
    const [now, was] = [row["kind"], row["was"]];
    yield {
      path: String(row["path"]),
      // `compareFiles` wrote kinds of its own type
      ...(now !== null && { kind: now as Kind }),
      ...(was !== null && { was: was as Kind }),
    };
  }
}

/** Forgets the changes of some kinds: use has been made of them. */
export function forgetChanges(database: DatabaseSync, ...kinds: readonly string[]): void {
  const forget = statement(database, "DELETE FROM change WHERE coalesce(kind, was) = ?");
  for (const kind of kinds) forget.run(kind);
}

/** Takes a file that the program itself has just written for known. */
export function knowFile(
  database: DatabaseSync,
  contentFolder: string,
  { path, kind, text }: { readonly path: string; readonly kind: string; readonly text: string },
): void {
  const { size, mtimeMs } = statSync(`${contentFolder}/${path}`);
  const sha256 = createHash("sha256").update(text).digest("hex");
  statement(database, "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)").run(
    path,
    kind,
    size,
    mtimeMs,
    sha256,
    isRecent(mtimeMs) ? 1 : 0,
  );
}

/** Returns the size and hash of a file as it was last looked into; the hash is absent where it cannot be read. */
export function knownFile(
  database: DatabaseSync,
  path: string,
): { readonly size: number; readonly sha256?: string } | undefined {
  const row = statement(database, "SELECT size, sha256 FROM file WHERE path = ?").get(path);
  if (row === undefined) return undefined;
  const { size, sha256 } = row;
  return { size: Number(size), ...(typeof sha256 === "string" && { sha256 }) };
}

/** Returns the files below a folder that are neither sources nor articles, by path. */
export function filesBeside(
  database: DatabaseSync,
  kind: string,
  folder: string,
): readonly string[] {
  return database
    .prepare(
      "SELECT path FROM file WHERE kind NOT IN ('source', 'article') AND kind = ?1 AND path > ?2 || '/' AND path < ?2 || '0' ORDER BY path",
    )
    .all(kind, folder)
    .map(({ path }) => String(path));
}

/** Returns whether there is any source. */
export function hasSources(database: DatabaseSync): boolean {
  const find =
    "SELECT 1 FROM file WHERE path > 'sources/' AND path < 'sources0' AND kind = 'source' LIMIT 1";
  return database.prepare(find).get() !== undefined;
}

/** Returns the sources of more than so many bytes, by path. */
export function sourcesAbove(
  database: DatabaseSync,
  bytes: number,
): readonly { readonly path: string; readonly size: number }[] {
  // only with this condition is its index used
  const indexed = bytes >= LARGE ? `AND size > ${LARGE}` : "";
  return database
    .prepare(
      `SELECT path, size FROM file WHERE kind = 'source' ${indexed} AND size > ? ORDER BY path`,
    )
    .all(bytes)
    .map(({ path, size }) => ({ path: String(path), size: Number(size) }));
}

/** Clocks of kernels tick every ten milliseconds at the most, those of some disks every two seconds. */
const TICK = 20;
const COARSE_TICK = 2000;
const SECOND = 1000;

function isRecent(modified: number): boolean {
  const tick = modified % SECOND === 0 ? COARSE_TICK : TICK;
  return modified > Date.now() - tick;
}

/** Read in pieces, for a crawl may be larger than memory. */
const PIECE = Buffer.alloc(1 << 18);

/** Returns the SHA-256 of a file; `undefined` where it cannot be read. */
function hashOf(path: string): string | undefined {
  try {
    const file = openSync(path, "r");
    try {
      const digest = createHash("sha256");
      for (let read = readSync(file, PIECE); read > 0; read = readSync(file, PIECE))
        digest.update(PIECE.subarray(0, read));
      return digest.digest("hex");
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
