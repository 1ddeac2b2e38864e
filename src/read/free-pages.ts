/** Which free pages has the editor written? Stage 1: reads `content/pages/*.md`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { FreeText } from "../model.ts";
import { slugOf } from "../text/slug.ts";

const TITLE = /^#\s+(?<title>[^\n]+)\n*/;

/** Returns the free pages of a content folder by name; none where it has no `pages` folder. */
export function readFreePages(contentFolder: string): readonly FreeText[] {
  const folder = join(contentFolder, "pages");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && !name.startsWith("."))
    .sort()
    .map((name) => {
      const markdown = readFileSync(join(folder, name), "utf8").replace(/\r\n?/g, "\n");
      const title = TITLE.exec(markdown)?.groups?.["title"]?.trim();
      const file = basename(name, ".md");
      return {
        slug: slugOf(file),
        title: title ?? file,
        text: markdown.replace(TITLE, ""),
      };
    })
    .filter(({ slug }) => slug !== "");
}
