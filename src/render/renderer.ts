/** How do pages become HTML? Stage 7: sends batches to processes that run Eleventy, and checks what comes back. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Page, SiteFrame } from "../page-model.ts";
import { CliError } from "../text/cli-error.ts";
import type { BatchResult, RenderBatch, RenderedPage, RenderFailure } from "./batch.ts";
import { filePathOf } from "./urls.ts";

/** Pages in a batch: Eleventy's start-up is spread over many, and memory stays bounded. */
const BATCH = 1000;
/** Eleventy lives on the working directory, so each instance has a process. */
const PROCESSES = 2;

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/**
 * Draws pages and hands each to `write`, in no fixed order. Throws a `CliError` if a template fails, and
 * another error if a page comes back that was not asked for, or if one is missing.
 */
export async function renderPages(
  pages: Iterable<Page>,
  site: SiteFrame,
  options: {
    readonly group: (pages: readonly Page[]) => RenderBatch["pages"];
    readonly write: (page: RenderedPage) => void;
    readonly onProgress: (rendered: number) => void;
  },
): Promise<void> {
  const batches = batchesOf(pages);
  const first = batches.next();
  const second = batches.next();
  const queue = chain([first, second], batches);
  const count = second.done === true ? 1 : PROCESSES;
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = startWorker();
      try {
        for (const batch of queue) {
          const result = await ask(worker, { site, pages: options.group(batch) });
          if ("failure" in result) throw failed(result.failure);
          checkComplete(batch, result.rendered);
          for (const page of result.rendered) options.write(page);
          options.onProgress(result.rendered.length);
        }
      } finally {
        worker.kill();
      }
    }),
  );
}

function* batchesOf(pages: Iterable<Page>): Generator<readonly Page[], undefined> {
  let batch: Page[] = [];
  for (const page of pages) {
    batch.push(page);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Yields results already drawn from an iterator, then the rest of it; may be shared by several loops. */
function chain<T>(
  drawn: readonly IteratorResult<T, undefined>[],
  rest: Iterator<T, undefined>,
): Iterable<T> {
  const waiting = [...drawn];
  const iterator: Iterator<T, undefined> = { next: () => waiting.shift() ?? rest.next() };
  return { [Symbol.iterator]: () => iterator };
}

/** Layouts are loaded anew in each process, so that a changed layout is never drawn from memory. */
function startWorker(): ChildProcess {
  return fork(WORKER, {
    cwd: ROOT,
    execArgv: ["--disable-proto=throw"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function ask(worker: ChildProcess, batch: RenderBatch): Promise<BatchResult> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => {
      reject(new Error(`the rendering process ended early (exit code ${code ?? "none"})`));
    };
    worker.once("exit", onExit);
    worker.once("message", (message) => {
      worker.off("exit", onExit);
      // only `worker.ts` answers, and only with results
      resolve(message as BatchResult);
    });
    worker.send(batch);
  });
}

/** Templates are the editor's to change, and so to mend. */
function failed({ reason, stack, template }: RenderFailure): Error {
  const cause = new Error(reason);
  cause.stack = stack;
  return template === undefined
    ? new Error(`Eleventy failed: ${reason}`, { cause })
    : new CliError(`${template}: ${reason}; mend the template`, { cause });
}

function checkComplete(batch: readonly Page[], rendered: readonly RenderedPage[]): void {
  const wanted = new Set(batch.map(({ address }) => filePathOf(address)));
  for (const { path } of rendered) {
    if (!wanted.delete(path)) throw new Error(`Eleventy drew ${path}, which was not asked for`);
  }
  const [missing] = wanted;
  if (missing !== undefined) throw new Error(`Eleventy drew no ${missing}`);
}
