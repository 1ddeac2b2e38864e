#!/usr/bin/env node
// Starts backfile. Plain JavaScript of the oldest kind, so that an old Node can read it and say what is wrong.
import { fileURLToPath } from "node:url";

const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  process.stderr.write(
    `backfile needs Node 24 or newer, and this is Node ${process.versions.node}. In a clone, "npx backfile …" and the npm scripts bring their own.\n`,
  );
  process.exitCode = 1;
} else {
  // a third of a short command's time is the reading of its own code; where no cache can be written, nothing is lost
  const { enableCompileCache } = await import("node:module");
  enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/backfile", import.meta.url)));
  // by itself V8 lets as much garbage lie about as there are things in use, whatever memory the machine has for others
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--heap-growing-percent=35");
  const { main } = await import("../src/cli.ts");
  process.exitCode = await main(process.argv.slice(2));
}
