/** What comes of one job? Done with nothing at hand but the job and the program: no archive, no catalogue, no site. */
import type { Progress } from "./archive-import.ts";
import { IN_MEMORY, openDatabase } from "./catalog/database.ts";
import { siteVersion } from "./catalog/program.ts";
import type { Database } from "./catalog/statements.ts";
import { JobFolder } from "./jobs/job-folder.ts";
import type { DrawingTask, IndexingTask, JobTask, RecognitionTask } from "./jobs/job-task.ts";
import type { Portion } from "./jobs/parcel.ts";
import { SHARED_NOTE } from "./joined-results.ts";
import { KnownAnnotations } from "./known-annotations.ts";
import type { NewsDocument } from "./model.ts";
import type { Page } from "./page-model.ts";
import { bytesIn } from "./publish/site-file.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import type { DrawnPage } from "./render/batch.ts";
import { renderPages } from "./render/renderer.ts";
import { filePathOf } from "./render/urls.ts";
import { closePagefind, type IndexFile, indexPages } from "./search/pagefind-index.ts";
import { CliError } from "./text/cli-error.ts";

/** How a job is done. */
export interface JobOptions {
  /** Where it lies, and its result will. */
  readonly folder: string;
  readonly progress: Progress;
  /** Drawing processes at most. */
  readonly workers?: number | undefined;
  /** The folder of the archive's own layouts, where it has any. */
  readonly layouts?: string | undefined;
}

/** What became of a job: it was done, or had been before. */
export type JobOutcome = "done" | "known";

/**
 * Does a job and puts its result into the folder, whole or not at all; where its result is there, nothing is done. Throws a `CliError` where the
 * job is not there, not whole, or planned by another version of the program.
 */
export async function doJob(id: string, options: JobOptions): Promise<JobOutcome> {
  const folder = new JobFolder(options.folder);
  const { parcel, portions } = folder.job(id);
  const database = openDatabase(IN_MEMORY);
  try {
    const program = siteVersion(database, options.layouts);
    if (parcel.program !== program) {
      throw new CliError(
        `${folder.jobFile(id)}: expected a job planned by this version of backfile and of Node.js, found one of another; have the same of both, and of layouts of your own, wherever jobs are planned and done`,
      );
    }
    if (folder.isDone(id, program)) return "known";
    const made = await folder.inWork(id, (work) =>
      carryOut(parcel.task, { portions, database, work, options }),
    );
    folder.putResult(parcel, made);
    return "done";
  } finally {
    database.close();
  }
}

interface Bench {
  readonly portions: readonly Portion[];
  /** Empty, in memory. */
  readonly database: Database;
  /** An empty folder. */
  readonly work: string;
  readonly options: JobOptions;
}

async function carryOut(task: JobTask, bench: Bench): Promise<readonly Portion[]> {
  switch (task.step) {
    case "recognise":
      return recogniseAll(task, bench);
    case "draw":
      return await drawAll(task, bench);
    case "index":
      return await indexAll(task, bench);
  }
}

function recogniseAll(
  { topics }: RecognitionTask,
  { portions, database, options: { progress } }: Bench,
): readonly Portion[] {
  const known = new KnownAnnotations(database, topics ?? builtInTopics());
  progress.start("Recognising people, quotations and dates", portions.length);
  const made = portions.map(({ name, bytes }) => {
    // the plan wrote it from a document
    const document = JSON.parse(textOf(bytes)) as NewsDocument;
    const { key, annotations } = known.of(document, undefined);
    if (key !== name) throw new Error(`the key of a document is ${key} here, and was ${name}`);
    progress.step(1);
    return { name, bytes: Buffer.from(JSON.stringify(annotations)) };
  });
  progress.done();
  return made;
}

async function drawAll(
  { frame }: DrawingTask,
  { portions, work, options: { progress, workers, layouts } }: Bench,
): Promise<readonly Portion[]> {
  const digests = new Map<string, string>();
  const pages = portions.map(({ name, bytes }) => {
    // the plan wrote it from a page
    const { kind, address } = JSON.parse(textOf(bytes)) as Page;
    digests.set(filePathOf(address), name);
    return { kind, address, json: bytes };
  });
  const drawn: DrawnPage[] = [];
  progress.start("Drawing pages", pages.length);
  await renderPages(pages, frame, {
    workers,
    layouts,
    spool: `${work}/spool`,
    stagedPath: (path) => `${work}/site/${path}`,
    onDrawn(page) {
      drawn.push(page);
      progress.step(1);
    },
  });
  progress.done();
  return drawn.map(({ path, ledger }) => {
    const bytes = bytesIn(`${work}/site`, path);
    const name = digests.get(path);
    if (bytes === undefined || name === undefined) throw new Error(`${path} was drawn and is gone`);
    return { name, bytes, ...(ledger !== undefined && { note: ledger }) };
  });
}

async function indexAll(
  { shard, language }: IndexingTask,
  { portions, options: { progress } }: Bench,
): Promise<readonly Portion[]> {
  progress.start("Indexing for search", shard.count);
  const pages = portions.values().map(({ name, bytes }) => {
    progress.step(1);
    return { path: name, html: textOf(bytes) };
  });
  try {
    const { own, shared } = await indexPages(pages, { ...shard, language });
    return [
      ...own.map(portionOf),
      ...shared.map((file) => ({ ...portionOf(file), note: SHARED_NOTE })),
    ];
  } finally {
    await closePagefind();
    progress.done();
  }
}

function portionOf({ path, bytes }: IndexFile): Portion {
  return { name: path, bytes };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
