/** Which Markdown files has the editor put straight into a folder, and what do they say? Stage 1. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { onDisk } from "../text/disk-error.ts";
import { FOLDER_NOTE } from "./source-names.ts";

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

/**
 * Returns the Markdown files of a folder by name; none where there is no folder. Folders, and files whose names do not end in
 * `.md` or start with a dot, and `README.md`, are passed over. Throws a `CliError` where one cannot be read.
 */
export function readMarkdownFolder(folder: string): readonly MarkdownFile[] {
  if (!existsSync(folder)) return [];
  return onDisk(folder, () => readdirSync(folder))
    .filter((name) => name.endsWith(".md") && !name.startsWith(".") && name !== FOLDER_NOTE)
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true)
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return { name, path, text: onDisk(path, () => readFileSync(path, "utf8")) };
    });
}
