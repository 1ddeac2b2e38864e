/** THE MAP: which stages does a text pass through, in which order? From a folder of texts to a site. */
import { hash } from "node:crypto";
import { join } from "node:path";
import { changedArticles } from "./annotated-articles.ts";
import {
  type ImportReport,
  importArchive,
  importChanged,
  type Progress,
  previewArchive,
} from "./archive-import.ts";
import { dropArticle, putArticle, putWithdrawn, withdrawnArticles } from "./catalog/articles.ts";
import { touch } from "./catalog/cells.ts";
import { openDatabase } from "./catalog/database.ts";
import { fillLinked } from "./catalog/fill.ts";
import { forgetPages } from "./catalog/pages.ts";
import { printedIn } from "./catalog/periods.ts";
import { allArticles } from "./catalog/reading-articles.ts";
import { remarksIn, replaceRemarks } from "./catalog/remarks.ts";
import { setState, stateOf } from "./catalog/state.ts";
import { type Database, inTransaction } from "./catalog/statements.ts";
import { surveyContent } from "./content-survey.ts";
import { type DrawingOptions, drawSite } from "./drawn-site.ts";
import { importRemarks } from "./import-tally.ts";
import { type LinkedBy, linkedArchive } from "./linked-archive.ts";
import type { Diagnostic } from "./model.ts";
import type { Page, PagesByKind, SiteFrame } from "./page-model.ts";
import { PageContext } from "./pages/context.ts";
import { headOf } from "./pages/entries.ts";
import { byKind, siteFrame } from "./pages/frame.ts";
import type { PlainTexts } from "./pages/groups.ts";
import { SitePlan } from "./pages/plan.ts";
import { openSite, type SiteChanges } from "./publish/site.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { readSettings } from "./read/settings.ts";
import { readTopics } from "./read/topic-files.ts";
import { explainSpeaker } from "./recognise/quotations/quotations.ts";
import { explainTime } from "./recognise/times/times.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import { searchSite } from "./searched-site.ts";
import type { ArchiveSettings } from "./settings-model.ts";
import { reviewList } from "./text/review-list.ts";
import { usableFreePages } from "./usable-articles.ts";
import { readArticles } from "./write/article-folder.ts";
import type { WritePlan } from "./write/article-writing.ts";

/** What a build did. */
export interface BuildReport {
  readonly imported: ImportReport;
  readonly articles: number;
  readonly pages: number;
  readonly changes: SiteChanges;
  readonly diagnostics: readonly Diagnostic[];
}

/** Stages 1 to 3: every source becomes a Markdown file; what an editor has changed in one stays as he left it. */
export function importSources(content: string, progress: Progress): ImportReport {
  return withArticleRemarks(content, importArchive(content, progress));
}

/** Returns what `importSources` would do and writes nothing; gives each file's plan to `onPlan`. */
export function previewImport(
  content: string,
  progress: Progress,
  onPlan: (plan: WritePlan) => void,
): ImportReport {
  return withArticleRemarks(content, previewArchive(content, progress, onPlan));
}

function withArticleRemarks(content: string, report: ImportReport): ImportReport {
  // the files as they stand now: what an editor mistyped keeps his article off the site
  const found = [...report.diagnostics, ...readArticles(content).diagnostics];
  const { open } = reviewList(found, readDecisions(content).settled);
  return { ...report, diagnostics: open };
}

