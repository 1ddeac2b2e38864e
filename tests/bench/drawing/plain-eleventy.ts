/** What does Eleventy cost as it is usually run? `node plain-eleventy.ts LISTS OUTPUT`: one instance, one data set, its own writing. */
import { join, resolve } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import type { Page } from "../../../src/page-model.ts";
import { byKind } from "../../../src/pages/pages.ts";
import { pagesIn, readFrame } from "./page-lists.ts";

const [lists = "", output = ""] = process.argv.slice(2).map((path) => resolve(path));
process.chdir(join(import.meta.dirname, "../../.."));
const site = readFrame(lists);
const all: Page[] = [];
for (const page of pagesIn(lists)) all.push(page);
// the program itself never lets it write
const eleventy: Eleventy & { write?(): Promise<unknown> } = new Eleventy("layouts", output, {
  configPath: ".eleventy.ts",
  quietMode: true,
  source: "cli",
  config(config) {
    config.addGlobalData("site", site);
    config.addGlobalData("pages", byKind(all));
  },
});
eleventy.disableLogger();
await eleventy.write?.();
