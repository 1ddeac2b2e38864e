/** What lies beside the editor's records and pages, and is none? Stage 1. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../model.ts";
import { onDisk } from "../text/disk-error.ts";

/** Folders of Markdown files that the editor writes, below the content folder. */
const FOLDERS = ["pages", "people", "places", "topics"];

/**
 * Returns a warning `read/not-a-record` for each file in the editor's folders whose name does not end in `.md`, and for each folder in
 * them: `topics/locks.txt` would be obeyed by nobody. Hidden ones are passed over.
 */
export function strayRecords(contentFolder: string): readonly Diagnostic[] {
  return FOLDERS.flatMap((folder) => {
    const path = join(contentFolder, folder);
    if (!existsSync(path)) return [];
    return onDisk(path, () => readdirSync(path, { withFileTypes: true }))
      .filter((entry) => !entry.name.startsWith("."))
      .filter((entry) => entry.isDirectory() || !entry.name.endsWith(".md"))
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort()
      .map((name) => stray(`${folder}/${name}`, folder));
  });
}

function stray(file: string, folder: string): Diagnostic {
  return {
    severity: "warning",
    rule: "read/not-a-record",
    file,
    message: `passed over: expected Markdown files straight in ${folder}/, under names ending in .md; rename or move what is meant to be read`,
  };
}
