/** What does the catalogue keep to put articles beside each other? Facts of each text, its profile, its neighbours, and indexes over them. */
import type { DatabaseSync } from "node:sqlite";
import { statement } from "./statements.ts";
import { type Placed, TraitLists } from "./trait-lists.ts";

/**
 * An article is known by a number, `hashOf` of its Markdown file; a trait by that of its name. `story_fact` says what a text says by itself; all else is
 * as linked last. `near`: neighbours, and of which one it is a
 * branch. `story_touched`: articles to be looked at anew; triggers note those whose names change.
 */
export const NEARNESS_TABLES = `
  CREATE TABLE story_fact (article INTEGER PRIMARY KEY, path TEXT NOT NULL, address TEXT NOT NULL, time INTEGER NOT NULL, dateline TEXT, words TEXT NOT NULL);
  CREATE TABLE profile (article INTEGER PRIMARY KEY, path TEXT NOT NULL, address TEXT NOT NULL, time INTEGER NOT NULL, counted TEXT NOT NULL);
  CREATE TABLE vector (article INTEGER PRIMARY KEY, time INTEGER NOT NULL, vector BLOB NOT NULL);
  CREATE TABLE near (article INTEGER PRIMARY KEY, near BLOB NOT NULL, density REAL NOT NULL, parent INTEGER, root INTEGER NOT NULL);
  CREATE INDEX near_by_root ON near (root);
  CREATE TABLE story_touched (path TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE story_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TRIGGER story_touched_by_name AFTER INSERT ON appearance BEGIN INSERT INTO story_touched VALUES (new.article) ON CONFLICT DO NOTHING; END;
  CREATE TRIGGER story_touched_by_change AFTER UPDATE ON appearance BEGIN INSERT INTO story_touched VALUES (new.article) ON CONFLICT DO NOTHING; END;
  CREATE TRIGGER story_touched_by_loss AFTER DELETE ON appearance BEGIN INSERT INTO story_touched VALUES (old.article) ON CONFLICT DO NOTHING; END;
`;

/** What an article's text says by itself, as kept. */
export interface FactRow {
  readonly article: number;
  readonly path: string;
  readonly address: string;
  readonly time: number;
  /** A span as JSON. */
  readonly dateline: string | null;
  /** Words with their counts as JSON. */
  readonly words: string;
}

/** Who or what an article names, and how much it makes of it. */
export interface NamedRow {
  readonly kind: string;
  readonly slug: string;
  readonly mentions: number;
  readonly inHeadline: number;
  /** Of a place, spans as JSON. */
  readonly spans: string | null;
}

/** An article as it was linked last. */
export interface ProfileRow {
  readonly article: number;
  readonly path: string;
  readonly address: string;
  readonly time: number;
  /** Traits with their counts as JSON. */
  readonly counted: string;
}

/** A vector as bytes, and when its article was printed. */
export interface VectorRow {
  readonly time: number;
  readonly vector: Uint8Array;
}

/** Where an article stands among its neighbours. */
export interface NearRow {
  readonly near: Uint8Array;
  readonly density: number;
  readonly parent: number | null;
  readonly root: number;
}

const LINKED = ["profile", "vector", "near", "trait", "holder", "leading"];
const AT_A_TIME = 512;

/** Reads and writes the tables. */
export class NearnessTables {
  /** Which articles have which trait. */
  readonly lists: TraitLists;
  readonly #database: DatabaseSync;

  /** @param database A catalogue that has `NEARNESS_TABLES`. */
  constructor(database: DatabaseSync) {
    this.#database = database;
    this.lists = new TraitLists(database);
  }

