/** THE MAP: which stages does a text pass through, in which order? From a folder of texts to a site. */
import { join } from "node:path";
import { annotateArticles } from "./annotated-articles.ts";
import { type ImportReport, importArchive, type Progress } from "./archive-import.ts";
import { openDatabase } from "./catalog/database.ts";
import { fillCatalogue } from "./catalog/fill.ts";
import { forgetPages } from "./catalog/pages.ts";
import { type DrawingOptions, drawSite } from "./drawn-site.ts";
import { linkedArchive } from "./linked-archive.ts";
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
import { usableArticles } from "./usable-articles.ts";
import { readArticles } from "./write/article-folder.ts";
import { carryOut, type WritePlan } from "./write/article-writing.ts";
import { readVersions } from "./write/changes.ts";

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
  return previewImport(content, progress, (plan) => carryOut(content, plan));
}

/** Returns what `importSources` would do and writes nothing; gives each file's plan to `onPlan`. */
export function previewImport(
  content: string,
  progress: Progress,
  onPlan: (plan: WritePlan) => void,
): ImportReport {
  const report = importArchive(content, progress, onPlan);
  // the files as they stand now: what an editor mistyped keeps his article off the site
  const found = [...report.diagnostics, ...readArticles(content).diagnostics];
  const { open } = reviewList(found, readDecisions(content).settled);
  return { ...report, diagnostics: open };
}

/** Stages 1 to 6: imports, and returns what the site's pages show. */
export function prepareSite(content: string, progress: Progress): PreparedSite {
  const imported = importArchive(content, progress, (plan) => carryOut(content, plan));
  const settings = readSettings(content);
  const { topics, diagnostics } = readTopics(content, builtInTopics());
  const freeTexts = readFreePages(content);
  const usable = usableArticles(readArticles(content), freeTexts);
  const articles = annotateArticles(usable.published, { settings, topics }, progress).map(
    (article) => {
      const versions = readVersions(content, article.path);
      return versions.length === 0 ? article : { ...article, versions };
    },
  );
  const decisions = readDecisions(content);
  const { remarks, ...linked } = linkedArchive(articles, { settings, topics, decisions });
  const found = [...imported.diagnostics, ...usable.diagnostics, ...diagnostics, ...remarks];
  const review = reviewList(found, decisions.settled);
  const database = openDatabase(join(content, ".backfile", "catalog.db"));
  const { entities, events, moved, told } = linked;
  fillCatalogue(database, { articles, linked: entities, events, moved, told, review }, headOf);
  const context = new PageContext(database, settings, {
    time: explainTime,
    speaker: explainSpeaker,
  });
  const { freePages, withdrawn } = usable;
  return {
    content,
    imported: {
      ...imported,
      diagnostics: reviewList(imported.diagnostics, decisions.settled).open,
    },
    settings,
    diagnostics: review.open,
    context,
    texts: { freeTexts: freePages, withdrawn },
    articles: articles.length,
  };
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
