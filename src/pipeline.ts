/** THE MAP: which stages does a text pass through, in which order? From a folder of texts to a site. */
import { join } from "node:path";
import { annotateArticles } from "./annotated-articles.ts";
import { type ImportReport, importArchive, type Progress } from "./archive-import.ts";
import { Catalogue } from "./catalog/catalogue.ts";
import { forgetPages } from "./catalog/pages.ts";
import { linkedArchive } from "./linked-archive.ts";
import type { Diagnostic, FrontMatter, SourceText } from "./model.ts";
import type { Page, PagesByKind, SiteFrame } from "./page-model.ts";
import { PageContext } from "./pages/context.ts";
import { headOf } from "./pages/entries.ts";
import { byKind, siteFrame } from "./pages/frame.ts";
import type { PlainTexts } from "./pages/groups.ts";
import { SitePlan } from "./pages/plan.ts";
import { FILE_LIST, type LedgerFile, ledgerFiles } from "./publish/ledger.ts";
import { formatManifest } from "./publish/manifest.ts";
import { openSite, type SiteChanges } from "./publish/site.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { readSettings } from "./read/settings.ts";
import { listSources, readSources } from "./read/sources.ts";
import { readTopics } from "./read/topic-files.ts";
import { explainSpeaker } from "./recognise/quotations/quotations.ts";
import { explainTime } from "./recognise/times/times.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import { readAssets } from "./render/assets.ts";
import { renderPages } from "./render/renderer.ts";
import { filePathOf } from "./render/urls.ts";
import { indexPages } from "./search/search-index.ts";
import type { ArchiveSettings } from "./settings-model.ts";
import { reviewList } from "./text/review-list.ts";
import { usableArticles } from "./usable-articles.ts";
import { ledgerLine, withdrawnLine } from "./verify/ledger-lines.ts";
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
  const catalogue = new Catalogue(join(content, ".backfile", "catalog.db"));
  const { entities, events, moved, told } = linked;
  catalogue.fill({ articles, linked: entities, events, moved, told, review }, headOf);
  const context = new PageContext(catalogue, settings, {
    time: explainTime,
    speaker: explainSpeaker,
  });
  const { freePages, withdrawn } = usable;
  return {
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
  forgetPages(context.catalogue.database);
  return new SitePlan(context, texts, true).changed();
}

/** All stages: the site stands in `output` when this returns, and until then the old one does. */
export async function buildSite(
  content: string,
  output: string,
  progress: Progress,
): Promise<BuildReport> {
  const writer = await openSite(output);
  let prepared: PreparedSite | undefined;
  try {
    prepared = prepareSite(content, progress);
    const pages = [...allPages(prepared)];
    const indexed = new Map(searchedPaths(pages).map((path) => [path, ""]));
    progress.start("Drawing pages", pages.length);
    await renderPages(pages, siteFrame(prepared.context), {
      group: byKind,
      onProgress: (count) => progress.step(count),
      write: ({ path, html }) => {
        writer.write(path, html);
        if (indexed.has(path)) indexed.set(path, html);
      },
    });
    progress.done();
    for (const { path, bytes } of readAssets()) writer.write(path, bytes);
    progress.start("Indexing for search", indexed.size);
    const sorted = [...indexed].map(([path, html]) => ({ path, html }));
    const index = await indexPages(sorted, prepared.settings.language, (count) =>
      progress.step(count),
    );
    for (const { path, bytes } of index) writer.write(path, bytes);
    progress.done();
    const htmlOf = (path: string): string => indexed.get(path) ?? "";
    for (const { path, text } of siteLedger(content, prepared, htmlOf)) writer.write(path, text);
    writer.write(FILE_LIST, formatManifest(writer.written()));
    const { imported, diagnostics, articles } = prepared;
    return { imported, articles, pages: pages.length, changes: await writer.commit(), diagnostics };
  } catch (error) {
    await writer.discard();
    throw error;
  } finally {
    prepared?.context.catalogue.close();
  }
}

/** Returns the files of the pages that search covers: all articles, sorted. */
export function searchedPaths(pages: readonly Page[]): readonly string[] {
  return pages
    .filter((page) => page.kind === "article")
    .map(({ address }) => filePathOf(address))
    .sort();
}

/** Returns the ledger of a site whose article pages are drawn; `htmlOf` gives each by its file. */
export function siteLedger(
  content: string,
  { context, texts }: Pick<PreparedSite, "context" | "texts">,
  htmlOf: (path: string) => string,
): readonly LedgerFile[] {
  const sourceOf = sourceReader(content);
  const entries = [...context.catalogue.articles()].map((article) => ({
    year: article.front.published?.slice(0, 4),
    line: ledgerLine(article, sourceOf(article.front), htmlOf(filePathOf(article.address))),
  }));
  const withdrawn = texts.withdrawn.map(({ front }) => ({
    year: front.published?.slice(0, 4),
    line: withdrawnLine(front),
  }));
  return ledgerFiles([...entries, ...withdrawn]);
}

/** Reads the sources that articles name; a file of several articles is read once. */
function sourceReader(content: string): (front: FrontMatter) => SourceText | undefined {
  const { splits } = readDecisions(content);
  const settings = readSettings(content);
  const listed = new Set(listSources(content, settings).paths);
  const { sourceBytes } = settings.thresholds;
  const shared = new Map<string, ReadonlyMap<string | undefined, SourceText>>();
  return ({ source }) => {
    if (source === undefined || !listed.has(source.file)) return undefined;
    const known = shared.get(source.file);
    if (known !== undefined) return known.get(source.item);
    const { sources } = readSources(content, source.file, splits.get(source.file), sourceBytes);
    const byItem = new Map(sources.map((one) => [one.item, one]));
    if (sources.length > 1) shared.set(source.file, byItem);
    return byItem.get(source.item);
  };
}
