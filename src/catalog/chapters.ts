/** Into which years, months and days is what the archive has of a name cut, and what does each come to? Tables that pages fill. */
import type { DatabaseSync } from "node:sqlite";
import { IF_NOTING } from "./cells.ts";
import type { Named } from "./entities.ts";
import { putOwnEvents } from "./own-events.ts";
import { parsed, statement, storedJson } from "./statements.ts";

const cellOf = (cell: string, row: "OLD" | "NEW", period: "period" | "parent"): string =>
  `('${cell}/' || ${row}.kind || '/' || ${row}.slug || '/' || coalesce(${row}.${period}, ''))`;

const comesOrGoes = (row: "OLD" | "NEW"): string =>
  `INSERT INTO touched VALUES ${cellOf("chapter", row, "period")}, ${cellOf("chapters", row, "parent")} ON CONFLICT DO NOTHING;`;

/**
 * A name with rows here has pages of years; its first row has no period. `parent`: the period whose page links to it. `is_cut`: whether its page only
 * links to parts. `peaks`: of a topic itself. `chapter_sum`: what the articles of a chapter come to.
 */
export const CHAPTER_TABLES = `
CREATE TABLE chapter (kind TEXT NOT NULL, slug TEXT NOT NULL, period TEXT NOT NULL, parent TEXT, is_cut INTEGER NOT NULL, articles INTEGER NOT NULL, peaks TEXT, PRIMARY KEY (kind, slug, period)) WITHOUT ROWID;
CREATE INDEX chapter_by_parent ON chapter (kind, slug, parent, period);
CREATE TABLE chapter_sum (kind TEXT NOT NULL, slug TEXT NOT NULL, period TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug, period));
CREATE TRIGGER chapter_added AFTER INSERT ON chapter ${IF_NOTING} BEGIN ${comesOrGoes("NEW")} END;
CREATE TRIGGER chapter_gone AFTER DELETE ON chapter ${IF_NOTING} BEGIN ${comesOrGoes("OLD")} END;
CREATE TRIGGER chapter_changed AFTER UPDATE ON chapter ${IF_NOTING} BEGIN
  INSERT INTO touched SELECT cell FROM (SELECT ${cellOf("chapter", "NEW", "period")} AS cell) WHERE (OLD.is_cut, OLD.peaks) IS NOT (NEW.is_cut, NEW.peaks) ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT cell FROM (SELECT ${cellOf("sums", "NEW", "parent")} AS cell) WHERE NEW.parent IS NOT NULL AND OLD.articles IS NOT NEW.articles ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER chapter_sum_added AFTER INSERT ON chapter_sum ${IF_NOTING} BEGIN INSERT INTO touched VALUES ${cellOf("sum", "NEW", "period")} ON CONFLICT DO NOTHING; END;
CREATE TRIGGER chapter_sum_changed AFTER UPDATE ON chapter_sum ${IF_NOTING} BEGIN INSERT INTO touched VALUES ${cellOf("sum", "NEW", "period")} ON CONFLICT DO NOTHING; END;
CREATE TRIGGER chapter_sum_gone AFTER DELETE ON chapter_sum ${IF_NOTING} BEGIN INSERT INTO touched VALUES ${cellOf("sum", "OLD", "period")} ON CONFLICT DO NOTHING; END;
`;

/** A year, month or day of a name, or the name itself, whose period is empty. */
export interface Chapter {
  /** As of `chapter-periods.ts`: `2019`, `2019-03`, `2019-03-undated`. */
  readonly period: string;
  /** Whose page links to it; none of the name itself. */
  readonly parent?: string;
  /** Whether it has parts that have pages of their own. */
  readonly isCut: boolean;
  readonly articles: number;
  /** Of a topic itself: the months in which more was printed on it than usual. */
  readonly peaks?: readonly object[];
}

