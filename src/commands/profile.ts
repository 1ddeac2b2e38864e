/** How is it kept and shown where a build's time went? */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Reading, StageClock, StageTime } from "../stage-clock.ts";
import { onDisk } from "../text/disk-error.ts";

/** What the last build that had something to do did, in the archive's folder: seconds are others each time, so no site holds them. */
const LAST_BUILD = join(".backfile", "last-build.json");

/** Reads this process's clock and its CPU. */
export function readMeter(): Reading {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}

/** Writes what each stage of a build did (milliseconds, counts, bytes) to `.backfile/last-build.json`. */
export function keepProfile(content: string, clock: StageClock): void {
  const file = join(content, LAST_BUILD);
  const report = { unit: "ms, bytes", peakMemory: peakMemory(), stages: stagesOf(clock) };
  onDisk(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  });
}

/** Prints the same as a table on standard error. */
export function printProfile(clock: StageClock): void {
  const peak = (peakMemory() / 1e6).toFixed(0);
  process.stderr.write(`${profileTable(stagesOf(clock))}\nthis process had ${peak} MB at most\n`);
}

function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function stagesOf(clock: StageClock): readonly StageTime[] {
  return [...clock.report(), outside(clock)];
}

/** The start of the program, and what no stage counted. */
function outside(clock: StageClock): StageTime {
  const { wall, cpu } = readMeter();
  const counted = totalOf(clock.report());
  return {
    ...counted,
    stage: "start and the rest",
    wall: wall - counted.wall,
    cpu: cpu - counted.cpu,
    count: 0,
    bytes: 0,
    workers: 0,
  };
}

const HEAD = ["stage", "wall s", "CPU s", "others' CPU s", "count", "CPU ms each", "MB"];

/**
 * Returns stages as a table with a line for all of them; columns are parted by two spaces and aligned.
 *
 *     stage      wall s  CPU s  others' CPU s  count  CPU ms each  MB
 *     recognise    12.1   11.8              0  10000         1.18   0
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

function rowOf({ stage, wall, cpu, workers, count, bytes }: StageTime): string[] {
  const each = count === 0 ? "" : ((cpu + workers) / count).toFixed(2);
  return [
    stage,
    (wall / 1000).toFixed(1),
    (cpu / 1000).toFixed(1),
    (workers / 1000).toFixed(1),
    String(count),
    each,
    (bytes / 1e6).toFixed(1),
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
  };
}
