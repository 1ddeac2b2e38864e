/** How does a test fill a catalogue with what it wants to have been found? */
import type { DatabaseSync } from "node:sqlite";
import { dropArticle, putArticle } from "../../src/catalog/articles.ts";
import { type MovedEntity, putAppearance, putEntity } from "../../src/catalog/entities.ts";
import { inTransaction, statement } from "../../src/catalog/statements.ts";
import { putEvent, putRelations, putStory } from "../../src/catalog/stories.ts";
import type { ArchiveEvent } from "../../src/event-model.ts";
import type { Appearance, ArchiveArticle, Entity } from "../../src/model.ts";
import type { ArticleHead } from "../../src/page-parts.ts";
import type { ArchiveStories } from "../../src/story-model.ts";

/** What linking found, before it is in the catalogue. */
export interface LinkedFindings {
  readonly linked: Iterable<{
    readonly entity: Entity;
    readonly appearances: readonly Appearance[];
  }>;
  readonly events: Iterable<ArchiveEvent>;
  readonly moved: Iterable<MovedEntity>;
  readonly told?: ArchiveStories;
}

/** All that a build found out of an archive that is given whole. */
export interface Findings extends LinkedFindings {
  readonly articles: Iterable<ArchiveArticle>;
}

/** Puts in all articles and what linking found: rows that are as they were stay untouched, and those that are not among them go. */
export function fillCatalogue(
  database: DatabaseSync,
  found: Findings,
  headOf: (article: ArchiveArticle) => ArticleHead,
): void {
  inTransaction(database, () => fillArticles(database, found.articles, headOf));
  fillLinked(database, found);
}

/** What linking found in all articles. */
function fillLinked(database: DatabaseSync, found: LinkedFindings): void {
  inTransaction(database, () => {
    fillEntities(database, found);
    fillEvents(database, found.events);
    fillStories(database, found.told ?? { stories: [], relations: new Map() });
  });
}

function fillArticles(
  database: DatabaseSync,
  articles: Iterable<ArchiveArticle>,
  headOf: (article: ArchiveArticle) => ArticleHead,
): void {
  const kept = new Kept(database, "article", ["path"]);
  const rows = [...articles];
  for (const article of rows) kept.add(article.path);
  for (const row of kept.gone()) dropArticle(database, row[0] ?? "");
  for (const article of rows) putArticle(database, { article, head: headOf(article) });
}

function fillEntities(
  database: DatabaseSync,
  { linked, moved }: Pick<Findings, "linked" | "moved">,
): void {
  const entities = new Kept(database, "entity", ["kind", "slug"]);
  const places = new Kept(database, "appearance", ["kind", "slug", "article"]);
  for (const { entity, appearances } of linked) {
    putEntity(database, entity);
    entities.add(entity.kind, entity.slug);
    for (const appearance of appearances) {
      putAppearance(database, appearance);
      places.add(appearance.kind, appearance.slug, appearance.article);
    }
  }
  entities.deleteRest();
  places.deleteRest();
  const former = new Kept(database, "moved", ["kind", "former"]);
  for (const { kind, from, to } of moved) {
    statement(
      database,
      "INSERT INTO moved VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET now = excluded.now WHERE now IS NOT excluded.now",
    ).run(kind, from, to);
    former.add(kind, from);
  }
  former.deleteRest();
}

function fillEvents(database: DatabaseSync, events: Iterable<ArchiveEvent>): void {
  const kept = new Kept(database, "event", ["value", "number"]);
  const reports = new Kept(database, "event_report", ["article", "value", "number"]);
  let before: string | undefined;
  let number = 0;
  for (const event of events) {
    number = event.value === before ? number + 1 : 0;
    before = event.value;
    putEvent(database, event, number);
    kept.add(event.value, number);
    for (const { article } of event.reports) reports.add(article, event.value, number);
  }
  kept.deleteRest();
  reports.deleteRest();
}

function fillStories(database: DatabaseSync, { stories, relations }: ArchiveStories): void {
  const kept = new Kept(database, "story", ["slug"]);
  const members = new Kept(database, "story_member", ["article"]);
  for (const story of stories) {
    putStory(database, story);
    kept.add(story.slug);
    for (const { article } of story.members) members.add(article);
  }
  kept.deleteRest();
  members.deleteRest();
  const related = new Kept(database, "relation", ["article"]);
  for (const [article, those] of relations) {
    putRelations(database, article, those);
    related.add(article);
  }
  related.deleteRest();
}

/** Keys of a table's rows that stay, so that the others can be found. */
class Kept {
  readonly #database: DatabaseSync;
  readonly #table: string;
  readonly #columns: readonly string[];

  constructor(database: DatabaseSync, table: string, columns: readonly string[]) {
    this.#database = database;
    this.#table = table;
    this.#columns = columns;
    const names = columns.join(", ");
    database.exec(`
      CREATE TEMP TABLE IF NOT EXISTS kept_${table} (${names}, PRIMARY KEY (${names})) WITHOUT ROWID;
      DELETE FROM kept_${table};`);
  }

  add(...key: readonly (string | number)[]): void {
    const marks = key.map(() => "?").join(", ");
    statement(this.#database, `INSERT OR IGNORE INTO kept_${this.#table} VALUES (${marks})`).run(
      ...key,
    );
  }

  /** The keys of rows that do not stay. */
  gone(): readonly (readonly string[])[] {
    const names = this.#columns.join(", ");
    return this.#database
      .prepare(
        `SELECT ${names} FROM ${this.#table} WHERE (${names}) NOT IN (SELECT ${names} FROM kept_${this.#table})`,
      )
      .all()
      .map((row) => this.#columns.map((column) => String(row[column])));
  }

  deleteRest(): void {
    const names = this.#columns.join(", ");
    this.#database.exec(
      `DELETE FROM ${this.#table} WHERE (${names}) NOT IN (SELECT ${names} FROM kept_${this.#table})`,
    );
  }
}
