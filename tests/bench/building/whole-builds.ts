/** What does a whole build cost: from nothing, with nothing changed, with one article changed? */
import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeArchive } from "../archive/writing.ts";
import { type Cost, cpuOf, runMeasured } from "../costs/measured-run.ts";
import { megabytes, seconds, tableOf } from "../costs/table.ts";
import { buildCommand } from "../drawing/page-source.ts";

/** What was built. */
export const BUILDS = [
  "cold, without search",
  "cold, with search",
  "nothing changed",
  "one article changed, newest year, without search",
  "one article changed, newest year, with search",
  "one article changed, an old year, without search",
  "one article changed, an old year, with search",
] as const;

/** One of the builds. */
export type Build = (typeof BUILDS)[number];

/** How the builds are run. */
export interface BuildOptions {
  readonly articles: number;
  readonly seed: number;
  /** Seconds of Hugo's CPU for drawing the same archive, where that was measured. */
  readonly hugo?: number;
  readonly print: (text: string) => void;
}

/** Most seconds of CPU, by the number of articles. */
const MOST: Readonly<Record<number, Partial<Record<Build, number>>>> = {
  10000: { "nothing changed": 0.3 },
  100000: {
    "nothing changed": 1.5,
    "one article changed, newest year, without search": 1.5,
    "one article changed, newest year, with search": 4,
    "one article changed, an old year, without search": 1.5,
    "one article changed, an old year, with search": 12,
  },
};
const COLD_OF_HUGO = 3;
const MOST_MEMORY = 1.5e9;

/**
 * Builds an invented archive below `folder` again and again and prints what that costs. What the program cannot do yet, such as
 * leaving search out, is said in its row.
 */
export async function runBuilds(
  folder: string,
  options: BuildOptions,
): Promise<ReadonlyMap<Build, Cost>> {
  const { articles, seed, print } = options;
  const content = join(folder, "built-content");
  const output = join(folder, "built");
  const knowsSearch = hasOption("--no-search");
  const costs = new Map<Build, Cost>();
  const measured = async (build: Build, change: () => void = () => undefined): Promise<void> => {
    const words = build.endsWith("without search") ? ["--no-search"] : [];
    if (words.length > 0 && !knowsSearch) return;
    change();
    const [program = "", ...rest] = buildCommand(content, output);
    const cost = await runMeasured({
      command: process.execPath,
      arguments: [program, ...rest, ...words],
      folder,
    });
    print(`  ${build}: ${seconds(cpuOf(cost))} s of CPU\n`);
    costs.set(build, cost);
  };
  const fresh = (): void => {
    for (const made of [content, output]) rmSync(made, { recursive: true, force: true });
    writeArchive(content, { articles, seed });
  };
  await measured("cold, without search", fresh);
  await measured("cold, with search", fresh);
  await measured("nothing changed");
  for (const [year, at] of [
    ["newest year", -1],
    ["an old year", 1],
  ] as const) {
    await measured(`one article changed, ${year}, without search`, () => changeIn(content, at));
    await measured(`one article changed, ${year}, with search`, () => changeIn(content, at));
  }
  print(`\n${buildTable(costs, options, knowsSearch)}`);
  return costs;
}

/** Whether the program's own help lists an option of `build`. */
function hasOption(option: string): boolean {
  const [program = "", build = ""] = buildCommand("", "");
  const { stdout } = spawnSync(process.execPath, [program, build, "--help"], { encoding: "utf8" });
  return stdout.includes(option);
}

/** An editor adds a sentence to an article in the middle of a year: the year's place is counted from the oldest, or back from the newest. */
function changeIn(content: string, yearAt: number): void {
  const articles = join(content, "articles");
  const year = readdirSync(articles).sort().at(yearAt) ?? "";
  const month = readdirSync(join(articles, year)).sort().at(-1) ?? "";
  const names = readdirSync(join(articles, year, month)).sort();
  const name = names[names.length >> 1];
  if (name === undefined) throw new Error(`expected articles in ${year}/${month}, found none`);
  appendFileSync(
    join(articles, year, month, name),
    "\nThe clock of the town hall was an hour slow.\n",
  );
}

function buildTable(
  costs: ReadonlyMap<Build, Cost>,
  { articles, hugo }: BuildOptions,
  knowsSearch: boolean,
): string {
  const wanted = (build: Build): string => {
    const most = MOST[articles]?.[build];
    if (most !== undefined) return `≤ ${most} s`;
    if (build === "cold, without search" && hugo !== undefined)
      return `≤ ${seconds(COLD_OF_HUGO * hugo)} s (3 × Hugo)`;
    if (build === "cold, with search" && articles === 100_000) return `≤ ${megabytes(MOST_MEMORY)}`;
    return "–";
  };
  const rows = BUILDS.map((build) => {
    const cost = costs.get(build);
    if (cost === undefined)
      return [build, knowsSearch ? "not measured" : "not there yet", "", "", wanted(build)];
    return [build, seconds(cpuOf(cost)), seconds(cost.wall), megabytes(cost.memory), wanted(build)];
  });
  return tableOf([["whole build", "CPU s", "wall s", "memory", "wanted"], ...rows]);
}

/** Returns, for two sizes of an archive, by how much the cost of each build has grown. */
export function growthTable(
  small: { readonly articles: number; readonly costs: ReadonlyMap<Build, Cost> },
  large: { readonly articles: number; readonly costs: ReadonlyMap<Build, Cost> },
): string {
  const isWanted = small.articles === 10_000 && large.articles === 100_000;
  const rows = BUILDS.flatMap((build) => {
    const before = small.costs.get(build);
    const after = large.costs.get(build);
    if (before === undefined || after === undefined) return [];
    const wanted = isWanted && build.startsWith("cold") ? "≤ 11" : "–";
    return [[build, (cpuOf(after) / cpuOf(before)).toFixed(2), wanted]];
  });
  const head = [`growth of CPU, ${small.articles} → ${large.articles}`, "×", "wanted"];
  return rows.length === 0 ? "" : tableOf([head, ...rows]);
}
