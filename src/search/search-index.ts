/** How is the site searched without a server? Stage 8: an index by Pagefind's Node API. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import { visibleText } from "../text/invisible.ts";

/** A page to index, as it stands on the site. */
export interface IndexedPage {
  /** Relative to the site's folder: `2022/01/26/x/index.html`. */
  readonly path: string;
  readonly html: string;
}

/** A file of the index, below `pagefind/`. */
export interface IndexFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Milliseconds after which a call to Pagefind counts as dead; its API never settles on a full disk. */
const DEADLINE = 120_000;

/** Returns the HTML of a page that waits in a file. */
export function readPage(file: string): string {
  return readFileSync(file, "utf8");
}

/**
 * Returns the files of a search index over pages, which must come in the order of their paths: Pagefind
 * numbers pages as they come, and the same order gives the same bytes. Only what the pages mark with
 * `data-pagefind-body` is indexed. All languages share one index, stemmed as `language`.
 */
export async function indexPages(
  pages: Iterable<IndexedPage>,
  language: string,
  onProgress: (indexed: number) => void,
): Promise<readonly IndexFile[]> {
  try {
    const { index, errors } = await inTime(createIndex({ forceLanguage: stemmedAs(language) }));
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
    let before = "";
    for (const { path, html } of pages) {
      if (path < before)
        throw new Error(`${path} comes after ${before}: pages to index must be sorted`);
      before = path;
      const added = await inTime(
        // who looks for a word types it without its soft hyphens
        index.addHTMLFile({ sourcePath: path, content: visibleText(html) }),
      );
      if (added.errors.length > 0)
        throw new Error(`Pagefind refused ${path}: ${added.errors.join("; ")}`);
      onProgress(1);
    }
    const { files, errors: failures } = await inTime(index.getFiles());
    if (failures.length > 0) throw new Error(`Pagefind made no index: ${failures.join("; ")}`);
    return files
      .filter(({ path }) => !UNUSED.test(path))
      .map(({ path, content }) => ({ path: `pagefind/${path}`, bytes: content }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

/**
 * Indexes pages that stand in a folder and writes the index beside them, for a site that Eleventy wrote
 * by itself. Returns the index's files; paths are relative to the folder.
 */
export async function writeSearchIndex(
  folder: string,
  paths: readonly string[],
  language: string,
): Promise<readonly string[]> {
  const pages = [...paths]
    .sort()
    .map((path) => ({ path, html: readFileSync(join(folder, path), "utf8") }));
  const files = await indexPages(pages, language, () => {});
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return files.map(({ path }) => path);
}

/** Pagefind knows languages without their regions: `pt-BR` is `pt`, `fil` is not `fi`. */
function stemmedAs(language: string): string {
  return language.split("-", 1)[0] ?? language;
}

/** Pagefind's own interfaces; the site has its own. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/;

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error("Pagefind did not answer within two minutes")),
      DEADLINE,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
