/** What has changed in the content folder since the last build? Before any stage, with next to no modules. */

import { compareFiles, hasChanges } from "./catalog/files.ts";
import type { Database } from "./catalog/statements.ts";
import { type FileKind, walkContent } from "./read/content-walk.ts";

/** What a survey has found; what changed in detail is in the catalogue, see `changesOf`. */
export interface Survey {
  /** Whether files have changed since they were last made use of, in this survey or in an earlier one. */
  readonly hasChanged: boolean;
}

/**
 * Compares the content folder with what the catalogue knows of it: sizes and times of all files, and the bytes of those that differ in them.
 * Takes one look at each file, and as much memory as the names in the largest folder. Where nothing differs, nothing is
 * written. Throws a `CliError` where there is no folder `sources/`, or a folder cannot be read.
 */
export function surveyContent(content: string, database: Database): Survey {
  const { look, end } = compareFiles<FileKind>(database, content);
  walkContent(content, look);
  end();
  return { hasChanged: hasChanges(database) };
}
