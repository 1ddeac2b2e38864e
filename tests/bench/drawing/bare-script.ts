/**
 * What does the drawing cost by itself? `node bare-script.ts lists LISTS OUTPUT`: the layouts' own functions in a loop, each page written at once.
 * `… catalogue CONTENT OUTPUT` has the pages made from the catalogue first, by the program's own functions, without any note of what they were made from.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page, SiteFrame } from "../../../src/page-model.ts";
import { renderHtml } from "../../../src/render/html.ts";
import { filePathOf } from "../../../src/render/urls.ts";
import { drawPage } from "../../support/drawn-page.ts";
import { kindOf, pagesIn, readFrame } from "./page-lists.ts";
import { openCatalogue } from "./page-source.ts";

const [mode = "", from = "", output = ""] = process.argv.slice(2);
if (mode === "catalogue") {
  const catalogue = openCatalogue(from);
  for (const page of catalogue.barePages())
    if (kindOf(page) !== undefined) write(page, catalogue.frame);
  catalogue.close();
} else {
  const frame = readFrame(from);
  for (const page of pagesIn(from)) write(page, frame);
}

function write(page: Page, frame: SiteFrame): void {
  const file = join(output, filePathOf(page.address));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, renderHtml(drawPage(page, frame)));
}
