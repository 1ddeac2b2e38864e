/** What does the ledger of a site say of articles: those that were drawn, and those that were withdrawn? Between stages 7 and 9. */
import { articleAt, articlePaths } from "./catalog/reading-articles.ts";
import { isSourceFile } from "./catalog/sources.ts";
import type { Database } from "./catalog/statements.ts";
import type { FrontMatter, SourceText } from "./model.ts";
import type { PreparedSite } from "./prepared-archive.ts";
import { type LedgerEntry, type LedgerFile, ledgerFiles } from "./publish/ledger.ts";
import { readDecisions } from "./read/decisions.ts";
import { readSettings } from "./read/settings.ts";
import { readSources } from "./read/sources.ts";
import { filePathOf } from "./render/urls.ts";
import { ledgerLine, withdrawnLine } from "./verify/ledger-lines.ts";

/** The page of an article, drawn. */
export interface DrawnArticle {
  /** The article's Markdown file. */
  readonly path: string;
  /** Of its HTML; see `pageDigest`. */
  readonly digest: string;
}

/** Yields the ledger's entries on articles whose pages have been drawn. A source file of several articles is read once. */
export function* drawnEntries(
  content: string,
  database: Database,
  drawn: Iterable<DrawnArticle>,
): Generator<LedgerEntry> {
  let sourceOf: ((front: FrontMatter) => SourceText | undefined) | undefined;
  for (const { path, digest } of drawn) {
    const article = articleAt(database, path);
    if (article === undefined) continue;
    sourceOf ??= sourceReader(content, database);
    const line = ledgerLine(article, sourceOf(article.front), digest);
    yield { address: article.address, line };
  }
}

/** Returns the ledger's entries on withdrawn articles. */
export function withdrawnEntries(withdrawn: readonly FrontMatter[]): readonly LedgerEntry[] {
  return withdrawn.map((front) => ({ address: front.address, line: withdrawnLine(front) }));
}

/** Returns the ledger of a whole site; `digestOf` gives the digest of an article's page by its file. */
export function wholeLedger(
  { content, context, texts }: PreparedSite,
  digestOf: (path: string) => string,
): readonly LedgerFile[] {
  const { database } = context;
  const drawn = [...articlePaths(database)].map((path) => ({
    path,
    digest: digestOf(filePathOf(articleAt(database, path)?.address ?? "")),
  }));
  return ledgerFiles([
    ...withdrawnEntries(texts.withdrawn),
    ...drawnEntries(content, database, drawn),
  ]);
}

function sourceReader(
  content: string,
  database: Database,
): (front: FrontMatter) => SourceText | undefined {
  const { splits } = readDecisions(content);
  const { sourceBytes } = readSettings(content).thresholds;
  const shared = new Map<string, ReadonlyMap<string | undefined, SourceText>>();
  return ({ source }) => {
    if (source === undefined || !isSourceFile(database, source.file)) return undefined;
    const known = shared.get(source.file);
    if (known !== undefined) return known.get(source.item);
    const { sources } = readSources(content, source.file, splits.get(source.file), sourceBytes);
    const byItem = new Map(sources.map((one) => [one.item, one]));
    if (sources.length > 1) shared.set(source.file, byItem);
    return byItem.get(source.item);
  };
}
