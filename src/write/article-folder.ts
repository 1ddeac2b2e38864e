/** Which Markdown articles stand in `content/articles/`? Stage 3. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Diagnostic, FrontMatter, MarkdownArticle } from "../model.ts";
import { onDisk } from "../text/disk-error.ts";
import { importedPath, readMemory } from "./article-copies.ts";
import { parseArticleFile } from "./article-file.ts";
import type { Refused } from "./merge-fields.ts";
import { readIfThere } from "./whole-files.ts";

const ARTICLES = "articles";
/** Articles as they were before their sources changed. */
const VERSIONS = "versions";

/** A file that cannot be read as an article, and what the last import wrote above it, if its copy tells. */
export interface UnreadableArticle {
  readonly path: string;
  readonly front?: FrontMatter;
}

/** What stands in the folder, in the order of the paths. */
export interface ArticleFolder {
  readonly articles: readonly MarkdownArticle[];
  readonly unreadable: readonly UnreadableArticle[];
  /** Files that cannot be used, each with its line. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns all Markdown articles of a content folder; none where there is no `articles` folder yet. */
export function readArticles(contentFolder: string): ArticleFolder {
  const articles: MarkdownArticle[] = [];
  const unreadable: UnreadableArticle[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of listArticles(contentFolder)) {
    const read = readArticle(contentFolder, path);
    if ("severity" in read) {
      diagnostics.push(read);
      const front = importedFront(contentFolder, path);
      unreadable.push({ path, ...(front && { front }) });
    } else articles.push(read);
  }
  return { articles, unreadable, diagnostics: [...diagnostics, ...sharedAddresses(articles)] };
}

/**
 * Returns the paths of all Markdown articles of a content folder, sorted; `versions`: of the former ones;
 * `imported`: those of which there is a copy as the last import wrote them, by their names then.
 */
export function listArticles(
  contentFolder: string,
  which: "standing" | "versions" | "imported" = "standing",
): readonly string[] {
  if (which === "imported")
    return markdownFilesBelow(join(contentFolder, importedPath("")), ARTICLES);
  return markdownFilesBelow(contentFolder, which === "versions" ? VERSIONS : ARTICLES);
}

/** Returns the article in a Markdown file at a path that `listArticles` gave, or why there is none. */
export function readArticle(contentFolder: string, path: string): MarkdownArticle | Diagnostic {
  const setAside = (rule: string, message: string): Diagnostic => ({
    severity: "set-aside",
    rule,
    file: path,
    message,
  });
  let bytes: Uint8Array;
  let text: string;
  try {
    bytes = readFileSync(join(contentFolder, path));
  } catch {
    return setAside("write/unreadable", "cannot be read; mend its permissions");
  }
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return setAside(
      "write/encoding",
      `expected UTF-8, found ${isUtf16(bytes) ? "utf-16" : "another encoding"}; save the file as UTF-8`,
    );
  }
  const read = parseArticleFile(text, path);
  if ("severity" in read) return read;
  const copy = readIfThere(join(contentFolder, importedPath(path)));
  // what nobody has edited says what import wrote
  const imported = copy === text ? read.front : importedFront(contentFolder, path);
  if (imported === undefined) return read;
  const { refused } = readMemory(contentFolder, { path });
  return { ...read, imported: withRefused(imported, refused) };
}

/** A name that the editor took out stays one that he has ruled on when import lists it no longer. */
function withRefused(imported: FrontMatter, refused: Refused): FrontMatter {
  const lists = Object.entries(refused).map(([field, entries]) => {
    // import refuses entries of lists only
    const listed = (imported[field as keyof FrontMatter] ?? []) as readonly unknown[];
    return [field, [...listed, ...entries]];
  });
  return { ...imported, ...Object.fromEntries(lists) };
}

/** As some editors on Windows save what they call Unicode, with a byte order mark. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/**
 * Returns an article as the last import wrote it; `undefined` where no copy of that is left, and a diagnostic that
 * names the copy where it cannot be read.
 */
export function readImported(
  contentFolder: string,
  path: string,
): MarkdownArticle | Diagnostic | undefined {
  const copy = readIfThere(join(contentFolder, importedPath(path)));
  if (copy === undefined) return undefined;
  const read = parseArticleFile(copy, path);
  return "front" in read ? read : { ...read, file: importedPath(path) };
}

/** Returns what the last import wrote above a file's body; its copy is always whole, whatever became of the file. */
export function importedFront(contentFolder: string, path: string): FrontMatter | undefined {
  const read = readImported(contentFolder, path);
  return read !== undefined && "front" in read ? read.front : undefined;
}

function markdownFilesBelow(contentFolder: string, folder: string): string[] {
  const path = join(contentFolder, folder);
  if (!existsSync(path)) return [];
  return onDisk(path, () => readdirSync(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) =>
      relative(contentFolder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    )
    .filter((name) => !name.split("/").some((part) => part.startsWith(".")))
    .sort();
}

/** Returns a remark on each article that has the address of another one before it. */
export function sharedAddresses(
  articles: readonly { readonly path: string; readonly front: Pick<FrontMatter, "address"> }[],
): readonly Diagnostic[] {
  const holders = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, front } of articles) {
    const holder = holders.get(front.address);
    if (holder === undefined) {
      holders.set(front.address, path);
      continue;
    }
    diagnostics.push({
      severity: "set-aside",
      rule: "write/shared-address",
      file: path,
      message: `has the address ${front.address} of ${holder}; give one of them another \`address\``,
    });
  }
  return diagnostics;
}
