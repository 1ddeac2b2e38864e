/** What does backfile do when it is run as a program? Starts the real one, as its own process. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../bin/backfile.js", import.meta.url));

/** Longer than any test's run on a slow machine; a program that waits for ever fails its test. */
const PATIENCE = 300_000;

/** How the program is run. */
export interface CliOptions {
  /** The working directory. */
  readonly cwd: string;
  /** What stands on its standard input, which then ends; nothing by default. */
  readonly input?: string;
  /** Added to the test's own environment; `undefined` takes a variable out of it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
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
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      timeout: PATIENCE,
    });
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

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}
