/** How do an article's names come into the catalogue? Written when it is recognised; from then on linking reads no article. */

import {
  dropLinkedArticle,
  putLinkedArticle,
  replaceHints,
  replaceSightings,
} from "../catalog/sightings.ts";
import type { Database } from "../catalog/statements.ts";
import { factsOf } from "../link/article-facts.ts";
import type { ArchiveArticle } from "../model.ts";

/** Puts what an article says of names in the place of what it said; what differs is linked by the next `linkNames`. */
export function writeSightings(database: Database, article: ArchiveArticle): void {
  const { sightings, hints, topics, sortKey } = factsOf(article);
  const { path } = article;
  putLinkedArticle(database, { article: path, sortKey, topics: JSON.stringify(topics) });
  const kinds = ["person", "organisation", "place"] as const;
  replaceSightings(database, { article: path, sortKey }, kinds, sightings);
  replaceHints(database, path, hints);
}

/** Takes out all that an article said, if there is any. */
export function removeSightings(database: Database, path: string): void {
  dropLinkedArticle(database, path);
}
