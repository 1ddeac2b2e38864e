/** What have jobs done for this build already? Their results, by what they were made from: stages ask here before they do costly work. */
import { siteVersion } from "./catalog/program.ts";
import {
  forgetResults,
  putResult,
  type ResultRow,
  resultAt,
  resultsOn,
} from "./catalog/results.ts";
import { type Database, inTransaction } from "./catalog/statements.ts";
import { JobFolder } from "./jobs/job-folder.ts";
import { readPortion } from "./jobs/parcel.ts";
import type { Annotations } from "./model.ts";
import type { IndexFile, PagefindFiles } from "./search/pagefind-index.ts";
import { CliError } from "./text/cli-error.ts";

/** Under which annotations are looked for; their keys stand for all that they are made from. */
export const RECOGNISED = "recognise";

/** Returns the subject under which drawn pages are looked for; `shape` is a digest of all that shapes every page. */
export function drawnSubject(shape: string): string {
  return `draw ${shape}`;
}

/** Returns the subject under which the files of a shard's index are looked for. */
export function indexedSubject(shard: string, digest: string): string {
  return `index ${shard} ${digest}`;
}

/** A file of an index that all shards share. */
export const SHARED_NOTE = "shared";

/**
 * Takes the results of planned jobs for known, and no others; none where no folder is named. Throws a `CliError` where the plan is by another version of the program,
 * or a result is missing, not whole or not the job's.
 */
export function joinResults(database: Database, folder: string | undefined): void {
  inTransaction(database, () => {
    forgetResults(database);
    if (folder !== undefined) takeIn(database, new JobFolder(folder));
  });
}

function takeIn(database: Database, folder: JobFolder): void {
  const plan = folder.plan();
  if (plan === undefined || plan.jobs.length === 0) return;
  const program = siteVersion(database);
  if (plan.program !== program) {
    throw new CliError(
      `${folder.path}: expected jobs planned by this version of backfile, found those of another; run \`backfile plan\` again`,
    );
  }
  const missing = plan.jobs.filter(({ id }) => !folder.hasResult(id));
  const [first] = missing;
  if (first !== undefined) {
    throw new CliError(
      `${folder.path}: ${missing.length} of ${plan.jobs.length} jobs have no result, the first is ${first.id}; do it with \`backfile job ${first.id}\`, or do without jobs by \`backfile build\``,
    );
  }
  for (const { id } of plan.jobs) {
    const file = folder.resultFile(id);
    const { subject, portions } = folder.result(id, program);
    for (const portion of portions) putResult(database, { subject, file, ...portion });
  }
}

/** Returns annotations that a job has made under a key. */
export function annotationsJoined(database: Database, key: string): Annotations | undefined {
  const row = resultAt(database, RECOGNISED, key);
  // a job made them from annotations
  return row && (JSON.parse(bytesOf(row).toString("utf8")) as Annotations);
}

/** A page as a job has drawn it. */
interface JoinedPage {
  readonly html: Uint8Array;
  /** Of an article: the digest of its HTML in the ledger. */
  readonly ledger?: string;
}

/** Returns a page that a job has drawn from data with a digest. */
export function pageJoined(
  database: Database,
  shape: string,
  digest: string,
): JoinedPage | undefined {
  const row = resultAt(database, drawnSubject(shape), digest);
  if (row === undefined) return undefined;
  return { html: bytesOf(row), ...(row.note !== undefined && { ledger: row.note }) };
}

/** Returns the index that a job has made of a shard with a digest. */
export function indexJoined(
  database: Database,
  shard: string,
  digest: string,
): PagefindFiles | undefined {
  const rows = resultsOn(database, indexedSubject(shard, digest));
  if (rows.length === 0) return undefined;
  const [shared, own] = [true, false].map((isShared) =>
    rows.filter(({ note }) => (note === SHARED_NOTE) === isShared).map(fileOf),
  );
  return { own: own ?? [], shared: shared ?? [] };
}

function fileOf(row: ResultRow): IndexFile {
  return { path: row.name, bytes: bytesOf(row) };
}

function bytesOf(row: ResultRow): Buffer {
  return readPortion(row.file, row);
}
