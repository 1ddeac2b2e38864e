/** Of which articles is the ledger of the site to tell anew? Kept while a site is drawn, so that memory holds none of them. */
import type { DatabaseSync } from "node:sqlite";
import { statement } from "./statements.ts";

/** By the file of the ledger; of an article whose page is drawn its Markdown file and the digest of its page, of another what is to stand there. */
const TABLE = `
DROP TABLE IF EXISTS temp.ledger_due;
CREATE TEMP TABLE ledger_due (file TEXT NOT NULL, address TEXT NOT NULL, article TEXT, digest TEXT, line TEXT, PRIMARY KEY (file, address)) WITHOUT ROWID;
`;

/** What the ledger is to tell of one address: of an article with its page, a line that is written out, or, where neither is there, nothing any more. */
export interface LedgerDue {
  readonly address: string;
  readonly article?: { readonly path: string; readonly digest: string };
  /** JSON. */
  readonly line?: string;
}

/** Begins with none. To be called in the transaction in which the site is drawn. */
export function beginLedgerDue(database: DatabaseSync): void {
  database.exec(TABLE);
}

/** Notes what the ledger is to tell in one of its files; of one address what is noted last. */
export function putLedgerDue(
  database: DatabaseSync,
  file: string,
  { address, article, line }: LedgerDue,
): void {
  statement(database, "INSERT OR REPLACE INTO temp.ledger_due VALUES (?, ?, ?, ?, ?)").run(
    ...[file, address, article?.path ?? null, article?.digest ?? null, line ?? null],
  );
}

/** Returns whether the ledger is to tell of an article with its page. */
export function isLedgerDue(
  database: DatabaseSync,
  file: string,
  { address }: Pick<LedgerDue, "address">,
): boolean {
  const row = statement(
    database,
    "SELECT 1 FROM temp.ledger_due WHERE file = ? AND address = ? AND article IS NOT NULL",
  ).get(file, address);
  return row !== undefined;
}

/** Yields what the ledger is to tell, by its files. */
export function* ledgerDue(database: DatabaseSync): Generator<LedgerDue> {
  const rows = database
    .prepare("SELECT address, article, digest, line FROM temp.ledger_due ORDER BY file, address")
    .iterate();
  for (const { address, article, digest, line } of rows)
    yield {
      address: String(address),
      ...(article !== null && { article: { path: String(article), digest: String(digest) } }),
      ...(line !== null && { line: String(line) }),
    };
}
