/** What lies beside the editor's records and pages, and is none? Stage 1. */
import { join } from "node:path";
import type { Diagnostic } from "../model.ts";
import { EDITORS_FOLDERS, namesIn } from "./markdown-folder.ts";

/**
 * Returns a warning `read/not-a-record` for each file in the editor's folders whose name does not end in `.md`, and for each folder in
 * them: `topics/locks.txt` would be obeyed by nobody. Hidden ones are passed over.
 */
export function strayRecords(contentFolder: string): readonly Diagnostic[] {
  return EDITORS_FOLDERS.flatMap((folder) =>
    namesIn(join(contentFolder, folder)).others.map((name) => stray(`${folder}/${name}`, folder)),
  );
}

function stray(file: string, folder: string): Diagnostic {
  return {
    severity: "warning",
    rule: "read/not-a-record",
    file,
    message: `passed over: expected Markdown files straight in ${folder}/, under names ending in .md; rename or move what is meant to be read`,
  };
}
