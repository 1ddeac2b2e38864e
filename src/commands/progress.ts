/** How does the user see that long work goes on? */
import type { Progress } from "../archive-import.ts";

const BAR = 30;
/** Milliseconds between two drawings of the bar. */
const PACE = 80;

/**
 * Returns a progress that draws a bar on a terminal, prints a line for each stage elsewhere, and nothing
 * when quiet. It writes to standard error, so that standard output holds results alone.
 */
export function terminalProgress(quiet: boolean): Progress {
  if (quiet) return { start() {}, step() {}, done() {} };
  return process.stderr.isTTY ? new Bar() : new Lines();
}

class Bar implements Progress {
  #stage = "";
  #total = 0;
  #steps = 0;
  #drawn = 0;

  start(stage: string, total = 0): void {
    this.#stage = stage;
    this.#total = total;
    this.#steps = 0;
    this.#draw();
  }

  step(count: number): void {
    this.#steps += count;
    if (performance.now() - this.#drawn >= PACE) this.#draw();
  }

  done(): void {
    this.#draw();
    process.stderr.write("\n");
  }

  #draw(): void {
    this.#drawn = performance.now();
    const share = this.#total === 0 ? 1 : Math.min(1, this.#steps / this.#total);
    const filled = Math.round(share * BAR);
    const bar = "█".repeat(filled) + "░".repeat(BAR - filled);
    const count = this.#total === 0 ? "" : ` ${this.#steps}/${this.#total}`;
    process.stderr.write(`\r\u001b[K${bar} ${this.#stage}${count}`);
  }
}

class Lines implements Progress {
  #stage = "";
  #steps = 0;

  start(stage: string): void {
    this.#stage = stage;
    this.#steps = 0;
  }

  step(count: number): void {
    this.#steps += count;
  }

  done(): void {
    process.stderr.write(`${this.#stage}: ${this.#steps}\n`);
  }
}
