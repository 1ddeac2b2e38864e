/** What has been recognised before, and in what? So that no text is recognised twice. */
import type { DatabaseSync } from "node:sqlite";
import type { Annotations, ArchiveArticle } from "../model.ts";
import { parsed, statement } from "./statements.ts";

/**
 * `annotation`: what import has recognised, until the article itself holds it. `annotated`: the key of the annotations that an article
 * holds. A key stands for all that they depend on.
 */
export const ANNOTATION_TABLES = `
CREATE TABLE annotation (article TEXT PRIMARY KEY, key TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE annotated (article TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
`;

/** Returns the annotations of an article that were made under a key, if they are still known. */
export function annotationsOf(
  database: DatabaseSync,
  article: string,
  key: string,
): Annotations | undefined {
  const kept = statement(database, "SELECT json FROM annotation WHERE article = ? AND key = ?");
  const fresh = kept.get(article, key);
  // `keepAnnotations` wrote it
  if (fresh !== undefined) return parsed<Annotations>(fresh);
  const known = statement(
    database,
    "SELECT json FROM annotated JOIN article ON article.path = annotated.article WHERE annotated.article = ? AND key = ?",
  ).get(article, key);
  // an article's row holds the article
  return known && parsed<ArchiveArticle>(known).annotations;
}

/** Keeps annotations until the article holds them. */
export function keepAnnotations(
  database: DatabaseSync,
  article: string,
  made: { readonly key: string; readonly annotations: Annotations },
): void {
  statement(database, "INSERT OR REPLACE INTO annotation VALUES (?, ?, ?)").run(
    article,
    made.key,
    JSON.stringify(made.annotations),
  );
}

/** Notes under which key the annotations were made that an article holds now; without one, that it holds none. */
export function settleAnnotations(database: DatabaseSync, article: string, key?: string): void {
  statement(database, "DELETE FROM annotation WHERE article = ?").run(article);
  if (key === undefined)
    statement(database, "DELETE FROM annotated WHERE article = ?").run(article);
  else statement(database, "INSERT OR REPLACE INTO annotated VALUES (?, ?)").run(article, key);
}
