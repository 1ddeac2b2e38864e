/** Which jobs are planned, where do they and their results lie, and when does a result count? A folder of files, each whole or not there. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import type { JobStep } from "./job-task.ts";
import {
  jobId,
  type Parcel,
  type ParcelLabel,
  type Portion,
  readParcel,
  unpackJob,
  writeParcel,
} from "./parcel.ts";

/** A job that is planned. */
export interface PlannedJob {
  readonly id: string;
  readonly step: JobStep;
  /** Texts to recognise, pages to draw or pages to index. */
  readonly count: number;
  /** Of the portions that it works on. */
  readonly bytes: number;
}

/** What is shared out now: one step of a build. */
export interface JobPlan {
  readonly step: JobStep;
  /** Of the program that has planned. */
  readonly program: string;
  /** There may be none: the step costs next to nothing then. */
  readonly jobs: readonly PlannedJob[];
}

/** A job as it is put into the folder. */
export interface NewJob extends Omit<ParcelLabel, "kind"> {
  /** What people know it by, before the digest: `recognise-1998-2013`. */
  readonly name: string;
  readonly portions: readonly Portion[];
}

const PLAN = "plan.json";
/** The files of jobs, by their IDs. */
const FILE = /^(?<id>(?:recognise|draw|index)-[\w-]+-[0-9a-f]{12})\.(?:job|result)$/;
/** Folders of work under way end in six characters that the system chooses. */
const UNDER_WAY = /^(?:plan|(?:recognise|draw|index)-[\w-]+-[0-9a-f]{12})\.[A-Za-z0-9]{6}$/;

/** A folder of jobs; made when something is put into it. */
export class JobFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The file of what a job is told and given. */
  jobFile(id: string): string {
    return join(this.path, `${id}.job`);
  }

  /** The file of what came of a job. */
  resultFile(id: string): string {
    return join(this.path, `${id}.result`);
  }

  /** Whether there is a result; it may yet be refused. */
  hasResult(id: string): boolean {
    return existsSync(this.resultFile(id));
  }

  /** Whether a result is there that `result` would take. */
  isDone(id: string, program: string): boolean {
    if (!this.hasResult(id)) return false;
    try {
      return this.result(id, program).id === id;
    } catch (error) {
      if (error instanceof CliError) return false;
      throw error;
    }
  }

  /** Puts a job into the folder; the same job may be there already. */
  putJob({ name, portions, ...about }: NewJob): PlannedJob {
    const label = { kind: "job", ...about } as const;
    const id = jobId(name, label, portions);
    this.#put(this.jobFile(id), { id, ...label }, portions);
    const bytes = portions.reduce((sum, portion) => sum + portion.bytes.length, 0);
    return { id, step: about.task.step, count: portions.length, bytes };
  }

  /** Returns a job with its portions. Throws a `CliError` where it is not there or not whole. */
  job(id: string): ReturnType<typeof unpackJob> {
    const file = this.jobFile(id);
    if (!existsSync(file)) {
      throw new CliError(
        `${file}: expected the file of a job, found none; \`backfile plan\` makes and lists them, --jobs DIR says where they lie`,
      );
    }
    const job = unpackJob(file);
    if (job.parcel.id !== id)
      throw new CliError(
        `${file}: expected the job ${id}, found ${job.parcel.id}; give the file its name back`,
      );
    return job;
  }

  /** Puts what came of a job into the folder. */
  putResult({ id, subject, program, task }: Parcel, portions: readonly Portion[]): void {
    this.#put(this.resultFile(id), { id, kind: "result", subject, program, task }, portions);
  }

  /** Returns what came of a job. Throws a `CliError` where it is not whole, or is not the result of this job by this version of the program. */
  result(id: string, program: string): Parcel {
    const file = this.resultFile(id);
    const parcel = readParcel(file);
    if (parcel.kind !== "result" || parcel.id !== id) {
      throw new CliError(
        `${file}: expected the result of ${id}, found ${parcel.kind} ${parcel.id}, made from other input; delete it and do the job again`,
      );
    }
    if (parcel.program !== program) {
      throw new CliError(
        `${file}: expected a result by this version of backfile, found one by another; delete it and do the job again`,
      );
    }
    return parcel;
  }

  /** Returns what is planned; nothing where nothing is. */
  plan(): JobPlan | undefined {
    const file = join(this.path, PLAN);
    if (!existsSync(file)) return undefined;
    // `keepPlan` wrote it
    return onDisk(file, () => JSON.parse(readFileSync(file, "utf8"))) as JobPlan;
  }

  /** Takes a plan in the place of the one before: jobs and results that are not in it are deleted. */
  keepPlan(plan: JobPlan): void {
    const kept = new Set(plan.jobs.map(({ id }) => id));
    this.#drop((id) => !kept.has(id));
    const file = join(this.path, PLAN);
    this.inWork("plan", (work) => {
      writeFileSync(join(work, PLAN), `${JSON.stringify(plan)}\n`);
      renameSync(join(work, PLAN), file);
    });
  }

  /** Deletes the plan with its jobs and results, and what killed jobs have left; other files in the folder stay. */
  clear(): void {
    onDisk(this.path, () => {
      rmSync(join(this.path, PLAN), { force: true });
      this.#drop(() => true);
      for (const name of this.#names().filter((each) => UNDER_WAY.test(each)))
        rmSync(join(this.path, name), { recursive: true, force: true });
    });
  }

  /** Returns what some work gives that is done in a folder of its own, in this one, which is then gone. */
  inWork<T>(name: string, work: (folder: string) => T): T {
    const folder = onDisk(this.path, () => {
      mkdirSync(this.path, { recursive: true });
      return mkdtempSync(join(this.path, `${name}.`));
    });
    const end = (): void => rmSync(folder, { recursive: true, force: true });
    let isGoingOn = false;
    try {
      const result = work(folder);
      if (!(result instanceof Promise)) return result;
      isGoingOn = true;
      // a promise of the same kind
      return result.finally(end) as T;
    } finally {
      if (!isGoingOn) end();
    }
  }

  #put(
    file: string,
    label: ParcelLabel & { readonly id: string },
    portions: readonly Portion[],
  ): void {
    this.inWork(label.id, (work) => {
      const begun = join(work, label.kind);
      writeParcel(begun, label, portions);
      // two machines may do one job: the last one's result stands, and both are alike
      onDisk(file, () => renameSync(begun, file));
    });
  }

  #drop(isMeant: (id: string) => boolean): void {
    for (const name of this.#names()) {
      const id = FILE.exec(name)?.groups?.["id"];
      if (id !== undefined && isMeant(id)) rmSync(join(this.path, name), { force: true });
    }
  }

  #names(): readonly string[] {
    return existsSync(this.path) ? readdirSync(this.path) : [];
  }
}
