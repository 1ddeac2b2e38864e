#!/usr/bin/env node
// Starts backfile. Plain JavaScript of the oldest kind, so that an old Node can read it, and hand over to a newer one.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
const major = Number(process.versions.node.split(".")[0]);
const handedOver = "BACKFILE_HANDED_OVER";

if (major >= NEEDED) {
  // as it is written in a clone, as JavaScript in a package
  const isSource = existsSync(new URL("../src/cli.ts", import.meta.url));
  // a third of a short command's time is the reading of its own code; where no cache can be written, nothing is lost
  const { enableCompileCache } = await import("node:module");
  const cache = isSource ? "../node_modules/.cache/backfile" : "../../.cache/backfile";
  enableCompileCache(fileURLToPath(new URL(cache, import.meta.url)));
  // by itself V8 lets as much garbage lie about as there are things in use, whatever memory the machine has for others
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--heap-growing-percent=35");
  const { main } = isSource ? await import("../src/cli.ts") : await import("../dist/src/cli.js");
  process.exitCode = await main(process.argv.slice(2));
} else {
  const newer = process.env[handedOver] === undefined ? newerNode() : undefined;
  if (newer === undefined) {
    process.stderr.write(
      `backfile needs Node ${NEEDED} or newer, and this is Node ${process.versions.node}. It brings one of its own for most machines; this one has none. Install Node ${NEEDED} from https://nodejs.org/\n`,
    );
    process.exitCode = 1;
  } else {
    const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    const env = { ...process.env, [handedOver]: "1" };
    const child = spawn(newer, args, { stdio: "inherit", env });
    // Ctrl+C reaches both; the one that waits must outlive the one that works
    process.on("SIGINT", () => {});
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.on("exit", (code) => {
      process.exitCode = code === null ? 1 : code;
    });
    child.on("error", (error) => {
      process.stderr.write(`backfile: ${newer} did not start: ${error.message}\n`);
      process.exitCode = 1;
    });
  }
}

/** The Node that came with backfile, as an optional dependency for this kind of machine. */
function newerNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const load = createRequire(import.meta.url);
  for (const name of ["node", "node-bin"]) {
    try {
      const manifest = load.resolve(`${name}-${platform}-${process.arch}/package.json`);
      const file = join(dirname(manifest), "bin", platform === "win" ? "node.exe" : "node");
      if (existsSync(file)) return file;
    } catch {
      // not this one
    }
  }
  return undefined;
}
