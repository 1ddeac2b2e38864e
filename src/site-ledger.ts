/** What does the ledger of a site say of articles: those that were drawn, and those that were withdrawn? Between stages 7 and 9. */
import { beginLedgerDue, ledgerDue, putLedgerDue } from "./catalog/ledger-due.ts";
import { articleAt, articlePaths } from "./catalog/reading-articles.ts";
import { isSourceFile } from "./catalog/sources.ts";
import type { Database } from "./catalog/statements.ts";
import type { FrontMatter, SourceText } from "./model.ts";
import type { PreparedSite } from "./prepared-archive.ts";
import {
  type LedgerEntry,
  type LedgerFile,
  type LedgerLine,
  ledgerFiles,
} from "./publish/ledger.ts";
import { readDecisions } from "./read/decisions.ts";
import { readSettings } from "./read/settings.ts";
import { readSources } from "./read/sources.ts";
import { filePathOf } from "./render/urls.ts";
import { ledgerFile } from "./text/ledger-file.ts";
import { ledgerLine, withdrawnLine } from "./verify/ledger-lines.ts";

/** The page of an article, drawn. */
export interface DrawnArticle {
  readonly address: string;
  /** The article's Markdown file. */
  readonly path: string;
  /** Of its HTML; see `pageDigest`. */
  readonly digest: string;
}

/** Notes that the ledger is to tell of an article whose page has been drawn. */
export function noteDrawnArticle(database: Database, { address, ...article }: DrawnArticle): void {
  putLedgerDue(database, ledgerFile(address), { address, article });
}

/** Notes that the ledger is to tell nothing of an address any more, unless a tombstone stands there. */
export function noteGonePage(database: Database, address: string): void {
  putLedgerDue(database, ledgerFile(address), { address });
}

/** Notes what the ledger is to tell of a withdrawn article. */
export function noteWithdrawn(database: Database, front: FrontMatter): void {
  const { address } = front;
  const line = JSON.stringify(withdrawnLine(front));
  putLedgerDue(database, ledgerFile(address), { address, line });
}

/** Yields the ledger's entries on all that has been noted, by the files of the ledger. */
export function* ledgerEntries(content: string, database: Database): Generator<LedgerEntry> {
  let sourceOf: ((front: FrontMatter) => SourceText | undefined) | undefined;
  for (const { address, article: drawn, line } of ledgerDue(database)) {
    if (drawn === undefined) {
      // `noteWithdrawn` wrote it
      yield { address, ...(line !== undefined && { line: JSON.parse(line) as LedgerLine }) };
      continue;
    }
    const article = articleAt(database, drawn.path);
    if (article === undefined) continue;
    sourceOf ??= sourceReader(content, database);
    yield { address, line: ledgerLine(article, sourceOf(article.front), drawn.digest) };
  }
}

/** Returns the ledger of a whole site; `digestOf` gives the digest of an article's page by its file. */
export function wholeLedger(
  { content, context: { database }, texts }: PreparedSite,
  digestOf: (path: string) => string,
): readonly LedgerFile[] {
  beginLedgerDue(database);
  for (const front of texts.withdrawn) noteWithdrawn(database, front);
  for (const path of articlePaths(database)) {
    const address = articleAt(database, path)?.address ?? "";
    noteDrawnArticle(database, { address, path, digest: digestOf(filePathOf(address)) });
  }
  return [...ledgerFiles(ledgerEntries(content, database))];
}

/** Characters of the files of several articles that are kept at hand: those of one month are asked for one after the other. */
const MOST_SHARED = 32_000_000;

/** Files of several articles, those asked for last. */
class SharedSources {
  readonly #files = new Map<string, { readonly items: Items; readonly characters: number }>();
  #characters = 0;

  get(file: string): Items | undefined {
    const kept = this.#files.get(file);
    if (kept === undefined) return undefined;
    this.#files.delete(file);
    this.#files.set(file, kept);
    return kept.items;
  }

  keep(file: string, items: Items): void {
    const characters = [...items.values()].reduce((sum, { text }) => sum + text.length, 0);
    this.#files.set(file, { items, characters });
    this.#characters += characters;
    for (const [oldest, kept] of this.#files) {
      if (this.#characters <= MOST_SHARED || oldest === file) return;
      this.#files.delete(oldest);
      this.#characters -= kept.characters;
    }
  }
}

type Items = ReadonlyMap<string | undefined, SourceText>;

function sourceReader(
  content: string,
  database: Database,
): (front: FrontMatter) => SourceText | undefined {
  const { splits } = readDecisions(content);
  const { sourceBytes } = readSettings(content).thresholds;
  const shared = new SharedSources();
  return ({ source }) => {
    if (source === undefined || !isSourceFile(database, source.file)) return undefined;
    const known = shared.get(source.file);
    if (known !== undefined) return known.get(source.item);
    const { sources } = readSources(content, source.file, splits.get(source.file), sourceBytes);
    const byItem = new Map(sources.map((one) => [one.item, one]));
    if (sources.length > 1) shared.keep(source.file, byItem);
    return byItem.get(source.item);
  };
}
