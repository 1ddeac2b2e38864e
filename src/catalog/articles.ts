/** Which articles does the archive have, and in which order? Each as it was recognised, and what other pages show of it. */
import type { DatabaseSync } from "node:sqlite";
import type { ArchiveArticle, FrontMatter } from "../model.ts";
import type { ArticleHead } from "../page-parts.ts";
import { IF_NOTING } from "./cells.ts";
import { parsed, statement } from "./statements.ts";

/** By the columns of the order of time, the article before and after a row of a trigger. */
const neighbours = (row: "OLD" | "NEW"): string => `
  INSERT INTO touched SELECT 'order/' || path FROM (SELECT path FROM article WHERE (sort_key, address) < (${row}.sort_key, ${row}.address) ORDER BY sort_key DESC, address DESC LIMIT 1) WHERE true ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT 'order/' || path FROM (SELECT path FROM article WHERE (sort_key, address) > (${row}.sort_key, ${row}.address) ORDER BY sort_key, address LIMIT 1) WHERE true ON CONFLICT DO NOTHING;
  INSERT INTO touched VALUES ('order/' || ${row}.path) ON CONFLICT DO NOTHING;`;

const listed = (row: "OLD" | "NEW"): string => `
  INSERT INTO touched VALUES ('entry/' || ${row}.path), ('article/' || ${row}.path), ('printed/' || ${row}.day), ('articles') ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT 'anniversary/' || substr(${row}.day, 6) WHERE length(${row}.day) = 10 ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT 'printed/' || substr(${row}.day, 1, 7) WHERE length(${row}.day) > 7 ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT 'printed/' || substr(${row}.day, 1, 4) WHERE length(${row}.day) > 4 ON CONFLICT DO NOTHING;`;

/** What lists show of an article; of what is said in it how long it is, wherever it stands. */
const shown = (row: "OLD" | "NEW"): string => `
  json_remove(${row}.head, '$.spoken'),
  (SELECT json_group_array((value ->> '$.end') - (value ->> '$.start')) FROM json_each(${row}.head, '$.spoken'))`;

const counted = (row: "OLD" | "NEW", sign: "+" | "-"): string =>
  [0, 4, 7, 10]
    .map(
      (length) => `
  INSERT INTO printed SELECT substr(${row}.day, 1, ${length}), ${sign}1 WHERE length(${row}.day) >= ${length}
    ON CONFLICT (period) DO UPDATE SET count = count ${sign} 1;`,
    )
    .join("");

/** The periods before and after one that begins to have articles, or has none any more. */
const beside = (row: "OLD" | "NEW"): string => `
  INSERT INTO touched SELECT 'beside/' || period FROM (SELECT period FROM printed WHERE period < ${row}.period AND length(period) = length(${row}.period) ORDER BY period DESC LIMIT 1) WHERE true ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT 'beside/' || period FROM (SELECT period FROM printed WHERE period > ${row}.period AND length(period) = length(${row}.period) ORDER BY period LIMIT 1) WHERE true ON CONFLICT DO NOTHING;
  INSERT INTO touched VALUES ('beside/' || ${row}.period) ON CONFLICT DO NOTHING;`;

/**
 * `day`: of publication as far as it is known, empty where it is not. `head`: what other pages show of the article. The counts serve the page
 * about the archive. Each `printed` row is a year, month or day with the number of its
 * articles, and one, of no name, counts them all.
 */