/** Stages 1 to 5 for what has changed, and what pages look up: an archive that is ready to be drawn. */
export function prepareSite(content: string, progress: Progress): PreparedSite {
  const database = openDatabase(join(content, ".backfile", "catalog.db"));
  try {
    surveyContent(content, database);
    const counts = importChanged(content, database, progress);
    const settings = readSettings(content);
    const decisions = readDecisions(content);
    const { topics, diagnostics } = readTopics(content, builtInTopics());
    annotateChanged(content, database, { settings, topics, progress });
    linkAll(database, { settings, topics, decisions });
    replaceRemarks(database, "read/topics", diagnostics);
    noteSettled(database, decisions.settled);
    const review = reviewList([...remarksIn(database)], decisions.settled);
    const imported = reviewList([...importRemarks(database)], decisions.settled).open;
    const wordings = { time: explainTime, speaker: explainSpeaker };
    const context = new PageContext(database, { settings, wordings, review });
    return {
      content,
      imported: { ...counts, diagnostics: imported },
      settings,
      diagnostics: review.open,
      context,
      texts: {
        freeTexts: usableFreePages(database, readFreePages(content)),
        withdrawn: withdrawnArticles(database),
      },
      articles: printedIn(database, ""),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The pages of the review list change with what the editor lets stand, too. */
function noteSettled(database: Database, settled: ReadonlySet<string>): void {
  const digest = hash("sha256", [...settled].sort().join(" "));
  if (stateOf(database, "settled") === digest) return;
  setState(database, "settled", digest);
  touch(database, "review");
}

/** Stage 4 for what has changed: what is recognised comes into the catalogue. */
function annotateChanged(
  content: string,
  database: Database,
  options: Parameters<typeof changedArticles>[2],
): void {
  inTransaction(database, () => {
    for (const { path, article, withdrawn } of changedArticles(content, database, options)) {
      putWithdrawn(database, path, withdrawn?.front);
      if (article === undefined) dropArticle(database, path);
      else putArticle(database, { article, head: headOf(article) });
    }
  });
}

/** Stage 5. */
function linkAll(database: Database, by: LinkedBy): void {
  const { remarks, entities, ...linked } = linkedArchive([...allArticles(database)], by);
  fillLinked(database, { ...linked, linked: entities });
  replaceRemarks(database, "link", remarks);
}

/** An archive read, recognised and linked. */
export interface PreparedSite {
  readonly content: string;
  readonly imported: ImportReport;
  readonly settings: ArchiveSettings;
  readonly diagnostics: readonly Diagnostic[];
  readonly context: PageContext;
  readonly texts: PlainTexts;
  readonly articles: number;
}

/** Stage 6 as one value, for Eleventy run by itself. */
export function sitePages(prepared: PreparedSite): {
  readonly site: SiteFrame;
  readonly pages: PagesByKind;
} {
  return {
    site: siteFrame(prepared.context),
    pages: byKind(allPages(prepared)),
  };
}

/** Yields all pages of a site, whatever is known of those that were drawn before. */
export function allPages({ context, texts }: PreparedSite): Iterable<Page> {
  forgetPages(context.database);
  return new SitePlan(context, texts, true).changed();
}

/** How a build is done. */
export interface BuildOptions extends DrawingOptions {
  /** Whether search is brought up to date, too, once the pages stand. */
  readonly search: boolean;
}

function together(pages: SiteChanges, search: SiteChanges | undefined): SiteChanges {
  if (search === undefined) return pages;
  return {
    written: pages.written + search.written,
    unchanged: pages.unchanged + search.unchanged,
    removed: pages.removed + search.removed,
    bytes: pages.bytes + search.bytes,
    digest: search.digest,
  };
}

/** All stages: the site stands in `output` when this returns, and until then the old one does. */
export async function buildSite(
  content: string,
  output: string,
  options: BuildOptions,
): Promise<BuildReport> {
  const writer = await openSite(output);
  let prepared: PreparedSite | undefined;
  try {
    prepared = prepareSite(content, options.progress);
    const { pages, changes } = await drawSite(prepared, writer, options);
    const { imported, diagnostics, articles, settings, context } = prepared;
    const { language } = settings;
    const searched = options.search
      ? await searchSite(context.database, output, { language, progress: options.progress })
      : undefined;
    return { imported, articles, pages, changes: together(changes, searched), diagnostics };
  } catch (error) {
    await writer.discard();
    throw error;
  } finally {
    prepared?.context.database.close();
  }
}
