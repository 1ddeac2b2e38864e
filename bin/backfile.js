#!/usr/bin/env node
// Starts backfile. Plain JavaScript of the oldest kind, so that an old Node can read it and say what is wrong.
const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  process.stderr.write(
    `backfile needs Node 24 or newer, and this is Node ${process.versions.node}. In a clone, "npx backfile …" and the npm scripts bring their own.\n`,
  );
  process.exitCode = 1;
} else {
  // What Node has made of the source is kept in the system's directory for temporary files: the next start takes half the time.
  const { enableCompileCache } = await import("node:module");
  enableCompileCache();
  const { main } = await import("../src/cli.ts");
  process.exitCode = await main(process.argv.slice(2));
}
