/** How does page data stand on the disk, for those who draw it? A JSON line a page, and the frame beside it. */
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Page, SiteFrame } from "../../../src/page-model.ts";
import type { PageText } from "../../../src/render/batch.ts";
import { listOf } from "../../../src/render/page-lists.ts";
import { PAGE_KINDS, type PageKind } from "./page-kinds.ts";

/** How many pages there are of each kind, and how many there are of kinds that nobody draws. */
export interface PageCounts {
  readonly drawn: Readonly<Record<PageKind, number>>;
  readonly leftOut: number;
}

/** Writes page data into a folder and returns how many pages there are. */
export function writePageLists(
  folder: string,
  pages: Iterable<PageText>,
  frame: SiteFrame,
): PageCounts {
  writeFileSync(join(folder, "frame.json"), JSON.stringify(frame));
  const file = openSync(join(folder, "pages.jsonl"), "w");
  const drawn = Object.fromEntries(PAGE_KINDS.map((kind) => [kind, 0])) as Record<PageKind, number>;
  let leftOut = 0;
  for (const page of pages) {
    const kind = kindOf(page);
    if (kind === undefined) {
      leftOut += 1;
      continue;
    }
    drawn[kind] += 1;
    writeSync(file, `${page.json}\n`);
  }
  closeSync(file);
  const counts = { drawn, leftOut };
  writeFileSync(join(folder, "counts.json"), JSON.stringify(counts));
  return counts;
}

/** Returns the list that a page belongs to, as templates are fed; `undefined` for a kind that nobody draws. */
export function kindOf({ kind }: Pick<Page, "kind">): PageKind | undefined {
  const list = listOf(kind);
  return PAGE_KINDS.find((drawn) => drawn === list);
}

/** Returns the frame of all pages. */
export function readFrame(folder: string): SiteFrame {
  // written by `writePageLists`
  return JSON.parse(readFileSync(join(folder, "frame.json"), "utf8")) as SiteFrame;
}

/** Returns the counts. */
export function readCounts(folder: string): PageCounts {
  // written by `writePageLists`
  return JSON.parse(readFileSync(join(folder, "counts.json"), "utf8")) as PageCounts;
}

/** Yields the pages in the order in which they were written, one in memory at a time. */
export function* pagesIn(folder: string): Generator<Page> {
  // written by `writePageLists`
  for (const line of linesIn(folder)) yield JSON.parse(line) as Page;
}

const CHUNK = 1 << 20;

/** Yields the same pages, each as the JSON that stands there. */
export function* linesIn(folder: string): Generator<string> {
  const file = openSync(join(folder, "pages.jsonl"), "r");
  const decoder = new TextDecoder();
  const bytes = Buffer.alloc(CHUNK);
  let rest = "";
  for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
    const lines = (rest + decoder.decode(bytes.subarray(0, read), { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  closeSync(file);
}
