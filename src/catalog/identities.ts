/** Who is who, before addresses and counts are known? What linking keeps between builds, so that it looks at few blocks. */
import type { DatabaseSync } from "node:sqlite";
import type { EntityKind } from "../model.ts";
import { statement } from "./statements.ts";

/**
 * `identity`: one of a kind, by the key of which its address is made; `slug_group`: the plain letters of the key; `ruled`: rulings join,
 * rename or fix names of its block, so that whom the block held without them stands in `former`. `split`: single sightings of a
 * name that is two people's, with what of the article is meant. `likeness`: under what a person is compared with
 * others. `appearing`: in how many articles each is; under the kind `wider` topics with all that lies within them.
 */
export const IDENTITY_TABLES = `
CREATE TABLE identity (
  kind TEXT NOT NULL, key TEXT NOT NULL, base TEXT NOT NULL, slug_group TEXT NOT NULL, fixed TEXT, ruled INTEGER NOT NULL,
  name TEXT NOT NULL, about TEXT NOT NULL, slug TEXT, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX identity_by_base ON identity (kind, base);
CREATE INDEX identity_by_group ON identity (kind, slug_group);
CREATE INDEX identity_by_name ON identity (kind, name);
CREATE INDEX identity_by_slug ON identity (kind, slug);
CREATE TABLE former (
  kind TEXT NOT NULL, key TEXT NOT NULL, base TEXT NOT NULL, slug_group TEXT NOT NULL, target TEXT, slug TEXT, shown TEXT, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX former_by_base ON former (kind, base);
CREATE INDEX former_by_group ON former (kind, slug_group);
CREATE INDEX former_by_target ON former (kind, target);
CREATE TABLE split (
  article TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL, base TEXT NOT NULL,
  confidence REAL NOT NULL, speaks INTEGER NOT NULL, by_editor INTEGER NOT NULL, json TEXT, PRIMARY KEY (article, kind, position, key)
) WITHOUT ROWID;
CREATE INDEX split_by_base ON split (kind, base);
CREATE INDEX split_by_key ON split (kind, key);
CREATE TABLE likeness (likeness TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (likeness, key)) WITHOUT ROWID;
CREATE INDEX likeness_by_key ON likeness (key, likeness);
CREATE TABLE appearing (kind TEXT NOT NULL, slug TEXT NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (kind, slug)) WITHOUT ROWID;
`;

/** An identity as it is kept. */
export interface IdentityRow {
  readonly key: string;
  readonly base: string;
  readonly group: string;
  readonly fixed?: string;
  readonly isRuled: boolean;
  readonly name: string;
  /** JSON. */
  readonly about: string;
  /** Absent until addresses are given. */
  readonly slug?: string;
}

const COLUMNS = "key, base, slug_group, fixed, ruled, name, about, slug";

function identityRow(row: Record<string, unknown>): IdentityRow {
  const { fixed, slug } = row;
  return {
    key: String(row["key"]),
    base: String(row["base"]),
    group: String(row["slug_group"]),
    ...(fixed !== null && { fixed: String(fixed) }),
    isRuled: row["ruled"] === 1,
    name: String(row["name"]),
    about: String(row["about"]),
    ...(slug !== null && { slug: String(slug) }),
  };
}

/** Returns the identity of a key. */
export function identityOf(
  database: DatabaseSync,
  kind: EntityKind,
  key: string,
): IdentityRow | undefined {
  const row = statement(database, `SELECT ${COLUMNS} FROM identity WHERE kind = ? AND key = ?`).get(
    kind,
    key,
  );
  return row && identityRow(row);
}

/** By what identities are asked for. */
type IdentityColumn = "base" | "slug_group" | "name" | "slug";

/** Named, or SQLite would read a whole kind in the order of the keys rather than sort two rows. */
const INDEX: Readonly<Record<IdentityColumn, string>> = {
  base: "identity_by_base",
  slug_group: "identity_by_group",
  name: "identity_by_name",
  slug: "identity_by_slug",
};

/** Returns the identities that have one of these values in a column, by value and key. */
export function identitiesWhere(
  database: DatabaseSync,
  kind: EntityKind,
  column: IdentityColumn,
  values: readonly string[],
): IdentityRow[] {
  const sql = `SELECT ${COLUMNS} FROM identity INDEXED BY ${INDEX[column]} WHERE kind = ? AND ${column} = ? ORDER BY key`;
  return values.flatMap((value) => statement(database, sql).all(kind, value).map(identityRow));
}

