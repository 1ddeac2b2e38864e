/** What did a build do, stage by stage, in how many seconds? Stage 9: a file beside the content, never part of a site. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { onDisk } from "../text/disk-error.ts";

/** The stages of a build, in their order. */
const BUILD_STAGES = [
  "survey",
  "import",
  "recognise",
  "link",
  "pages",
  "render",
  "publish",
  "search",
  "publish-search",
] as const;

/** One of them. */
export type BuildStage = (typeof BUILD_STAGES)[number];

const figure = z.number().nonnegative();
const stageSchema = z.strictObject({
  stage: z.enum(BUILD_STAGES),
  seconds: figure,
  processorSeconds: figure,
  bytes: figure.optional(),
  counts: z.record(z.string(), figure),
});
const schema = z.strictObject({
  digest: z.string().optional(),
  seconds: figure,
  processorSeconds: figure,
  memory: figure,
  stages: z.array(stageSchema),
});

/**
 * What a build did. `digest` is that of the site's list of files; `memory` the most bytes that this process had.
 * Of each stage: `seconds` went by on the clock; `processorSeconds` are those of this process, and those of others
 * that were added; `bytes` were written; `counts` are named by what was counted: `{articles: 12, reused: 99988}`.
 */
export type LastBuild = z.infer<typeof schema>;

/** Where the report of the last build stands in a content folder. */
const FILE = join(".backfile", "last-build.json");

/**
 * Writes down what the stages of a build do. A stage ends when the next one begins; one that begins again goes on.
 *
 *     const log = new BuildLog();
 *     log.begin("render");
 *     log.count("pages", 17);
 *     writeLastBuild(content, log.end(changes.digest));
 */
export class BuildLog {
  readonly #start = now();
  readonly #stages = new Map<BuildStage, Tally>();
  #open: { readonly tally: Tally; readonly since: Moment } | undefined;

  /** Begins a stage, and ends the one before. */
  begin(stage: BuildStage): void {
    this.#close();
    const tally = this.#stages.get(stage) ?? { seconds: 0, processorSeconds: 0, counts: {} };
    this.#stages.set(stage, tally);
    this.#open = { tally, since: now() };
  }

  /** Adds to one of the figures of the stage that has begun. */
  count(what: string, amount: number): void {
    const counts = this.#tally().counts;
    counts[what] = (counts[what] ?? 0) + amount;
  }

  /** Adds to the bytes that the stage has written. */
  countBytes(bytes: number): void {
    const tally = this.#tally();
    tally.bytes = (tally.bytes ?? 0) + bytes;
  }

  /** Adds what another process has worked for the stage. */
  countProcessor(seconds: number): void {
    this.#tally().processorSeconds += seconds;
  }

  /** Ends the last stage and returns the report. */
  end(digest?: string): LastBuild {
    this.#close();
    const stages = BUILD_STAGES.flatMap((stage) => {
      const tally = this.#stages.get(stage);
      return tally === undefined ? [] : [{ stage, ...tally }];
    });
    const { seconds } = passed(this.#start);
    // what others have worked stands in the stages alone
    const processorSeconds = stages.reduce((sum, one) => sum + one.processorSeconds, 0);
    const memory = process.resourceUsage().maxRSS * 1024;
    return { ...(digest !== undefined && { digest }), seconds, processorSeconds, memory, stages };
  }

  #tally(): Tally {
    if (this.#open === undefined) throw new Error("no stage has begun");
    return this.#open.tally;
  }

  #close(): void {
    if (this.#open === undefined) return;
    const { tally, since } = this.#open;
    const { seconds, processorSeconds } = passed(since);
    tally.seconds += seconds;
    tally.processorSeconds += processorSeconds;
    this.#open = undefined;
  }
}

/** Writes the report into the content folder, where nothing compares it: seconds are others at each build. */
export function writeLastBuild(content: string, report: LastBuild): void {
  const file = join(content, FILE);
  onDisk(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  });
}

/** Returns the report of the last build; `undefined` if there is none that can be read. */
export function readLastBuild(content: string): LastBuild | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(join(content, FILE), "utf8")));
  } catch {
    // nothing depends on it
    return undefined;
  }
}

interface Tally {
  seconds: number;
  processorSeconds: number;
  bytes?: number;
  readonly counts: Record<string, number>;
}

interface Moment {
  readonly milliseconds: number;
  readonly processor: NodeJS.CpuUsage;
}

function now(): Moment {
  return { milliseconds: performance.now(), processor: process.cpuUsage() };
}

function passed(since: Moment): Pick<Tally, "seconds" | "processorSeconds"> {
  const { user, system } = process.cpuUsage(since.processor);
  const seconds = (performance.now() - since.milliseconds) / 1000;
  return { seconds, processorSeconds: (user + system) / 1_000_000 };
}
