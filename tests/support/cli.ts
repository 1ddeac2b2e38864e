/** What does backfile do when it is run as a program? Starts the real one, as its own process. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../bin/backfile.js", import.meta.url));

/** Longer than any test's run on a slow machine; a program that waits for ever fails its test. */
const PATIENCE = 300_000;

/** A copy's code stands at an address of its own; its compiled code would stay in the cache for ever. */
const UNCACHED = { NODE_DISABLE_COMPILE_CACHE: "1" };

/** How the program is run. */
export interface CliOptions {
  /** The working directory. */
  readonly cwd: string;
  /** What stands on its standard input, which then ends; nothing by default. */
  readonly input?: string;
  /** Added to the test's own environment; `undefined` takes a variable out of it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Run in the place of the project's own. */
  readonly program?: Program;
}

/** A copy of the program that a test may change; see `program-copy.ts`. */
export interface Program {
  /** Its start file, absolute. */
  readonly start: string;
}

/** What the program printed, decoded as UTF-8, and its exit code; -1 if a signal ended it. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Returns what `backfile ARGS…` printed and its exit code, once it has ended.
 *
 *     const { code, stderr } = await runCli(["build"], { cwd: folder.path });
 */
export function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = start(args, options);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code: code ?? -1, stdout: textOf(stdout), stderr: textOf(stderr) });
    });
    // a program that ends without reading its input closes the pipe, which is no fault of the test's
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}

/** A program that goes on until it is ended. */
export interface RunningCli {
  /** Returns what a pattern finds in what is printed, on either output, after all that was waited for before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Returns all that was printed, on either output. */
  output(): string;
  /** Sends an interrupt, as Ctrl+C does, and returns the exit code. */
  interrupt(): Promise<number>;
}

/**
 * Starts `backfile ARGS…` and returns at once.
 *
 *     const serve = startCli(["serve"], { cwd: folder.path });
 *     await serve.printed(/The archive is at (?<url>\S+)/);
 */
export function startCli(args: readonly string[], options: CliOptions): RunningCli {
  const child = start(args, options);
  let text = "";
  let waitedFor = 0;
  let ended: number | undefined;
  let wake = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      wake();
    });
  }
  child.on("close", (code) => {
    ended = code ?? -1;
    wake();
  });
  const somethingNew = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  return {
    async printed(pattern) {
      for (;;) {
        const found = pattern.exec(text.slice(waitedFor));
        if (found !== null) {
          waitedFor += found.index + found[0].length;
          return found;
        }
        if (ended !== undefined) throw new Error(`ended with ${ended} before ${pattern}:\n${text}`);
        await somethingNew();
      }
    },
    output: () => text,
    async interrupt() {
      child.kill("SIGINT");
      while (ended === undefined) await somethingNew();
      return ended;
    },
  };
}

function start(args: readonly string[], { cwd, env, program }: CliOptions) {
  return spawn(process.execPath, [program?.start ?? PROGRAM, ...args], {
    cwd,
    env: { ...process.env, ...(program && UNCACHED), ...env },
    timeout: PATIENCE,
  });
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}
