/** `backfile serve`: builds, shows the site in a browser, and builds again after each change. */
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, buildSite } from "../pipeline.ts";
import { EDITORS_FOLDERS } from "../read/markdown-folder.ts";
import { StandbyWorker } from "../render/crew.ts";
import { isAsImported } from "../write/article-writing.ts";
import type { Command, Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { type ServedSite, serveSite } from "./serve-site.ts";
import { watchFolders } from "./watch-folders.ts";
import { printBuild } from "./whole-build.ts";

/** The command `serve`. */
export const serveCommand: Command = {
  name: "serve",
  summary: "build the site, serve it on this machine, and follow changes",
  description: `Builds the site and serves it to browsers on this machine. When a source, an article, a page or a
layout changes, the site is built again and open pages reload. Stop it with Ctrl+C.`,
  options: ["content", "output", "port", "no-search", "quiet"],
  example: "backfile serve --port 8080",
  run: runServe,
};

const LAYOUTS = fileURLToPath(new URL("../../layouts", import.meta.url));
const CONTENT = ["sources", "articles", ...EDITORS_FOLDERS, "archive.yml", "decisions.yml"];

async function runServe(options: Options): Promise<number> {
  let site: ServedSite | undefined;
  const standby = new StandbyWorker();
  const own = join(dirname(resolve(options.content)), "layouts");
  const content = CONTENT.map((name) => join(options.content, name));
  const watcher = watchFolders([...new Set([...content, LAYOUTS, own])], {
    // search follows when the pages are shown already
    onChange: () => rebuild(options, { standby, onPages: () => site?.reload() }),
    // a build writes articles itself
    isOwn: (path) => isAsImported(options.content, relative(options.content, path)),
  });
  try {
    await watcher.during(() => build(options, { standby }));
    site = await serveSite(options.output, { port: options.port });
    process.stdout.write(`\nThe archive is at ${site.url} (stop with Ctrl+C)\n`);
    await untilInterrupted();
    return 0;
  } finally {
    watcher.close();
    standby.end();
    await site?.close();
  }
}

type Following = Pick<BuildOptions, "standby" | "onPages">;

/** Builds again; if that goes wrong, for whatever reason, the site goes on being served. */
async function rebuild(options: Options, following: Following): Promise<void> {
  try {
    await build(options, following);
  } catch (error) {
    process.stderr.write(`backfile: ${reasonOf(error, options)} (the site stands as it was)\n`);
  }
}

function reasonOf(error: unknown, { debug }: Options): string {
  if (!(error instanceof Error)) return String(error);
  const shown = error.cause instanceof Error ? error.cause : error;
  return debug ? `${error.message}\n${shown.stack}\n` : error.message;
}

async function build(options: Options, following: Following): Promise<void> {
  const report = await buildSite(options.content, options.output, {
    ...following,
    search: !options["no-search"],
    progress: terminalProgress(options.quiet),
  });
  printBuild(report, options);
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
