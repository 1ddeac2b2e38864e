/** What does the ledger of a site say of a page? Reads the files that are asked for, a few at a time. */
import { type LedgerLine, readLedgerLines } from "../publish/ledger.ts";
import type { PublishedSite } from "../publish/published-site.ts";
import { ledgerFile } from "../text/ledger-file.ts";

/** A file of the ledger. */
export interface LedgerSheet {
  /** By the path of the page's file; of several lines on one article the first. */
  readonly lines: ReadonlyMap<string, LedgerLine>;
  /** Lines that say nothing that counts, with their numbers; without `line` where it cannot be read. */
  readonly bad: readonly { readonly number: number; readonly line?: LedgerLine }[];
}

/**
 * Characters of the files that are kept at hand. A page is mostly asked for after another of its month, for which one would do; but pages without a
 * date lie about in 256 files, and are asked for without any order: this many hold 100,000 of them.
 */
const MOST_KEPT = 40_000_000;
const PAGE = "index.html";

/** The ledger of a site. */
export class LedgerBook {
  readonly #site: PublishedSite;
  readonly #kept = new Map<string, { readonly sheet: LedgerSheet; readonly characters: number }>();
  #characters = 0;

  constructor(site: PublishedSite) {
    this.#site = site;
  }

  /** Returns the line on an article, by its page's file or by none. */
  lineOf(page: string): LedgerLine | undefined {
    if (!page.endsWith(`/${PAGE}`)) return undefined;
    const file = ledgerFile(`/${page.slice(0, -PAGE.length)}`);
    return this.#site.hashOf(file) === undefined ? undefined : this.sheet(file).lines.get(page);
  }

  /** Returns what one file of the ledger holds. */
  sheet(file: string): LedgerSheet {
    const kept = this.#kept.get(file);
    if (kept !== undefined) return kept.sheet;
    const text = this.#site.read(file)?.toString("utf8") ?? "";
    const sheet = readSheet(file, text);
    this.#kept.set(file, { sheet, characters: text.length });
    this.#characters += text.length;
    for (const [oldest, { characters }] of this.#kept) {
      if (this.#characters <= MOST_KEPT || oldest === file) break;
      this.#kept.delete(oldest);
      this.#characters -= characters;
    }
    return sheet;
  }
}

/** Returns the file of the page at an address. */
export function pageOf(address: string): string {
  return `${address.slice(1)}${PAGE}`;
}

function readSheet(file: string, text: string): LedgerSheet {
  const lines = new Map<string, LedgerLine>();
  const bad: { readonly number: number; readonly line?: LedgerLine }[] = [];
  readLedgerLines(text).forEach((line, index) => {
    const page = line && pageOf(line.address);
    const counts = line !== undefined && ledgerFile(line.address) === file;
    if (counts && page !== undefined && !lines.has(page)) lines.set(page, line);
    else bad.push({ number: index + 1, ...(line && { line }) });
  });
  return { lines, bad };
}
