/** What becomes of the sources that are due? Stages 1 to 3 for them alone, with all that they change in the catalogue. */

import {
  articleFile,
  articleFilesAt,
  dropCopy,
  isPathTaken,
  noteChangedArticle,
  putArticleFile,
  putCopy,
  strandedCopies,
} from "./catalog/article-files.ts";
import { knowFile } from "./catalog/files.ts";
import { replaceRemarks } from "./catalog/remarks.ts";
import {
  ambiguousFiles,
  ambiguousShelves,
  nextDueFile,
  type SourceRow,
  settleSource,
  settleSourceFile,
  shownOn,
  sourceNamed,
  sourcesIn,
} from "./catalog/sources.ts";
import type { Database } from "./catalog/statements.ts";
import type { ImportTally } from "./import-tally.ts";
import type { KeyedAnnotations, KnownAnnotations } from "./known-annotations.ts";
import type { Diagnostic, FrontMatter, NewsDocument, SourceText } from "./model.ts";
import {
  type ImportOutcome,
  importSource,
  openDoubts,
  type SourceSurroundings,
} from "./one-source.ts";
import { type DateOrder, orderShownBy } from "./parse/dates/shown-orders.ts";
import type { FileKind } from "./read/content-walk.ts";
import { readSources } from "./read/sources.ts";
import type { ArchiveSettings, Decisions } from "./settings-model.ts";
import { fileOwner, itemOwner, ownerOf } from "./source-intake.ts";
import { rowOf } from "./standing-articles.ts";
import { foldPlace } from "./text/fold.ts";
import { sourceName } from "./text/source-name.ts";
import { parseArticleFile } from "./write/article-file.ts";
import { planWrite, type WritePlan } from "./write/article-writing.ts";
import { conflictRemark } from "./write/merge.ts";
import { formerName } from "./write/renamed.ts";

/** What an import works with. */
export interface ImportBench {
  readonly content: string;
  readonly database: Database;
  readonly settings: ArchiveSettings;
  readonly splits: Decisions["splits"];
  readonly known: KnownAnnotations;
  readonly tally: ImportTally;
  /** Carries out what is to be done to an article's file, or shows it. */
  readonly onPlan: (plan: WritePlan) => void;
  /** Whether files are written by `onPlan`; else the catalogue alone is as if they were. */
  readonly isWriting: boolean;
}

/** How an ambiguous date stands before it is known how its shelf writes dates. */
const UNREAD = "unread";

/**
 * Reads all files that are due and imports the due sources in them, in the order of paths; calls `onFile` behind each. Dates that could be either
 * way round are left for `importAmbiguous`.
 */
export function importDue(bench: ImportBench, onFile: () => void): void {
  const { database } = bench;
  let path = nextDueFile(database, "");
  for (; path !== undefined; path = nextDueFile(database, path)) {
    const { sources, diagnostics } = readFile(bench, path);
    replaceRemarks(database, fileOwner(path), diagnostics);
    const left = new Set(sourcesIn(database, path).map(({ name }) => name));
    for (const source of sources) {
      const row = rowFor(database, source);
      left.delete(sourceName(source.path, source.item));
      if (row?.isDue === true) enter(bench, source, { row });
    }
    // no text after all
    for (const name of left) {
      replaceRemarks(database, ownerOf({ path, name }), []);
      settleSource(database, name, { isDue: false });
    }
    settleSourceFile(database, path);
    onFile();
  }
}

/**
 * Imports the sources whose dates could be either way round, where that is new, or where their shelf shows another order now than
 * the one by which they were read.
 */
export function importAmbiguous(bench: ImportBench, onFile: () => void): void {
  const { database } = bench;
  for (const shelf of ambiguousShelves(database)) {
    const order = orderShownBy(shownOn(database, shelf));
    const readAs = order ?? "unknown";
    for (const path of ambiguousFiles(database, shelf, readAs)) {
      for (const source of readFile(bench, path).sources) {
        const row = rowFor(database, source);
        if (row?.readAs === undefined || row.readAs === readAs) continue;
        enter(bench, source, { row, dateOrder: readAs });
      }
      onFile();
    }
  }
}

function readFile({ content, splits, settings }: ImportBench, path: string) {
  return readSources(content, path, splits.get(path), settings.thresholds.sourceBytes);
}

/** One that has been changed since the survey is found by the next. */
function rowFor(database: Database, { path, item, sha256 }: SourceText): SourceRow | undefined {
  const row = sourceNamed(database, sourceName(path, item));
  return row?.sha256 === sha256 ? row : undefined;
}

interface Entry {
  readonly row: SourceRow;
  readonly dateOrder?: DateOrder | "unknown";
}

