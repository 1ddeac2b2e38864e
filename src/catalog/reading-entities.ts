/** Who and what is in the archive, and where? Look-ups of entities and of where they appear. */
import type { DatabaseSync } from "node:sqlite";
import type { Appearance, Entity, EntityKind } from "../model.ts";
import type { MovedEntity, Named } from "./entities.ts";
import { parsed, statement } from "./statements.ts";

/** What an index tells of an entity. */
export interface Naming {
  /** Articles. */
  readonly count: number;
  readonly quotations: number;
  /** Dates of print as far as they are known; absent where none is. */
  readonly first?: string;
  readonly last?: string;
}

/** Returns the topics right within a topic, by slug. */
export function topicsWithin(database: DatabaseSync, slug: string): readonly Entity[] {
  const rows = statement(
    database,
    "SELECT json FROM entity WHERE kind = 'topic' AND json_extract(json, '$.broader') = ? AND slug <> ? ORDER BY slug",
  ).all(slug, slug);
  return rows.map((row) => parsed<Entity>(row));
}

/** Returns one entity. */
export function entityAt(
  database: DatabaseSync,
  kind: EntityKind,
  slug: string,
): Entity | undefined {
  const row = statement(database, "SELECT json FROM entity WHERE kind = ? AND slug = ?").get(
    kind,
    slug,
  );
  return row && parsed<Entity>(row);
}

/** Returns the kinds and slugs of all entities: `person/ilse-okafor`. */
export function entityKeys(database: DatabaseSync): readonly string[] {
  return statement(database, "SELECT kind, slug FROM entity ORDER BY kind, slug")
    .all()
    .map(({ kind, slug }) => `${kind}/${slug}`);
}

/** Returns how many entities of a kind there are, and how many of them have a page. */
export function entityCounts(
  database: DatabaseSync,
  kind: EntityKind,
): { readonly all: number; readonly withPage: number } {
  const row = statement(
    database,
    "SELECT count(*) AS every, sum(json_extract(json, '$.hasPage')) AS paged FROM entity WHERE kind = ?",
  ).get(kind);
  return { all: Number(row?.["every"] ?? 0), withPage: Number(row?.["paged"] ?? 0) };
}

/** Returns where an entity appears, oldest article first. */
export function appearancesOf(
  database: DatabaseSync,
  kind: EntityKind,
  slug: string,
): readonly Appearance[] {
  const rows = statement(
    database,
    `SELECT appearance.json FROM appearance JOIN article ON article.path = appearance.article
     WHERE kind = ? AND slug = ? ORDER BY sort_key, address`,
  ).all(kind, slug);
  return rows.map((row) => parsed<Appearance>(row));
}

/** Returns where an entity appears in the articles of the days from one on and before another, oldest article first. */
export function appearancesBetween(
  database: DatabaseSync,
  { kind, slug }: Named,
  { from, before }: { readonly from: string; readonly before: string },
): readonly Appearance[] {
  const rows = statement(
    database,
    `SELECT appearance.json FROM appearance JOIN article ON article.path = appearance.article
     WHERE kind = ? AND slug = ? AND appearance.day >= ? AND appearance.day < ? ORDER BY sort_key, address`,
  ).all(kind, slug, from, before);
  return rows.map((row) => parsed<Appearance>(row));
}

/** Returns how an entity appears in one article. */
export function appearanceAt(
  database: DatabaseSync,
  { kind, slug }: Named,
  article: string,
): Appearance | undefined {
  const row = statement(
    database,
    "SELECT json FROM appearance WHERE kind = ? AND slug = ? AND article = ?",
  ).get(kind, slug, article);
  return row && parsed<Appearance>(row);
}

/** What a name has on one day of print. */
export interface NamedDay {
  /** As far as it is known; empty where it is not. */
  readonly day: string;
  readonly articles: number;
  /** Of the longest list: sentences that name it or, but of a person, what is said in its articles; an article that has neither is a row, too. */
  readonly rows: number;
}

/** Returns on which days articles with any of some entities of a kind were printed, in their order. */
export function daysOf(
  database: DatabaseSync,
  kind: EntityKind,
  slugs: readonly string[],
): readonly NamedDay[] {
  const said = kind === "person" ? "0" : "spoken";
  const rows = statement(
    database,
    `SELECT day, ${articlesAmong(slugs)} AS articles, sum(max(1, sentences, ${said})) AS rows FROM appearance
     WHERE kind = ? AND slug IN (${slugs.map(() => "?").join(", ")}) GROUP BY day ORDER BY day`,
  ).all(kind, ...slugs);
  return rows.map(({ day, articles, rows: listed }) => ({
    day: String(day),
    articles: Number(articles),
    rows: Number(listed),
  }));
}

/** Returns what appears in an article, by kind and slug. */
export function appearancesIn(database: DatabaseSync, article: string): readonly Appearance[] {
  const rows = statement(
    database,
    "SELECT json FROM appearance WHERE article = ? ORDER BY kind, slug",
  ).all(article);
  return rows.map((row) => parsed<Appearance>(row));
}

