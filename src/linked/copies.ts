/** Which articles repeat others now? Stage 5 over the tables: what shares runs of words with texts that have changed. */
import {
  type BodyRow,
  bodiesWith,
  bodyOf,
  copiedArticles,
  eachSharing,
  forgetText,
  goneTexts,
  indexAll,
  laterCopies,
  putCopy,
  repeatedTexts,
  runsOf,
  takeTouchedBodies,
  textsWith,
  unindexed,
} from "../catalog/copies.ts";
import { articleCount } from "../catalog/nearness.ts";
import { replaceRemarks } from "../catalog/remarks.ts";
import { type Database, statement } from "../catalog/statements.ts";
import {
  type ArticleLine,
  type ComparedText,
  MOST_TEXTS_OF_A_RUN,
  mostAlike,
  nearlySame,
  sameText,
  sampleOf,
} from "../link/near-duplicates.ts";
import type { Diagnostic } from "../model.ts";
import { mostTouched } from "./touched.ts";

/** Of the shortest text that can be nearly the same as another, so many runs of the sample are in both. */
const LEAST_HITS = 3;

/**
 * Finds anew of what the articles with touched texts are copies, and those with texts that share runs with these or did; writes what differs and the remarks on it. Returns
 * the Markdown files of articles that are copies of something else than before, or have other copies, or copies of another text.
 */
export function updateCopies(database: Database): ReadonlySet<string> {
  const written = new WrittenCopies(database);
  const touched = takeTouchedBodies(database, mostTouched(articleCount(database)));
  if (touched === undefined) {
    makeCopies(database, written);
  } else {
    const texts = new Set(touched.map(({ text }) => text));
    for (const text of sharingWith(database, texts)) {
      written.writeSame(text);
      written.writeNear(text, hitsOf(database, text));
    }
    for (const text of texts) if (isGone(database, text)) forgetText(database, text);
    for (const { article } of touched) written.dropIfGone(article);
  }
  return withLaterCopies(database, written.changed);
}

/** Finds all copies anew. */
function makeCopies(database: Database, written: WrittenCopies): void {
  for (const text of goneTexts(database)) {
    index(database, text);
    forgetText(database, text);
  }
  const fresh = unindexed(database);
  indexAll(
    database,
    fresh.map((text) => ({ text, runs: sampledRuns(database, text) })),
  );
  for (const text of repeatedTexts(database)) written.writeSame(text);
  writeAllAlike(database, written);
  for (const article of copiedArticles(database)) written.dropIfUnwritten(article);
}

const NO_RUNS = new Uint32Array();

/** The runs by which a text finds others and is found; none of one that is too short. */
function sampledRuns(database: Database, text: number): Uint32Array {
  return sampleOf(runsOf(database, text) ?? NO_RUNS);
}

/** The texts that have a run; none where too many have it. */
function holdersOf(database: Database, run: number): readonly number[] {
  const holders = textsWith(database, run, MOST_TEXTS_OF_A_RUN);
  return holders.length > MOST_TEXTS_OF_A_RUN ? [] : holders;
}

/** Puts touched texts into the index and takes out those that are gone; returns them and all that share rare runs with them, or did. */
function sharingWith(database: Database, texts: ReadonlySet<number>): readonly number[] {
  const asked = new Set(texts);
  const ask = (text: number): void => {
    for (const run of sampledRuns(database, text))
      for (const other of holdersOf(database, run)) asked.add(other);
  };
  for (const text of texts) ask(text);
  for (const text of texts) index(database, text);
  for (const text of texts) ask(text);
  return [...asked].sort((a, b) => a - b);
}

/** Looks at all texts that share enough runs with others at once. */
function writeAllAlike(database: Database, written: WrittenCopies): void {
  let text = -1;
  let hits = new Map<number, number>();
  const finish = (): void => {
    if (hits.size > 0) written.writeNear(text, hits);
    hits = new Map();
  };
  eachSharing(database, { most: MOST_TEXTS_OF_A_RUN, least: LEAST_HITS }, (one, other, count) => {
    if (one !== text) finish();
    text = one;
    hits.set(other, count);
  });
  finish();
}

