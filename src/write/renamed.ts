/** Which article files has an editor renamed since the last import? Stage 3. */
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { onDisk } from "../text/disk-error.ts";
import { importedPath } from "./article-copies.ts";
import { parseArticleFile } from "./article-file.ts";
import type { Standing } from "./source-match.ts";
import { readIfThere } from "./whole-files.ts";

/**
 * Returns the articles that stand under another name than import gave them, each with the name under which its copy
 * is kept: a copy without a file belongs to the file without a copy that has its address. By new path.
 */
export function renamedArticles(
  contentFolder: string,
  standing: readonly Standing[],
): ReadonlyMap<string, string> {
  const folder = join(contentFolder, importedPath(""));
  const withoutCopy = standing.filter(({ path }) => !existsSync(join(folder, path)));
  if (withoutCopy.length === 0 || !existsSync(folder)) return new Map();
  const there = new Set(standing.map(({ path }) => path));
  const byAddress = new Map<string, string>();
  for (const path of filesBelow(folder)) {
    if (there.has(path) || existsSync(join(contentFolder, path))) continue;
    const copy = parseArticleFile(readIfThere(join(folder, path)) ?? "", path);
    if ("front" in copy) byAddress.set(copy.front.address, path);
  }
  return new Map(
    withoutCopy.flatMap(({ path, front }) => {
      const from = byAddress.get(front.address);
      return from === undefined ? [] : [[path, from] as const];
    }),
  );
}

function filesBelow(folder: string): readonly string[] {
  return onDisk(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
