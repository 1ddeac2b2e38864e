/** How much CPU has a process used, and its children that have ended? Read from Linux's `/proc`. */
import { readFileSync } from "node:fs";

/** Seconds of CPU. */
export interface ProcessTimes {
  readonly user: number;
  readonly system: number;
  /** Of children that have ended and were waited for, theirs included. */
  readonly childUser: number;
  readonly childSystem: number;
}

/** Linux counts in hundredths, whatever its own clock. */
const TICKS = 100;
/** Places of the four times behind the process's name, which may hold spaces (proc(5)). */
const FIRST = 11;

/** Returns what a process has used so far. Throws where there is no `/proc`. */
export function processTimes(process: number | "self"): ProcessTimes {
  const stat = readFileSync(`/proc/${process}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const seconds = (at: number): number => Number(fields[FIRST + at]) / TICKS;
  return { user: seconds(0), system: seconds(1), childUser: seconds(2), childSystem: seconds(3) };
}
