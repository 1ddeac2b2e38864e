/**
 * What does the program's own render and write stage cost? `node program-draw.ts lists LISTS OUTPUT` draws page data as the
 * others get it; `node program-draw.ts catalogue CONTENT LISTS`, started with a channel, fills a catalogue, writes the page
 * lists for the others, and then draws the site from the catalogue into each folder that it is sent, answering with what that cost.
 */
import type { Page } from "../../../src/page-model.ts";
import { processTimes } from "../costs/process-times.ts";
import { kindOf, pagesIn, readFrame, writePageLists } from "./page-lists.ts";
import { drawSite, openCatalogue } from "./page-source.ts";

/** What a drawing from the catalogue cost, in seconds of CPU, children included. */
export interface DrawingDone {
  readonly user: number;
  readonly system: number;
}

const [mode = "", from = "", to = ""] = process.argv.slice(2);
if (mode === "lists") await drawLists(from, to);
if (mode === "catalogue") serveDrawings(from, to);

async function drawLists(lists: string, output: string): Promise<void> {
  await drawSite(pagesIn(lists), readFrame(lists), output);
}

function serveDrawings(content: string, lists: string): void {
  const catalogue = openCatalogue(content);
  writePageLists(lists, catalogue.pages(), catalogue.frame);
  process.on("message", async (output: string) => {
    const before = processTimes("self");
    await drawSite(drawnKinds(catalogue.pages()), catalogue.frame, output);
    const after = processTimes("self");
    const cost: DrawingDone = {
      user: after.user + after.childUser - before.user - before.childUser,
      system: after.system + after.childSystem - before.system - before.childSystem,
    };
    process.send?.(cost);
  });
  process.send?.("ready");
}

function* drawnKinds(pages: Iterable<Page>): Generator<Page> {
  for (const page of pages) if (kindOf(page) !== undefined) yield page;
}
