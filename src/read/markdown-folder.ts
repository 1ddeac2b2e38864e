/** Which Markdown files has the editor put straight into a folder, and what do they say? Stage 1. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { onDisk } from "../text/disk-error.ts";

/** Folders of Markdown files that the editor writes, below the content folder. */
export const EDITORS_FOLDERS: readonly string[] = ["pages", "people", "places", "topics"];

/** A file as it stands, decoded as UTF-8. */
export interface MarkdownFile {
  /** Without its folder: `about.md`. */
  readonly name: string;
  /** With its folder, as messages name it. */
  readonly path: string;
  readonly text: string;
}

/** What lies straight in a folder, by name. */
interface FolderNames {
  readonly markdown: readonly string[];
  /** Other files, and folders with a `/` behind them. */
  readonly others: readonly string[];
}

/**
 * Returns the Markdown files of a folder by name; none where there is no folder. Folders, and files whose names do not end in
 * `.md` or start with a dot, are passed over. Throws a `CliError` where one cannot be read.
 */
export function readMarkdownFolder(folder: string): readonly MarkdownFile[] {
  return namesIn(folder).markdown.map((name) => {
    const path = join(folder, name);
    return { name, path, text: onDisk(path, () => readFileSync(path, "utf8")) };
  });
}

/** Returns the names in a folder, none where there is no folder; hidden ones, and links `.md` that lead to no file, are passed over. */
export function namesIn(folder: string): FolderNames {
  if (!existsSync(folder)) return { markdown: [], others: [] };
  const markdown: string[] = [];
  const others: string[] = [];
  for (const entry of onDisk(folder, () => readdirSync(folder, { withFileTypes: true }))) {
    const { name } = entry;
    if (name.startsWith(".")) continue;
    if (entry.isDirectory()) others.push(`${name}/`);
    else if (!name.endsWith(".md")) others.push(name);
    else if (isFile(join(folder, name))) markdown.push(name);
  }
  return { markdown: markdown.sort(), others: others.sort() };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
