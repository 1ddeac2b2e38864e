/** Which of the articles that stand can be shown, and what is wrong with the rest? Between stages 3 and 4. */

import {
  type ArticleFileRow,
  type ArticleStatus,
  articleFilesAt,
  nextStirredPlace,
  setStatus,
} from "./catalog/article-files.ts";
import { remarksOf, replaceRemarks } from "./catalog/remarks.ts";
import type { Database } from "./catalog/statements.ts";
import type { ArchiveArticle, Diagnostic, FreeText, MarkdownArticle } from "./model.ts";
import { addressFaults } from "./pages/addresses.ts";
import { sortKeyOf } from "./text/dates.ts";
import { documentOfMarkdown } from "./text/document.ts";
import { foldPlace } from "./text/fold.ts";
import { groupBy } from "./text/grouping.ts";
import { type ArticleFolder, sharedAddresses } from "./write/article-folder.ts";

/** What of an archive can be shown, and what is wrong with the rest. */
export interface UsableArticles {
  readonly published: readonly MarkdownArticle[];
  /** A withdrawn article says nothing any more, on no page but its own. */
  readonly withdrawn: readonly MarkdownArticle[];
  readonly freePages: readonly FreeText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the articles and free pages that can be shown, without drafts; what cannot is named in `diagnostics`. */
export function usableArticles(
  standing: ArticleFolder,
  freeTexts: readonly FreeText[],
): UsableArticles {
  const unusable = new Set(standing.diagnostics.map(({ file }) => file));
  const finished = standing.articles.filter(
    ({ path, front }) => !unusable.has(path) && front.draft !== true,
  );
  const misplaced = addressFaults(finished, freeTexts);
  const setAside = new Set(misplaced.map(({ file }) => file));
  const shown = finished.filter(({ path }) => !setAside.has(path));
  return {
    published: shown.filter(({ front }) => front.withdrawn === undefined),
    withdrawn: shown.filter(({ front }) => front.withdrawn !== undefined),
    freePages: freeTexts.filter(({ file }) => !setAside.has(file)),
    diagnostics: [...standing.diagnostics, ...misplaced],
  };
}

/** Returns the owner of the remark that the site cannot give an article or free page its address. */
function placeOwner(file: string): string {
  return `pages/addresses/${file}`;
}

/** Returns the owner of the remark that an article has another one's address. */
function sharedOwner(path: string): string {
  return `write/addresses/${path}`;
}

/**
 * Notes in the catalogue which articles can be shown, and what is wrong with the others, wherever something has changed at an address: all
 * that want one address, but for its case, are looked at together, so that the result is that of `usableArticles` for the whole archive.
 */
export function judgeStirred(database: Database, freeTexts: readonly FreeText[]): void {
  const pages = groupBy(freeTexts, ({ slug }) => foldPlace(`/${slug}/`));
  for (
    let place = nextStirredPlace(database);
    place !== undefined;
    place = nextStirredPlace(database)
  ) {
    judgePlace(database, articleFilesAt(database, place), pages.get(place) ?? []);
  }
}

function judgePlace(
  database: Database,
  rows: readonly ArticleFileRow[],
  freeTexts: readonly FreeText[],
): void {
  const readable = rows.filter(({ isReadable }) => isReadable).map(withAddress);
  const shared = remarksByFile(sharedAddresses(readable));
  const finished = readable.filter(({ path, row }) => !shared.has(path) && !row.isDraft);
  const misplaced = remarksByFile(addressFaults(finished, freeTexts));
  const shown = new Set(finished.map(({ path }) => path).filter((path) => !misplaced.has(path)));
  for (const row of rows) {
    const { path } = row;
    replaceRemarks(database, sharedOwner(path), shared.get(path) ?? []);
    replaceRemarks(database, placeOwner(path), misplaced.get(path) ?? []);
    setStatus(database, path, shown.has(path) ? statusOf(row) : "hidden");
  }
  for (const { file } of freeTexts)
    replaceRemarks(database, placeOwner(file), misplaced.get(file) ?? []);
}

function withAddress(row: ArticleFileRow) {
  return { path: row.path, front: { address: row.address ?? "" }, row };
}

function statusOf({ isWithdrawn }: ArticleFileRow): ArticleStatus {
  return isWithdrawn ? "withdrawn" : "published";
}

function remarksByFile(remarks: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  return groupBy(remarks, ({ file }) => file);
}

/** Forgets what was remarked on the address of an article or free page that is gone. */
export function forgetPlace(database: Database, file: string): void {
  replaceRemarks(database, sharedOwner(file), []);
  replaceRemarks(database, placeOwner(file), []);
}

/** Returns the free pages that the site can give their addresses, when all changes have been judged. */
export function usableFreePages(
  database: Database,
  freeTexts: readonly FreeText[],
): readonly FreeText[] {
  return freeTexts.filter(({ file }) => remarksOf(database, placeOwner(file)).length === 0);
}

/** Returns an article with its text as recognisers and comparisons read it. */
export function withDocument({
  path,
  front,
  body,
}: MarkdownArticle): Pick<ArchiveArticle, "path" | "front" | "document" | "sortKey"> {
  const { document } = documentOfMarkdown(front, body);
  return { path, front, document, sortKey: sortKeyOf(front.published, front.zone) };
}
