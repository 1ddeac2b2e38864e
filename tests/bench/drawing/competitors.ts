/** Who draws the site, and how is each started? */
import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Cost, runMeasured } from "../costs/measured-run.ts";
import { watchMemory } from "../costs/tree-memory.ts";
import type { DrawingDone } from "./program-draw.ts";

/** Who can take part, in the order of a round. */
export const COMPETITORS = ["catalogue", "program", "hugo", "eleventy", "script"] as const;

/** One who draws. */
export type Competitor = (typeof COMPETITORS)[number];

/** What each is called in tables. */
export const COMPETITOR_NAMES: Readonly<Record<Competitor, string>> = {
  catalogue: "backfile, from the catalogue (makes the page data, too)",
  program: "backfile, from page data",
  hugo: "Hugo",
  eleventy: "Eleventy, one instance",
  script: "bare script",
};

/** Where everything stands. */
export interface DrawingPlaces {
  readonly content: string;
  readonly lists: string;
  readonly hugoSite: string;
}

/** Returns what Hugo says of itself; `undefined` where there is none. */
export function hugoVersion(): string | undefined {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** A process that holds a full catalogue and draws from it as often as it is asked. */
export class CatalogueProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Fills a catalogue and writes the page lists for the others; resolves when both are done. */
  static async start({ content, lists }: DrawingPlaces): Promise<CatalogueProcess> {
    const child = fork(script("program-draw.ts"), ["catalogue", content, lists], {
      execArgv: [...ROOMY],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await answerOf(child);
    return new CatalogueProcess(child);
  }

  /** Draws the site into a folder. The memory is that of the whole process, with all that filling the catalogue has left in it. */
  async draw(output: string): Promise<Cost> {
    const began = process.hrtime.bigint();
    const memory = watchMemory(this.#child.pid ?? 0);
    this.#child.send(output);
    // `program-draw.ts` answers each folder with this
    const done = (await answerOf(this.#child)) as DrawingDone;
    return { ...done, wall: Number(process.hrtime.bigint() - began) / 1e9, memory: memory() };
  }

  /** Ends the process. */
  stop(): void {
    this.#child.kill();
  }
}

/** Lets one who needs no catalogue draw the site into an empty folder, and returns what that cost. */
export function drawMeasured(
  who: Exclude<Competitor, "catalogue">,
  { lists, hugoSite }: DrawingPlaces,
  output: string,
): Promise<Cost> {
  const node = (name: string, ...words: readonly string[]): Promise<Cost> =>
    runMeasured({
      command: process.execPath,
      arguments: [...ROOMY, script(name), ...words],
      folder: lists,
    });
  switch (who) {
    case "program":
      return node("program-draw.ts", "lists", lists, output);
    case "eleventy":
      return node("plain-eleventy.ts", lists, output);
    case "script":
      return node("bare-script.ts", lists, output);
    case "hugo":
      return runMeasured({
        command: "hugo",
        arguments: ["--config", "hugo.json", "--quiet", "--destination", output],
        folder: hugoSite,
      });
  }
}

/** Nobody fails for want of memory that the machine has. */
const ROOMY = ["--max-old-space-size=12000", "--disable-warning=ExperimentalWarning"] as const;

function script(name: string): string {
  return join(import.meta.dirname, name);
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`the catalogue's process ended with ${code}`));
    child.once("exit", onExit);
    child.once("message", (message) => {
      child.off("exit", onExit);
      resolve(message);
    });
  });
}
