/** What does Eleventy cost as it is usually run? `node plain-eleventy.ts LISTS OUTPUT`: one instance, one data set, its own writing. */
import { join, resolve } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import { pagesIn, readFrame } from "./page-lists.ts";
import { eleventyPages } from "./page-source.ts";

const [lists = "", output = ""] = process.argv.slice(2).map((path) => resolve(path));
process.chdir(join(import.meta.dirname, "../../.."));
const site = readFrame(lists);
const pages = eleventyPages(pagesIn(lists));
// the program itself never lets it write
const eleventy: Eleventy & { write?(): Promise<unknown> } = new Eleventy("layouts", output, {
  configPath: ".eleventy.ts",
  quietMode: true,
  source: "cli",
  config(config) {
    config.addGlobalData("site", site);
    config.addGlobalData("pages", pages);
  },
});
eleventy.disableLogger();
await eleventy.write?.();
