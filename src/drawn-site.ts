/** How does a prepared archive become the site that stands? Stages 6 to 9: plans, draws, indexes, publishes what has changed. */
import type { Progress } from "./archive-import.ts";
import { forgetTouched, isNoting, noteChanges } from "./catalog/cells.ts";
import { forgetPages } from "./catalog/pages.ts";
import { pathAt } from "./catalog/reading-articles.ts";
import { forgetShards, noteDue } from "./catalog/shards.ts";
import { setState, stateOf } from "./catalog/state.ts";
import type { Database } from "./catalog/statements.ts";
import type { SiteFrame } from "./page-model.ts";
import { siteFrame } from "./pages/frame.ts";
import { SitePlan } from "./pages/plan.ts";
import type { PreparedSite } from "./pipeline.ts";
import { type LedgerEntry, ledgerFiles } from "./publish/ledger.ts";
import type { SiteChanges, SiteWriter } from "./publish/site.ts";
import { stagedPath } from "./publish/staged-file.ts";
import { readAssets } from "./render/assets.ts";
import { type DrawnPage, type PageText, pageText } from "./render/batch.ts";
import { renderPages } from "./render/renderer.ts";
import { addressOf, filePathOf } from "./render/urls.ts";
import { SEARCH_FOLDER } from "./searched-site.ts";
import { drawnEntries, withdrawnEntries } from "./site-ledger.ts";
import { siteShape } from "./site-shape.ts";

/** How a site is drawn; none of it changes a byte of it. */
export interface DrawingOptions {
  readonly progress: Progress;
  /** Drawing processes at most; as many as suit the machine where it is not said. */
  readonly workers?: number | undefined;
}

/** What was drawn. */
export interface DrawnSite {
  readonly pages: number;
  readonly changes: SiteChanges;
}

/**
 * Draws the pages that differ from those of the site that stands and puts them in place; all pages where the catalogue does not know that site. What
 * the catalogue knows of pages is kept once the site stands, so that a build that is killed draws them again.
 */
export async function drawSite(
  prepared: PreparedSite,
  writer: SiteWriter,
  options: DrawingOptions,
): Promise<DrawnSite> {
  const { context, texts, settings } = prepared;
  const { database } = context;
  const frame = siteFrame(context);
  const shape = siteShape(settings, frame);
  const isStanding = isKnown(database, writer);
  const isWhole = !isStanding || stateOf(database, "shape") !== shape;
  database.exec("BEGIN");
  try {
    if (!isStanding) forgetShards(database);
    if (isWhole) forgetPages(database);
    const plan = new SitePlan(context, texts, isWhole);
    const drawn = await drawPages(plan, frame, writer, options);
    for (const { path, bytes } of readAssets()) writer.write(path, bytes);
    const entries = ledgerEntries(prepared, drawn, plan.gone());
    for (const { path, text } of ledgerFiles(entries, ledgerThatStands(isWhole, writer))) {
      if (text === "") writer.remove(path);
      else writer.write(path, text);
    }
    if (isWhole) writer.removeOthers((path) => path.startsWith(SEARCH_FOLDER));
    else for (const address of plan.gone()) writer.remove(filePathOf(address));
    for (const { path, ledger } of drawn) if (ledger !== undefined) noteDue(database, path);
    for (const address of plan.gone()) noteDue(database, filePathOf(address));
    const changes = await writer.commit();
    setState(database, "shape", shape);
    setState(database, "site", changes.digest);
    forgetTouched(database);
    noteChanges(database, true);
    database.exec("COMMIT");
    return { pages: drawn.length, changes };
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** Whether the site that stands was made from this catalogue, and all changes since are noted. */
function isKnown(database: Database, { digest }: SiteWriter): boolean {
  return digest !== undefined && isNoting(database) && stateOf(database, "site") === digest;
}

/** Page data on their way to a drawing process, beside the files of the site that is being drawn. */
const SPOOL = ".spool";

async function drawPages(
  plan: SitePlan,
  frame: SiteFrame,
  writer: SiteWriter,
  { progress, workers }: DrawingOptions,
): Promise<readonly DrawnPage[]> {
  const drawn: DrawnPage[] = [];
  progress.start("Drawing pages");
  await renderPages(pageTexts(plan), frame, {
    workers,
    spool: stagedPath(writer.stage, SPOOL),
    stagedPath: (path) => stagedPath(writer.stage, path),
    onDrawn(page) {
      drawn.push(page);
      writer.adopt(page.path, page);
      progress.step(1);
    },
  });
  progress.done();
  return drawn;
}

function* pageTexts(plan: SitePlan): Generator<PageText> {
  for (const page of plan.changed()) yield pageText(page);
}

function* ledgerEntries(
  { content, context, texts }: PreparedSite,
  drawn: readonly DrawnPage[],
  gone: readonly string[],
): Generator<LedgerEntry> {
  for (const address of gone) yield { address };
  yield* withdrawnEntries(texts.withdrawn);
  const articles = drawn.flatMap(({ path, ledger: digest }) => {
    const article = digest && pathAt(context.database, addressOf(path));
    return article === undefined || digest === undefined ? [] : [{ path: article, digest }];
  });
  yield* drawnEntries(content, context.database, articles);
}

function ledgerThatStands(
  isWhole: boolean,
  writer: SiteWriter,
): (path: string) => string | undefined {
  return isWhole ? () => undefined : (path) => writer.standingText(path);
}
