/** Where does import keep what it needs beside the articles: base copies, open conflicts, former versions? Stage 3. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { onDisk } from "../text/disk-error.ts";
import type { Conflict } from "./merge.ts";
import { readIfThere, writeWhole } from "./whole-files.ts";

/** Each file as import wrote it last: a file that differs from its copy has been edited. */
const IMPORTED = ".backfile/imported";
const CONFLICTS = ".backfile/conflicts";
/** What import had made of sources that have changed since; kept for good, so not in `.backfile`. */
const VERSIONS = "versions";
const VERSION_NAME = /^(?<number>[1-9]\d*)\.md$/;

/** A former version of an article: its number, from 1, and its file relative to the content folder. */
export interface VersionFile {
  readonly number: number;
  readonly path: string;
}

/** Returns where the copy of an article as imported stands, relative to the content folder. */
export function importedPath(path: string): string {
  return `${IMPORTED}/${path}`;
}

function conflictsPath(path: string): string {
  return `${CONFLICTS}/${path}.json`;
}

function versionsFolder(path: string): string {
  return `${VERSIONS}/${path.replace(/^articles\//, "").replace(/\.md$/, "")}`;
}

/** Returns the former versions of an article, the oldest first. */
export function listVersions(contentFolder: string, path: string): readonly VersionFile[] {
  const folder = versionsFolder(path);
  const onThisDisk = join(contentFolder, folder);
  if (!existsSync(onThisDisk)) return [];
  return onDisk(onThisDisk, () => readdirSync(onThisDisk))
    .flatMap((name) => {
      const number = VERSION_NAME.exec(name)?.groups?.["number"];
      return number === undefined ? [] : [{ number: Number(number), path: `${folder}/${name}` }];
    })
    .sort((a, b) => a.number - b.number);
}

/**
 * Returns the file that a text of an article becomes when it is laid by as a former version; `undefined` where the
 * last one laid by is that text already, as after an import that was killed. The versions of an article whose editor
 * has renamed it are still `keptUnder` its former name.
 */
export function nextVersion(
  contentFolder: string,
  { path, keptUnder = path }: { readonly path: string; readonly keptUnder?: string },
  text: string,
): string | undefined {
  const last = listVersions(contentFolder, keptUnder).at(-1);
  if (last !== undefined && readIfThere(join(contentFolder, last.path)) === text) return undefined;
  return `${versionsFolder(path)}/${(last?.number ?? 0) + 1}.md`;
}

const conflicts = z.array(
  z.strictObject({
    place: z.string(),
    standing: z.string().optional(),
    incoming: z.string().optional(),
  }),
);

/** Returns the conflicts that the last import left open in an article; none where no list can be read. */
export function readConflicts(contentFolder: string, path: string): readonly Conflict[] {
  const text = readIfThere(join(contentFolder, conflictsPath(path)));
  if (text === undefined) return [];
  try {
    // optional keys that are absent stay absent: zod adds none
    return conflicts.parse(JSON.parse(text)) as readonly Conflict[];
  } catch {
    // derived, and found again by the next change of the source; nothing hangs on it
    return [];
  }
}

/** Remembers the open conflicts of an article; with none, forgets it. */
export function writeConflicts(
  contentFolder: string,
  path: string,
  open: readonly Conflict[],
): void {
  const file = join(contentFolder, conflictsPath(path));
  if (open.length === 0) onDisk(file, () => rmSync(file, { force: true }));
  else writeWhole(file, `${JSON.stringify(open, undefined, 1)}\n`);
}

/** Moves what is kept beside an article that its editor has renamed; what stands there already stays. */
export function moveCopies(contentFolder: string, from: string, to: string): void {
  for (const place of [importedPath, conflictsPath, versionsFolder]) {
    const [old, fresh] = [join(contentFolder, place(from)), join(contentFolder, place(to))];
    if (!existsSync(old) || existsSync(fresh)) continue;
    onDisk(fresh, () => {
      mkdirSync(dirname(fresh), { recursive: true });
      renameSync(old, fresh);
    });
  }
}
