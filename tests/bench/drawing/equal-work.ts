/** Did all draw the same? Compares one site with another: which files there are, their bytes, and what a sample of pages says. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { filePathOf } from "../../../src/render/urls.ts";
import { PAGE_KINDS, type PageKind } from "./page-kinds.ts";
import { kindOf, pagesIn } from "./page-lists.ts";
import { saidBy } from "./page-words.ts";

/** What stands in a folder. */
export interface SiteSize {
  readonly pages: number;
  readonly bytes: number;
}

/** Counts the pages (`.html` and `.xml`) of a site and their bytes. */
export function sizeOf(site: string): SiteSize {
  let pages = 0;
  let bytes = 0;
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:html|xml)$/.test(entry.name)) continue;
    pages += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { pages, bytes };
}

/** Where two sites say something different. */
export interface Difference {
  readonly kind: PageKind;
  readonly address: string;
  readonly expected: string;
  readonly found: string;
}

/** Pages compared of each kind. */
const SAMPLE = 40;

/**
 * Compares a sample of pages of each kind, spread over the archive, with those of the reference: the same elements, words, attributes and
 * links in the same order. Returns how many were compared, and the first difference on each page that has one.
 */
export async function compareSites(
  lists: string,
  drawn: Readonly<Record<PageKind, number>>,
  { reference, other }: { readonly reference: string; readonly other: string },
): Promise<{ readonly compared: number; readonly differences: readonly Difference[] }> {
  const seen = Object.fromEntries(PAGE_KINDS.map((kind) => [kind, 0])) as Record<PageKind, number>;
  const differences: Difference[] = [];
  let compared = 0;
  for (const page of pagesIn(lists)) {
    const kind = kindOf(page);
    if (kind === undefined) continue;
    const step = Math.ceil(drawn[kind] / SAMPLE);
    const isSample = seen[kind] % step === 0;
    seen[kind] += 1;
    if (!isSample) continue;
    compared += 1;
    const file = filePathOf(page.address);
    const expected = saidIn(join(reference, file), page.address);
    const found = saidIn(join(other, file), page.address);
    const at = expected.findIndex((words, index) => words !== found[index]);
    if (at === -1 && expected.length === found.length) continue;
    const near = (said: readonly string[]): string =>
      said.slice(Math.max(0, at - 4), at + 6).join(" ");
    differences.push({ kind, address: page.address, expected: near(expected), found: near(found) });
  }
  return { compared, differences };
}

function saidIn(file: string, address: string): readonly string[] {
  return existsSync(file) ? saidBy(readFileSync(file, "utf8"), address) : ["no file"];
}
