/** What does a build that has something to do do, and what does it print? */
import { type BuildReport, buildSite } from "../pipeline.ts";
import { StageClock } from "../stage-clock.ts";
import type { Options } from "./command.ts";
import { printImport } from "./import.ts";
import { keepProfile, printProfile, readMeter } from "./profile.ts";
import { terminalProgress } from "./progress.ts";
import { counted, exitCodeFor, printReviewHint } from "./report.ts";

/** Builds the site as the options want it, prints what was done, and returns the exit code. */
export async function runWholeBuild(options: Options): Promise<number> {
  const clock = new StageClock(readMeter);
  const report = await buildSite(options.content, options.output, {
    again: options.again,
    search: !options["no-search"],
    progress: terminalProgress(options.quiet),
    workers: options.workers,
    jobs: options.jobs,
    clock,
  });
  keepProfile(options.content, clock);
  if (options.profile) printProfile(clock);
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else printBuild(report, options);
  return exitCodeFor(report.diagnostics, options.strict);
}

/** Prints what a build did. */
export function printBuild(
  report: BuildReport,
  options: Pick<Options, "output" | "quiet" | "no-search" | "jobs">,
): void {
  printImport({ ...report.imported, diagnostics: report.diagnostics }, options.quiet);
  if (!options.quiet) {
    const { written, unchanged, removed } = report.changes;
    process.stdout.write(
      `${counted(report.articles, "article")} on ${counted(report.pages, "page")} in ${options.output}: ` +
        `${counted(written, "file")} new or changed, ${unchanged} unchanged, ${removed} removed\n`,
    );
    // where jobs are at work, search is the next step
    if (options["no-search"] && options.jobs === undefined) {
      process.stdout.write(
        "search stands as it was; build without --no-search to bring it up to date\n",
      );
    }
  }
  if (report.wordsRemark !== undefined && !options.quiet)
    process.stderr.write(`${report.wordsRemark}\n`);
  printReviewHint(report.diagnostics);
}
