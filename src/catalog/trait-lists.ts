/** Which articles has each trait, and in which order of time are they found by it? Lists of the catalogue. */
import type { DatabaseSync } from "node:sqlite";
import { statement } from "./statements.ts";

/** `trait`: in how many articles each is; `holder`: in which; `leading`: which are found by it, in the order of time. */
export const TRAIT_TABLES = `
CREATE TABLE trait (id INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
CREATE TABLE holder (trait INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (trait, article)) WITHOUT ROWID;
CREATE TABLE leading (trait INTEGER NOT NULL, time INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (trait, time, article)) WITHOUT ROWID;
`;

/** An article in a list by time. */
export interface Placed {
  readonly time: number;
  readonly article: number;
}

/** Articles on either side of a place in a list, the nearest first. */
export interface Sides {
  readonly before: readonly number[];
  readonly behind: readonly number[];
}

/** Reads and writes the lists. */
export class TraitLists {
  readonly #database: DatabaseSync;

  /** @param database A catalogue that has `TRAIT_TABLES`. */
  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Returns in how many articles a trait is. */
  spread(trait: number): number {
    return (
      this.#get<{ articles: number }>("SELECT articles FROM trait WHERE id = ?", trait)?.articles ??
      0
    );
  }

  /** Notes in how many articles a trait is. */
  writeSpread(trait: number, articles: number): void {
    if (articles === 0) this.#run("DELETE FROM trait WHERE id = ?", trait);
    else this.#run("INSERT OR REPLACE INTO trait VALUES (?, ?)", trait, articles);
  }

  /** Returns the articles that have a trait. */
  holders(trait: number): readonly number[] {
    return this.#all<{ article: number }>("SELECT article FROM holder WHERE trait = ?", trait).map(
      ({ article }) => article,
    );
  }

  /** Notes that an article has a trait. */
  addHolder(trait: number, article: number): void {
    this.#run("INSERT OR IGNORE INTO holder VALUES (?, ?)", trait, article);
  }

  /** Notes that an article has a trait no longer. */
  removeHolder(trait: number, article: number): void {
    this.#run("DELETE FROM holder WHERE trait = ? AND article = ?", trait, article);
  }

  /** Notes that an article is found by a trait. */
  addLeading(trait: number, { time, article }: Placed): void {
    this.#run("INSERT OR IGNORE INTO leading VALUES (?, ?, ?)", trait, time, article);
  }

  /** Notes that an article is found by a trait no longer. */
  removeLeading(trait: number, { time, article }: Placed): void {
    this.#run(
      "DELETE FROM leading WHERE trait = ? AND time = ? AND article = ?",
      trait,
      time,
      article,
    );
  }

  /** Returns the articles found by a trait, in the order of time; at most `most`. */
  found(trait: number, most: number): readonly Placed[] {
    return this.#all<Placed>(
      "SELECT time, article FROM leading WHERE trait = ? ORDER BY time, article LIMIT ?",
      trait,
      most,
    );
  }

  /** Returns the articles found by a trait that are nearest in time, at most `most` before and `most` behind; on each side the nearest first. */
  foundAround(trait: number, { time, article }: Placed, most: number): Sides {
    const before = this.#all<{ article: number }>(
      "SELECT article FROM leading WHERE trait = ? AND (time, article) < (?, ?) ORDER BY time DESC, article DESC LIMIT ?",
      ...[trait, time, article, most],
    );
    const behind = this.#all<{ article: number }>(
      "SELECT article FROM leading WHERE trait = ? AND (time, article) > (?, ?) ORDER BY time, article LIMIT ?",
      ...[trait, time, article, most],
    );
    return {
      before: before.map((row) => row.article),
      behind: behind.map((row) => row.article),
    };
  }

  /** Begins a table of traits and articles that is filled first and put in order then: many times faster than in any order. */
  gather(): Gathered {
    this.#database.exec(
      "CREATE TEMP TABLE gathered (trait INTEGER NOT NULL, time INTEGER NOT NULL, article INTEGER NOT NULL)",
    );
    const insert = this.#database.prepare("INSERT INTO gathered VALUES (?, ?, ?)");
    const finish = (sql: readonly string[]): void => {
      for (const statement of [...sql, "DROP TABLE gathered"]) this.#database.exec(statement);
    };
    return {
      add: (trait, { time, article }) => insert.run(trait, time, article),
      intoHolders: () =>
        finish([
          "INSERT INTO holder SELECT trait, article FROM gathered ORDER BY trait, article",
          "INSERT INTO trait SELECT trait, count(*) FROM holder GROUP BY trait",
        ]),
      intoLeading: () =>
        finish(["INSERT INTO leading SELECT trait, time, article FROM gathered ORDER BY 1, 2, 3"]),
    };
  }

  #run(sql: string, ...values: number[]): void {
    statement(this.#database, sql).run(...values);
  }

  #get<T>(sql: string, ...values: number[]): T | undefined {
    // the columns are those that the statement names
    return statement(this.#database, sql).get(...values) as T | undefined;
  }

  #all<T>(sql: string, ...values: number[]): readonly T[] {
    // the columns are those that the statement names
    return statement(this.#database, sql).all(...values) as unknown as readonly T[];
  }
}

/** Traits and articles on their way into a table. */
export interface Gathered {
  readonly add: (trait: number, placed: Placed) => void;
  readonly intoHolders: () => void;
  readonly intoLeading: () => void;
}
