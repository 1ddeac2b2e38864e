/** What does the drawing cost by itself? `node bare-script.ts LISTS OUTPUT`: the layouts' own functions in a loop, each page written at once. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderHtml } from "../../../src/render/html.ts";
import { filePathOf } from "../../../src/render/urls.ts";
import { drawPage } from "../../support/drawn-page.ts";
import { pagesIn, readFrame } from "./page-lists.ts";

const [lists = "", output = ""] = process.argv.slice(2);
const frame = readFrame(lists);
for (const page of pagesIn(lists)) {
  const file = join(output, filePathOf(page.address));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, renderHtml(drawPage(page, frame)));
}
