/** Which Markdown files have been added, changed or taken away, and what do they say? What stands comes into the catalogue, before any import. */

import {
  type ArticleFileRow,
  articleFile,
  dropArticleFile,
  noteChangedArticle,
  putArticleFile,
  putCopy,
  stirPlace,
} from "./catalog/article-files.ts";
import { changesOf } from "./catalog/files.ts";
import { replaceRemarks } from "./catalog/remarks.ts";
import { dueByArticle, stirMatch } from "./catalog/sources.ts";
import type { Database } from "./catalog/statements.ts";
import type { FrontMatter, MarkdownArticle } from "./model.ts";
import type { FileKind } from "./read/content-walk.ts";
import { freePageSlug } from "./read/free-pages.ts";
import { foldPlace } from "./text/fold.ts";
import { sourceName } from "./text/source-name.ts";
import { forgetPlace } from "./usable-articles.ts";
import { importedFront, listArticles, readArticle, readImported } from "./write/article-folder.ts";

/** Returns the owner of the remark that a Markdown file cannot be used. */
function articleOwner(path: string): string {
  return `write/${path}`;
}

/**
 * Reads the changed Markdown files into the catalogue. Articles and sources that their names and hashes connect are stirred for matching;
 * the later stages are to look at each.
 */
export function takeInArticles(content: string, database: Database): void {
  for (const { path, kind } of changesOf<FileKind>(database, "article")) {
    stirOf(database, articleFile(database, path));
    if (kind === "article") {
      putArticleFile(database, readRow(content, database, path));
      stirOf(database, articleFile(database, path));
    } else {
      dropArticleFile(database, path);
      replaceRemarks(database, articleOwner(path), []);
      forgetPlace(database, path);
    }
    noteChangedArticle(database, path);
  }
  for (const { path } of changesOf<FileKind>(database, "version")) {
    const article = path.replace(/^versions\//, "articles/").replace(/\/[^/]+$/, ".md");
    if (articleFile(database, article) !== undefined) noteChangedArticle(database, article);
  }
  for (const { path, kind } of changesOf<FileKind>(database, "page")) {
    stirPlace(database, foldPlace(`/${freePageSlug(path)}/`));
    if (kind === undefined) forgetPlace(database, path);
  }
}

/** Has the sources looked at again whose articles' files have changed. */
export function dueByArticles(database: Database): void {
  for (const { path } of changesOf<FileKind>(database, "article")) dueByArticle(database, path);
}

/** Notes the copies of articles whose files are gone, where the catalogue has been made anew and knows of none. */
export function takeInCopies(content: string, database: Database): void {
  for (const path of listArticles(content, "imported")) {
    if (articleFile(database, path) !== undefined) continue;
    const copy = readImported(content, path);
    if (copy !== undefined && "front" in copy) putCopy(database, path, copy.front.address);
  }
}

function readRow(content: string, database: Database, path: string): ArticleFileRow {
  const read = readArticle(content, path);
  if ("front" in read) {
    replaceRemarks(database, articleOwner(path), []);
    if (read.imported !== undefined) putCopy(database, path, read.imported.address);
    return rowOf(read);
  }
  replaceRemarks(database, articleOwner(path), [read]);
  const front = importedFront(content, path);
  if (front !== undefined) putCopy(database, path, front.address);
  return front === undefined
    ? { path, isReadable: false, isDraft: false, isWithdrawn: false }
    : { ...rowOf({ path, front }), isReadable: false };
}

/** Returns what the catalogue keeps of a Markdown file that can be read. */
export function rowOf({
  path,
  front,
  imported,
}: Pick<MarkdownArticle, "path" | "front" | "imported">): ArticleFileRow {
  const { address, headline, published } = front;
  // where its editor has deleted that line, the copy tells
  const source: FrontMatter["source"] = front.source ?? imported?.source;
  return {
    path,
    isReadable: true,
    address,
    headline,
    ...(published !== undefined && { published }),
    ...(source !== undefined && {
      source: sourceName(source.file, source.item),
      sha256: source.sha256,
    }),
    isDraft: front.draft === true,
    isWithdrawn: front.withdrawn !== undefined,
  };
}

function stirOf(database: Database, row: ArticleFileRow | undefined): void {
  if (row?.source !== undefined) stirMatch(database, `n${row.source}`);
  if (row?.sha256 !== undefined) stirMatch(database, `h${row.sha256}`);
}
