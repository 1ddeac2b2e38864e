/** THE MAP: which stages does a text pass through, in which order? From a folder of texts to a site. */
import { join } from "node:path";
import { type ImportReport, importArchive, type Progress } from "./archive-import.ts";
import { Catalogue } from "./catalog/catalogue.ts";
import { linkArchive } from "./link/link.ts";
import type { ArchiveArticle, ArticleVersion, Diagnostic, MarkdownArticle } from "./model.ts";
import type { Page, PagesByKind, SiteFrame } from "./page-model.ts";
import { addressFaults } from "./pages/addresses.ts";
import { PageContext } from "./pages/context.ts";
import { allPages, byKind, type PlainTexts, siteFrame } from "./pages/pages.ts";
import { openSite, type SiteChanges } from "./publish/site.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { publisherOf, readSettings } from "./read/settings.ts";
import { explainSpeaker } from "./recognise/quotations/quotations.ts";
import { recognise } from "./recognise/recognise.ts";
import { explainTime } from "./recognise/times/times.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import { readAssets } from "./render/assets.ts";
import { renderPages } from "./render/renderer.ts";
import { filePathOf } from "./render/urls.ts";
import { indexPages } from "./search/search-index.ts";
import type { ArchiveSettings } from "./settings-model.ts";
import { sortKeyOf } from "./text/dates.ts";
import { documentOfMarkdown } from "./text/document.ts";
import { remarkId } from "./text/remark-id.ts";
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
  const { settled } = readDecisions(content);
  const open = report.diagnostics.filter((remark) => !settled.has(remarkId(remark)));
  return { ...report, diagnostics: open };
}

/** Stages 1 to 6: imports, and returns what the site's pages show. */
export function prepareSite(content: string, progress: Progress): PreparedSite {
  const imported = importSources(content, progress);
  const settings = readSettings(content);
  const standing = readArticles(content);
  const freeTexts = readFreePages(content);
  const unusable = new Set(standing.diagnostics.map(({ file }) => file));
  const finished = standing.articles.filter(
    ({ path, front }) => !unusable.has(path) && front.draft !== true,
  );
  const misplaced = addressFaults(finished, freeTexts);
  const setAside = new Set(misplaced.map(({ file }) => file));
  const diagnostics = [...imported.diagnostics, ...standing.diagnostics, ...misplaced];
  const shown = finished.filter(({ path }) => !setAside.has(path));
  // a withdrawn article says nothing any more, on no page but its own
  const withdrawn = shown.filter(({ front }) => front.withdrawn !== undefined);
  const published = shown.filter(({ front }) => front.withdrawn === undefined);
  progress.start("Recognising people, quotations and dates", published.length);
  const articles = published.map((article) => {
    progress.step(1);
    return archiveArticle(article, settings, readVersions(content, article.path));
  });
  progress.done();
  const catalogue = new Catalogue(join(content, ".backfile", "catalog.db"));
  catalogue.fill({ articles, linked: linkArchive(articles, settings.thresholds), diagnostics });
  const context = new PageContext(catalogue, settings, {
    time: explainTime,
    speaker: explainSpeaker,
  });
  const free = freeTexts.filter(({ file }) => !setAside.has(file));
  const texts = { freeTexts: free, withdrawn };
  return { imported, settings, diagnostics, context, texts, articles: articles.length };
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
    pages: byKind(allPages(prepared.context, prepared.texts)),
  };
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
    const pages = [...allPages(prepared.context, prepared.texts)];
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

// ------------------------------------------------------------------ one article

/** Stages 3 and 4 for one Markdown article. */
function archiveArticle(
  article: MarkdownArticle,
  settings: ArchiveSettings,
  versions: readonly ArticleVersion[],
): ArchiveArticle {
  const { path, front, body, imported } = article;
  const { document } = documentOfMarkdown(front, body);
  const publisher = front.source && publisherOf(front.source.file, settings);
  return {
    path,
    address: front.address,
    front,
    ...(imported !== undefined && { imported }),
    body,
    document,
    annotations: recognise(document, builtInTopics()),
    sortKey: sortKeyOf(front.published, front.zone),
    ...(publisher !== undefined && { publisher: publisher.name }),
    ...(versions.length > 0 && { versions }),
  };
}
