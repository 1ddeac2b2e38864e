/** THE MAP: which stages does a text pass through, in which order? From a folder of texts to a site. */
import {
  type ArchiveReport,
  type ImportReport,
  importArchive,
  type Progress,
  previewArchive,
} from "./archive-import.ts";
import { isDamage, removeDatabase } from "./catalog/database.ts";
import { forgetPages } from "./catalog/pages.ts";
import { keepSummary, setState } from "./catalog/state.ts";
import { catalogueOf } from "./catalogue-file.ts";
import { type DrawingOptions, drawSite } from "./drawn-site.ts";
import type { Diagnostic } from "./model.ts";
import type { Page, PagesByKind, SiteFrame } from "./page-model.ts";
import { byKind, siteFrame } from "./pages/frame.ts";
import { pageOf, SitePlan } from "./pages/plan.ts";
import { type PreparedSite, type PreparingOptions, prepareSite } from "./prepared-archive.ts";
import { openSite, type SiteChanges } from "./publish/site.ts";
import { readDecisions } from "./read/decisions.ts";
import { searchSite } from "./searched-site.ts";
import { StageClock } from "./stage-clock.ts";
import { countToReview, reviewList } from "./text/review-list.ts";
import type { WritePlan } from "./write/article-writing.ts";

/** What a build did. */
export interface BuildReport {
  readonly imported: ImportReport;
  readonly articles: number;
  readonly pages: number;
  readonly changes: SiteChanges;
  readonly diagnostics: readonly Diagnostic[];
  /** A line where the archive’s language has not all the words of the pages. */
  readonly wordsRemark?: string;
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

function withArticleRemarks(content: string, { unusable, ...report }: ArchiveReport): ImportReport {
  // what an editor mistyped keeps his article off the site
  const found = [...report.diagnostics, ...unusable];
  const { open } = reviewList(found, readDecisions(content).settled);
  return { ...report, diagnostics: open };
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

/** Returns all pages of a site. The catalogue takes no note of them: who draws them is not the next build. */
export function allPages({ context, texts }: PreparedSite): readonly Page[] {
  const { database } = context;
  database.exec("BEGIN");
  try {
    forgetPages(database);
    return [...new SitePlan(context, texts, true).changed().map(pageOf)];
  } finally {
    database.exec("ROLLBACK");
  }
}

/** How a build is done. */
export interface BuildOptions extends DrawingOptions, PreparingOptions {
  /** Whether search is brought up to date, too, once the pages stand. */
  readonly search: boolean;
  /** Told when the pages stand, before search is brought up to date. */
  readonly onPages?: (() => void) | undefined;
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

/**
 * All stages: the site stands in `output` when this returns, and until then the old one does. A catalogue that turns out to be damaged is made
 * anew.
 */
export async function buildSite(
  content: string,
  output: string,
  options: BuildOptions,
): Promise<BuildReport> {
  try {
    return await buildOnce(content, output, options);
  } catch (error) {
    if (!isDamage(error)) throw error;
    removeDatabase(catalogueOf(content));
    return buildOnce(content, output, options);
  }
}

async function buildOnce(
  content: string,
  output: string,
  options: BuildOptions,
): Promise<BuildReport> {
  const isSuspect = options.again === true;
  const writer = await openSite(output, { isSuspect });
  let prepared: PreparedSite | undefined;
  try {
    const { progress, clock = StageClock.stopped() } = options;
    prepared = prepareSite(content, progress, options);
    const { pages, changes } = await drawSite(prepared, writer, options);
    options.onPages?.();
    const { imported, diagnostics, articles, settings, context } = prepared;
    const { language } = settings;
    const searched = options.search
      ? await clock.stage("search", () =>
          searchSite(context.database, output, { language, progress, isSuspect }),
        )
      : undefined;
    if (searched !== undefined) clock.note("search", { bytes: searched.bytes });
    const all = together(changes, searched);
    // where the search is left to jobs, the build is still under way
    if (options.search || options.jobs === undefined)
      setState(context.database, "prepared", undefined);
    keepSummary(context.database, { articles, toReview: countToReview(diagnostics) });
    const { wordsRemark } = prepared;
    return {
      imported,
      articles,
      pages,
      changes: all,
      diagnostics,
      ...(wordsRemark !== undefined && { wordsRemark }),
    };
  } catch (error) {
    await writer.discard();
    throw error;
  } finally {
    prepared?.context.database.close();
  }
}
