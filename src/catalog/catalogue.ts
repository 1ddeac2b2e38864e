/** What is known of the archive? The database between the stages, as pages read it: derived and always rebuildable. */
import type { DatabaseSync } from "node:sqlite";
import type { ArchiveEvent } from "../event-model.ts";
import type { Appearance, ArchiveArticle, Diagnostic, Entity, EntityKind } from "../model.ts";
import type { ArticleHead } from "../page-parts.ts";
import type { ArchiveStories, Relation, Story } from "../story-model.ts";
import type { ReviewList } from "../text/review-list.ts";
import { dropArticle, freeAddresses, putArticle } from "./articles.ts";
import { openDatabase } from "./database.ts";
import { type MovedEntity, putAppearance, putEntity } from "./entities.ts";
import { remarksIn, replaceRemarks } from "./remarks.ts";
import { setState, stateOf } from "./state.ts";
import { inTransaction, statement } from "./statements.ts";
import { putEvent, putRelations, putStory } from "./stories.ts";

/** What an index tells of an entity. */
export interface Naming {
  /** Articles. */
  readonly count: number;
  readonly quotations: number;
  /** Dates of print as far as they are known; absent where none is. */
  readonly first?: string;
  readonly last?: string;
}

/** All that a build found out, before it is in the catalogue. */
export interface Findings {
  readonly articles: Iterable<ArchiveArticle>;
  readonly linked: Iterable<{
    readonly entity: Entity;
    readonly appearances: readonly Appearance[];
  }>;
  readonly events: Iterable<ArchiveEvent>;
  readonly moved: Iterable<MovedEntity>;
  readonly told?: ArchiveStories;
  readonly review: ReviewList;
}

/**
 * The catalogue of an archive. Articles come in the order of time, then of their address. Reading it while a `fill` is under way is not
 * meant.
 */
export class Catalogue {
  readonly database: DatabaseSync;

  /**
   * Opens the catalogue in a file, as the last build left it, or an empty one in memory. Throws a `CliError` where the disk refuses.
   */
  constructor(file: string) {
    this.database = openDatabase(file);
  }

  /** Puts in a whole build's findings: rows that are as they were stay untouched, and those that are not among them go. */
  fill(found: Findings, headOf: (article: ArchiveArticle) => ArticleHead): void {
    inTransaction(this.database, () => {
      this.#fillArticles(found.articles, headOf);
      this.#fillEntities(found);
      this.#fillEvents(found.events);
      this.#fillStories(found.told ?? { stories: [], relations: new Map() });
      replaceRemarks(this.database, "all", found.review.open);
      setState(this.database, "settled", String(found.review.settled));
    });
  }

