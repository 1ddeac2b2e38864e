/** `backfile serve`: builds, shows the site in a browser, and builds again after each change. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "../pipeline.ts";
import { CliError } from "../text/cli-error.ts";
import { printBuild } from "./build.ts";
import type { Command, Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { serveSite } from "./serve-site.ts";
import { watchFolders } from "./watch-folders.ts";

/** The command `serve`. */
export const serveCommand: Command = {
  name: "serve",
  summary: "build the site, serve it on this machine, and follow changes",
  description: `Builds the site and serves it to browsers on this machine. When a source, an article, a page or a
layout changes, the site is built again and open pages reload. Stop it with Ctrl+C.`,
  options: ["content", "output", "port", "quiet"],
  example: "backfile serve --port 8080",
  run: runServe,
};

const LAYOUTS = fileURLToPath(new URL("../../layouts", import.meta.url));

async function runServe(options: Options): Promise<number> {
  await build(options);
  const site = await serveSite(options.output, { port: options.port });
  process.stdout.write(`\nThe archive is at ${site.url} (stop with Ctrl+C)\n`);
  const watched = ["sources", "articles", "pages", "archive.yml"].map((name) =>
    join(options.content, name),
  );
  const follow = rebuildOneAtATime(async () => {
    try {
      await build(options);
      site.reload();
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      process.stderr.write(`backfile: ${error.message} (the site stands as it was)\n`);
    }
  });
  const watcher = watchFolders([...watched.filter(existsSync), LAYOUTS], follow);
  await untilInterrupted();
  watcher.close();
  await site.close();
  return 0;
}

async function build(options: Options): Promise<void> {
  const report = await buildSite(options.content, options.output, terminalProgress(options.quiet));
  printBuild(report, options);
}

/** Changes that come during a build lead to one more build after it. */
function rebuildOneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void run();
  };
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
