/** Where does import keep what it needs beside the articles: base copies, conflicts and refusals, former versions? Stage 3. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { onDisk } from "../text/disk-error.ts";
import type { Conflict } from "./merge.ts";
import type { Refused } from "./merge-fields.ts";
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

/** The name of an article's file, and the one that it had at the last import, if its editor has renamed it. */
export interface ArticleNames {
  readonly path: string;
  readonly renamedFrom?: string;
}

/** Returns the name under which its copy as imported is kept. */
export function copyName(contentFolder: string, names: ArticleNames): string {
  return keptUnder(contentFolder, names, importedPath);
}

/** Until it is moved, what is kept beside a renamed article is under its old name; a killed import has moved a part. */
function keptUnder(
  contentFolder: string,
  { path, renamedFrom = path }: ArticleNames,
  place: (path: string) => string,
): string {
  return existsSync(join(contentFolder, place(path))) ? path : renamedFrom;
}

/**
 * Returns the file that a text of an article becomes when it is laid by as a former version; `undefined` where the
 * last one laid by is that text already, as after an import that was killed. The versions of an article whose editor
 * has renamed it are still `keptUnder` its former name.
 */
export function nextVersion(
  contentFolder: string,
  names: ArticleNames,
  text: string,
): string | undefined {
  const kept = keptUnder(contentFolder, names, versionsFolder);
  const last = listVersions(contentFolder, kept).at(-1);
  if (last !== undefined && readIfThere(join(contentFolder, last.path)) === text) return undefined;
  return `${versionsFolder(names.path)}/${(last?.number ?? 0) + 1}.md`;
}

/** What import remembers of an article that its editor has changed. */
export interface MergeMemory {
  /** Those that are open. */
  readonly conflicts: readonly Conflict[];
  /** What the editor took out of lists. */
  readonly refused: Refused;
}

const NOTHING: MergeMemory = { conflicts: [], refused: {} };

const note = z.strictObject({
  conflicts: z.array(
    z.strictObject({
      place: z.string(),
      standing: z.string().optional(),
      incoming: z.string().optional(),
    }),
  ),
  refused: z.record(z.string(), z.array(z.unknown())),
});

/** Returns what the last import remembered of an article; nothing where that cannot be read. */
export function readMemory(contentFolder: string, names: ArticleNames): MergeMemory {
  const kept = keptUnder(contentFolder, names, conflictsPath);
  const text = readIfThere(join(contentFolder, conflictsPath(kept)));
  if (text === undefined) return NOTHING;
  try {
    // optional keys that are absent stay absent: zod adds none
    return note.parse(JSON.parse(text)) as MergeMemory;
  } catch {
    // somebody has spoilt our own note; no words of the editor's hang on it
    return NOTHING;
  }
}

/** Remembers something of an article; with nothing to remember, forgets it. */
export function writeMemory(contentFolder: string, path: string, memory: MergeMemory): void {
  const file = join(contentFolder, conflictsPath(path));
  const isNothing = memory.conflicts.length === 0 && Object.keys(memory.refused).length === 0;
  const text = isNothing ? undefined : `${JSON.stringify(memory, undefined, 1)}\n`;
  if (text === readIfThere(file)) return;
  if (text === undefined) onDisk(file, () => rmSync(file, { force: true }));
  else writeWhole(file, text);
}

/**
 * Moves what is kept beside an article that its editor has renamed; what stands there already stays. The copy goes last:
 * by its old name a run that was killed is known to have something left to move.
 */
export function moveCopies(
  contentFolder: string,
  { path, renamedFrom = path }: ArticleNames,
): void {
  for (const place of [conflictsPath, versionsFolder, importedPath]) {
    const [old, fresh] = [
      join(contentFolder, place(renamedFrom)),
      join(contentFolder, place(path)),
    ];
    if (!existsSync(old) || existsSync(fresh)) continue;
    onDisk(fresh, () => {
      mkdirSync(dirname(fresh), { recursive: true });
      renameSync(old, fresh);
    });
  }
}
