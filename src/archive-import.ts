/** What becomes of all sources of an archive? Stages 1 to 3, for what has changed, and what import then writes. */

import { openDatabase } from "./catalog/database.ts";
import { forgetChanges, takeChanges } from "./catalog/files.ts";
import { previewed } from "./catalog/preview.ts";
import { programVersion } from "./catalog/program.ts";
import { countDueFiles } from "./catalog/sources.ts";
import { setState, stateOf } from "./catalog/state.ts";
import { type Database, inTransaction } from "./catalog/statements.ts";
import { catalogueOf } from "./catalogue-file.ts";
import { surveyContent } from "./content-survey.ts";
import { articleRemarks, type ImportCounts, ImportTally, importRemarks } from "./import-tally.ts";
import { KnownAnnotations, type Recogniser } from "./known-annotations.ts";
import { matchChanged } from "./matched-sources.ts";
import type { Diagnostic } from "./model.ts";
import type { FileKind } from "./read/content-walk.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { readSettings } from "./read/settings.ts";
import { readTopics } from "./read/topic-files.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import { importAmbiguous, importDue } from "./source-import.ts";
import { digestOfBasis, type SourceBasis, takeInSources } from "./source-intake.ts";
import { remarkGone, remarkListing } from "./source-remarks.ts";
import { dueByArticles, takeInArticles, takeInCopies } from "./standing-articles.ts";
import { judgeStirred } from "./usable-articles.ts";
import { carryOut, type WritePlan } from "./write/article-writing.ts";

/** Hears how far the work is. */
export interface Progress {
  /** A stage begins; `total` is how many steps it has, if that is known. */
  start(stage: string, total?: number): void;
  step(count: number): void;
  done(): void;
}

/** What an import did, and what should be known of it. */
export interface ImportReport extends ImportCounts {
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of an archive behind an import. */
export interface ArchiveReport extends ImportReport {
  /** What is wrong with Markdown files that cannot be used. */
  readonly unusable: readonly Diagnostic[];
}

function reportOf(database: Database, counts: ImportCounts): ArchiveReport {
  const diagnostics = [...importRemarks(database)];
  return { ...counts, diagnostics, unusable: [...articleRemarks(database)] };
}

/** Stages 1 to 3 for an archive: surveys it, imports what has changed, and returns what was done with all that should be known. */
export function importArchive(content: string, progress: Progress): ArchiveReport {
  const database = openDatabase(catalogueOf(content));
  try {
    surveyContent(content, database);
    return reportOf(database, importChanged(content, database, progress));
  } finally {
    database.close();
  }
}

/** Returns what `importArchive` would do and changes nothing; gives each plan for an article's file to `onPlan`. */
export function previewArchive(
  content: string,
  progress: Progress,
  onPlan: (plan: WritePlan) => void,
): ArchiveReport {
  return previewed(catalogueOf(content), (database) => {
    surveyContent(content, database);
    const counts = runImport(content, database, { progress, onPlan, isWriting: false });
    return reportOf(database, counts);
  });
}

/**
 * Stages 1 to 3 for what the last survey has found changed, and for what an earlier import that was killed left undone; nothing else is
 * read. Article files are written one after the other, each whole, and what is known of them goes into the catalogue in
 * transactions of some hundred files, so that a run that is killed is taken up again and comes to the same end. Remarks stand in the
 * catalogue (`importRemarks`, `articleRemarks`), and so does what later stages have to look at (`changedArticles`).
 */
export function importChanged(
  content: string,
  database: Database,
  progress: Progress,
): ImportCounts {
  const onPlan = (plan: WritePlan): void => carryOut(content, plan);
  return inTransaction(database, () =>
    runImport(content, database, { progress, onPlan, isWriting: true }),
  );
}

/**
 * Goes through the same import without writing an article's file, for what is asked of a recogniser on the way. The catalogue is as if the files
 * had been written, and has to be put back (`previewed`).
 */
export function rehearseImport(
  content: string,
  database: Database,
  { progress, recogniser }: { readonly progress: Progress; readonly recogniser: Recogniser },
): void {
  const run = { progress, recogniser, onPlan() {}, isWriting: false };
  runImport(content, database, run);
}

interface ImportRun {
  readonly progress: Progress;
  readonly recogniser?: Recogniser;
  readonly onPlan: (plan: WritePlan) => void;
  readonly isWriting: boolean;
}

/** So many files are looked at in one transaction. */
const FILES_AT_ONCE = 300;
/** What import makes use of; all other changes wait for other stages. */
const OWN_KINDS: readonly FileKind[] = ["source", "article", "version", "stray", "link", "locked"];

function runImport(
  content: string,
  database: Database,
  { progress, recogniser, onPlan, isWriting }: ImportRun,
): ImportCounts {
  const settings = readSettings(content);
  const { splits } = readDecisions(content);
  const { topics } = readTopics(content, builtInTopics());
  const step = (): void => {
    if (isWriting) database.exec("COMMIT; BEGIN");
  };
  takeIn(content, database, { settings, splits, program: programVersion(database) });
  step();
  const tally = new ImportTally();
  const known = new KnownAnnotations(database, topics.definitions, recogniser);
  const bench = { content, database, settings, splits, known, tally, onPlan, isWriting };
  progress.start("Reading sources", countDueFiles(database));
  let files = 0;
  const onFile = (): void => {
    files += 1;
    if (files % FILES_AT_ONCE === 0) step();
    progress.step(1);
  };
  importDue(bench, onFile);
  importAmbiguous(bench, onFile);
  progress.done();
  remarkListing(content, database, settings);
  remarkGone(database);
  judgeStirred(database, readFreePages(content));
  setState(database, "importing", undefined);
  return tally.counts(database);
}

/** What has changed comes into the catalogue: which sources and Markdown files there are, and which belong together. */
function takeIn(content: string, database: Database, basis: SourceBasis): void {
  takeChanges(database);
  const digest = digestOfBasis(basis);
  const before = stateOf(database, "imported");
  takeInArticles(content, database);
  if (before === undefined) takeInCopies(content, database);
  takeInSources(content, database, { ...basis, isBasisNew: before !== digest });
  matchChanged(database);
  dueByArticles(database);
  setState(database, "imported", digest);
  setState(database, "importing", "yes");
  forgetChanges(database, ...OWN_KINDS);
}
