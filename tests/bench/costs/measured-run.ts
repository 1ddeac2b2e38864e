/** What does a command cost: CPU of all its processes, wall time, peak memory? */
import { spawn } from "node:child_process";
import { processTimes } from "./process-times.ts";
import { watchMemory } from "./tree-memory.ts";

/** What something cost. CPU and wall in seconds, memory in bytes. */
export interface Cost {
  readonly user: number;
  readonly system: number;
  readonly wall: number;
  readonly memory: number;
}

/** A command, as it is started. */
export interface MeasuredCommand {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  /** What it finds in its environment besides. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs a command to its end and returns what it cost. Nothing else may be started meanwhile, since the CPU is that of all
 * children that end. Throws with the last lines of what it said where it fails.
 */
export async function runMeasured(run: MeasuredCommand): Promise<Cost> {
  const before = processTimes("self");
  const began = process.hrtime.bigint();
  const child = spawn(run.command, run.arguments, {
    cwd: run.folder,
    env: { ...process.env, ...run.environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const memory = watchMemory(child.pid ?? 0);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (words: string) => {
    said = (said + words).slice(-2000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const wall = Number(process.hrtime.bigint() - began) / 1e9;
  const peak = memory();
  if (code !== 0) throw new Error(`${run.command} ended with ${code}: ${said.trim()}`);
  const after = processTimes("self");
  return {
    user: after.childUser - before.childUser,
    system: after.childSystem - before.childSystem,
    wall,
    memory: peak,
  };
}

/** Returns what several runs one after the other cost together: CPU and wall added up, of memory the most. */
export function togetherOf(costs: readonly Cost[]): Cost {
  return costs.reduce((all, cost) => ({
    user: all.user + cost.user,
    system: all.system + cost.system,
    wall: all.wall + cost.wall,
    memory: Math.max(all.memory, cost.memory),
  }));
}

/** Returns the CPU of a cost. */
export function cpuOf({ user, system }: Pick<Cost, "user" | "system">): number {
  return user + system;
}

/** Returns, of several costs, the middle one by CPU; of an even number the cheaper of the two. */
export function middleOf(costs: readonly Cost[]): Cost {
  const sorted = costs.toSorted((a, b) => cpuOf(a) - cpuOf(b));
  const middle = sorted[(sorted.length - 1) >> 1];
  if (middle === undefined) throw new Error("expected a cost, found none");
  return middle;
}
