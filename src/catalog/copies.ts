/** Which texts does the catalogue know, which runs of words do they have, and which repeat others? */
import type { DatabaseSync } from "node:sqlite";
import type { TextCopy } from "../story-model.ts";
import { statement } from "./statements.ts";

/**
 * `body`: the text of each article, known by a number made of its words, with what a remark says of the article; `age` orders them. `body_text`: all runs of
 * words of a text that is long enough to be nearly the same as another. `body_run`: a sample of the runs, by which such texts are found; `indexed` says whether a
 * text's stand there. `body_touched`: texts to be looked at anew, and the article by which they are. `copy`: as linked last.
 */
export const COPY_TABLES = `
CREATE TABLE body (article TEXT PRIMARY KEY, text INTEGER NOT NULL, age TEXT NOT NULL, headline TEXT NOT NULL, address TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX body_by_text ON body (text, age, article);
CREATE TABLE body_text (text INTEGER PRIMARY KEY, indexed INTEGER NOT NULL, runs BLOB NOT NULL);
CREATE TABLE body_run (run INTEGER NOT NULL, text INTEGER NOT NULL, PRIMARY KEY (run, text)) WITHOUT ROWID;
CREATE TABLE body_touched (text INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (text, article)) WITHOUT ROWID;
CREATE TABLE copy (article TEXT PRIMARY KEY, earlier TEXT NOT NULL, kind TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX copy_by_earlier ON copy (earlier);
`;

/** The text of an article. */
export interface BodyRow {
  readonly article: string;
  readonly text: number;
  readonly age: string;
  readonly headline: string;
  readonly address: string;
}

/** Returns the body of an article as it is kept. */
export function bodyOf(database: DatabaseSync, article: string): BodyRow | undefined {
  const row = statement(database, "SELECT * FROM body WHERE article = ?").get(article);
  // the columns are those of the type
  return row as unknown as BodyRow | undefined;
}

/** Puts an article's body in the place of the one before, and notes both texts. `runs`: absent where it is too short to be nearly the same as another. */
export function putBody(
  database: DatabaseSync,
  body: BodyRow,
  runs: Uint32Array | undefined,
): void {
  const { article, text, age, headline, address } = body;
  const before = bodyOf(database, article);
  if (
    before?.text === text &&
    before.age === age &&
    before.headline === headline &&
    before.address === address
  )
    return;
  if (before !== undefined) touch(database, before.text, article);
  touch(database, text, article);
  statement(database, "INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?, ?)").run(
    ...[article, text, age, headline, address],
  );
  if (runs !== undefined)
    statement(database, "INSERT OR IGNORE INTO body_text VALUES (?, 0, ?)").run(
      text,
      new Uint8Array(runs.buffer, runs.byteOffset, runs.byteLength),
    );
}

/** Forgets the body of an article, and notes its text. */
export function dropBody(database: DatabaseSync, article: string): void {
  const before = bodyOf(database, article);
  if (before === undefined) return;
  touch(database, before.text, article);
  statement(database, "DELETE FROM body WHERE article = ?").run(article);
}

function touch(database: DatabaseSync, text: number, article: string): void {
  statement(database, "INSERT OR IGNORE INTO body_touched VALUES (?, ?)").run(text, article);
}

/** Returns the articles that have a text, the oldest first; at most `most`. */
export function bodiesWith(database: DatabaseSync, text: number, most = -1): readonly BodyRow[] {
  const rows = statement(
    database,
    "SELECT * FROM body WHERE text = ? ORDER BY age, article LIMIT ?",
  ).all(text, most);
  // the columns are those of the type
  return rows as unknown as readonly BodyRow[];
}

/** Returns all runs of a text; undefined of one that is gone or too short. */
export function runsOf(database: DatabaseSync, text: number): Uint32Array | undefined {
  const bytes = statement(database, "SELECT runs FROM body_text WHERE text = ?").get(text)?.[
    "runs"
  ];
  if (!(bytes instanceof Uint8Array)) return undefined;
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(own.buffer, own.byteOffset, own.byteLength / 4);
}

/** Returns the texts in which a run is, at most so many and one more. */
export function textsWith(database: DatabaseSync, run: number, most: number): readonly number[] {
  const rows = statement(database, "SELECT text FROM body_run WHERE run = ? LIMIT ?").all(
    run,
    most + 1,
  );
  return rows.map((row) => Number(row["text"]));
}

/** Yields the texts that are not in the index of runs yet; to be put in as they come. */
export function* unindexed(database: DatabaseSync): Generator<number> {
  const next = statement(
    database,
    "SELECT text FROM body_text WHERE indexed = 0 AND text > ? ORDER BY text LIMIT 512",
  );
  for (let rows = next.all(-1); rows.length > 0; ) {
    for (const row of rows) yield Number(row["text"]);
    rows = next.all(Number(rows.at(-1)?.["text"]));
  }
}

/** Puts many texts' samples of runs into the index, in its order: many times faster than one by one. */
export function indexAll(
  database: DatabaseSync,
  samples: Iterable<{ readonly text: number; readonly runs: Uint32Array }>,
): void {
  database.exec("CREATE TEMP TABLE sampled (run INTEGER NOT NULL, text INTEGER NOT NULL)");
  const add = database.prepare("INSERT INTO sampled VALUES (?, ?)");
  for (const { text, runs } of samples) for (const run of runs) add.run(run, text);
  database.exec(`
    INSERT OR IGNORE INTO body_run SELECT run, text FROM sampled ORDER BY run, text;
    DROP TABLE sampled;
    UPDATE body_text SET indexed = 1 WHERE indexed = 0;`);
}

