/** Which stories does the archive tell, and what is related to what? Look-ups. */
import type { DatabaseSync } from "node:sqlite";
import type { ArchiveEvent } from "../event-model.ts";
import type { Relation, Story } from "../story-model.ts";
import { parsed, statement } from "./statements.ts";

/** Yields what happened when, by what articles tell, in the order of time. */
export function* allEvents(database: DatabaseSync): Generator<ArchiveEvent> {
  const rows = database
    .prepare("SELECT json FROM event ORDER BY first, last DESC, value, number")
    .iterate();
  for (const row of rows) yield parsed<ArchiveEvent>(row);
}

/** Returns the articles that are related to an article, the nearest first. */
export function relationsOf(database: DatabaseSync, article: string): readonly Relation[] {
  const row = statement(database, "SELECT json FROM relation WHERE article = ?").get(article);
  return row === undefined ? [] : parsed<readonly Relation[]>(row);
}

/** Returns the slugs of all stories. */
export function storySlugs(database: DatabaseSync): readonly string[] {
  return statement(database, "SELECT slug FROM story ORDER BY slug")
    .all()
    .map((row) => String(row["slug"]));
}

/** Returns the story of a slug. */
export function storyWith(database: DatabaseSync, slug: string): Story | undefined {
  const row = statement(database, "SELECT json FROM story WHERE slug = ?").get(slug);
  return row && parsed<Story>(row);
}

/** Returns the slug of the story that an article is in. */
export function storyOf(database: DatabaseSync, article: string): string | undefined {
  const row = statement(database, "SELECT slug FROM story_member WHERE article = ?").get(article);
  return row === undefined ? undefined : String(row["slug"]);
}