/** Returns the people who speak in an article, by slug. */
export function speakersIn(database: DatabaseSync, article: string): readonly Appearance[] {
  const rows = statement(
    database,
    "SELECT json FROM appearance WHERE article = ? AND kind = 'person' AND quotations > 0 ORDER BY slug",
  ).all(article);
  return rows.map((row) => parsed<Appearance>(row));
}

/** Returns the slugs of the entities that appear in an article, by kind and in their order. */
export function namesIn(
  database: DatabaseSync,
  article: string,
): ReadonlyMap<string, readonly string[]> {
  const rows = statement(
    database,
    "SELECT kind, slug FROM appearance WHERE article = ? ORDER BY kind, slug",
  ).all(article);
  const names = new Map<string, string[]>();
  for (const { kind, slug } of rows) {
    const ofKind = names.get(String(kind));
    if (ofKind === undefined) names.set(String(kind), [String(slug)]);
    else ofKind.push(String(slug));
  }
  return names;
}

/** Returns in how many articles of a year, month or day each entity of a kind appears, by slug. */
export function tallyIn(
  database: DatabaseSync,
  period: string,
  kind: EntityKind,
): ReadonlyMap<string, number> {
  // a cross join begins with the articles: SQLite by itself walks through all that the kind has
  const rows = statement(
    database,
    `SELECT slug, count(*) AS count FROM article CROSS JOIN appearance ON appearance.article = article.path
     WHERE article.day >= ? AND article.day < ? AND kind = ? GROUP BY slug`,
  ).all(period, period === "" ? "0" : `${period}~`, kind);
  return new Map(rows.map((row) => [String(row["slug"]), Number(row["count"])]));
}

/** Returns how many articles that an entity appears in were printed in each month, or each year where the month is not known. */
export function coverageOf(
  database: DatabaseSync,
  kind: EntityKind,
  slug: string,
): ReadonlyMap<string, number> {
  const rows = statement(
    database,
    `SELECT substr(day, 1, 7) AS month, count(*) AS count FROM appearance
     WHERE kind = ? AND slug = ? AND day > '' GROUP BY month`,
  ).all(kind, slug);
  return new Map(rows.map((row) => [String(row["month"]), Number(row["count"])]));
}

/** Returns what an index tells of an entity: in how many articles it is, with how many quotations, from which date to which. */
export function namingOf(
  database: DatabaseSync,
  kind: EntityKind,
  slugs: readonly string[],
): Naming {
  const row = statement(
    database,
    `SELECT ${articlesAmong(slugs)} AS count, sum(quotations) AS quotations,
         min(nullif(day, '')) AS first, max(nullif(day, '')) AS last
       FROM appearance WHERE kind = ? AND slug IN (${slugs.map(() => "?").join(", ")})`,
  ).get(kind, ...slugs);
  return {
    count: Number(row?.["count"] ?? 0),
    quotations: Number(row?.["quotations"] ?? 0),
    ...(row?.["first"] != null && { first: String(row["first"]), last: String(row["last"]) }),
  };
}

/** One entity is in an article once. */
function articlesAmong(slugs: readonly string[]): string {
  return slugs.length === 1 ? "count(*)" : "count(DISTINCT article)";
}

/** Returns where an entity appears first. */
export function firstAppearance(
  database: DatabaseSync,
  kind: EntityKind,
  slug: string,
): Appearance | undefined {
  return oneAppearance(database, kind, slug, "ORDER BY appearance.day, sort_key, address");
}

/** Returns the appearance in the newest article that prints a role of a person. */
export function lastWithRole(database: DatabaseSync, slug: string): Appearance | undefined {
  // by its day first: an index tells which that is
  return oneAppearance(
    database,
    "person",
    slug,
    `AND roles > 0 AND appearance.day = (SELECT max(day) FROM appearance WHERE kind = ?1 AND slug = ?2 AND roles > 0)
     ORDER BY sort_key DESC, address DESC`,
  );
}

function oneAppearance(
  database: DatabaseSync,
  kind: EntityKind,
  slug: string,
  which: string,
): Appearance | undefined {
  const row = statement(
    database,
    `SELECT appearance.json FROM appearance JOIN article ON article.path = appearance.article
     WHERE kind = ?1 AND slug = ?2 ${which} LIMIT 1`,
  ).get(kind, slug);
  return row && parsed<Appearance>(row);
}

/** Returns the addresses that rulings took away, by kind and slug. */
export function movedEntities(database: DatabaseSync): readonly MovedEntity[] {
  const rows = database
    .prepare('SELECT kind, former AS "from", now AS "to" FROM moved ORDER BY kind, former')
    .all();
  // `fill` took the three columns from such values
  return rows as unknown as readonly MovedEntity[];
}
