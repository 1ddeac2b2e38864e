/** What is known of the archive, and where? The database between the stages: derived and always rebuildable. */
import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { ArchiveEvent } from "../event-model.ts";
import type { Appearance, ArchiveArticle, Diagnostic, Entity, EntityKind } from "../model.ts";
import type { ArchiveStories, Relation, Story } from "../story-model.ts";
import { onDisk } from "../text/disk-error.ts";
import type { ReviewList } from "../text/review-list.ts";

const SCHEMA = `
  CREATE TABLE article (path TEXT PRIMARY KEY, address TEXT NOT NULL UNIQUE, sort_key TEXT NOT NULL, json TEXT NOT NULL);
  CREATE INDEX article_by_time ON article (sort_key, address);
  CREATE TABLE entity (kind TEXT NOT NULL, slug TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug));
  CREATE TABLE appearance (kind TEXT NOT NULL, slug TEXT NOT NULL, article TEXT NOT NULL REFERENCES article, json TEXT NOT NULL, PRIMARY KEY (kind, slug, article));
  CREATE INDEX appearance_by_article ON appearance (article, kind);
  CREATE TABLE moved (kind TEXT NOT NULL, former TEXT NOT NULL, now TEXT NOT NULL, PRIMARY KEY (kind, former));
  CREATE TABLE relation (article TEXT PRIMARY KEY REFERENCES article, json TEXT NOT NULL);
  CREATE TABLE story (number INTEGER PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE event (number INTEGER PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE diagnostic (number INTEGER PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE settled (remarks INTEGER NOT NULL);
`;

/** An entity's former slug and the one of its kind that it leads to now. */
interface MovedEntity {
  readonly kind: EntityKind;
  readonly from: string;
  readonly to: string;
}

/**
 * The catalogue of one build. Everything is put in first and then read; articles come in the order of
 * time, then of their address.
 */
export class Catalogue {
  readonly #database: DatabaseSync;