  /** Keeps what an article's text says, and notes that it is to be looked at. */
  writeFact({ article, path, address, time, dateline, words }: FactRow): void {
    if (this.fact(article) === undefined) this.#count(1);
    this.#run(
      `INSERT INTO story_fact VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (article) DO UPDATE SET
       path = excluded.path, address = excluded.address, time = excluded.time, dateline = excluded.dateline, words = excluded.words`,
      article,
      path,
      address,
      time,
      dateline,
      words,
    );
    this.touch(path);
  }

  /** Forgets what a text said, and notes that its article is gone. */
  removeFact(article: number, path: string): void {
    if (this.fact(article) === undefined) return;
    this.#count(-1);
    this.#run("DELETE FROM story_fact WHERE article = ?", article);
    this.touch(path);
  }

  #count(step: number): void {
    this.keepState("articles", String(this.size() + step));
  }

  /** Notes that an article is to be looked at anew. */
  touch(path: string): void {
    this.#run("INSERT OR IGNORE INTO story_touched VALUES (?)", path);
  }

  /** Returns the articles that are to be looked at anew, and takes them off the list; undefined where they are more than `most`. */
  takeTouched(most: number): readonly string[] | undefined {
    const rows = this.#all<{ path: string }>(
      "SELECT path FROM story_touched ORDER BY path LIMIT ?",
      most + 1,
    );
    this.#database.exec("DELETE FROM story_touched");
    return rows.length > most ? undefined : rows.map(({ path }) => path);
  }

  /** Returns a value kept from the run before. */
  state(name: string): string | undefined {
    return this.#get<{ value: string }>("SELECT value FROM story_state WHERE name = ?", name)
      ?.value;
  }

  /** Keeps a value for the next run. */
  keepState(name: string, value: string): void {
    this.#run("INSERT OR REPLACE INTO story_state VALUES (?, ?)", name, value);
  }

  /** Returns what the text of an article says. */
  fact(article: number): FactRow | undefined {
    return this.#get<FactRow>("SELECT * FROM story_fact WHERE article = ?", article);
  }

  /** Returns how many articles there are. */
  size(): number {
    return articleCount(this.#database);
  }

  /** Yields what all texts say, by number; other tables may be written meanwhile. */
  *facts(): Generator<FactRow> {
    yield* this.#pages<FactRow>("SELECT * FROM story_fact WHERE article > ? ORDER BY article");
  }

  /** Returns whom and what an article names. */
  named(path: string): readonly NamedRow[] {
    return this.#all<NamedRow>(
      `SELECT kind, slug, json_array_length(json, '$.mentions') AS mentions, instr(json, '"anchor":"headline"') > 0 AS inHeadline,
       CASE kind WHEN 'place' THEN json -> '$.mentions' END AS spans FROM appearance WHERE article = ?`,
      path,
    );
  }

  /** Forgets all that was linked. */
  clear(): void {
    for (const table of LINKED) this.#database.exec(`DELETE FROM ${table}`);
  }

  /** Returns an article as it was linked last. */
  profile(article: number): ProfileRow | undefined {
    return this.#get<ProfileRow>("SELECT * FROM profile WHERE article = ?", article);
  }

  /** Yields all profiles, by number; other tables may be written meanwhile. */
  *profiles(): Generator<ProfileRow> {
    yield* this.#pages<ProfileRow>("SELECT * FROM profile WHERE article > ? ORDER BY article");
  }

  /** Puts a profile in the place of the one before. */
  writeProfile({ article, path, address, time, counted }: ProfileRow): void {
    this.#run(
      "INSERT OR REPLACE INTO profile VALUES (?, ?, ?, ?, ?)",
      article,
      path,
      address,
      time,
      counted,
    );
  }

  /** Forgets an article. */
  removeArticle(article: number): void {
    for (const table of ["profile", "vector", "near"])
      this.#run(`DELETE FROM ${table} WHERE article = ?`, article);
  }

  /** Returns the vector of an article. */
  vector(article: number): VectorRow | undefined {
    return this.#get<VectorRow>("SELECT time, vector FROM vector WHERE article = ?", article);
  }

  /** Returns when an article was printed. */
  time(article: number): number | undefined {
    return this.#get<{ time: number }>("SELECT time FROM vector WHERE article = ?", article)?.time;
  }

  /** Returns the Markdown file of an article. */
  path(article: number): string | undefined {
    return this.#get<{ path: string }>("SELECT path FROM profile WHERE article = ?", article)?.path;
  }

  /** Puts a vector in the place of the one before. */
  writeVector(article: number, { time, vector }: VectorRow): void {
    this.#run("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", article, time, vector);
  }

  /** Yields when each article was printed, in the order of time. */
  *inOrderOfTime(): Generator<Placed> {
    // a copy of the order, for `near` is written while it is read
    this.#database.exec(
      "CREATE TEMP TABLE in_order AS SELECT time, article FROM vector ORDER BY time, article",
    );
    const rows = this.#database.prepare(
      "SELECT rowid AS row, time, article FROM in_order WHERE rowid > ? ORDER BY rowid LIMIT 512",
    );
    for (let row = 0, isMore = true; isMore; ) {
      // the columns are those named
      const page = rows.all(row) as unknown as readonly (Placed & { readonly row: number })[];
      yield* page;
      row = page.at(-1)?.row ?? row;
      isMore = page.length > 0;
    }
    this.#database.exec("DROP TABLE in_order");
  }

  /** Returns where an article stands among its neighbours. */
  near(article: number): NearRow | undefined {
    return this.#get<NearRow>(
      "SELECT near, density, parent, root FROM near WHERE article = ?",
      article,
    );
  }

  /** Puts neighbours in the place of those before; an article that had none is a branch of none. */
  writeNear(article: number, near: Uint8Array, density: number): void {
    this.#run(
      `INSERT INTO near VALUES (?, ?, ?, NULL, ?)
       ON CONFLICT (article) DO UPDATE SET near = excluded.near, density = excluded.density`,
      article,
      near,
      density,
      article,
    );
  }

  /** Notes of which article one is a branch. */
  writeParent(article: number, parent: number | undefined): void {
    this.#run("UPDATE near SET parent = ? WHERE article = ?", parent ?? null, article);
  }

  /** Notes at which article the branch begins. */
  writeRoot(article: number, root: number): void {
    this.#run("UPDATE near SET root = ? WHERE article = ?", root, article);
  }

  /** Returns the articles whose branches begin at one. */
  membersOf(root: number): readonly number[] {
    return this.#all<{ article: number }>(
      "SELECT article FROM near WHERE root = ? ORDER BY article",
      root,
    ).map(({ article }) => article);
  }

  /** Yields the articles, by number; `near` may be written meanwhile. */
  *numbers(): Generator<number> {
    for (const { article } of this.#pages<{ article: number }>(
      "SELECT article FROM vector WHERE article > ? ORDER BY article",
    ))
      yield article;
  }

  /** Returns the articles at which branches of two and more begin. */
  roots(): readonly number[] {
    return this.#all<{ root: number }>(
      "SELECT root FROM near GROUP BY root HAVING count(*) > 1 ORDER BY root",
    ).map(({ root }) => root);
  }

  *#pages<T extends { readonly article: number }>(sql: string): Generator<T> {
    const page = `${sql} LIMIT ${AT_A_TIME}`;
    for (let last = -1, isMore = true; isMore; ) {
      const rows = this.#all<T>(page, last);
      yield* rows;
      last = rows.at(-1)?.article ?? last;
      isMore = rows.length === AT_A_TIME;
    }
  }

  #run(sql: string, ...values: (string | number | null | Uint8Array)[]): void {
    statement(this.#database, sql).run(...values);
  }

  #get<T>(sql: string, ...values: (string | number)[]): T | undefined {
    // the columns are those that the statement names
    return statement(this.#database, sql).get(...values) as T | undefined;
  }

  #all<T>(sql: string, ...values: (string | number)[]): readonly T[] {
    // the columns are those that the statement names
    return statement(this.#database, sql).all(...values) as unknown as readonly T[];
  }
}

/** Returns of how many articles the catalogue knows what their texts say; counted as they come and go. */
export function articleCount(database: DatabaseSync): number {
  const row = statement(database, "SELECT value FROM story_state WHERE name = 'articles'").get();
  return Number(row?.["value"] ?? 0);
}
