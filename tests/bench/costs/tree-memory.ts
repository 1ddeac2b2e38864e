/** How much memory do a process and all its children hold at most? Looked up in `/proc` ten times a second. */
import { readFileSync } from "node:fs";

const PAUSE = 100;
const PAGE_BYTES = 4096;

/** Starts to watch a process and its children. The function returned ends that and gives the peak of their resident memory together, in bytes. */
export function watchMemory(process: number): () => number {
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, residentOf(process));
  };
  const timer = setInterval(look, PAUSE);
  look();
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** What a process that has ended holds is nothing. */
function residentOf(process: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${process}/statm`, "utf8").split(" ")[1]);
    const children = readFileSync(`/proc/${process}/task/${process}/children`, "utf8");
    const below = children.split(" ").filter((child) => child !== "");
    return below.reduce((sum, child) => sum + residentOf(Number(child)), pages * PAGE_BYTES);
  } catch {
    // it ended between two looks
    return 0;
  }
}