export const ARTICLE_TABLES = `
CREATE TABLE article (
  path TEXT PRIMARY KEY, address TEXT NOT NULL UNIQUE, sort_key TEXT NOT NULL, day TEXT NOT NULL, source TEXT,
  utterances INTEGER NOT NULL, attributed INTEGER NOT NULL, head TEXT NOT NULL, json TEXT NOT NULL
);
CREATE INDEX article_by_time ON article (sort_key, address);
CREATE INDEX article_by_day ON article (day, sort_key, address);
CREATE INDEX article_by_source ON article (source) WHERE source IS NOT NULL;
CREATE INDEX article_counts ON article (utterances, attributed);
CREATE TABLE removal (article TEXT NOT NULL, rule TEXT NOT NULL, number INTEGER NOT NULL, example TEXT NOT NULL, PRIMARY KEY (rule, article, number)) WITHOUT ROWID;
CREATE INDEX removal_by_article ON removal (article);
CREATE TABLE withdrawn (path TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE printed (period TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX printed_by_anniversary ON printed (substr(period, 6), period) WHERE length(period) = 10;
CREATE TRIGGER printed_more AFTER INSERT ON article BEGIN ${counted("NEW", "+")} END;
CREATE TRIGGER printed_less AFTER DELETE ON article BEGIN ${counted("OLD", "-")}
  DELETE FROM printed WHERE count = 0;
END;
CREATE TRIGGER printed_moved AFTER UPDATE OF day ON article WHEN OLD.day IS NOT NEW.day BEGIN ${counted("OLD", "-")} ${counted("NEW", "+")}
  DELETE FROM printed WHERE count = 0;
END;
CREATE TRIGGER article_added AFTER INSERT ON article ${IF_NOTING} BEGIN ${listed("NEW")} ${neighbours("NEW")} END;
CREATE TRIGGER article_gone AFTER DELETE ON article ${IF_NOTING} BEGIN ${listed("OLD")} ${neighbours("OLD")} END;
CREATE TRIGGER article_changed AFTER UPDATE ON article ${IF_NOTING} BEGIN
  INSERT INTO touched VALUES ('article/' || NEW.path) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER article_relisted AFTER UPDATE ON article
${IF_NOTING} AND ((${shown("OLD")}) IS NOT (${shown("NEW")}) OR OLD.sort_key IS NOT NEW.sort_key OR OLD.day IS NOT NEW.day OR OLD.address IS NOT NEW.address) BEGIN
  ${listed("OLD")} ${listed("NEW")} ${neighbours("OLD")} ${neighbours("NEW")}
END;
CREATE TRIGGER period_begun AFTER INSERT ON printed ${IF_NOTING} BEGIN
  INSERT INTO touched VALUES ('has/' || NEW.period), ('share/' || NEW.period), ('extent') ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT 'years' WHERE length(NEW.period) = 4 ON CONFLICT DO NOTHING;
  ${beside("NEW")}
END;
CREATE TRIGGER period_grown AFTER UPDATE ON printed ${IF_NOTING} AND round(2 * log2(OLD.count)) IS NOT round(2 * log2(NEW.count)) BEGIN
  INSERT INTO touched VALUES ('share/' || NEW.period) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER period_over AFTER DELETE ON printed ${IF_NOTING} BEGIN
  INSERT INTO touched VALUES ('has/' || OLD.period), ('share/' || OLD.period), ('extent') ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT 'years' WHERE length(OLD.period) = 4 ON CONFLICT DO NOTHING;
  ${beside("OLD")}
END;
`;

/** What the catalogue keeps of an article beside itself. */
export interface ArticleRow {
  readonly article: ArchiveArticle;
  readonly head: ArticleHead;
}

/**
 * Puts an article in, or what has changed of it; one that is as it was stays untouched. An article that still has its address must be put in or
 * dropped in the same transaction: two may change theirs with each other.
 */
export function putArticle(database: DatabaseSync, { article, head }: ArticleRow): void {
  const { path, address, sortKey, front } = article;
  const json = JSON.stringify(article);
  statement(
    database,
    "UPDATE article SET address = 'moving:' || path WHERE address = ? AND path <> ?",
  ).run(address, path);
  const known = statement(database, "SELECT head, json FROM article WHERE path = ?").get(path);
  const headJson = JSON.stringify(head);
  if (known?.["json"] === json && known["head"] === headJson) return;
  const { entry, source, utterances, attributed } = head;
  const day = entry.date ?? "";
  const row = [address, sortKey, day, source ?? null, utterances, attributed, headJson, json];
  if (known === undefined) {
    statement(database, "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").run(path, ...row);
  } else {
    statement(
      database,
      "UPDATE article SET address = ?, sort_key = ?, day = ?, source = ?, utterances = ?, attributed = ?, head = ?, json = ? WHERE path = ?",
    ).run(...row, path);
    statement(database, "DELETE FROM removal WHERE article = ?").run(path);
  }
  const addRemoval = statement(database, "INSERT INTO removal VALUES (?, ?, ?, ?)");
  for (const [number, { rule, text }] of (front.removed ?? []).entries())
    addRemoval.run(path, rule, number, text.slice(0, LONGEST_EXAMPLE));
}

const LONGEST_EXAMPLE = 120;

/** Takes an article out, if it is there. */
export function dropArticle(database: DatabaseSync, path: string): void {
  statement(database, "DELETE FROM article WHERE path = ?").run(path);
  statement(database, "DELETE FROM removal WHERE article = ?").run(path);
}

/** Keeps what a withdrawn article's tombstone says, or, where there is none any more, forgets it. */
export function putWithdrawn(
  database: DatabaseSync,
  path: string,
  front: FrontMatter | undefined,
): void {
  if (front === undefined) statement(database, "DELETE FROM withdrawn WHERE path = ?").run(path);
  else
    statement(database, "INSERT OR REPLACE INTO withdrawn VALUES (?, ?)").run(
      path,
      JSON.stringify(front),
    );
}

/** Returns what the tombstones of withdrawn articles say, by their Markdown files. */
export function withdrawnArticles(database: DatabaseSync): readonly FrontMatter[] {
  return statement(database, "SELECT json FROM withdrawn ORDER BY path")
    .all()
    .map((row) => parsed<FrontMatter>(row));
}
