/** Which files does an editor keep in the content folder, and how do they lie there? Stage 1: names, sizes and times, and no bytes. */
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, sep } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { byBytes } from "../text/fold.ts";
import { FOLDER_NOTE, isFolderOfPage, isSourceName } from "./source-names.ts";

/** Below the content folder. */
export const SOURCES_FOLDER = "sources";

/**
 * What a file is by where it lies. `stray`: beside sources or records, and none of them; `link`: one that is not followed; `locked`:
 * a folder of sources that cannot be read.
 */
export type FileKind =
  | "settings"
  | "decisions"
  | "source"
  | "article"
  | "version"
  | "page"
  | "person"
  | "place"
  | "topic"
  | "words"
  | "stray"
  | "link"
  | "locked";

/** A file as it lies there now, or what stands in the place of one. */
export interface ContentFile {
  /** Relative to the content folder, with forward slashes; of a folder that is passed over with one at its end. */
  readonly path: string;
  readonly kind: FileKind;
  /** In bytes; 0 of what is no file or cannot be looked at. */
  readonly size: number;
  /** When it was changed last, in milliseconds, as finely as the disk tells. */
  readonly modified: number;
  /** Why a folder is `locked`. */
  readonly cause?: unknown;
}

/** What is done with each file. */
type Visit = (file: ContentFile) => void;

/**
 * Gives every file that a build reads to `visit`, in the order of the bytes of their paths: settings, decisions, sources, articles, their
 * former versions, records and free pages, with what lies beside those and is none. Hidden ones are passed over. Each file
 * is looked at once and none is opened.
 * @throws CliError if there is no folder `sources/`, or it cannot be read.
 */
export function walkContent(contentFolder: string, visit: Visit): void {
  for (const [name, walk] of PARTS) walk(contentFolder, name, visit);
}

/** In the order of the bytes of their names. */
const PARTS: readonly (readonly [
  name: string,
  walk: (contentFolder: string, name: string, visit: Visit) => void,
])[] = [
  ["archive.yml", singleFile("settings")],
  ["articles", markdownBelow("article")],
  ["decisions.yml", singleFile("decisions")],
  ["pages", recordsIn("page")],
  ["people", recordsIn("person")],
  ["places", recordsIn("place")],
  [SOURCES_FOLDER, (contentFolder, _, visit) => walkSources(contentFolder, visit)],
  ["topics", recordsIn("topic")],
  ["versions", markdownBelow("version")],
  ["words", wordFiles],
];

/**
 * Gives each file below `sources/` to `visit`, in the order of the bytes of their paths: regular files, and links to such inside
 * `sources/`, are sources if they are named as such. The folder of a saved page is a stray, and what is in it is not looked at.
 * @throws CliError if there is no folder `sources/`, or it cannot be read.
 */
export function walkSources(contentFolder: string, visit: Visit): void {
  const root = join(contentFolder, SOURCES_FOLDER);
  if (statsOf(root)?.isDirectory() !== true) {
    throw new CliError(
      `no folder ${root}: expected the article texts there, as .txt files; create it and put them in`,
    );
  }
  const realRoot = onDisk(root, () => realpathSync(root));
  const entries = onDisk(root, () => readdirSync(root, { withFileTypes: true }));
  walkSourceEntries({ contentFolder, realRoot, visit }, SOURCES_FOLDER, entries);
}

interface SourceWalk {
  readonly contentFolder: string;
  readonly realRoot: string;
  readonly visit: Visit;
}

function walkSourceEntries(walk: SourceWalk, folder: string, entries: readonly Dirent[]): void {
  const { contentFolder, visit } = walk;
  const names = entries.some((entry) => entry.isDirectory()) ? entries.map(({ name }) => name) : [];
  for (const entry of inOrder(entries)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (isFolderOfPage(entry.name, names)) visit(noFile(`${path}/`, "stray"));
      else walkSourceFolder(walk, path);
    } else if (entry.isSymbolicLink() && !isFileInside(walk, path)) {
      visit(noFile(path, "link"));
    } else if (isSourceName(entry.name) && (entry.isFile() || entry.isSymbolicLink())) {
      // what goes away or may not be looked at is told of when it is read
      visit(fileOf(path, "source", statsOf(`${contentFolder}/${path}`)));
    } else {
      visit(noFile(path, "stray"));
    }
  }
}

function walkSourceFolder(walk: SourceWalk, folder: string): void {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(join(walk.contentFolder, folder), { withFileTypes: true });
  } catch (cause) {
    walk.visit({ ...noFile(`${folder}/`, "locked"), cause });
    return;
  }
  walkSourceEntries(walk, folder, entries);
}

type Part = (typeof PARTS)[number][1];

function singleFile(kind: FileKind): Part {
  return (contentFolder, name, visit) => {
    const stats = statsOf(join(contentFolder, name));
    if (stats?.isFile()) visit(fileOf(name, kind, stats));
  };
}

/** Markdown files in a folder and in those below it; links are not followed. */
function markdownBelow(kind: FileKind): Part {
  return function walk(contentFolder, folder, visit) {
    for (const entry of inOrder(entriesOf(contentFolder, folder))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(contentFolder, path, visit);
      else if (entry.isFile() && entry.name.endsWith(".md"))
        visit(fileOf(path, kind, statsOf(`${contentFolder}/${path}`)));
    }
  };
}

/** The files of words, one a language. */
function wordFiles(contentFolder: string, folder: string, visit: Visit): void {
  for (const entry of inOrder(entriesOf(contentFolder, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile() && entry.name.endsWith(".yml"))
      visit(fileOf(path, "words", statsOf(`${contentFolder}/${path}`)));
  }
}

/** Markdown files straight in a folder, and what lies beside them. */
function recordsIn(kind: FileKind): Part {
  return (contentFolder, folder, visit) => {
    for (const entry of inOrder(entriesOf(contentFolder, folder))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(noFile(`${path}/`, "stray"));
      else if (!entry.name.endsWith(".md")) visit(noFile(path, "stray"));
      else {
        const stats = statsOf(`${contentFolder}/${path}`);
        if (stats?.isFile()) visit(fileOf(path, kind, stats));
      }
    }
  };
}

function entriesOf(contentFolder: string, folder: string): readonly Dirent[] {
  const path = join(contentFolder, folder);
  if (statsOf(path)?.isDirectory() !== true) return [];
  return onDisk(path, () => readdirSync(path, { withFileTypes: true }));
}

/** So that paths come in the order of their bytes: a folder is before and behind others as its name with a slash is. */
function inOrder(entries: readonly Dirent[]): readonly Dirent[] {
  const keyed = entries
    .filter(({ name }) => !name.startsWith(".") && name !== FOLDER_NOTE)
    .map((entry) => ({ entry, key: entry.isDirectory() ? `${entry.name}/` : entry.name }));
  return keyed.sort((a, b) => byBytes(a.key, b.key)).map(({ entry }) => entry);
}

function isFileInside({ contentFolder, realRoot }: SourceWalk, path: string): boolean {
  const file = join(contentFolder, path);
  if (statsOf(file)?.isFile() !== true) return false;
  return realpathSync(file).startsWith(realRoot + sep);
}

function fileOf(path: string, kind: FileKind, stats: Stats | undefined): ContentFile {
  return { path, kind, size: stats?.size ?? 0, modified: stats?.mtimeMs ?? 0 };
}

function noFile(path: string, kind: FileKind): ContentFile {
  return { path, kind, size: 0, modified: 0 };
}

/** A link may lead to nothing, or in a circle. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
