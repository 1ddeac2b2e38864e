/** `backfile job ID`: one job that `backfile plan` has listed, on whichever machine. */
import { ownLayouts } from "../catalog/own-layouts.ts";
import { doJob } from "../single-job.ts";
import { CliError } from "../text/cli-error.ts";
import type { Command, Options } from "./command.ts";
import { jobFolderOf } from "./plan.ts";
import { terminalProgress } from "./progress.ts";

/** The command `job`. */
export const jobCommand: Command = {
  name: "job",
  files: "ID...",
  summary: "do jobs that `backfile plan` has listed",
  description: `Does jobs one after the other. Each reads its file, ID.job, in the folder of jobs, and writes ID.result there, whole or
not at all; one whose result is there is left alone. It needs no archive: copy the one file to another machine with the
same version of backfile and of Node.js, and the other one back.`,
  options: ["content", "jobs", "workers", "quiet"],
  example: "backfile job --jobs /shared/jobs recognise-1998-2013-5f1c9a03b2d4",
  run: runJobs,
};

async function runJobs(options: Options): Promise<number> {
  const { files: ids, quiet, workers } = options;
  if (ids.length === 0)
    throw new CliError("`backfile job` wants the ID of a job; `backfile plan` lists them");
  const folder = jobFolderOf(options);
  const layouts = ownLayouts(options.content);
  for (const id of ids) {
    const progress = terminalProgress(quiet);
    const outcome = await doJob(id, { folder, workers, layouts, progress });
    if (!quiet)
      process.stdout.write(`${id}: ${outcome === "done" ? "done" : "was done already"}\n`);
  }
  return 0;
}
