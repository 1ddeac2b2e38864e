/** Which thread checks which files, so that all cores have something to do? */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type BatchAccount, checkBatch, type FileBatch } from "./batch-account.ts";
import { FileChecks } from "./file-check.ts";
import { FileSet } from "./site-files.ts";
import type { CheckTask } from "./worker.ts";

/** What the program's code ends in: as it is written, or as it is packed. */
const CODE = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
/** Files in a batch. */
const BATCH = 100;
/** Sites with fewer files are checked by the program itself: a thread takes as long to start. */
const WORTH_THREADS = 600;

/** Checks all files and hands on what is found, batch by batch, in any order. Throws what a check throws. */
export async function checkFiles(
  files: readonly string[],
  task: CheckTask,
  onAccount: (account: BatchAccount) => void,
): Promise<void> {
  const batches = batchesOf(files);
  const threads = Math.min(availableParallelism(), Math.ceil(files.length / BATCH));
  if (files.length < WORTH_THREADS || threads < 2) {
    const checks = new FileChecks(task.folder, new FileSet(task.numbers), task.base);
    for (const batch of batches) onAccount(checkBatch(batch, checks));
    return;
  }
  await Promise.all(Array.from({ length: threads }, () => work(batches, task, onAccount)));
}

function* batchesOf(files: readonly string[]): Generator<FileBatch> {
  for (let first = 0; first < files.length; first += BATCH)
    yield { first, files: files.slice(first, first + BATCH) };
}

/** One thread takes batch after batch until none is left. */
function work(
  batches: Iterator<FileBatch>,
  task: CheckTask,
  onAccount: (account: BatchAccount) => void,
): Promise<void> {
  const worker = new Worker(new URL(`worker${CODE}`, import.meta.url), { workerData: task });
  return new Promise<void>((resolve, reject) => {
    const next = (): void => {
      const { value, done } = batches.next();
      if (done === true) resolve();
      else worker.postMessage(value);
    };
    worker.on("message", (account: BatchAccount) => {
      onAccount(account);
      next();
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("a checking thread ended early")));
    next();
  }).finally(() => {
    worker.removeAllListeners();
    return worker.terminate();
  });
}