  /**
   * Starts an empty catalogue in a file, in the place of any that stood there, or in memory. Throws a
   * `CliError` where the disk refuses.
   */
  constructor(file: string) {
    this.#database = onDisk(file, () => {
      if (file !== ":memory:") makeRoom(file);
      return new DatabaseSync(file);
    });
    // rebuilt from the content folder at any time, so that no write needs to reach the disk at once
    this.#database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
    this.#database.exec(SCHEMA);
  }

  /** Puts in a whole build's findings at once. */
  fill(build: {
    readonly articles: Iterable<ArchiveArticle>;
    readonly linked: Iterable<{
      readonly entity: Entity;
      readonly appearances: readonly Appearance[];
    }>;
    readonly events: Iterable<ArchiveEvent>;
    readonly moved: Iterable<MovedEntity>;
    readonly told?: ArchiveStories;
    readonly review: ReviewList;
  }): void {
    const addArticle = this.#database.prepare("INSERT INTO article VALUES (?, ?, ?, ?)");
    const addEntity = this.#database.prepare("INSERT INTO entity VALUES (?, ?, ?)");
    const addAppearance = this.#database.prepare("INSERT INTO appearance VALUES (?, ?, ?, ?)");
    const addMoved = this.#database.prepare("INSERT INTO moved VALUES (?, ?, ?)");
    const addEvent = this.#database.prepare("INSERT INTO event (json) VALUES (?)");
    const addDiagnostic = this.#database.prepare("INSERT INTO diagnostic (json) VALUES (?)");
    this.#database.exec("BEGIN");
    for (const article of build.articles) {
      addArticle.run(article.path, article.address, article.sortKey, JSON.stringify(article));
    }
    for (const { entity, appearances } of build.linked) {
      addEntity.run(entity.kind, entity.slug, JSON.stringify(entity));
      for (const appearance of appearances) {
        addAppearance.run(
          appearance.kind,
          appearance.slug,
          appearance.article,
          JSON.stringify(appearance),
        );
      }
    }
    for (const event of build.events) addEvent.run(JSON.stringify(event));
    for (const { kind, from, to } of build.moved) addMoved.run(kind, from, to);
    if (build.told !== undefined) this.#addStories(build.told);
    for (const diagnostic of build.review.open) addDiagnostic.run(JSON.stringify(diagnostic));
    this.#database.prepare("INSERT INTO settled VALUES (?)").run(build.review.settled);
    this.#database.exec("COMMIT");
  }

  #addStories({ stories, relations }: ArchiveStories): void {
    const addStory = this.#database.prepare("INSERT INTO story (json) VALUES (?)");
    const addRelations = this.#database.prepare("INSERT INTO relation VALUES (?, ?)");
    for (const story of stories) addStory.run(JSON.stringify(story));
    for (const [article, related] of relations) addRelations.run(article, JSON.stringify(related));
  }

  /** Yields every article, oldest first. */
  *articles(): Generator<ArchiveArticle> {
    const rows = this.#database
      .prepare("SELECT json FROM article ORDER BY sort_key, address")
      .iterate();
    for (const row of rows) yield parsed<ArchiveArticle>(row);
  }

  /** Returns the article of a Markdown file. */
  article(path: string): ArchiveArticle | undefined {
    const row = this.#database.prepare("SELECT json FROM article WHERE path = ?").get(path);
    return row && parsed<ArchiveArticle>(row);
  }

  /** Returns the entities of a kind, by slug. */
  entities(kind: EntityKind): readonly Entity[] {
    const rows = this.#database
      .prepare("SELECT json FROM entity WHERE kind = ? ORDER BY slug")
      .all(kind);
    return rows.map((row) => parsed<Entity>(row));
  }

  /** Returns where an entity appears, oldest article first. */
  appearances(kind: EntityKind, slug: string): readonly Appearance[] {
    const rows = this.#database
      .prepare(
        `SELECT appearance.json FROM appearance JOIN article ON article.path = appearance.article
         WHERE kind = ? AND slug = ? ORDER BY sort_key, address`,
      )
      .all(kind, slug);
    return rows.map((row) => parsed<Appearance>(row));
  }

  /** Returns what appears in an article, by kind and slug. */
  appearancesIn(article: string): readonly Appearance[] {
    const rows = this.#database
      .prepare("SELECT json FROM appearance WHERE article = ? ORDER BY kind, slug")
      .all(article);
    return rows.map((row) => parsed<Appearance>(row));
  }

  /** Yields what appears in which article, without the rest of the appearance: by article, kind and slug. */
  *namings(): Generator<Pick<Appearance, "kind" | "slug" | "article">> {
    const rows = this.#database
      .prepare("SELECT article, kind, slug FROM appearance ORDER BY article, kind, slug")
      .iterate();
    // `fill` took the three columns from an appearance
    for (const row of rows) yield row as unknown as Pick<Appearance, "kind" | "slug" | "article">;
  }

  /** Yields what happened when, by what articles tell, in the order of time. */
  *events(): Generator<ArchiveEvent> {
    const rows = this.#database.prepare("SELECT json FROM event ORDER BY number").iterate();
    for (const row of rows) yield parsed<ArchiveEvent>(row);
  }

  /** Returns the addresses that rulings took away, by kind and slug. */
  moved(): readonly MovedEntity[] {
    const rows = this.#database
      .prepare('SELECT kind, former AS "from", now AS "to" FROM moved ORDER BY kind, former')
      .all();
    // `fill` took the three columns from such values
    return rows as unknown as readonly MovedEntity[];
  }

  /** Returns the articles that are related to an article, the nearest first. */
  relations(article: string): readonly Relation[] {
    const row = this.#database.prepare("SELECT json FROM relation WHERE article = ?").get(article);
    return row === undefined ? [] : parsed<readonly Relation[]>(row);
  }

  /** Returns the archive's stories in their order. */
  stories(): readonly Story[] {
    const rows = this.#database.prepare("SELECT json FROM story ORDER BY number").all();
    return rows.map((row) => parsed<Story>(row));
  }

  /** Returns how many remarks on this build the editor has settled. */
  settledRemarks(): number {
    const row = this.#database.prepare("SELECT remarks FROM settled").get();
    return Number(row?.["remarks"] ?? 0);
  }

  /** Returns what a person should know of this build and has not settled, in the order in which it was found. */
  diagnostics(): readonly Diagnostic[] {
    const rows = this.#database.prepare("SELECT json FROM diagnostic ORDER BY number").all();
    return rows.map((row) => parsed<Diagnostic>(row));
  }

  /** Lets go of the file. */
  close(): void {
    this.#database.close();
  }
}

function makeRoom(file: string): void {
  for (const ending of ["", "-journal", "-wal", "-shm"])
    rmSync(`${file}${ending}`, { force: true });
  mkdirSync(dirname(file), { recursive: true });
}

/** Every `json` column holds what `fill` put there from a value of the type that its table is for. */
function parsed<T>(row: Record<string, unknown>): T {
  return JSON.parse(String(row["json"])) as T;
}
