/** Which words can be part of a recurring phrase? Kept of a part of the archive that does not grow with it. */
import { type Database, statement } from "./statements.ts";

/** `phrase_fact`: of the articles with the smallest numbers, as JSON. `ordered`: their order in time. */
export const PHRASE_TABLES = `
CREATE TABLE phrase_fact (article INTEGER PRIMARY KEY, path TEXT NOT NULL, ordered TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE phrase_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/** What is kept of an article for counting its phrases. */
export interface PhraseRow {
  readonly article: number;
  readonly path: string;
  readonly ordered: string;
  readonly json: string;
}

/** Puts in what is kept of an article. Returns whether it is another than before. */
export function putPhraseFact(database: Database, row: PhraseRow): boolean {
  const { article, path, ordered, json } = row;
  const { changes } = statement(
    database,
    `INSERT INTO phrase_fact VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET path = excluded.path, ordered = excluded.ordered, json = excluded.json
     WHERE (path, ordered, json) IS NOT (excluded.path, excluded.ordered, excluded.json)`,
  ).run(article, path, ordered, json);
  return changes !== 0;
}

/** Forgets what is kept of an article. Returns whether anything was. */
export function dropPhraseFact(database: Database, article: number): boolean {
  return (
    statement(database, "DELETE FROM phrase_fact WHERE article = ?").run(article).changes !== 0
  );
}

/** Forgets what is kept of articles from a number on. Returns whether anything was. */
export function dropPhraseFactsFrom(database: Database, bound: number): boolean {
  return statement(database, "DELETE FROM phrase_fact WHERE article >= ?").run(bound).changes !== 0;
}

/** Returns what is kept of all articles, in the order of time. */
export function phraseFacts(database: Database): readonly PhraseRow[] {
  // the columns are those of the type
  return statement(
    database,
    "SELECT * FROM phrase_fact ORDER BY ordered, article",
  ).all() as unknown as readonly PhraseRow[];
}

/** Returns the Markdown files of articles with numbers below a bound of which nothing is kept. */
export function withoutPhraseFact(database: Database, bound: number): readonly string[] {
  const rows = statement(
    database,
    `SELECT path FROM story_fact WHERE article < ? AND NOT EXISTS (SELECT 1 FROM phrase_fact WHERE phrase_fact.article = story_fact.article)`,
  ).all(bound);
  return rows.map((row) => String(row["path"]));
}

/** Returns how many articles have numbers below a bound; at most `most` are counted. */
export function articlesBelow(database: Database, bound: number, most: number): number {
  const row = statement(
    database,
    "SELECT count(*) AS count FROM (SELECT 1 FROM story_fact WHERE article < ? LIMIT ?)",
  ).get(bound, most);
  return Number(row?.["count"]);
}

/** Returns a value kept from before: `halvings`, how often the part looked at was halved; `known`, what topics said; `stale`, that facts have changed since. */
export function phraseState(
  database: Database,
  name: "halvings" | "known" | "stale",
): string | undefined {
  const row = statement(database, "SELECT value FROM phrase_state WHERE name = ?").get(name);
  return row === undefined ? undefined : String(row["value"]);
}

/** Keeps a value for the next run. */
export function keepPhraseState(
  database: Database,
  name: "halvings" | "known" | "stale",
  value: string,
): void {
  statement(database, "INSERT OR REPLACE INTO phrase_state VALUES (?, ?)").run(name, value);
}
