/** Who draws the same pages for how much? All take part in turns, forwards and back, and their sites are compared. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cost, cpuOf, middleOf } from "../costs/measured-run.ts";
import { megabytes, seconds, tableOf } from "../costs/table.ts";
import {
  COMPETITOR_NAMES,
  type Competitor,
  type DrawingPlaces,
  drawMeasured,
  prepareLists,
} from "./competitors.ts";
import { compareSites, type SiteSize, sizeOf } from "./equal-work.ts";
import { writeHugoSites } from "./hugo-site.ts";
import { readCounts } from "./page-lists.ts";
import { programDigest } from "./program-digest.ts";

/** What came of a race. */
export interface RaceResult {
  /** The middle of each one's runs by CPU. */
  readonly costs: ReadonlyMap<Competitor, Cost>;
  /** Whether all drew the same pages, of nearly the same size, that say the same. */
  readonly equal: boolean;
}

/** How a race is run. */
export interface RaceOptions {
  readonly articles: number;
  readonly runs: number;
  readonly only: readonly Competitor[];
  readonly print: (text: string) => void;
}

/** Sites may differ in size by so much of the bare script's: the ways to write an entity. */
const LARGEST_DIFFERENCE = 0.03;

/** What issue and design want of drawing, by the number of articles: of Hugo's CPU, and of the bare script's. */
const WANTED: Readonly<Record<number, number>> = { 10000: 0.65, 100000: 0.4 };
const WANTED_OF_SCRIPT = 1.6;

/** Runs a race below `folder`, in which `content` stands, and prints its table. */
export async function runRace(folder: string, options: RaceOptions): Promise<RaceResult> {
  const { only, print } = options;
  const places: DrawingPlaces = {
    content: join(folder, "content"),
    lists: join(folder, "lists"),
    hugoSite: join(folder, "hugo"),
  };
  await prepared(places, print);
  if (only.includes("hugo")) preparedHugo(places, print);
  const outputOf = (who: Competitor): string => join(folder, "drawn", who);
  const costs = await roundsOf(places, outputOf, options);
  const drawn = only.filter((who) => costs.has(who));
  const middle = new Map([...costs].map(([who, all]) => [who, middleOf(all)]));
  const sizes = new Map(drawn.map((who) => [who, sizeOf(outputOf(who))]));
  print(`\n${raceTable(middle, sizes)}${wantedOf(middle, options)}`);
  const equal = await areEqual(places.lists, outputOf, { only: drawn, sizes, print });
  return { costs: middle, equal: equal && drawn.length === only.length };
}

/** Who fails, for want of memory perhaps, is out; the others go on. */
async function roundsOf(
  places: DrawingPlaces,
  outputOf: (who: Competitor) => string,
  { only, runs, print }: RaceOptions,
): Promise<ReadonlyMap<Competitor, readonly Cost[]>> {
  const costs = new Map<Competitor, readonly Cost[]>(only.map((who) => [who, []]));
  for (let run = 0; run < runs; run++) {
    // those after the first would find another machine than those before them
    for (const who of run % 2 === 0 ? only : only.toReversed()) {
      const before = costs.get(who);
      if (before === undefined) continue;
      rmSync(outputOf(who), { recursive: true, force: true });
      mkdirSync(outputOf(who), { recursive: true });
      try {
        const cost = await drawMeasured(who, places, outputOf(who));
        print(`  run ${run + 1}, ${COMPETITOR_NAMES[who]}: ${seconds(cpuOf(cost))} s of CPU\n`);
        costs.set(who, [...before, cost]);
      } catch (error) {
        print(`  run ${run + 1}, ${COMPETITOR_NAMES[who]}: failed. ${String(error)}\n`);
        costs.delete(who);
      }
    }
  }
  return costs;
}

/** What an earlier bench has left is taken as it is, if this very program made it. */
async function prepared(places: DrawingPlaces, print: (text: string) => void): Promise<void> {
  const mark = join(places.lists, "made-by");
  const digest = programDigest();
  if (existsSync(mark) && readFileSync(mark, "utf8") === digest) return;
  for (const old of [places.lists, places.hugoSite, join(places.content, ".backfile/catalog.db")])
    rmSync(old, { recursive: true, force: true });
  mkdirSync(places.lists, { recursive: true });
  print("  importing, recognising, linking; writing page data …\n");
  await prepareLists(places);
  writeFileSync(mark, digest);
}

