/** What do articles tell together: events, stories, copies, what is related, phrases that recur? Stage 5 over the catalogue's tables. */

import { dropBody, putBody } from "./catalog/copies.ts";
import { NearnessTables } from "./catalog/nearness.ts";
import type { Database } from "./catalog/statements.ts";
import { putTimeReports } from "./catalog/time-reports.ts";
import { reportsIn } from "./link/events.ts";
import type { LinkedEntity } from "./link/linked-entity.ts";
import {
  ageOf,
  type ComparedArticle,
  comparedBody,
  FEWEST_WORDS_NEAR,
  FEWEST_WORDS_SAME,
} from "./link/near-duplicates.ts";
import { storyFactsOf } from "./link/story-facts.ts";
import { updateCopies } from "./linked/copies.ts";
import { updateEvents } from "./linked/events.ts";
import { updateNearness } from "./linked/nearness.ts";
import { dropPhrases, putPhrases, updatePhrases } from "./linked/phrases.ts";
import { type ToldTogether, toldTogether } from "./linked/whole.ts";
import type { ArchiveArticle, Diagnostic } from "./model.ts";
import type { ArchiveTopics, Decisions } from "./settings-model.ts";
import { hashOf } from "./text/number-hash.ts";

/** What the editor has laid down that linking obeys, and how a whole article is come by, of which few are asked for. */
export interface StoriesLinkedBy {
  readonly topics: Pick<ArchiveTopics, "definitions">;
  readonly decisions: Pick<Decisions, "stories">;
  /** Returns the article of a Markdown file as it is recognised now. */
  readonly articleOf: (path: string) => ArchiveArticle | undefined;
}

/** Keeps what must be known of an article's text to link it with others: when it is new, or has been recognised anew. */
export function writeStoryFacts(database: Database, article: ArchiveArticle): void {
  const { path, address, document } = article;
  const { time, words } = storyFactsOf(article);
  const { dateline } = document;
  new NearnessTables(database).writeFact({
    article: hashOf(path),
    path,
    address,
    time,
    dateline:
      dateline === undefined ? null : JSON.stringify({ start: dateline.start, end: dateline.end }),
    words: JSON.stringify(words),
  });
  putTimeReports(database, article, reportsIn(article));
  writeBody(database, article);
  putPhrases(database, article);
}

function writeBody(database: Database, article: ComparedArticle): void {
  const { path, front } = article;
  const { runs, words, whole } = comparedBody(article);
  if (words < FEWEST_WORDS_SAME) {
    dropBody(database, path);
    return;
  }
  const { headline, address } = front;
  const body = { article: path, text: hashOf(whole), age: ageOf(article), headline, address };
  putBody(database, body, words < FEWEST_WORDS_NEAR ? undefined : runs);
}

/** Forgets what was kept of an article that is gone. */
export function removeStoryFacts(database: Database, path: string): void {
  new NearnessTables(database).removeFact(hashOf(path), path);
  putTimeReports(database, { path, address: "", sortKey: "" }, []);
  dropBody(database, path);
  dropPhrases(database, path);
}

/**
 * Links all articles of which the tables know facts: what has been touched since the last time, and what that changes. Writes events, copies, stories, relations and
 * remarks where they differ. To be called after names are linked, within a transaction.
 */
export function linkStories(
  database: Database,
  { decisions, topics, articleOf }: StoriesLinkedBy,
): void {
  updateEvents(database);
  const copies = updateCopies(database);
  updateNearness(database, decisions.stories, { copies });
  updatePhrases(database, topics, articleOf);
}

/** Returns what articles tell together that stand in no catalogue, with the names linked in them. */
export function storiesTogether(
  articles: readonly ArchiveArticle[],
  entities: readonly LinkedEntity[],
  by: Omit<StoriesLinkedBy, "articleOf">,
): ToldTogether {
  const known = new Map(articles.map((article) => [article.path, article]));
  return toldTogether(articles, entities, {
    put: writeStoryFacts,
    link: (database) => linkStories(database, { ...by, articleOf: (path) => known.get(path) }),
  });
}

/** Returns a remark on each article that repeats an earlier one (`link/duplicate`, `link/near-duplicate`), of articles that stand in no catalogue. */
export function duplicateRemarks(articles: readonly ComparedArticle[]): readonly Diagnostic[] {
  const link = (database: Database): void => void updateCopies(database);
  return toldTogether(articles, [], { put: writeBody, link }).remarks;
}
