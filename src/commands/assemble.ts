/** `backfile assemble`: what came of jobs becomes a part of the archive's site. */
import { JobFolder } from "../jobs/job-folder.ts";
import { prepareSite } from "../prepared-archive.ts";
import { buildCommand } from "./build.ts";
import type { Command, Options } from "./command.ts";
import { printImport } from "./import.ts";
import { jobFolderOf } from "./plan.ts";
import { terminalProgress } from "./progress.ts";
import { counted, exitCodeFor, printReviewHint } from "./report.ts";
import { runWholeBuild } from "./whole-build.ts";

/** The command `assemble`. */
export const assembleCommand: Command = {
  name: "assemble",
  summary: "join what came of jobs into the site",
  description: `Does the step of a build that \`backfile plan\` has shared out, with what came of its jobs: imports and links the
archive; or puts its pages in place; or its search. Where a job has no result, or one that is not whole or of another
version, it is named, and nothing is done. What has changed since the plan is done here. The jobs are deleted
then. After the last step the site is, byte for byte, the one that \`backfile build\` makes; where nothing is planned, it
does what that does.`,
  options: ["content", "output", "jobs", "workers", "quiet", "json", "strict"],
  example: "backfile assemble --output public",
  run: runAssemble,
};

async function runAssemble(options: Options): Promise<number> {
  const jobs = jobFolderOf(options);
  const folder = new JobFolder(jobs);
  const plan = folder.plan();
  if (plan === undefined) return await buildCommand.run(options);
  const code =
    plan.step === "recognise"
      ? prepareAlone({ ...options, jobs })
      : await runWholeBuild({ ...options, jobs, "no-search": plan.step === "draw" });
  folder.clear();
  if (!options.quiet && plan.step !== "index")
    process.stderr.write("`backfile plan` lists what can be shared out next\n");
  return code;
}

function prepareAlone({ content, jobs, quiet, json, strict }: Options): number {
  const { imported, diagnostics, articles, context } = prepareSite(
    content,
    terminalProgress(quiet),
    { jobs },
  );
  context.database.close();
  if (json) process.stdout.write(`${JSON.stringify({ imported, articles, diagnostics })}\n`);
  else printImport({ ...imported, diagnostics }, quiet);
  if (!quiet && !json)
    process.stdout.write(`${counted(articles, "article")} recognised and linked\n`);
  printReviewHint(diagnostics);
  return exitCodeFor(diagnostics, strict);
}
