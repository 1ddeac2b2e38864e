/** What has changed in the content folder since the last build, and did that leave anything undone? Before any stage, with next to no modules. */

import { countChangedArticles } from "./catalog/article-files.ts";
import { compareFiles, hasChanges } from "./catalog/files.ts";
import { countDueFiles } from "./catalog/sources.ts";
import { stateOf } from "./catalog/state.ts";
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

/** Returns whether an import has to be run whatever has changed: an earlier one, or what follows it, has left something undone. */
export function isImportDue(database: Database): boolean {
  if (stateOf(database, "importing") !== undefined || countDueFiles(database) > 0) return true;
  return countChangedArticles(database) > 0;
}
