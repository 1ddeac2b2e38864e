/** In which file of a site's ledger is an article's line? Pure; for the ledger and for the pages that point to it. */
import { createHash } from "node:crypto";

const DATED = /^\/(?<year>\d{4})\/(?<month>\d{2})\//;

/**
 * Returns the file, relative to the site, by the article's address: one for each month, and for addresses without
 * one as many as there are pairs of hexadecimal digits, by the SHA-256 of the address. So a file stays
 * small, and an address stays in its file whatever becomes of the article.
 *
 *     ledgerFile("/2022/01/26/harbour-bridge/") // "ledger/2022/01.jsonl"
 *     ledgerFile("/undated/harbour-bridge/")    // "ledger/other/5f.jsonl"
 */
export function ledgerFile(address: string): string {
  const { year, month } = DATED.exec(address)?.groups ?? {};
  if (year !== undefined) return `ledger/${year}/${month}.jsonl`;
  const digits = createHash("sha256").update(address).digest("hex").slice(0, 2);
  return `ledger/other/${digits}.jsonl`;
}