  #fillArticles(
    articles: Iterable<ArchiveArticle>,
    headOf: (article: ArchiveArticle) => ArticleHead,
  ): void {
    const kept = new Kept(this.database, "article", ["path"]);
    const rows = [...articles];
    const addresses = new Map(rows.map(({ path, address }) => [path, address]));
    const moving = statement(this.database, "SELECT path, address FROM article")
      .all()
      .filter((row) => addresses.get(String(row["path"])) !== row["address"]);
    freeAddresses(
      this.database,
      moving.map((row) => String(row["path"])),
    );
    for (const article of rows) kept.add(article.path);
    for (const row of kept.gone()) dropArticle(this.database, row[0] ?? "");
    for (const article of rows) putArticle(this.database, { article, head: headOf(article) });
  }

  #fillEntities({ linked, moved }: Pick<Findings, "linked" | "moved">): void {
    const entities = new Kept(this.database, "entity", ["kind", "slug"]);
    const places = new Kept(this.database, "appearance", ["kind", "slug", "article"]);
    for (const { entity, appearances } of linked) {
      putEntity(this.database, entity);
      entities.add(entity.kind, entity.slug);
      for (const appearance of appearances) {
        putAppearance(this.database, appearance);
        places.add(appearance.kind, appearance.slug, appearance.article);
      }
    }
    entities.deleteRest();
    places.deleteRest();
    const former = new Kept(this.database, "moved", ["kind", "former"]);
    for (const { kind, from, to } of moved) {
      statement(
        this.database,
        "INSERT INTO moved VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET now = excluded.now WHERE now IS NOT excluded.now",
      ).run(kind, from, to);
      former.add(kind, from);
    }
    former.deleteRest();
  }

  #fillEvents(events: Iterable<ArchiveEvent>): void {
    const kept = new Kept(this.database, "event", ["value", "number"]);
    const reports = new Kept(this.database, "event_report", ["article", "value", "number"]);
    let before: string | undefined;
    let number = 0;
    for (const event of events) {
      number = event.value === before ? number + 1 : 0;
      before = event.value;
      putEvent(this.database, event, number);
      kept.add(event.value, number);
      for (const { article } of event.reports) reports.add(article, event.value, number);
    }
    kept.deleteRest();
    reports.deleteRest();
  }

  #fillStories({ stories, relations }: ArchiveStories): void {
    const kept = new Kept(this.database, "story", ["slug"]);
    const members = new Kept(this.database, "story_member", ["article"]);
    for (const story of stories) {
      putStory(this.database, story);
      kept.add(story.slug);
      for (const { article } of story.members) members.add(article);
    }
    kept.deleteRest();
    members.deleteRest();
    const related = new Kept(this.database, "relation", ["article"]);
    for (const [article, those] of relations) {
      putRelations(this.database, article, those);
      related.add(article);
    }
    related.deleteRest();
  }

  /** Yields every article, oldest first. */
  *articles(): Generator<ArchiveArticle> {
    const rows = this.database
      .prepare("SELECT json FROM article ORDER BY sort_key, address")
      .iterate();
    for (const row of rows) yield parsed<ArchiveArticle>(row);
  }

  /** Yields the Markdown files of all articles, oldest first. */
  *paths(): Generator<string> {
    const rows = this.database
      .prepare("SELECT path FROM article ORDER BY sort_key, address")
      .iterate();
    for (const row of rows) yield String(row["path"]);
  }

  /** Returns the article of a Markdown file. */
  article(path: string): ArchiveArticle | undefined {
    const row = statement(this.database, "SELECT json FROM article WHERE path = ?").get(path);
    return row && parsed<ArchiveArticle>(row);
  }

  /** Returns what other pages show of the article of a Markdown file. */
  head(path: string): ArticleHead | undefined {
    const row = statement(this.database, "SELECT head FROM article WHERE path = ?").get(path);
    return row && (JSON.parse(String(row["head"])) as ArticleHead);
  }

  /** Returns the Markdown file of the article at an address. */
  pathAt(address: string): string | undefined {
    const row = statement(this.database, "SELECT path FROM article WHERE address = ?").get(address);
    return row === undefined ? undefined : String(row["path"]);
  }

  /** Returns the Markdown files of the articles before and after one in the order of time. */
  neighbours(path: string): { readonly previous?: string; readonly next?: string } {
    const beside = (sign: "<" | ">", order: "DESC" | "ASC"): string | undefined => {
      const row = statement(
        this.database,
        `SELECT path FROM article
         WHERE (sort_key, address) ${sign} (SELECT sort_key, address FROM article WHERE path = ?)
         ORDER BY sort_key ${order}, address ${order} LIMIT 1`,
      ).get(path);
      return row === undefined ? undefined : String(row["path"]);
    };
    const [previous, next] = [beside("<", "DESC"), beside(">", "ASC")];
    return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
  }

  /** Returns how many articles were printed in a year, month or on a day; of the empty period, how many there are in all. */
  printedIn(period: string): number {
    const row = statement(this.database, "SELECT count FROM printed WHERE period = ?").get(period);
    return Number(row?.["count"] ?? 0);
  }

  /** Returns the first and the last date of print, as far as each is known; undefined where no article has one. */
  extent(): { readonly first: string; readonly last: string } | undefined {
    const row = statement(
      this.database,
      "SELECT min(day) AS first, max(day) AS last FROM article WHERE day > ''",
    ).get();
    return row?.["first"] == null
      ? undefined
      : { first: String(row["first"]), last: String(row["last"]) };
  }

  /** Returns the years, months and days with articles, in the order of time. */
  periods(): readonly string[] {
    return statement(this.database, "SELECT period FROM printed WHERE period > '' ORDER BY period")
      .all()
      .map((row) => String(row["period"]));
  }

  /** Returns how many articles each month and day of a year, or each day of a month, has. */
  printedWithin(period: string): ReadonlyMap<string, number> {
    const rows = statement(
      this.database,
      "SELECT period, count FROM printed WHERE period > ? AND period < ? ORDER BY period",
    ).all(period, `${period}~`);
    return new Map(rows.map((row) => [String(row["period"]), Number(row["count"])]));
  }

  /** Returns in how many articles of a year, month or day each entity of a kind appears, by slug. */
  tallyIn(period: string, kind: EntityKind): ReadonlyMap<string, number> {
    const rows = statement(
      this.database,
      `SELECT slug, count(*) AS count FROM article JOIN appearance ON appearance.article = article.path
       WHERE day >= ? AND day < ? AND kind = ? GROUP BY slug`,
    ).all(period, period === "" ? "0" : `${period}~`, kind);
    return new Map(rows.map((row) => [String(row["slug"]), Number(row["count"])]));
  }

  /** Returns how many articles that an entity appears in were printed in each month, or each year where the month is not known. */
  coverage(kind: EntityKind, slug: string): ReadonlyMap<string, number> {
    const rows = statement(
      this.database,
      `SELECT substr(day, 1, 7) AS month, count(*) AS count FROM appearance JOIN article ON article.path = appearance.article
       WHERE kind = ? AND slug = ? AND day > '' GROUP BY month`,
    ).all(kind, slug);
    return new Map(rows.map((row) => [String(row["month"]), Number(row["count"])]));
  }

  /** Returns what an index tells of an entity: in how many articles it is, with how many quotations, from which date to which. */
  naming(kind: EntityKind, slugs: readonly string[]): Naming {
    const row = this.database
      .prepare(
        `SELECT count(DISTINCT article) AS count, sum(quotations) AS quotations,
           min(nullif(day, '')) AS first, max(nullif(day, '')) AS last
         FROM appearance JOIN article ON article.path = appearance.article
         WHERE kind = ? AND slug IN (${slugs.map(() => "?").join(", ")})`,
      )
      .get(kind, ...slugs);
    return {
      count: Number(row?.["count"] ?? 0),
      quotations: Number(row?.["quotations"] ?? 0),
      ...(row?.["first"] != null && { first: String(row["first"]), last: String(row["last"]) }),
    };
  }

  /** Returns where an entity appears first. */
  firstAppearance(kind: EntityKind, slug: string): Appearance | undefined {
    return this.#oneAppearance(kind, slug, "ORDER BY sort_key, address");
  }

  /** Returns the appearance in the newest article that prints a role of a person. */
  lastWithRole(slug: string): Appearance | undefined {
    return this.#oneAppearance(
      "person",
      slug,
      "AND roles > 0 ORDER BY sort_key DESC, address DESC",
    );
  }

  #oneAppearance(kind: EntityKind, slug: string, which: string): Appearance | undefined {
    const row = statement(
      this.database,
      `SELECT appearance.json FROM appearance JOIN article ON article.path = appearance.article
       WHERE kind = ? AND slug = ? ${which} LIMIT 1`,
    ).get(kind, slug);
    return row && parsed<Appearance>(row);
  }

  /** Returns how many articles each year has, in the order of time. */
  years(): readonly { readonly year: string; readonly count: number }[] {
    return statement(
      this.database,
      "SELECT period, count FROM printed WHERE length(period) = 4 ORDER BY period",
    )
      .all()
      .map((row) => ({ year: String(row["period"]), count: Number(row["count"]) }));
  }

  /** Returns the days with articles among those of one day of the calendar (`01-26`), in the order of time. */
  daysLike(monthDay: string): readonly string[] {
    return statement(
      this.database,
      "SELECT period FROM printed WHERE length(period) = 10 AND substr(period, 6) = ? ORDER BY period",
    )
      .all(monthDay)
      .map((row) => String(row["period"]));
  }

  /** Returns the year, month or day with articles before and after one of the same length. */
  besidePeriod(period: string): { readonly previous?: string; readonly next?: string } {
    const beside = (sign: "<" | ">", order: "DESC" | "ASC"): string | undefined => {
      const row = statement(
        this.database,
        `SELECT period FROM printed WHERE period ${sign} ? AND length(period) = ? ORDER BY period ${order} LIMIT 1`,
      ).get(period, period.length);
      return row === undefined ? undefined : String(row["period"]);
    };
    const [previous, next] = [beside("<", "DESC"), beside(">", "ASC")];
    return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
  }

  /** Returns the Markdown files of the newest articles, the newest first. */
  latest(most: number): readonly string[] {
    return statement(
      this.database,
      "SELECT path FROM article ORDER BY sort_key DESC, address DESC LIMIT ?",
    )
      .all(most)
      .map((row) => String(row["path"]));
  }

  /** Returns the Markdown files of the newest articles in which somebody who is known speaks, the newest first. */
  latestSpeaking(most: number): readonly string[] {
    return statement(
      this.database,
      "SELECT path FROM article WHERE attributed > 0 ORDER BY sort_key DESC, address DESC LIMIT ?",
    )
      .all(most)
      .map((row) => String(row["path"]));
  }

  /** Returns the last day of which there is an article; undefined where no article states its day. */
  latestDay(): string | undefined {
    const row = statement(
      this.database,
      "SELECT max(period) AS day FROM printed WHERE length(period) = 10",
    ).get();
    return row?.["day"] == null ? undefined : String(row["day"]);
  }

  /** Returns the Markdown files of the articles of a year, month or day, oldest first; of the empty period, those without a date. */
  pathsIn(period: string): readonly string[] {
    const rows =
      period === ""
        ? statement(
            this.database,
            "SELECT path FROM article WHERE day = '' ORDER BY sort_key, address",
          ).all()
        : statement(
            this.database,
            "SELECT path FROM article WHERE day >= ? AND day < ? ORDER BY sort_key, address",
          ).all(period, `${period}~`);
    return rows.map((row) => String(row["path"]));
  }

  /** Returns the entities of a kind, by slug. */
  entities(kind: EntityKind): readonly Entity[] {
    const rows = statement(
      this.database,
      "SELECT json FROM entity WHERE kind = ? ORDER BY slug",
    ).all(kind);
    return rows.map((row) => parsed<Entity>(row));
  }

  /** Returns the topics right within a topic, by slug. */
  topicsWithin(slug: string): readonly Entity[] {
    const rows = statement(
      this.database,
      "SELECT json FROM entity WHERE kind = 'topic' AND json_extract(json, '$.broader') = ? AND slug <> ? ORDER BY slug",
    ).all(slug, slug);
    return rows.map((row) => parsed<Entity>(row));
  }

  /** Returns one entity. */
  entity(kind: EntityKind, slug: string): Entity | undefined {
    const row = statement(this.database, "SELECT json FROM entity WHERE kind = ? AND slug = ?").get(
      kind,
      slug,
    );
    return row && parsed<Entity>(row);
  }

  /** Returns where an entity appears, oldest article first. */
  appearances(kind: EntityKind, slug: string): readonly Appearance[] {
    const rows = statement(
      this.database,
      `SELECT appearance.json FROM appearance JOIN article ON article.path = appearance.article
       WHERE kind = ? AND slug = ? ORDER BY sort_key, address`,
    ).all(kind, slug);
    return rows.map((row) => parsed<Appearance>(row));
  }

  /** Returns what appears in an article, by kind and slug. */
  appearancesIn(article: string): readonly Appearance[] {
    const rows = statement(
      this.database,
      "SELECT json FROM appearance WHERE article = ? ORDER BY kind, slug",
    ).all(article);
    return rows.map((row) => parsed<Appearance>(row));
  }

  /** Returns which entities of a kind appear in an article, by slug. */
  namesIn(article: string, kind: EntityKind): readonly string[] {
    return statement(
      this.database,
      "SELECT slug FROM appearance WHERE article = ? AND kind = ? ORDER BY slug",
    )
      .all(article, kind)
      .map((row) => String(row["slug"]));
  }

  /** Yields what happened when, by what articles tell, in the order of time. */
  *events(): Generator<ArchiveEvent> {
    const rows = this.database
      .prepare("SELECT json FROM event ORDER BY first, last DESC, value, number")
      .iterate();
    for (const row of rows) yield parsed<ArchiveEvent>(row);
  }

  /** Returns the addresses that rulings took away, by kind and slug. */
  moved(): readonly MovedEntity[] {
    const rows = this.database
      .prepare('SELECT kind, former AS "from", now AS "to" FROM moved ORDER BY kind, former')
      .all();
    // `fill` took the three columns from such values
    return rows as unknown as readonly MovedEntity[];
  }

  /** Returns the articles that are related to an article, the nearest first. */
  relations(article: string): readonly Relation[] {
    const row = statement(this.database, "SELECT json FROM relation WHERE article = ?").get(
      article,
    );
    return row === undefined ? [] : parsed<readonly Relation[]>(row);
  }

  /** Returns the kinds and slugs of all entities: `person/ilse-okafor`. */
  entityKeys(): readonly string[] {
    return statement(this.database, "SELECT kind, slug FROM entity ORDER BY kind, slug")
      .all()
      .map(({ kind, slug }) => `${kind}/${slug}`);
  }

  /** Returns the slugs of all stories. */
  storySlugs(): readonly string[] {
    return statement(this.database, "SELECT slug FROM story ORDER BY slug")
      .all()
      .map((row) => String(row["slug"]));
  }

  /** Returns the story of a slug. */
  story(slug: string): Story | undefined {
    const row = statement(this.database, "SELECT json FROM story WHERE slug = ?").get(slug);
    return row && parsed<Story>(row);
  }

  /** Returns the slug of the story that an article is in. */
  storyOf(article: string): string | undefined {
    const row = statement(this.database, "SELECT slug FROM story_member WHERE article = ?").get(
      article,
    );
    return row === undefined ? undefined : String(row["slug"]);
  }

  /** Returns what the archive has in numbers. */
  figures(): {
    readonly articles: number;
    readonly utterances: number;
    readonly attributed: number;
  } {
    const row = statement(
      this.database,
      "SELECT count(*) AS articles, sum(utterances) AS utterances, sum(attributed) AS attributed FROM article",
    ).get();
    return {
      articles: Number(row?.["articles"] ?? 0),
      utterances: Number(row?.["utterances"] ?? 0),
      attributed: Number(row?.["attributed"] ?? 0),
    };
  }

  /** Returns how many entities of a kind there are, and how many of them have a page. */
  entityCounts(kind: EntityKind): { readonly all: number; readonly withPage: number } {
    const row = statement(
      this.database,
      "SELECT count(*) AS every, sum(json_extract(json, '$.hasPage')) AS paged FROM entity WHERE kind = ?",
    ).get(kind);
    return { all: Number(row?.["every"] ?? 0), withPage: Number(row?.["paged"] ?? 0) };
  }

  /** Returns by which rules something was removed, how often, and the first example of each. */
  removals(): readonly {
    readonly rule: string;
    readonly count: number;
    readonly example: string;
  }[] {
    const rows = this.database
      .prepare(
        `SELECT rule, count, (SELECT example FROM removal WHERE rule = counted.rule ORDER BY article, number LIMIT 1) AS example
         FROM (SELECT rule, count(*) AS count FROM removal GROUP BY rule) AS counted ORDER BY count DESC, rule`,
      )
      .all();
    return rows.map((row) => ({
      rule: String(row["rule"]),
      count: Number(row["count"]),
      example: String(row["example"]),
    }));
  }

  /** Returns the Markdown file of the article that was made of a source. */
  pathOfSource(source: string): string | undefined {
    const row = statement(
      this.database,
      "SELECT path FROM article WHERE source = ? ORDER BY sort_key DESC, address DESC LIMIT 1",
    ).get(source);
    return row === undefined ? undefined : String(row["path"]);
  }

  /** Returns the archive's stories in their order. */
  stories(): readonly Story[] {
    const rows = this.database.prepare("SELECT json FROM story ORDER BY slug").all();
    return rows.map((row) => parsed<Story>(row));
  }

  /** Returns how many remarks on this build the editor has settled. */
  settledRemarks(): number {
    return Number(stateOf(this.database, "settled") ?? 0);
  }

  /** Returns what a person should know of this build and has not settled, in the order in which it was found. */
  diagnostics(): readonly Diagnostic[] {
    return [...remarksIn(this.database)];
  }

  /** Lets go of the file. */
  close(): void {
    this.database.close();
  }
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

/** Every `json` column holds what was put there from a value of the type that its table is for. */
function parsed<T>(row: Record<string, unknown>): T {
  return JSON.parse(String(row["json"])) as T;
}
