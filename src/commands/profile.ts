/** How is it shown and kept where a build's time went? For `build --profile`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Reading, StageClock, StageTime } from "../stage-clock.ts";
import { onDisk } from "../text/disk-error.ts";

/** The profile of the last build with `--profile`, in the archive's folder. */
const PROFILE = join(".backfile", "profile.json");

/** Reads this process's clock, its CPU and its peak memory. */
export function readMeter(): Reading {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return {
    wall: performance.now(),
    cpu: (userCPUTime + systemCPUTime) / 1000,
    memory: maxRSS * 1024,
  };
}

/** Prints a build's stages as a table on standard error, and writes them as JSON to `.backfile/profile.json`. */
export function keepProfile(content: string, clock: StageClock): void {
  const stages = [...clock.report(), outside(clock)];
  process.stderr.write(`${profileTable(stages)}\n`);
  const file = join(content, PROFILE);
  onDisk(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ unit: "ms, bytes", stages }, null, 2)}\n`);
  });
}

/** The start of the program, and what no stage counted. */
function outside(clock: StageClock): StageTime {
  const { wall, cpu, memory } = readMeter();
  const counted = totalOf(clock.report());
  return {
    ...counted,
    stage: "start and the rest",
    wall: wall - counted.wall,
    cpu: cpu - counted.cpu,
    memory,
    count: 0,
    bytes: 0,
    workers: 0,
  };
}

const HEAD = ["stage", "wall s", "CPU s", "others' CPU s", "count", "CPU ms each", "MB", "peak MB"];

/**
 * Returns stages as a table with a line for all of them; columns are parted by two spaces and aligned.
 *
 *     stage      wall s  CPU s  others' CPU s  count  CPU ms each  MB  peak MB
 *     recognise    12.1   11.8              0  10000         1.18   0      412
 */
export function profileTable(stages: readonly StageTime[]): string {
  const rows = [HEAD, ...stages.map(rowOf), rowOf({ ...totalOf(stages), stage: "all" })];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

function rowOf({ stage, wall, cpu, workers, count, bytes, memory }: StageTime): string[] {
  const each = count === 0 ? "" : ((cpu + workers) / count).toFixed(2);
  return [
    stage,
    (wall / 1000).toFixed(1),
    (cpu / 1000).toFixed(1),
    (workers / 1000).toFixed(1),
    String(count),
    each,
    (bytes / 1e6).toFixed(1),
    (memory / 1e6).toFixed(0),
  ];
}

function totalOf(stages: readonly StageTime[]): StageTime {
  const sum = (key: "wall" | "cpu" | "workers" | "bytes"): number =>
    stages.reduce((total, stage) => total + stage[key], 0);
  return {
    stage: "all",
    wall: sum("wall"),
    cpu: sum("cpu"),
    workers: sum("workers"),
    bytes: sum("bytes"),
    // articles and pages do not add up
    count: 0,
    memory: Math.max(0, ...stages.map(({ memory }) => memory)),
  };
}