/** Returns whether any identity of a kind has a value in a column. */
export function hasIdentity(
  database: DatabaseSync,
  kind: EntityKind,
  column: IdentityColumn,
  value: string,
): boolean {
  return (
    statement(
      database,
      `SELECT 1 FROM identity INDEXED BY ${INDEX[column]} WHERE kind = ? AND ${column} = ? LIMIT 1`,
    ).get(kind, value) !== undefined
  );
}

/** Puts an identity in; one that is there keeps its address until another is given. */
export function putIdentity(
  database: DatabaseSync,
  kind: EntityKind,
  row: Omit<IdentityRow, "slug">,
): void {
  statement(
    database,
    `INSERT INTO identity VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL) ON CONFLICT DO UPDATE
     SET base = excluded.base, slug_group = excluded.slug_group, fixed = excluded.fixed, ruled = excluded.ruled,
         name = excluded.name, about = excluded.about`,
  ).run(
    ...[kind, row.key, row.base, row.group, row.fixed ?? null, Number(row.isRuled)],
    ...[row.name, row.about],
  );
}

/** Sets the address of an identity. */
export function setSlug(database: DatabaseSync, kind: EntityKind, key: string, slug: string): void {
  statement(database, "UPDATE identity SET slug = ? WHERE kind = ? AND key = ?").run(
    slug,
    kind,
    key,
  );
}

/** Takes an identity out. */
export function dropIdentity(database: DatabaseSync, kind: EntityKind, key: string): void {
  statement(database, "DELETE FROM identity WHERE kind = ? AND key = ?").run(kind, key);
}

// ------------------------------------------------------------------ former

/** Whom a block would hold without rulings, as it is kept. */
export interface FormerRow {
  readonly key: string;
  readonly base: string;
  readonly group: string;
  readonly target?: string;
  /** The address that it would have. */
  readonly slug?: string;
  /** The address under which it stands among those that moved. */
  readonly shown?: string;
}

function formerRow(row: Record<string, unknown>): FormerRow {
  const { target, slug, shown } = row;
  return {
    key: String(row["key"]),
    base: String(row["base"]),
    group: String(row["slug_group"]),
    ...(target !== null && { target: String(target) }),
    ...(slug !== null && { slug: String(slug) }),
    ...(shown !== null && { shown: String(shown) }),
  };
}

const FORMER_INDEX = {
  key: "",
  base: "INDEXED BY former_by_base",
  slug_group: "INDEXED BY former_by_group",
  target: "INDEXED BY former_by_target",
} as const;

/** Returns the former ones that have one of these values in a column, by value and key. */
export function formerWhere(
  database: DatabaseSync,
  kind: EntityKind,
  column: keyof typeof FORMER_INDEX,
  values: readonly string[],
): FormerRow[] {
  const sql = `SELECT key, base, slug_group, target, slug, shown FROM former ${FORMER_INDEX[column]} WHERE kind = ? AND ${column} = ? ORDER BY key`;
  return values.flatMap((value) => statement(database, sql).all(kind, value).map(formerRow));
}

/** Puts a former one in, or changes it. */
export function putFormer(database: DatabaseSync, kind: EntityKind, row: FormerRow): void {
  statement(database, "INSERT OR REPLACE INTO former VALUES (?, ?, ?, ?, ?, ?, ?)").run(
    ...[kind, row.key, row.base, row.group],
    ...[row.target ?? null, row.slug ?? null, row.shown ?? null],
  );
}

/** Takes a former one out. */
export function dropFormer(database: DatabaseSync, kind: EntityKind, key: string): void {
  statement(database, "DELETE FROM former WHERE kind = ? AND key = ?").run(kind, key);
}

// ------------------------------------------------------------------ counts

/** Returns in how many articles one is. */
export function articlesWith(
  database: DatabaseSync,
  kind: EntityKind | "wider",
  slug: string,
): number {
  const row = statement(database, "SELECT articles FROM appearing WHERE kind = ? AND slug = ?").get(
    kind,
    slug,
  );
  return Number(row?.["articles"] ?? 0);
}

/** Adds to the number of articles that one is in; a row of none goes. */
export function addArticles(
  database: DatabaseSync,
  kind: EntityKind | "wider",
  slug: string,
  more: number,
): void {
  statement(
    database,
    `INSERT INTO appearing VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET articles = articles + excluded.articles`,
  ).run(kind, slug, more);
  if (more < 0 || articlesWith(database, kind, slug) === 0)
    statement(database, "DELETE FROM appearing WHERE kind = ? AND slug = ? AND articles = 0").run(
      kind,
      slug,
    );
}
