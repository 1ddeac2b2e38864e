/** Who draws the site, and how is each started? */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Cost, runMeasured, togetherOf } from "../costs/measured-run.ts";
import { hugoSites } from "./hugo-site.ts";

/** Who can take part, in the order of a round. */
export const COMPETITORS = [
  "catalogue",
  "program",
  "hugo",
  "eleventy",
  "script-catalogue",
  "script",
] as const;

/** One who draws. */
export type Competitor = (typeof COMPETITORS)[number];

/** What each is called in tables. */
export const COMPETITOR_NAMES: Readonly<Record<Competitor, string>> = {
  catalogue: "backfile, from the catalogue (makes the page data, too)",
  program: "backfile, from page data",
  hugo: "Hugo",
  eleventy: "Eleventy, one instance",
  "script-catalogue": "bare script, from the catalogue",
  script: "bare script, from page data",
};

/** Where everything stands. */
export interface DrawingPlaces {
  readonly content: string;
  readonly lists: string;
  readonly hugoSite: string;
}

/** Returns what Hugo says of itself; `undefined` where there is none. */
export function hugoVersion(): string | undefined {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Fills the catalogue of an archive and writes the page data for all; throws where that fails. */
export async function prepareLists({ content, lists }: DrawingPlaces): Promise<void> {
  await runMeasured({
    command: process.execPath,
    arguments: [...ROOMY, script("program-draw.ts"), "prepare", content, lists],
    folder: lists,
  });
}

/** Lets one draw the site into an empty folder, and returns what that cost. */
export function drawMeasured(
  who: Competitor,
  { content, lists, hugoSite }: DrawingPlaces,
  output: string,
): Promise<Cost> {
  const node = (name: string, ...words: readonly string[]): Promise<Cost> =>
    runMeasured({
      command: process.execPath,
      arguments: [...ROOMY, script(name), ...words],
      folder: lists,
      environment: { NODE_COMPILE_CACHE: join(lists, "compiled") },
    });
  switch (who) {
    case "catalogue":
      return node("program-draw.ts", "catalogue", content, output);
    case "program":
      return node("program-draw.ts", "lists", lists, output);
    case "eleventy":
      return node("plain-eleventy.ts", lists, output);
    case "script-catalogue":
      return node("bare-script.ts", "catalogue", content, output);
    case "script":
      return node("bare-script.ts", "lists", lists, output);
    case "hugo":
      return drawByHugo(hugoSite, output);
  }
}

async function drawByHugo(folder: string, output: string): Promise<Cost> {
  const costs: Cost[] = [];
  for (const site of hugoSites(folder)) {
    const words = ["--config", "hugo.json", "--quiet", "--destination", output];
    costs.push(await runMeasured({ command: "hugo", arguments: words, folder: site }));
  }
  return togetherOf(costs);
}

/** Nobody fails for want of memory that the machine has. */
const ROOMY = ["--max-old-space-size=12000", "--disable-warning=ExperimentalWarning"] as const;

function script(name: string): string {
  return join(import.meta.dirname, name);
}
