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
    writeSync(file, Buffer.concat([page.json, Buffer.of(LINE_END)]));
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
  for (const line of linesIn(folder)) yield JSON.parse(line.toString("utf8")) as Page;
}

const CHUNK = 1 << 20;
const LINE_END = 0x0a;

/** Yields the same pages, each as the JSON that stands there, in UTF-8. */
export function* linesIn(folder: string): Generator<Buffer> {
  const file = openSync(join(folder, "pages.jsonl"), "r");
  let rest = Buffer.alloc(0);
  for (;;) {
    const chunk = Buffer.alloc(CHUNK);
    const read = readSync(file, chunk);
    if (read === 0) break;
    const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
    let start = 0;
    for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  closeSync(file);
}

/** What `JSON.stringify` writes of a page that has been made by `pages/`, whose kind and address come first. */
const BEGINNING = /^\{"kind":"(?<kind>[a-z]+)","address":"(?<address>[^"\\]+)"/;

/** Returns a page as the program's own drawing takes it; it is not read, for who draws it will. */
export function pageTextIn(line: Buffer): PageText {
  const found = BEGINNING.exec(line.toString("utf8", 0, LONGEST_BEGINNING))?.groups;
  // written by `writePageLists`
  const { kind, address } = (found ?? JSON.parse(line.toString("utf8"))) as unknown as Page;
  return { kind, address, json: line };
}

const LONGEST_BEGINNING = 1000;