/** Copies and remarks on them, as they are written. */
class WrittenCopies {
  /** Articles that are copies of something else than before, and what they were and are copies of. */
  readonly changed = new Set<string>();
  readonly #copies = new Set<string>();
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes that all articles with a text but the first are copies of that one. */
  writeSame(text: number): void {
    const [first, ...others] = bodiesWith(this.#database, text);
    if (first === undefined) return;
    for (const { article } of others) {
      this.#put(article, { earlier: first.article, kind: "same" });
      this.#remark(article, [sameText(article, lineOf(first))]);
    }
  }

  /** Writes of what the first article with a text is nearly a copy, by the rare runs that it shares with others. */
  writeNear(text: number, hits: ReadonlyMap<number, number>): void {
    const [first] = bodiesWith(this.#database, text, 1);
    if (first === undefined) return;
    const alike = hits.size === 0 ? undefined : alikeTo(this.#database, { text, first, hits });
    this.#put(first.article, alike && { earlier: alike.earlier.path, kind: "near" });
    this.#remark(first.article, alike === undefined ? [] : [nearlySame(first.article, alike)]);
  }

  /** Writes that an article which is gone, or whose text is too short now, is no copy. */
  dropIfGone(article: string): void {
    if (bodyOf(this.#database, article) === undefined) this.#drop(article);
  }

  /** Writes that an article is no copy if nothing was written of it. */
  dropIfUnwritten(article: string): void {
    if (!this.#copies.has(article)) this.#drop(article);
  }

  #drop(article: string): void {
    this.#put(article, undefined);
    this.#remark(article, []);
  }

  #put(article: string, copy: Parameters<typeof putCopy>[2]): void {
    if (copy !== undefined) this.#copies.add(article);
    const others = putCopy(this.#database, article, copy);
    if (others.length > 0) for (const other of [article, ...others]) this.changed.add(other);
  }

  #remark(article: string, remarks: readonly Diagnostic[]): void {
    replaceRemarks(this.#database, `link/copy/${article}`, remarks);
  }
}

/** Puts a text's runs into the index if they are not there; takes them out if no article has the text. */
function index(database: Database, text: number): void {
  const row = statement(database, "SELECT indexed FROM body_text WHERE text = ?").get(text);
  if (row === undefined) return;
  const isThere = !isGone(database, text);
  if (isThere === (row["indexed"] === 1)) return;
  const change = statement(
    database,
    isThere
      ? "INSERT OR IGNORE INTO body_run VALUES (?, ?)"
      : "DELETE FROM body_run WHERE run = ? AND text = ?",
  );
  for (const run of sampledRuns(database, text)) change.run(run, text);
  statement(database, "UPDATE body_text SET indexed = ? WHERE text = ?").run(isThere ? 1 : 0, text);
}

function isGone(database: Database, text: number): boolean {
  return bodiesWith(database, text, 1).length === 0;
}

/** How many runs that not too many texts have a text shares with others. */
function hitsOf(database: Database, text: number): ReadonlyMap<number, number> {
  const hits = new Map<number, number>();
  for (const run of sampledRuns(database, text))
    for (const other of holdersOf(database, run))
      if (other !== text) hits.set(other, (hits.get(other) ?? 0) + 1);
  return new Map([...hits].filter(([, count]) => count >= LEAST_HITS));
}

/** The earlier text that shares most with a text. */
function alikeTo(
  database: Database,
  {
    text,
    first,
    hits,
  }: {
    readonly text: number;
    readonly first: BodyRow;
    readonly hits: ReadonlyMap<number, number>;
  },
): ReturnType<typeof mostAlike> {
  const runs = runsOf(database, text);
  if (runs === undefined) return undefined;
  const earlier = [...hits].flatMap(([other, count]) => {
    const [body] = bodiesWith(database, other, 1);
    const isEarlier = body !== undefined && isBefore(body, first);
    return isEarlier ? [{ other, body, hits: count }] : [];
  });
  return mostAlike(
    runs,
    earlier
      .sort((a, b) => (isBefore(a.body, b.body) ? -1 : 1))
      .map(({ other, body, hits: count }) => ({
        hits: count,
        length: lengthOf(database, other),
        text: (): ComparedText | undefined => {
          const its = runsOf(database, other);
          return its && { ...lineOf(body), runs: its };
        },
      })),
  );
}

function lengthOf(database: Database, text: number): number {
  const row = statement(
    database,
    "SELECT length(runs) / 4 AS length FROM body_text WHERE text = ?",
  ).get(text);
  return Number(row?.["length"] ?? 0);
}

function isBefore(one: BodyRow, other: BodyRow): boolean {
  return one.age < other.age || (one.age === other.age && one.article < other.article);
}

function lineOf({ article, headline, address }: BodyRow): ArticleLine {
  return { path: article, headline, address };
}

/** What is a copy of a copy has the text of the first, so that it changes with it. */
function withLaterCopies(database: Database, changed: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(changed);
  for (const article of all) for (const later of laterCopies(database, article)) all.add(later);
  return all;
}
