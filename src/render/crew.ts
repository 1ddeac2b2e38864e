/** Which process draws which batch, and what if one dies? Stage 7: starts and ends the processes. */
import { type ChildProcess, fork } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CliError } from "../text/cli-error.ts";
import type { BatchResult, DrawnPage, RenderBatch } from "./batch.ts";
import { errorOf } from "./failure.ts";
import { CODE } from "./layout-files.ts";

/** Batches that a process is given: the one it draws and the next, so that it never waits. */
const GIVEN = 2;

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORKER = fileURLToPath(new URL(`worker${CODE}`, import.meta.url));

/** What drawing took. */
export interface CrewCosts {
  /** Processes that were started. */
  readonly workers: number;
  /** CPU of all processes, in milliseconds; of each until its last batch was drawn. */
  readonly cpu: number;
}

/** Hears of a batch that is drawn. */
export type OnBatch = (batch: RenderBatch, drawn: readonly DrawnPage[]) => void;

/** The drawing processes, started one by one while those that run have all that they may be given. */
export class Crew {
  readonly #most: number;
  readonly #onBatch: OnBatch;
  readonly #own: string | undefined;
  readonly #workers: Worker[] = [];

  /** `own` is the folder of the archive's own layouts, absolute. */
  constructor(most: number, onBatch: OnBatch, own?: string) {
    this.#most = most;
    this.#onBatch = onBatch;
    this.#own = own;
  }

  /** Gives a batch to a process as soon as one may take it; throws what came of an earlier one. */
  async draw(batch: RenderBatch): Promise<void> {
    // the program makes pages without a pause: here it listens
    await nextTurn();
    (await this.#nextFree()).give(batch);
  }

  /** Waits until all is drawn, and returns what it cost. */
  async finish(): Promise<CrewCosts> {
    await Promise.all(this.#workers.map((worker) => worker.idle()));
    const cpu = this.#workers.reduce((sum, worker) => sum + worker.cpu, 0);
    return { workers: this.#workers.length, cpu: cpu / 1000 };
  }

  /** Ends the processes, whatever they do. */
  dismiss(): void {
    for (const worker of this.#workers) worker.end();
  }

  async #nextFree(): Promise<Worker> {
    for (;;) {
      for (const worker of this.#workers) worker.check();
      const free = this.#workers.find(({ given }) => given < GIVEN);
      if (free !== undefined) return free;
      if (this.#workers.length < this.#most) {
        const worker = new Worker(this.#onBatch, this.#own);
        this.#workers.push(worker);
        return worker;
      }
      await Promise.race(this.#workers.map((worker) => worker.change()));
    }
  }
}

class Worker {
  readonly #process: ChildProcess;
  readonly #onBatch: OnBatch;
  readonly #batches: RenderBatch[] = [];
  #error: unknown;
  #wake = Promise.withResolvers<void>();
  /** Microseconds. */
  cpu = 0;

  constructor(onBatch: OnBatch, own: string | undefined) {
    this.#onBatch = onBatch;
    this.#process = startProcess(own);
    // only `worker.ts` answers, and only with results
    this.#process.on("message", (message) => this.#heed(() => this.#hear(message as BatchResult)));
    this.#process.on("error", (error) => this.#fail(error));
    this.#process.on("exit", (code, signal) => this.#fail(endedEarly(code, signal)));
  }

  /** Batches that it has not drawn yet. */
  get given(): number {
    return this.#batches.length;
  }

  give(batch: RenderBatch): void {
    this.#batches.push(batch);
    // one that is dead says so by its exit
    this.#process.send(batch, () => {});
  }

  /** Throws what went wrong in it, if anything did. */
  check(): void {
    if (this.#error !== undefined) throw this.#error;
  }

  /** Waits until it has drawn a batch or failed. */
  change(): Promise<void> {
    return this.#wake.promise;
  }

  async idle(): Promise<void> {
    for (;;) {
      this.check();
      if (this.#batches.length === 0) return;
      await this.change();
    }
  }

  /** One that has nothing to do goes by itself, and leaves its compiled code to the next. */
  end(): void {
    this.#process.removeAllListeners();
    this.#process.on("error", () => {});
    if (this.#process.connected && this.given === 0) this.#process.disconnect();
    else this.#process.kill();
  }

  #hear(result: BatchResult): void {
    const batch = this.#batches.shift();
    this.cpu = result.cpu;
    if ("failure" in result) throw errorOf(result.failure);
    if (batch !== undefined) this.#onBatch(batch, result.drawn);
  }

  #heed(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#error ??= error;
    }
    const { resolve } = this.#wake;
    this.#wake = Promise.withResolvers();
    resolve();
  }

  #fail(error: unknown): void {
    this.#heed(() => {
      throw error;
    });
  }
}

/** Layouts are loaded anew in each process, so that a changed layout is never drawn from memory. */
function startProcess(own: string | undefined): ChildProcess {
  const compiled = getCompileCacheDir();
  return fork(WORKER, own === undefined ? [] : [own], {
    cwd: ROOT,
    execArgv: ["--disable-proto=throw"],
    env: { ...process.env, ...(compiled !== undefined && { NODE_COMPILE_CACHE: compiled }) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function endedEarly(code: number | null, signal: string | null): Error {
  return signal === null
    ? new Error(`a drawing process ended early (exit code ${code})`)
    : new CliError(
        `a drawing process was killed (${signal}), perhaps for want of memory; build again, with fewer --workers`,
      );
}
