/** How do pages become HTML files? Stage 7: sends batches to processes that run Eleventy, and hears what came of them. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import type { SiteFrame } from "../page-model.ts";
import { inBatches } from "../text/batches.ts";
import { onDisk } from "../text/disk-error.ts";
import type { DrawnPage, PageText, RenderBatch } from "./batch.ts";
import { Crew, type CrewCosts, type OnBatch, type StandbyWorker } from "./crew.ts";
import { checkOwnTemplates } from "./layout-files.ts";
import { filePathOf } from "./urls.ts";

/** Pages in a batch: Eleventy takes 5 ms for each batch, whatever is in it. */
const MOST_PAGES = 500;
/** Bytes of page data in a batch, by which the memory of all is bounded. */
const MOST_DATA = 4_000_000;

const LINE_END = Buffer.from("\n");

/** What `renderPages` must know besides the pages. */
export interface RenderOptions {
  /** Drawing processes at most; fewer are started where they would have nothing to do. @default one less than the cores */
  readonly workers?: number | undefined;
  /** The folder of the archive's own layouts, absolute, if it has any. */
  readonly layouts?: string | undefined;
  /** A process that has been prepared for this site; it draws with the others, or alone, and stays. */
  readonly standby?: StandbyWorker | undefined;
  /** A folder for page data on their way to a drawing process; made if need be, and gone at the end. */
  readonly spool: string;
  /** Returns the file that the HTML goes into, by the page's path in the site. Its folder is made if need be. */
  readonly stagedPath: (path: string) => string;
  /** Hears of each page that is drawn and written, in no fixed order. */
  readonly onDrawn: (page: DrawnPage) => void;
}

/**
 * Draws pages into files, in processes of their own; the first one is started when there is a page to draw. Returns
 * what they cost. Throws a `CliError` if a template fails, the disk does not take a file, or a process is killed, and
 * another error if a page comes back that was not asked for, or if one is missing; some files may stand by then.
 */
export async function renderPages(
  pages: Iterable<PageText>,
  site: SiteFrame,
  options: RenderOptions,
): Promise<CrewCosts> {
  const spool = resolve(options.spool);
  const { layouts, standby } = options;
  if (layouts !== undefined) checkOwnTemplates(layouts);
  const onBatch: OnBatch = (batch, drawn) => {
    // what prepared it had no data
    if (batch.pages.length > 0) rmSync(batch.data);
    for (const page of drawn) options.onDrawn(page);
  };
  const crew = new Crew(options.workers ?? usualWorkers(), onBatch, { own: layouts, standby });
  let number = 0;
  try {
    for (const batch of batchesOf(pages)) {
      number += 1;
      if (number === 1) onDisk(spool, () => mkdirSync(spool, { recursive: true }));
      const data = join(spool, `${number}.jsonl`);
      const lines = Buffer.concat(batch.flatMap(({ json }) => [json, LINE_END]));
      onDisk(data, () => writeFileSync(data, lines));
      await crew.draw({ site, data, pages: batch.map((page) => wanted(page, options)) });
    }
    return await crew.finish();
  } finally {
    crew.dismiss();
    rmSync(spool, { recursive: true, force: true });
  }
}

/** How many drawing processes suit this machine: one core is left to the program, where there are several. */
function usualWorkers(): number {
  return Math.max(1, availableParallelism() - 1);
}

function wanted(
  { kind, address }: PageText,
  { stagedPath }: RenderOptions,
): RenderBatch["pages"][number] {
  return { kind, address, file: resolve(stagedPath(filePathOf(address))) };
}

function batchesOf(pages: Iterable<PageText>): Generator<readonly PageText[]> {
  return inBatches(pages, ({ json }) => json.length, { items: MOST_PAGES, size: MOST_DATA });
}