/** Puts in how a name is cut, or what has changed of that; nothing for a name that is told on one page. */
export function putChapters(
  database: DatabaseSync,
  { kind, slug }: Named,
  chapters: readonly Chapter[],
): void {
  const known = statement(database, "SELECT period FROM chapter WHERE kind = ? AND slug = ?");
  const gone = new Set(known.all(kind, slug).map((row) => String(row["period"])));
  const put = statement(
    database,
    `INSERT INTO chapter VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET is_cut = excluded.is_cut, articles = excluded.articles, peaks = excluded.peaks
     WHERE (is_cut, articles, peaks) IS NOT (excluded.is_cut, excluded.articles, excluded.peaks)`,
  );
  for (const { period, parent, isCut, articles, peaks } of chapters) {
    gone.delete(period);
    const told = peaks === undefined ? null : JSON.stringify(peaks);
    put.run(kind, slug, period, parent ?? null, isCut ? 1 : 0, articles, told);
  }
  for (const period of gone) {
    putOwnEvents(database, { kind, slug }, period, new Map());
    for (const table of ["chapter", "chapter_sum"])
      statement(database, `DELETE FROM ${table} WHERE kind = ? AND slug = ? AND period = ?`).run(
        kind,
        slug,
        period,
      );
  }
}

/** Returns one chapter. */
export function chapterAt(
  database: DatabaseSync,
  { kind, slug }: Named,
  period: string,
): Chapter | undefined {
  const row = statement(
    database,
    "SELECT * FROM chapter WHERE kind = ? AND slug = ? AND period = ?",
  ).get(kind, slug, period);
  return row && chapterOf(row);
}

/** Returns the chapters that a page links to, by period. */
export function chaptersIn(
  database: DatabaseSync,
  { kind, slug }: Named,
  parent: string,
): readonly Chapter[] {
  return statement(
    database,
    "SELECT * FROM chapter WHERE kind = ? AND slug = ? AND parent = ? ORDER BY period",
  )
    .all(kind, slug, parent)
    .map(chapterOf);
}

function chapterOf(row: Record<string, unknown>): Chapter {
  const { period, parent, is_cut: isCut, articles, peaks } = row;
  return {
    period: String(period),
    ...(parent !== null && { parent: String(parent) }),
    isCut: isCut === 1,
    articles: Number(articles),
    // `putChapters` wrote them
    ...(peaks !== null && { peaks: storedJson(String(peaks)) as object[] }),
  };
}

/** Yields the kinds and slugs of all names that have chapters: `person/ilse-okafor`. */
export function* longNames(database: DatabaseSync): Generator<string> {
  const rows = database
    .prepare("SELECT kind, slug FROM chapter WHERE parent IS NULL ORDER BY kind, slug")
    .iterate();
  for (const { kind, slug } of rows) yield `${kind}/${slug}`;
}

/** Yields the kinds, slugs and periods of all years (4), months (7) or days (10) that are chapters: `person/ilse-okafor/2019-03`. */
export function* chapterKeys(database: DatabaseSync, length: 4 | 7 | 10): Generator<string> {
  const above = { 4: 0, 7: 4, 10: 7 }[length];
  const rows = database
    .prepare(
      "SELECT kind, slug, period FROM chapter WHERE length(parent) = ? ORDER BY kind, slug, period",
    )
    .iterate(above);
  for (const { kind, slug, period } of rows) yield `${kind}/${slug}/${period}`;
}

/** Puts in what a chapter comes to, or what has changed of that. */
export function putSum(
  database: DatabaseSync,
  { kind, slug }: Named,
  period: string,
  sum: object,
): void {
  statement(
    database,
    "INSERT INTO chapter_sum VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json WHERE json IS NOT excluded.json",
  ).run(kind, slug, period, JSON.stringify(sum));
}

/** Returns what was put in of a chapter. */
export function sumAt(database: DatabaseSync, { kind, slug }: Named, period: string): object {
  const row = statement(
    database,
    "SELECT json FROM chapter_sum WHERE kind = ? AND slug = ? AND period = ?",
  ).get(kind, slug, period);
  if (row === undefined) throw new Error(`no sum of ${kind} ${slug} in ${period}`);
  return parsed<object>(row);
}
