/** What do articles tell together: events, stories, copies, what is related, phrases that recur? Stage 5 over the catalogue's tables. */
import type { DatabaseSync } from "node:sqlite";
import { dropBody, putBody } from "./catalog/copies.ts";
import { NearnessTables } from "./catalog/nearness.ts";
import { putTimeReports } from "./catalog/time-reports.ts";
import { reportsIn } from "./link/events.ts";
import {
  ageOf,
  comparedBody,
  FEWEST_WORDS_NEAR,
  FEWEST_WORDS_SAME,
} from "./link/near-duplicates.ts";
import { storyFactsOf } from "./link/story-facts.ts";
import { updateCopies } from "./linked/copies.ts";
import { updateEvents } from "./linked/events.ts";
import { updateNearness } from "./linked/nearness.ts";
import type { ArchiveArticle } from "./model.ts";
import type { ArchiveSettings, ArchiveTopics, Decisions } from "./settings-model.ts";
import { hashOf } from "./text/number-hash.ts";

/** What the editor has laid down that linking obeys. */
export interface StoriesLinkedBy {
  readonly settings: ArchiveSettings;
  readonly topics: ArchiveTopics;
  readonly decisions: Decisions;
}

/** Keeps what must be known of an article's text to link it with others: when it is new, or has been recognised anew. */
export function writeStoryFacts(database: DatabaseSync, article: ArchiveArticle): void {
  const { path, address, document, front } = article;
  const { time, words } = storyFactsOf(article);
  const { dateline } = document;
  new NearnessTables(database).writeFact({
    article: hashOf(path),
    path,
    address,
    time,
    dateline:
      dateline === undefined
        ? null
        : JSON.stringify({ start: dateline.start, end: dateline.end }),
    words: JSON.stringify(words),
  });
  putTimeReports(database, article, reportsIn(article));
  const { runs, words: length, whole } = comparedBody(article);
  if (length < FEWEST_WORDS_SAME) dropBody(database, path);
  else
    putBody(
      database,
      { article: path, text: hashOf(whole), age: ageOf(article), headline: front.headline, address },
      length < FEWEST_WORDS_NEAR ? undefined : runs,
    );
}

/** Forgets what was kept of an article that is gone. */
export function removeStoryFacts(database: DatabaseSync, path: string): void {
  new NearnessTables(database).removeFact(hashOf(path), path);
  putTimeReports(database, { path, address: "", sortKey: "" }, []);
  dropBody(database, path);
}

/**
 * Links all articles of which the tables know facts: what has been touched since the last time, and what that changes. Writes events, copies, stories, relations and
 * remarks where they differ. To be called after names are linked, within a transaction.
 */
export function linkStories(
  database: DatabaseSync,
  { decisions }: Pick<StoriesLinkedBy, "decisions">,
): void {
  updateEvents(database);
  const copies = updateCopies(database);
  updateNearness(database, decisions.stories, { copies });
}
