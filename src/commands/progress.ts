/** How does the user see that long work goes on, how fast, and how long it still takes? */
import type { Progress } from "../archive-import.ts";

const BAR = 30;
/** Milliseconds between two drawings of the bar, and between two lines where there is none. */
const PACE = 80;
const LINE_PACE = 10_000;

/**
 * Returns a progress that draws a bar on a terminal, prints a line for each stage elsewhere, and one every ten
 * seconds of a long one, and nothing when quiet. It writes to standard error, so that standard output holds
 * results alone.
 */
export function terminalProgress(quiet: boolean): Progress {
  if (quiet) return { start() {}, step() {}, done() {} };
  return process.stderr.isTTY ? new Bar() : new Lines();
}

/** How far a stage has come; `total` is 0 where it is not known. */
export interface StageState {
  readonly steps: number;
  readonly total: number;
  readonly seconds: number;
}

/** Seconds before which a rate says little. */
const FIRST_RATE = 1;

/**
 * Returns how far, how fast and how long still.
 *
 *     progressWords({ steps: 12_400, total: 100_000, seconds: 10 })   // "12,400/100,000, 1,240/s, 1 min left"
 */
export function progressWords({ steps, total, seconds }: StageState): string {
  const count = total === 0 ? grouped(steps) : `${grouped(steps)}/${grouped(total)}`;
  if (seconds < FIRST_RATE || steps === 0) return count;
  const rate = steps / seconds;
  const speed = `${rate < 10 ? rate.toFixed(1) : grouped(Math.round(rate))}/s`;
  if (steps >= total) return `${count}, ${speed}`;
  return `${count}, ${speed}, ${durationWords((total - steps) / rate)} left`;
}

/** 40 s, 3 min, 2 h 10 min. */
function durationWords(seconds: number): string {
  if (seconds < 55) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** 8412 → 8,412. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Counts a stage's steps, and when it was last shown. */
class Count {
  readonly stage: string;
  readonly total: number;
  steps = 0;
  readonly #started = performance.now();
  #shown = performance.now();

  constructor(stage = "", total = 0) {
    this.stage = stage;
    this.total = total;
  }

  isDue(pace: number): boolean {
    return performance.now() - this.#shown >= pace;
  }

  words(): string {
    this.#shown = performance.now();
    const seconds = (this.#shown - this.#started) / 1000;
    return progressWords({ steps: this.steps, total: this.total, seconds });
  }
}

class Bar implements Progress {
  #count = new Count();

  start(stage: string, total = 0): void {
    this.#count = new Count(stage, total);
    this.#draw();
  }

  step(count: number): void {
    this.#count.steps += count;
    if (this.#count.isDue(PACE)) this.#draw();
  }

  done(): void {
    this.#draw();
    process.stderr.write("\n");
  }

  #draw(): void {
    const { stage, steps, total } = this.#count;
    const words = this.#count.words();
    const share = total === 0 ? 1 : Math.min(1, steps / total);
    const filled = Math.round(share * BAR);
    const bar = "█".repeat(filled) + "░".repeat(BAR - filled);
    const said = total === 0 && steps === 0 ? "" : ` ${words}`;
    process.stderr.write(`\r\u001b[K${bar} ${stage}${said}`);
  }
}

class Lines implements Progress {
  #count = new Count();

  start(stage: string, total = 0): void {
    this.#count = new Count(stage, total);
  }

  step(count: number): void {
    this.#count.steps += count;
    if (this.#count.isDue(LINE_PACE))
      process.stderr.write(`${this.#count.stage}: ${this.#count.words()}\n`);
  }

  done(): void {
    process.stderr.write(`${this.#count.stage}: ${this.#count.steps}\n`);
  }
}
