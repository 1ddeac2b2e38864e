/** `backfile build`: from sources to a searchable site, in one step. */
import { type BuildReport, buildSite } from "../pipeline.ts";
import { StageClock } from "../stage-clock.ts";
import type { Command, Options } from "./command.ts";
import { printImport } from "./import.ts";
import { keepProfile, readMeter } from "./profile.ts";
import { terminalProgress } from "./progress.ts";
import { counted, exitCodeFor, printReviewHint } from "./report.ts";

/** The command `build`. */
export const buildCommand: Command = {
  name: "build",
  summary: "build the site: import, recognise, link, draw, index, publish",
  description: `Imports what is new in content/sources/, recognises people, quotations, dates and topics in the
Markdown articles, draws all pages, indexes them for search, and puts the new site in place of the old
in one step. An article that cannot be used is set aside and named, here and on the about page.`,
  options: ["content", "output", "no-search", "workers", "profile", "quiet", "json", "strict"],
  example: "backfile build --output public",
  run: runBuild,
};

async function runBuild(options: Options): Promise<number> {
  const clock = new StageClock(readMeter);
  const report = await buildSite(options.content, options.output, {
    search: !options["no-search"],
    progress: terminalProgress(options.quiet),
    workers: options.workers,
    clock,
  });
  if (options.profile) keepProfile(options.content, clock);
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else printBuild(report, options);
  return exitCodeFor(report.diagnostics, options.strict);
}

/** Prints what a build did. */
export function printBuild(
  report: BuildReport,
  options: Pick<Options, "output" | "quiet" | "no-search">,
): void {
  printImport({ ...report.imported, diagnostics: report.diagnostics }, options.quiet);
  if (!options.quiet) {
    const { written, unchanged, removed } = report.changes;
    process.stdout.write(
      `${counted(report.articles, "article")} on ${counted(report.pages, "page")} in ${options.output}: ` +
        `${counted(written, "file")} new or changed, ${unchanged} unchanged, ${removed} removed\n`,
    );
    if (options["no-search"]) {
      process.stdout.write(
        "search stands as it was; build without --no-search to bring it up to date\n",
      );
    }
  }
  printReviewHint(report.diagnostics);
}