function preparedHugo({ lists, hugoSite }: DrawingPlaces, print: (text: string) => void): void {
  const whole = join(hugoSite, "whole");
  if (existsSync(whole)) return;
  print("  writing Hugo's content …\n");
  rmSync(hugoSite, { recursive: true, force: true });
  writeHugoSites(lists, hugoSite);
  mkdirSync(whole);
}

function raceTable(
  costs: ReadonlyMap<Competitor, Cost>,
  sizes: ReadonlyMap<Competitor, SiteSize>,
): string {
  const ratio = (cost: Cost, to: Competitor): string => {
    const other = costs.get(to);
    return other === undefined ? "–" : (cpuOf(cost) / cpuOf(other)).toFixed(2);
  };
  const head = [
    "drawing",
    "CPU s",
    "user",
    "system",
    "wall s",
    "memory",
    "pages",
    "site",
    "÷ Hugo",
    "÷ script",
  ];
  const rows = [...costs].map(([who, cost]) => [
    COMPETITOR_NAMES[who],
    seconds(cpuOf(cost)),
    seconds(cost.user),
    seconds(cost.system),
    seconds(cost.wall),
    megabytes(cost.memory),
    String(sizes.get(who)?.pages),
    megabytes(sizes.get(who)?.bytes ?? 0),
    ratio(cost, "hugo"),
    ratio(cost, "script"),
  ]);
  return tableOf([head, ...rows]);
}

function wantedOf(costs: ReadonlyMap<Competitor, Cost>, { articles }: RaceOptions): string {
  const own = costs.get("catalogue");
  if (own === undefined) return "";
  const line = (to: Competitor, wanted: number | undefined): string => {
    const other = costs.get(to);
    if (other === undefined) return "";
    const found = (cpuOf(own) / cpuOf(other)).toFixed(2);
    const most = wanted === undefined ? "nothing wanted at this size" : `wanted ≤ ${wanted}`;
    return `  from the catalogue ÷ ${COMPETITOR_NAMES[to]}: ${found} (${most})\n`;
  };
  return `${line("hugo", WANTED[articles])}${line("script", WANTED_OF_SCRIPT)}${line("script-catalogue", WANTED_OF_SCRIPT)}`;
}

async function areEqual(
  lists: string,
  outputOf: (who: Competitor) => string,
  race: {
    readonly only: readonly Competitor[];
    readonly sizes: ReadonlyMap<Competitor, SiteSize>;
    readonly print: (text: string) => void;
  },
): Promise<boolean> {
  const [reference] = race.only.toReversed();
  const { drawn } = readCounts(lists);
  const pages = Object.values(drawn).reduce((sum, count) => sum + count, 0);
  let equal = true;
  const say = (who: Competitor, words: string): void => {
    equal = false;
    race.print(`  NOT EQUAL: ${COMPETITOR_NAMES[who]} ${words}\n`);
  };
  if (reference === undefined) return true;
  const bytes = race.sizes.get(reference)?.bytes ?? 0;
  for (const who of race.only) {
    const size = race.sizes.get(who);
    if (size?.pages !== pages) say(who, `drew ${size?.pages} pages of ${pages}`);
    const off = Math.abs((size?.bytes ?? 0) / bytes - 1);
    if (off > LARGEST_DIFFERENCE) say(who, `drew ${(off * 100).toFixed(1)} per cent more or less`);
    if (who === reference) continue;
    const sites = { reference: outputOf(reference), other: outputOf(who) };
    const { compared, differences } = await compareSites(lists, drawn, sites);
    for (const { address, expected, found } of differences.slice(0, 5))
      say(
        who,
        `says on ${address}\n    ${found}\n  where ${COMPETITOR_NAMES[reference]} says\n    ${expected}`,
      );
    if (differences.length === 0)
      race.print(
        `  ${compared} pages of ${COMPETITOR_NAMES[who]} say what those of ${COMPETITOR_NAMES[reference]} say\n`,
      );
  }
  return equal;
}