/**
 * Calls for each two texts that share so many runs of the sample that at most `most` texts have, with the number of those: by text, each pair from both sides. For all texts
 * at once, in one pass over the index.
 */
export function eachSharing(
  database: DatabaseSync,
  { most, least }: { readonly most: number; readonly least: number },
  visit: (text: number, other: number, hits: number) => void,
): void {
  database.exec(`
    CREATE TEMP TABLE sharing AS
    SELECT a.text AS text, b.text AS other, count(*) AS hits
    FROM (SELECT run FROM body_run GROUP BY run HAVING count(*) BETWEEN 2 AND ${most}) AS rare
      JOIN body_run AS a ON a.run = rare.run JOIN body_run AS b ON b.run = rare.run
    WHERE a.text <> b.text GROUP BY 1, 2 HAVING count(*) >= ${least} ORDER BY 1, 2`);
  const page = database.prepare(
    "SELECT rowid AS row, * FROM sharing WHERE rowid > ? ORDER BY rowid LIMIT 512",
  );
  for (let rows = page.all(0); rows.length > 0; rows = page.all(Number(rows.at(-1)?.["row"])))
    for (const { text, other, hits } of rows) visit(Number(text), Number(other), Number(hits));
  database.exec("DROP TABLE sharing");
}

/** Puts in of what an article is a copy; undefined: of nothing. Returns what it was a copy of and is, if that is another. */
export function putCopy(
  database: DatabaseSync,
  article: string,
  copy: Pick<TextCopy, "earlier" | "kind"> | undefined,
): readonly string[] {
  const before = statement(database, "SELECT earlier, kind FROM copy WHERE article = ?").get(
    article,
  );
  if (before?.["earlier"] === copy?.earlier && before?.["kind"] === copy?.kind) return [];
  if (copy === undefined) statement(database, "DELETE FROM copy WHERE article = ?").run(article);
  else
    statement(database, "INSERT OR REPLACE INTO copy VALUES (?, ?, ?)").run(
      article,
      copy.earlier,
      copy.kind,
    );
  return [before?.["earlier"], copy?.earlier].flatMap((one) =>
    one === undefined ? [] : [String(one)],
  );
}

/** Returns the texts that are to be looked at anew, with the articles by which they are, and forgets them; undefined where they are more than `most`. */
export function takeTouchedBodies(
  database: DatabaseSync,
  most: number,
): readonly Pick<BodyRow, "text" | "article">[] | undefined {
  const rows = statement(database, "SELECT text, article FROM body_touched LIMIT ?").all(most + 1);
  database.exec("DELETE FROM body_touched");
  // the columns are those of the type
  return rows.length > most ? undefined : (rows as unknown as readonly BodyRow[]);
}

/** Returns the texts that no article has any more. */
export function goneTexts(database: DatabaseSync): readonly number[] {
  return numbers(
    database,
    "SELECT text FROM body_text WHERE NOT EXISTS (SELECT 1 FROM body WHERE body.text = body_text.text)",
  );
}

/** Returns the texts that more than one article has. */
export function repeatedTexts(database: DatabaseSync): readonly number[] {
  return numbers(database, "SELECT text FROM body GROUP BY text HAVING count(*) > 1");
}

function numbers(database: DatabaseSync, sql: string): readonly number[] {
  return statement(database, sql)
    .all()
    .map((row) => Number(row["text"]));
}

/** Forgets a text. */
export function forgetText(database: DatabaseSync, text: number): void {
  statement(database, "DELETE FROM body_text WHERE text = ?").run(text);
}

/** Returns the articles that are copies of others. */
export function copiedArticles(database: DatabaseSync): readonly string[] {
  return statement(database, "SELECT article FROM copy ORDER BY article")
    .all()
    .map((row) => String(row["article"]));
}

/** Returns the articles that are copies of one. */
export function laterCopies(database: DatabaseSync, earlier: string): readonly string[] {
  const rows = statement(database, "SELECT article FROM copy WHERE earlier = ?").all(earlier);
  return rows.map((row) => String(row["article"]));
}

/** Returns the article whose text an article has; the same for all that have one text. */
export function textOf(database: DatabaseSync, article: string): string {
  const earlier = statement(database, "SELECT earlier FROM copy WHERE article = ?");
  let text = article;
  // of two copies one is the earlier, so that no chain is a circle
  for (let row = earlier.get(text); row !== undefined; row = earlier.get(text))
    text = String(row["earlier"]);
  return text;
}

/** Returns what an article is a copy of and what is a copy of it; those that are the same to the word first, then by their files. */
export function copiesOf(
  database: DatabaseSync,
  article: string,
): readonly { readonly article: string; readonly copy: TextCopy["kind"] }[] {
  const rows = statement(
    database,
    `SELECT other AS article, kind AS copy FROM (SELECT earlier AS other, kind, 0 AS rank FROM copy WHERE article = ?
     UNION ALL SELECT article, kind, 1 FROM copy WHERE earlier = ?) ORDER BY kind DESC, rank, other`,
  ).all(article, article);
  // the columns are those named, and `kind` holds nothing else
  return rows as unknown as readonly { article: string; copy: TextCopy["kind"] }[];
}