function enter(bench: ImportBench, source: SourceText, { row, dateOrder }: Entry): void {
  const { database } = bench;
  const { around, recognised } = surroundings(bench, row);
  const outcome = importSource(source, { ...around, ...(dateOrder && { dateOrder }) });
  if (outcome.isAmbiguous) {
    settleSource(database, row.name, { readAs: UNREAD, isDue: false });
    return;
  }
  const noted =
    dateOrder === undefined || dateOrder === "unknown" ? [] : [orderRemark(row.name, dateOrder)];
  const made = {
    ...(dateOrder === undefined
      ? outcome.orderShown !== undefined && { shown: outcome.orderShown }
      : { readAs: dateOrder }),
  };
  if (outcome.file === undefined) {
    replaceRemarks(database, itemOwner(source), [...noted, ...outcome.diagnostics]);
    settleSource(database, row.name, { ...made, isDue: false });
    return;
  }
  const plan = write(bench, outcome.file);
  const { path, text, incoming, memory } = plan;
  const { note } = outcome;
  replaceRemarks(database, itemOwner(source), [
    ...noted,
    ...openDoubts(outcome, articleFile(database, path) ?? {}),
    ...(note === undefined ? [] : [note]),
    ...(plan.isWithoutBase ? [withoutBaseRemark(path)] : []),
    ...memory.conflicts.map((conflict) => conflictRemark(path, conflict, text)),
  ]);
  const kept = recognised();
  if (kept !== undefined) bench.known.keep(path, kept);
  noteChangedArticle(database, path);
  settleSource(database, row.name, {
    ...made,
    article: path,
    outcome: text === incoming ? "same" : "kept",
    // what is remembered of a merge is settled when it is looked at a second time, and a note is made once
    isDue: plan.outcome === "merged" || note !== undefined,
  });
}

/** What is known around a source, and what was recognised in it when it has been imported. */
function surroundings(
  { database, settings, known }: ImportBench,
  { article, holder }: SourceRow,
): {
  readonly around: SourceSurroundings;
  readonly recognised: () => KeyedAnnotations | undefined;
} {
  const standing = article === undefined ? undefined : articleFile(database, article);
  let recognised: KeyedAnnotations | undefined;
  const recognise = (document: NewsDocument) => {
    recognised = known.of(document, standing?.path);
    return known.asListed(document, recognised);
  };
  const around = {
    settings,
    taken: {
      holderOf: (address: string) => holderOf(database, address),
      isFile: (path: string) => isPathTaken(database, foldPlace(path)),
    },
    recognise,
    ...(standing !== undefined && { standing }),
    ...(holder !== undefined && { holder }),
  };
  return { around, recognised: () => recognised };
}

/** Of several at one address, which is a fault of its own, the last. */
function holderOf(database: Database, address: string): string | undefined {
  const rows = articleFilesAt(database, foldPlace(address));
  const last = rows.findLast(({ isReadable }) => isReadable);
  return last === undefined ? rows.at(-1)?.path : (last.source ?? last.path);
}

function write(bench: ImportBench, file: NonNullable<ImportOutcome["file"]>): WritePlan {
  const { content, database, tally } = bench;
  const { path, text, front } = file;
  const renamedFrom = formerName(content, path, () => strandedCopies(database, front.address));
  const plan = planWrite(content, { path, text, ...(renamedFrom && { renamedFrom }) });
  tally.add(plan);
  bench.onPlan(plan);
  if (renamedFrom !== undefined) dropCopy(database, renamedFrom);
  if (plan.isCopied || renamedFrom !== undefined) putCopy(database, path, front.address);
  if (plan.text === text) putArticleFile(database, rowOf({ path, front }));
  else if (plan.text !== plan.standing) putArticleFile(database, mergedRow(plan, front));
  if (bench.isWriting) knowWritten(bench, plan);
  return plan;
}

/** What import has written itself need not be looked at by the next survey. */
function knowWritten({ content, database }: ImportBench, plan: WritePlan): void {
  const { path, text, standing, version } = plan;
  const know = (kind: FileKind, file: { readonly path: string; readonly text: string }): void =>
    knowFile(database, content, { ...file, kind });
  if (text !== standing) know("article", { path, text });
  if (version !== undefined) know("version", version);
}

function mergedRow({ path, text }: WritePlan, imported: FrontMatter) {
  const read = parseArticleFile(text, path);
  // a merge gives a text that can be read
  if (!("front" in read)) throw new Error(`a merge has spoilt ${path}: ${read.message}`);
  return rowOf({ ...read, imported });
}

function orderRemark(file: string, order: DateOrder): Diagnostic {
  const read = order === "dmy" ? "day before month" : "month before day";
  return {
    severity: "note",
    rule: "import/date-order",
    file,
    message: `its date is read with the ${read}, as others beside it are written; if that is wrong, set \`published:\` in its article, or dateOrder in archive.yml`,
  };
}

function withoutBaseRemark(path: string): Diagnostic {
  return {
    severity: "warning",
    rule: "write/no-copy",
    file: path,
    message:
      "its source has changed, and there is no copy in .backfile/ of what import wrote, so that nothing can be merged; " +
      "take over what is new by hand and set `sha256` under `source`, or delete this file to have it made anew",
  };
}
