/** How does a site that stands become searchable? Stage 8, after its pages are in place: only shards that have changed are indexed again. */
import type { Progress } from "./archive-import.ts";
import { headAt, pathAt } from "./catalog/reading-articles.ts";
import {
  forgetDue,
  forgetSearched,
  keepShards,
  noteSearched,
  pagesDue,
  searchedArchive,
  standingShards,
} from "./catalog/shards.ts";
import { setState } from "./catalog/state.ts";
import { type Database, inTransaction } from "./catalog/statements.ts";
import { indexJoined } from "./joined-results.ts";
import type { Page } from "./page-model.ts";
import { openSite, type SiteChanges } from "./publish/site.ts";
import { addressOf, filePathOf } from "./render/urls.ts";
import { type ChangedShard, changedShards, indexShards } from "./search/index-shards.ts";
import { searchedDigest } from "./search/searched-part.ts";
import { monthOf } from "./search/shards.ts";
import { type ArticlePlace, pagesIn } from "./search/site-search.ts";
import { byBytes } from "./text/fold.ts";

/** Where the indexes stand in a site. */
export const SEARCH_FOLDER = "pagefind/";

/** How a site is made searchable. */
interface SearchingOptions {
  readonly language: string;
  readonly progress: Progress;
  /** Whether files of the indexes may have been altered or lost. */
  readonly isSuspect: boolean;
}

/** Indexes what has changed of the articles on a site and puts the indexes in place. */
export async function searchSite(
  database: Database,
  output: string,
  { language, progress, isSuspect }: SearchingOptions,
): Promise<SiteChanges> {
  const writer = await openSite(output, { isSuspect });
  const htmlOf = pagesIn(output);
  try {
    noteAllAgain(database, htmlOf);
    const standing = standingShards(database);
    const report = await indexShards({
      archive: searchedArchive(database),
      standing,
      htmlOf,
      language,
      indexOf: (shard, digest) => indexJoined(database, shard, digest),
      write: ({ path, bytes }) => writer.write(path, bytes),
      onTotal: (articles) => progress.start("Indexing for search", articles),
      onProgress: (articles) => progress.step(articles),
    });
    progress.done();
    for (const path of report.remove) writer.remove(path);
    // of indexes that the catalogue does not know nothing is left
    if (standing.digests.size === 0) writer.removeOthers((path) => !path.startsWith(SEARCH_FOLDER));
    const changes = await writer.commit();
    keepShards(database, report);
    setState(database, "site", changes.digest);
    return changes;
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/** Returns the shards that `searchSite` would index now, newest first. */
export function shardsToIndex(
  database: Database,
  output: string,
  language: string,
): readonly ChangedShard[] {
  const htmlOf = pagesIn(output);
  noteAllAgain(database, htmlOf);
  const archive = searchedArchive(database);
  return changedShards({ archive, standing: standingShards(database), htmlOf, language });
}

function noteAllAgain(database: Database, htmlOf: (path: string) => string): void {
  inTransaction(database, () => {
    for (const path of pagesDue(database)) noteAgain(database, path, htmlOf);
    forgetDue(database);
  });
}

/** Notes what of an article's page is searched now, or that there is no such page any more. */
function noteAgain(database: Database, path: string, htmlOf: (path: string) => string): void {
  const article = pathAt(database, addressOf(path));
  const head = article === undefined ? undefined : headAt(database, article);
  if (head === undefined) forgetSearched(database, path);
  else {
    const digest = searchedDigest(htmlOf(path));
    noteSearched(database, { path, month: monthOf(head.entry.date), digest });
  }
}

/** Returns the pages that search covers, which are all articles, sorted by the bytes of their files. */
export function articlePlaces(pages: readonly Page[]): readonly ArticlePlace[] {
  return pages
    .filter((page) => page.kind === "article")
    .map(({ address, date }) => ({ path: filePathOf(address), date }))
    .sort((a, b) => byBytes(a.path, b.path));
}
