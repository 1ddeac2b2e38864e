/** Under which name is the copy kept of an article whose file its editor has renamed? Stage 3. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { importedPath } from "./article-copies.ts";

/**
 * Returns the name that an article's file had at the last import, if it has no copy under its own; `stranded` are copies of its address
 * whose files are gone, and the first that is there still is its.
 */
export function formerName(
  contentFolder: string,
  path: string,
  stranded: () => readonly string[],
): string | undefined {
  const hasCopy = (name: string): boolean => existsSync(join(contentFolder, importedPath(name)));
  return hasCopy(path) ? undefined : stranded().find(hasCopy);
}
