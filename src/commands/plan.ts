/** `backfile plan`: what of a build can be done elsewhere, by jobs that know nothing of each other. */
import { join } from "node:path";
import { JobFolder, type JobPlan } from "../jobs/job-folder.ts";
import { planJobs } from "../planned-jobs.ts";
import type { Command, Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { counted } from "./report.ts";

/** The command `plan`. */
export const planCommand: Command = {
  name: "plan",
  summary: "list the jobs of the next step of a build, for several machines",
  description: `Shares out the costly work of a build. Prints the IDs of jobs that can be done now, in any order and anywhere: each is
a file in the folder of jobs, and needs nothing else. Do them with \`backfile job\`, then join what came of them with
\`backfile assemble\`. There are three steps at most: texts to recognise, then pages to draw, then parts of the
search to index; plan, do the jobs and assemble for each. With --json, one object a line for each job. As long as
nothing has changed, the same jobs are listed, done or not.`,
  options: ["content", "output", "jobs", "size", "quiet", "json"],
  example: "backfile plan > jobs.txt",
  run: runPlan,
};

/** The folder of jobs of an archive, where no other is named. */
export function jobFolderOf({ content, jobs }: Pick<Options, "content" | "jobs">): string {
  return jobs ?? join(content, ".backfile", "jobs");
}

async function runPlan(options: Options): Promise<number> {
  const { content, output, size, quiet, json } = options;
  const folder = jobFolderOf(options);
  const plan = planJobs(content, output, { folder, size, progress: terminalProgress(quiet) });
  const list = new JobFolder(folder);
  for (const job of plan?.jobs ?? []) {
    const { id } = job;
    const files = { job: list.jobFile(id), result: list.resultFile(id), done: list.hasResult(id) };
    process.stdout.write(json ? `${JSON.stringify({ ...job, ...files })}\n` : `${id}\n`);
  }
  if (!quiet) process.stderr.write(`${words(plan, folder)}\n`);
  return 0;
}

function words(plan: JobPlan | undefined, folder: string): string {
  if (plan === undefined) return "the site stands as a build would make it: there is nothing to do";
  const { step, jobs } = plan;
  if (jobs.length === 0)
    return `${step}: nothing to share out; \`backfile assemble\` does what is left of this step`;
  const portions = jobs.reduce((sum, { count }) => sum + count, 0);
  return `${step}: ${counted(jobs.length, "job")} over ${counted(portions, PORTIONS[step])} in ${folder}; do each with \`backfile job ID\`, then \`backfile assemble\``;
}

const PORTIONS = { recognise: "text", draw: "page", index: "article" } as const;
