/** What is known of the articles? Look-ups by file and by time. */
import type { DatabaseSync } from "node:sqlite";
import type { ArchiveArticle } from "../model.ts";
import type { ArticleHead } from "../page-parts.ts";
import { parsed, statement, storedJson } from "./statements.ts";

/** Yields the Markdown files of all articles, oldest first. */
export function* articlePaths(database: DatabaseSync): Generator<string> {
  const rows = database.prepare("SELECT path FROM article ORDER BY sort_key, address").iterate();
  for (const row of rows) yield String(row["path"]);
}

/** Returns the article of a Markdown file. */
export function articleAt(database: DatabaseSync, path: string): ArchiveArticle | undefined {
  const row = statement(database, "SELECT json FROM article WHERE path = ?").get(path);
  return row && parsed<ArchiveArticle>(row);
}

/** Returns the Markdown file of the article at an address. */
export function pathAt(database: DatabaseSync, address: string): string | undefined {
  const row = statement(database, "SELECT path FROM article WHERE address = ?").get(address);
  return row === undefined ? undefined : String(row["path"]);
}

/** Returns what other pages show of the article of a Markdown file. */
export function headAt(database: DatabaseSync, path: string): ArticleHead | undefined {
  const row = statement(database, "SELECT head FROM article WHERE path = ?").get(path);
  return row && (storedJson(String(row["head"])) as ArticleHead);
}

/** Returns the Markdown files of the articles before and after one in the order of time. */
export function neighboursOf(
  database: DatabaseSync,
  path: string,
): { readonly previous?: string; readonly next?: string } {
  const beside = (sign: "<" | ">", order: "DESC" | "ASC"): string | undefined => {
    const row = statement(
      database,
      `SELECT path FROM article
       WHERE (sort_key, address) ${sign} (SELECT sort_key, address FROM article WHERE path = ?)
       ORDER BY sort_key ${order}, address ${order} LIMIT 1`,
    ).get(path);
    return row === undefined ? undefined : String(row["path"]);
  };
  const [previous, next] = [beside("<", "DESC"), beside(">", "ASC")];
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}

/** Returns the Markdown files of the newest articles, the newest first. */
export function latestArticles(database: DatabaseSync, most: number): readonly string[] {
  return statement(
    database,
    "SELECT path FROM article ORDER BY sort_key DESC, address DESC LIMIT ?",
  )
    .all(most)
    .map((row) => String(row["path"]));
}

/** Returns the Markdown files of the newest articles in which somebody who is known speaks, the newest first. */
export function latestSpeaking(database: DatabaseSync, most: number): readonly string[] {
  return statement(
    database,
    "SELECT path FROM article WHERE attributed > 0 ORDER BY sort_key DESC, address DESC LIMIT ?",
  )
    .all(most)
    .map((row) => String(row["path"]));
}

/** Returns the Markdown file of the article that was made of a source. */
export function pathOfSource(database: DatabaseSync, source: string): string | undefined {
  const row = statement(
    database,
    "SELECT path FROM article WHERE source = ? ORDER BY sort_key DESC, address DESC LIMIT 1",
  ).get(source);
  return row === undefined ? undefined : String(row["path"]);
}

/** Returns what the archive has in numbers. */
export function articleFigures(database: DatabaseSync): {
  readonly articles: number;
  readonly utterances: number;
  readonly attributed: number;
} {
  const row = statement(
    database,
    "SELECT count(*) AS articles, sum(utterances) AS utterances, sum(attributed) AS attributed FROM article",
  ).get();
  return {
    articles: Number(row?.["articles"] ?? 0),
    utterances: Number(row?.["utterances"] ?? 0),
    attributed: Number(row?.["attributed"] ?? 0),
  };
}

/** Returns by which rules something was removed, how often, and the first example of each. */
export function removalsByRule(database: DatabaseSync): readonly {
  readonly rule: string;
  readonly count: number;
  readonly example: string;
}[] {
  const rows = database
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
