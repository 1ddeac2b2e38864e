/** Has an archive that was linked again and again as it changed the same stories, relations, events, copies and remarks as one that is linked at once? */
import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { IN_MEMORY, openDatabase } from "../src/catalog/database.ts";
import { inTransaction } from "../src/catalog/statements.ts";
import { linkStories, removeStoryFacts, writeStoryFacts } from "../src/linked-stories.ts";
import { EditedArchive, type EditedArticle } from "./support/edited-archive.ts";

/** What linking writes, for others to read. */
const WRITTEN = ["story", "story_member", "relation", "event", "event_report", "copy", "remark"];
/** What it keeps for itself. */
const KEPT = [
  "near",
  "vector",
  "trait",
  "holder",
  "leading",
  "body_text",
  "body_run",
  "phrase_fact",
];

/** So many changes at once that all is made anew, though there is something already. */
const MANY = 90;
const MANY_AT = 12;

function put(database: DatabaseSync, { article, named }: EditedArticle): void {
  writeStoryFacts(database, article);
  const now = new Map(
    named.map(({ kind, slug, mentions, inHeadline }) => {
      const sentences = inHeadline ? [{ anchor: "headline", text: "", words: [] }] : [];
      const appearance = { kind, slug, article: article.path, mentions, sentences };
      return [`${kind} ${slug}`, { kind, slug, json: JSON.stringify(appearance) }];
    }),
  );
  const known = database
    .prepare("SELECT kind, slug FROM appearance WHERE article = ?")
    .all(article.path);
  for (const { kind, slug } of known)
    if (!now.has(`${kind} ${slug}`))
      database
        .prepare("DELETE FROM appearance WHERE kind = ? AND slug = ? AND article = ?")
        .run(String(kind), String(slug), article.path);
  for (const { kind, slug, json } of now.values())
    database
      .prepare(
        `INSERT INTO appearance (kind, slug, article, quotations, roles, json) VALUES (?, ?, ?, 0, 0, ?)
         ON CONFLICT DO UPDATE SET json = excluded.json WHERE json IS NOT excluded.json`,
      )
      .run(kind, slug, article.path, json);
}

function drop(database: DatabaseSync, path: string): void {
  removeStoryFacts(database, path);
  database.prepare("DELETE FROM appearance WHERE article = ?").run(path);
}

function link(database: DatabaseSync, { articles, rulings }: EditedArchive): void {
  linkStories(database, {
    decisions: { stories: rulings },
    topics: { definitions: [] },
    articleOf: (path) => articles.get(path)?.article,
  });
}

function rowsOf(database: DatabaseSync, tables: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    tables.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  );
}

function fromNothing(archive: EditedArchive): DatabaseSync {
  const database = openDatabase(IN_MEMORY);
  inTransaction(database, () => {
    for (const article of archive.articles.values()) put(database, article);
    link(database, archive);
  });
  return database;
}

for (const seed of [1, 2]) {
  test(`after many changes all is as if linked at once (seed ${seed})`, () => {
    const archive = new EditedArchive(seed, 130);
    const database = fromNothing(archive);
    assert.ok(Number(database.prepare("SELECT count(*) AS n FROM story").get()?.["n"]) > 3);
    for (let step = 0; step < 25; step++) {
      inTransaction(database, () => {
        for (let count = step === MANY_AT ? MANY : 1 + (step % 4); count > 0; count--)
          for (const path of archive.change()) {
            const article = archive.articles.get(path);
            if (article === undefined) drop(database, path);
            else put(database, article);
          }
        link(database, archive);
      });
      const fresh = fromNothing(archive);
      for (const tables of [KEPT, WRITTEN])
        assert.deepEqual(rowsOf(database, tables), rowsOf(fresh, tables), `step ${step}`);
      fresh.close();
    }
    database.close();
  });
}
