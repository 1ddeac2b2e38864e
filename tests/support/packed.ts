/** How does a test install backfile as its users do: from its package, by npm, in a folder of its own? */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What a command printed, and its exit code. */
export interface ShellResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longer than any installation takes; one that waits for ever fails its test. */
const PATIENCE = 240_000;

/**
 * Runs a program by its name in a folder, as its user would who has nothing to do with this project: none of what npm tells its scripts, and
 * none of the project's own programs on the path, so that `node` is the machine's.
 */
export function runIn(cwd: string, program: string, args: readonly string[]): Promise<ShellResult> {
  const outside = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|NODE_|INIT_CWD)/i.test(name),
  );
  const path = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: {
        ...Object.fromEntries(outside),
        PATH: path,
        npm_config_fund: "false",
        npm_config_audit: "false",
      },
      timeout: PATIENCE,
      shell: process.platform === "win32",
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      }),
    );
    child.stdin.end();
  });
}

/** Runs a program and returns what it printed; fails the test if it does not go well. */
export async function runWell(
  cwd: string,
  program: string,
  args: readonly string[],
): Promise<string> {
  const { code, stdout, stderr } = await runIn(cwd, program, args);
  assert.equal(code, 0, `${program} ${args.join(" ")}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Packs the project, or what lies unpacked in a folder, and returns the name of the package in `into`. */
export async function packInto(into: string, from = ROOT): Promise<string> {
  // what compiles the program runs in the project's own Node
  const printed = await new Promise<string>((resolve, reject) => {
    const child = spawn("npm", ["pack", "--json", "--pack-destination", into], {
      cwd: from,
      timeout: PATIENCE,
      shell: process.platform === "win32",
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", () => resolve(Buffer.concat(chunks).toString("utf8")));
  });
  const name = /"filename":\s*"(?<name>[^"]+\.tgz)"/.exec(printed)?.groups?.["name"];
  assert.ok(name, printed);
  return name;
}
