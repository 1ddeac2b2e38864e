/**
 * What does the program's own render and write stage cost? `node program-draw.ts prepare CONTENT LISTS` fills a catalogue and writes the
 * page data for all others; `… catalogue CONTENT OUTPUT` draws the site from the catalogue; `… lists LISTS OUTPUT` from page data.
 */
import { kindOf, linesIn, pageTextIn, readFrame, writePageLists } from "./page-lists.ts";
import { drawSite, fillCatalogue, openCatalogue, type WrittenPage } from "./page-source.ts";

const [mode = "", from = "", to = ""] = process.argv.slice(2);
if (mode === "prepare") {
  fillCatalogue(from);
  const catalogue = openCatalogue(from);
  writePageLists(to, catalogue.pages(), catalogue.frame);
  catalogue.close();
} else if (mode === "catalogue") {
  const catalogue = openCatalogue(from);
  await drawSite(drawnPages(catalogue.pages()), catalogue.frame, to);
  catalogue.close();
} else {
  await drawSite(pagesOfLists(from), readFrame(from), to);
}

function* drawnPages(pages: Iterable<WrittenPage>): Generator<WrittenPage> {
  for (const page of pages) if (kindOf(page) !== undefined) yield page;
}

function* pagesOfLists(lists: string): Generator<WrittenPage> {
  for (const line of linesIn(lists)) yield pageTextIn(line);
}
