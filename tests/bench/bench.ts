/**
 * What does the program cost on archives of any size, beside others on the same work? `npm run bench -- 10000` invents an archive, lets
 * all draw it in turns, and builds it whole. The method stands in README.md.
 */
import { mkdirSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeArchive } from "./archive/writing.ts";
import { type Build, growthTable, runBuilds } from "./building/whole-builds.ts";
import { type Cost, cpuOf } from "./costs/measured-run.ts";
import { COMPETITORS, type Competitor, hugoVersion } from "./drawing/competitors.ts";
import { runRace } from "./drawing/drawing-race.ts";

const USAGE = `npm run bench -- N [N …] [--runs K] [--seed S] [--only PART,…] [--folder DIR]

  N        how many articles; with several, the growth from the first to the last is printed
  --runs   how often each one draws (3); the middle one by CPU counts
  --only   parts: ${COMPETITORS.join(", ")} (who draws), builds (whole builds)
  --folder where archives and sites are kept between runs (a folder of the system's temporary one)
`;

const print = (text: string): void => {
  process.stdout.write(text);
};

/** What was typed. */
interface Order {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly seed: number;
  readonly racers: readonly Competitor[];
  readonly builds: boolean;
  readonly folder: string;
}

const order = orderOf(process.argv.slice(2));
if (order === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 1;
} else {
  await run(order);
}

function orderOf(words: readonly string[]): Order | undefined {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      runs: { type: "string", default: "3" },
      seed: { type: "string", default: "1" },
      only: { type: "string", default: [...COMPETITORS, "builds"].join(",") },
      folder: { type: "string", default: join(tmpdir(), "backfile-bench") },
    },
  });
  const only = values.only.split(",");
  const sizes = positionals.map(Number);
  const numbers = [...sizes, Number(values.runs), Number(values.seed)];
  const known: readonly string[] = [...COMPETITORS, "builds"];
  if (sizes.length === 0 || numbers.some((number) => !Number.isInteger(number) || number < 1))
    return undefined;
  if (only.some((part) => !known.includes(part))) return undefined;
  return {
    sizes,
    runs: Number(values.runs),
    seed: Number(values.seed),
    racers: COMPETITORS.filter((who) => only.includes(who)),
    builds: only.includes("builds"),
    folder: values.folder,
  };
}

async function run({ sizes, runs, seed, racers, builds, folder }: Order): Promise<void> {
  print(
    `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.version}\n`,
  );
  const only = withoutMissing(racers);
  const built: { articles: number; costs: ReadonlyMap<Build, Cost> }[] = [];
  for (const articles of sizes) {
    const place = join(folder, `${articles}-${seed}`);
    print(`\n${articles.toLocaleString("en")} articles, seed ${seed}\n`);
    mkdirSync(place, { recursive: true });
    let hugo: Cost | undefined;
    if (only.length > 0) {
      writeArchive(join(place, "content"), { articles, seed });
      const race = await runRace(place, { articles, runs, only, print });
      hugo = race.costs.get("hugo");
      if (!race.equal) process.exitCode = 1;
    }
    if (!builds) continue;
    print("\n");
    const options = { articles, seed, print, ...(hugo && { hugo: cpuOf(hugo) }) };
    built.push({ articles, costs: await runBuilds(place, options) });
  }
  const [first] = built;
  const last = built.at(-1);
  if (first !== undefined && last !== undefined && first !== last)
    print(`\n${growthTable(first, last)}`);
}

/** Without Hugo the others still run. */
function withoutMissing(racers: readonly Competitor[]): readonly Competitor[] {
  if (!racers.includes("hugo")) return racers;
  const version = hugoVersion();
  if (version !== undefined) {
    print(`${version}\n`);
    return racers;
  }
  print(
    "There is no `hugo` here, so it does not take part. On Debian: apt install hugo (0.111 or newer).\n",
  );
  return racers.filter((who) => who !== "hugo");
}
