/** Checks batches of files in a thread of its own; started by `crew.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { checkBatch, type FileBatch } from "./batch-account.ts";
import { FileChecks } from "./file-check.ts";
import { FileSet } from "./site-files.ts";
import type { SiteBase } from "./site-references.ts";

/** What a thread is given when it begins. */
export interface CheckTask {
  readonly folder: string;
  readonly base: SiteBase;
  /** The numbers of a `FileSet`, in shared memory. */
  readonly numbers: Float64Array;
}

// only the program starts threads here, and only with tasks
const { folder, base, numbers } = workerData as CheckTask;
const checks = new FileChecks(folder, new FileSet(numbers), base);

parentPort?.on("message", (message) => {
  // only batches are sent
  const account = checkBatch(message as FileBatch, checks);
  const moved = [account.places.buffer, account.links.buffer] as ArrayBuffer[];
  parentPort?.postMessage(account, moved);
});
