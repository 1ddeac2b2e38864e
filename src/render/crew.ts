/** Which process draws which batch, and what if one dies? Stage 7: starts and ends the processes. */
import { type ChildProcess, fork } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { SiteFrame } from "../page-model.ts";
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
  /** Processes that were at work. */
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
  readonly #standby: Worker | undefined;

  /**
   * @param own The folder of the archive's own layouts, absolute.
   * @param standby A process that is there already, and stays there at the end.
   */
  constructor(
    most: number,
    onBatch: OnBatch,
    {
      own,
      standby,
    }: { readonly own?: string | undefined; readonly standby?: StandbyWorker | undefined },
  ) {
    this.#most = most;
    this.#onBatch = onBatch;
    this.#own = own;
    this.#standby = standby?.worker;
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
    const cpu = this.#workers.reduce((sum, worker) => sum + worker.cost, 0);
    return { workers: this.#workers.length, cpu: cpu / 1000 };
  }

  /** Ends the processes, whatever they do; the one that was there before stays if it has nothing to do. */
  dismiss(): void {
    for (const worker of this.#workers)
      if (worker !== this.#standby || worker.given > 0) worker.end();
  }

  async #nextFree(): Promise<Worker> {
    for (;;) {
      for (const worker of this.#workers) worker.check();
      const free = this.#workers.find(({ given }) => given < GIVEN);
      if (free !== undefined) return free;
      if (this.#workers.length < this.#most) {
        const isFirst = this.#workers.length === 0;
        const worker = (isFirst ? this.#standby : undefined) ?? new Worker(this.#own);
        worker.begin(this.#onBatch);
        this.#workers.push(worker);
        return worker;
      }
      await Promise.race(this.#workers.map((worker) => worker.change()));
    }
  }
}

/**
 * A drawing process that waits between builds, for a program that makes many: what it loads takes longer than an edited
 * article's pages.
 */
export class StandbyWorker {
  #worker: Worker | undefined;
  #shape: string | undefined;

  /**
   * Has a process load what draws pages of a site. `shape` is a digest of all that shapes every page, the frame and the layouts among
   * it: a process that has loaded others is ended. `own` is the folder of the archive's own layouts. Returns at once.
   */
  prepare(shape: string, site: SiteFrame, own?: string): void {
    if (this.#shape === shape && this.#worker?.isAlive === true) return;
    this.end();
    this.#shape = shape;
    this.#worker = new Worker(own);
    this.#worker.give({ site, data: "", pages: [] });
  }

  /** The process, once something has been prepared for. */
  get worker(): Worker | undefined {
    return this.#worker;
  }

  /** Ends the process, whatever it does. */
  end(): void {
    this.#worker?.end();
    this.#worker = undefined;
  }
}

class Worker {
  readonly #process: ChildProcess;
  #onBatch: OnBatch = () => {};
  readonly #batches: RenderBatch[] = [];
  #error: unknown;
  #isEnded = false;
  #wake = Promise.withResolvers<void>();
  /** Microseconds since it was started, and until it was given its present work. */
  #cpu = 0;
  #cpuBefore = 0;

  constructor(own: string | undefined) {
    this.#process = startProcess(own);
    // only `worker.ts` answers, and only with results
    this.#process.on("message", (message) => this.#heed(() => this.#hear(message as BatchResult)));
    this.#process.on("error", (error) => this.#fail(error));
    this.#process.on("exit", (code, signal) => this.#fail(endedEarly(code, signal)));
  }

  /** Takes it that all that it draws from now on is one work. */
  begin(onBatch: OnBatch): void {
    this.#onBatch = onBatch;
    this.#cpuBefore = this.#cpu;
  }

  /** Microseconds of CPU since its work began. */
  get cost(): number {
    return this.#cpu - this.#cpuBefore;
  }

  /** Whether it can be given more. */
  get isAlive(): boolean {
    return this.#error === undefined && !this.#isEnded;
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
    this.#isEnded = true;
    this.#process.removeAllListeners();
    this.#process.on("error", () => {});
    if (this.#process.connected && this.given === 0) this.#process.disconnect();
    else this.#process.kill();
  }

  #hear(result: BatchResult): void {
    const batch = this.#batches.shift();
    this.#cpu = result.cpu;
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
