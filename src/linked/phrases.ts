/** Which phrases recur in the archive as it is now? Stage 5 over the tables: counted in a part of it that does not grow with it. */
import { createHash } from "node:crypto";
import { articleCount } from "../catalog/nearness.ts";
import {
  articlesBelow,
  dropPhraseFact,
  dropPhraseFactsFrom,
  keepPhraseState,
  phraseFacts,
  phraseState,
  putPhraseFact,
  withoutPhraseFact,
} from "../catalog/phrase-facts.ts";
import { replaceRemarks } from "../catalog/remarks.ts";
import { type Database, storedJson } from "../catalog/statements.ts";
import { type PhraseFacts, phraseFactsOf } from "../link/phrase-words.ts";
import { knownPhrasesText, recurringPhrases, sentenceAt } from "../link/recurring-phrases.ts";
import type { ArchiveArticle } from "../model.ts";
import type { ArchiveTopics } from "../settings-model.ts";
import { hashOf } from "../text/number-hash.ts";

/** So many articles are looked at, at most: those of which the hash of the file's name is smallest, so that the choice depends on nothing else. */
const MOST_LOOKED_AT = 2048;
const BITS = 53;

/** Keeps the words of an article, if it is one of those that may be looked at. */
export function putPhrases(database: Database, article: ArchiveArticle): void {
  const number = hashOf(article.path);
  // while articles come in, at least twice as many as will be looked at
  const halvings = Math.floor(Math.log2(Math.max(1, articleCount(database) / MOST_LOOKED_AT))) - 1;
  if (number >= boundOf(Math.max(0, halvings))) return;
  if (write(database, number, article)) keepPhraseState(database, "stale", "yes");
}

/** Forgets the words of an article. */
export function dropPhrases(database: Database, path: string): void {
  if (dropPhraseFact(database, hashOf(path))) keepPhraseState(database, "stale", "yes");
}

function write(database: Database, number: number, article: ArchiveArticle): boolean {
  const { path, sortKey, address } = article;
  return putPhraseFact(database, {
    article: number,
    path,
    ordered: `${sortKey} ${address}`,
    json: JSON.stringify(phraseFactsOf(article)),
  });
}

/** How far the numbers of articles go after so many halvings. */
function boundOf(halvings: number): number {
  return 2 ** (BITS - halvings);
}

/**
 * Finds the recurring phrases anew if an article that is looked at has changed, or what topics say. `articleOf` is asked for the few articles from which a sentence is
 * shown, and for those that are looked at since others have gone.
 */
export function updatePhrases(
  database: Database,
  topics: Pick<ArchiveTopics, "definitions">,
  articleOf: (path: string) => ArchiveArticle | undefined,
): void {
  const isOther = choose(database, articleOf);
  const known = createHash("sha256").update(knownPhrasesText(topics)).digest("hex");
  const isStale = phraseState(database, "stale") === "yes";
  if (!isOther && !isStale && phraseState(database, "known") === known) return;
  const articles = phraseFacts(database).map(({ path, json }) => ({
    path,
    // `write` made it
    facts: storedJson(json) as PhraseFacts,
    citeAt: (start: number) => {
      const article = articleOf(path);
      return article && sentenceAt(article, start);
    },
  }));
  replaceRemarks(
    database,
    "link/phrases",
    recurringPhrases(articles, topics, articleCount(database)),
  );
  keepPhraseState(database, "known", known);
  keepPhraseState(database, "stale", "no");
}

/** Sees to it that words are kept of those that are to be looked at, and of no others. Returns whether they are others than before. */
function choose(
  database: Database,
  articleOf: (path: string) => ArchiveArticle | undefined,
): boolean {
  const isTooMany = (halvings: number): boolean =>
    articlesBelow(database, boundOf(halvings), MOST_LOOKED_AT + 1) > MOST_LOOKED_AT;
  let halvings = Number(phraseState(database, "halvings") ?? 0);
  while (isTooMany(halvings)) halvings += 1;
  while (halvings > 0 && !isTooMany(halvings - 1)) halvings -= 1;
  keepPhraseState(database, "halvings", String(halvings));
  const bound = boundOf(halvings);
  let isOther = dropPhraseFactsFrom(database, bound);
  for (const path of withoutPhraseFact(database, bound)) {
    const article = articleOf(path);
    if (article !== undefined && write(database, hashOf(path), article)) isOther = true;
  }
  return isOther;
}
