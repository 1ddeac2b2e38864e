/** Where does a build's time go? Counts by stage what a meter reads; whoever has a clock brings the meter. */

/** What a meter reads: milliseconds since any moment, milliseconds of this process's CPU. */
export interface Reading {
  readonly wall: number;
  readonly cpu: number;
}

/** What a stage says of its own work; what is said twice is added up. */
export interface StageWork {
  /** What it counts: articles, pages, files. */
  readonly count?: number;
  /** Bytes that it wrote. */
  readonly bytes?: number;
  /** Milliseconds of CPU that other processes spent on it. */
  readonly workers?: number;
}

/** Where one stage's time went. Times in milliseconds, without those of stages within it. */
export interface StageTime extends Required<StageWork> {
  readonly stage: string;
  readonly wall: number;
  /** CPU of this process. */
  readonly cpu: number;
}

/** A stage of which the numbers still rise. */
type Open = { -readonly [Key in keyof StageTime]: StageTime[Key] };

/**
 * Tells the time of stages. A stage that begins within another takes the time from it, so that all stages together
 * took what the build took; one that comes again goes on.
 *
 *     const clock = new StageClock(readMeter);
 *     const articles = clock.stage("read articles", () => readArticles(content));
 *     clock.note("read articles", { count: articles.length });
 *     await clock.stage("draw", () => renderPages(clock.each("page data", pages), …));
 *     clock.report();   // [{stage: "read articles", wall: 812, cpu: 640, …}, …]
 *
 * Only one thing at a time may be measured: stages begun side by side would take each other's time.
 */
export class StageClock {
  readonly #read: () => Reading;
  readonly #stages = new Map<string, Open>();
  readonly #running: Open[] = [];
  #last: Reading | undefined;

  constructor(read: () => Reading) {
    this.#read = read;
  }

  /** A clock that stands still: for a caller who does not want to know. */
  static stopped(): StageClock {
    return new StageClock(() => STILL);
  }

  /** Returns what some work gives, and counts its time to a stage; if it gives a promise, until that is settled. */
  stage<T>(name: string, work: () => T): T {
    this.#begin(name);
    let isGoingOn = false;
    try {
      const result = work();
      if (result instanceof Promise) {
        isGoingOn = true;
        // a promise of the same kind, settled when the time is taken
        return result.finally(() => this.#end()) as T;
      }
      return result;
    } finally {
      if (!isGoingOn) this.#end();
    }
  }

  /** Yields what another yields, and counts the time that it takes to make, and how many it is, to a stage. */
  *each<T>(name: string, values: Iterable<T>): Generator<T, undefined> {
    const iterator = values[Symbol.iterator]();
    try {
      for (;;) {
        const next = this.stage(name, () => iterator.next());
        if (next.done === true) return;
        this.note(name, { count: 1 });
        yield next.value;
      }
    } finally {
      iterator.return?.();
    }
  }

  /** Adds what a stage says of its work. */
  note(name: string, { count = 0, bytes = 0, workers = 0 }: StageWork): void {
    const stage = this.#stageOf(name);
    stage.count += count;
    stage.bytes += bytes;
    stage.workers += workers;
  }

  /** Returns all stages in the order in which they first began. */
  report(): readonly StageTime[] {
    return [...this.#stages.values()].map((stage) => ({ ...stage }));
  }

  #begin(name: string): void {
    this.#charge();
    this.#running.push(this.#stageOf(name));
  }

  #end(): void {
    this.#charge();
    this.#running.pop();
  }

  /** What has passed since the last reading is the innermost stage's. */
  #charge(): void {
    const now = this.#read();
    const last = this.#last ?? now;
    this.#last = now;
    const stage = this.#running.at(-1);
    if (stage === undefined) return;
    stage.wall += now.wall - last.wall;
    stage.cpu += now.cpu - last.cpu;
  }

  #stageOf(name: string): Open {
    const known = this.#stages.get(name);
    if (known !== undefined) return known;
    const stage = { stage: name, wall: 0, cpu: 0, count: 0, bytes: 0, workers: 0 };
    this.#stages.set(name, stage);
    return stage;
  }
}

const STILL: Reading = { wall: 0, cpu: 0 };
