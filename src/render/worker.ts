/** Draws batches of pages and writes them, in a process of its own. Stage 7; started by `crew.ts`. */
import { hash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { onDisk } from "../text/disk-error.ts";
import { pageDigest } from "../text/page-digest.ts";
import type { BatchResult, DrawnPage, RenderBatch, WantedPage } from "./batch.ts";
import { failureOf } from "./failure.ts";
import { layOver } from "./layout-hooks.ts";
import { PageDrawing } from "./page-drawing.ts";
import { PageView } from "./page-lists.ts";
import { filePathOf } from "./urls.ts";

/** The folder of the archive's own layouts, if it has any. */
const [, , own] = process.argv;
if (own !== undefined) layOver(own);

let drawing: PageDrawing | undefined;
/** The next batch waits until the one before is drawn. */
let before = Promise.resolve();

process.on("message", (message) => {
  // only the program sends messages here, and only batches
  before = before.then(() => answer(message as RenderBatch));
});
process.on("disconnect", () => process.exit());

async function answer(batch: RenderBatch): Promise<void> {
  const outcome = await drawBatch(batch).then(
    (drawn) => ({ drawn }),
    (error: unknown) => ({ failure: failureOf(error, own) }),
  );
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, ...outcome } satisfies BatchResult);
}

async function drawBatch({ site, data, pages }: RenderBatch): Promise<readonly DrawnPage[]> {
  drawing ??= await PageDrawing.begin(site);
  // whoever asks for no page wants one to be ready for those that come
  if (pages.length === 0) await drawing.draw([]);
  if (pages.length === 0) return [];
  const wanted = new Map(pages.map((page) => [filePathOf(page.address), page]));
  const drawn: DrawnPage[] = [];
  const folders = new Set<string>();
  for (const { path, html } of await drawing.draw(viewsOf(pages, data))) {
    const page = wanted.get(path);
    if (page === undefined) throw new Error(`Eleventy drew ${path}, which was not asked for`);
    wanted.delete(path);
    drawn.push({ path, ...writeFile(page.file, html, folders), ...ledgerDigest(page, html) });
  }
  const [missing] = wanted.keys();
  if (missing !== undefined) throw new Error(`Eleventy drew no ${missing}`);
  return drawn;
}

const LINE_END = 0x0a;

/** Each page's data are read when it is drawn, so that only one page's are held as values. */
function viewsOf(pages: readonly WantedPage[], data: string): readonly PageView[] {
  const lines = readFileSync(data);
  let next = 0;
  return pages.map((page) => {
    const start = next;
    const end = lines.indexOf(LINE_END, start);
    next = end + 1;
    return new PageView(page, () => JSON.parse(lines.toString("utf8", start, end)));
  });
}

function writeFile(
  file: string,
  html: string,
  folders: Set<string>,
): Pick<DrawnPage, "sha256" | "bytes"> {
  const bytes = Buffer.from(html);
  const folder = dirname(file);
  onDisk(file, () => {
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    writeFileSync(file, bytes);
  });
  folders.add(folder);
  return { sha256: hash("sha256", bytes), bytes: bytes.length };
}

function ledgerDigest({ kind }: WantedPage, html: string): Pick<DrawnPage, "ledger"> {
  return kind === "article" ? { ledger: pageDigest(html) } : {};
}
