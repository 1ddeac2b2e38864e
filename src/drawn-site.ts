/** How does a prepared archive become the site that stands? Stages 6 to 9: plans, draws, indexes, publishes what has changed. */
import { hash } from "node:crypto";
import type { Progress } from "./archive-import.ts";
import { forgetTouched, hasTouched, isNoting, noteChanges, touchedCells } from "./catalog/cells.ts";
import { beginLedgerDue, isLedgerDue } from "./catalog/ledger-due.ts";
import { ownLayoutsOf } from "./catalog/own-layouts.ts";
import { allKnownPages, countKnownPages, forgetPages } from "./catalog/pages.ts";
import { siteVersion } from "./catalog/program.ts";
import { headAt, pathAt } from "./catalog/reading-articles.ts";
import { haveAllPages } from "./catalog/results.ts";
import { forgetAllSearched, forgetShards, noteDue } from "./catalog/shards.ts";
import { setState, stateOf } from "./catalog/state.ts";
import type { Database } from "./catalog/statements.ts";
import { drawnSubject, pageJoined } from "./joined-results.ts";
import type { SiteFrame } from "./page-model.ts";
import { siteFrame } from "./pages/frame.ts";
import { type MadePage, type PlanWatch, SitePlan } from "./pages/plan.ts";
import type { PreparedSite } from "./prepared-archive.ts";
import { ledgerFiles } from "./publish/ledger.ts";
import type { SiteChanges, SiteWriter } from "./publish/site.ts";
import { stagedPath } from "./publish/staged-file.ts";
import { readAssets } from "./render/assets.ts";
import type { DrawnPage } from "./render/batch.ts";
import type { StandbyWorker } from "./render/crew.ts";
import { renderPages } from "./render/renderer.ts";
import { addressOf, filePathOf } from "./render/urls.ts";
import { SEARCH_FOLDER } from "./searched-site.ts";
import type { ArchiveSettings } from "./settings-model.ts";
import { ledgerEntries, noteDrawnArticle, noteGonePage, noteWithdrawn } from "./site-ledger.ts";
import { StageClock } from "./stage-clock.ts";
import { CliError } from "./text/cli-error.ts";
import { ledgerFile } from "./text/ledger-file.ts";
import { pageDigest } from "./text/page-digest.ts";

/** How a site is drawn; none of it changes a byte of it. */
export interface DrawingOptions {
  readonly progress: Progress;
  /** Drawing processes at most; as many as suit the machine where it is not said. */
  readonly workers?: number | undefined;
  /** Whether every page is drawn, whatever is known: files of the site may have been altered or lost. */
  readonly again?: boolean | undefined;
  /** Told where the time goes. */
  readonly clock?: StageClock | undefined;
  /** A drawing process that outlives the build, where another one will follow. */
  readonly standby?: StandbyWorker | undefined;
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
  const { database } = prepared.context;
  const isStanding = options.again !== true && isKnown(database, writer.digest);
  database.exec("BEGIN");
  try {
    const planned = options.again === true ? undefined : plannedDrawing(prepared, writer.digest);
    const begun = planned ?? beginDrawing(prepared, isStanding);
    const { plan, isWhole, shape } = begun;
    options.standby?.prepare(shape, begun.frame, ownLayoutsOf(database));
    beginLedgerDue(database);
    const pages = await drawPages(database, begun, writer, options);
    const twice = plan.claimedTwice();
    if (twice !== undefined)
      throw new CliError(`${twice}: two pages of the site want this address`);
    for (const { path, bytes } of readAssets(ownLayoutsOf(database))) writer.write(path, bytes);
    if (!isWhole) noteOtherSources(database, writer);
    noteTombstones(prepared, plan);
    const entries = ledgerEntries(prepared.content, database);
    for (const { path, text } of ledgerFiles(entries, ledgerThatStands(isWhole, writer))) {
      if (text === "") writer.remove(path);
      else writer.write(path, text);
    }
    if (isWhole) writer.removeOthers((path) => path.startsWith(SEARCH_FOLDER));
    else for (const address of plan.gone()) writer.remove(filePathOf(address));
    for (const address of plan.gone()) noteDue(database, filePathOf(address));
    const { clock = StageClock.stopped() } = options;
    const changes = await clock.stage("publish", () => writer.commit());
    setState(database, "planned", undefined);
    setState(database, "shape", shape);
    setState(database, "drawn", siteVersion(database));
    setState(database, "site", changes.digest);
    forgetTouched(database);
    noteChanges(database, true);
    database.exec("COMMIT");
    return { pages, changes };
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** What `drawSite` would draw. */
export interface DrawingRehearsal {
  readonly frame: SiteFrame;
  /** A digest of all that shapes every page. */
  readonly shape: string;
  readonly pages: Iterable<MadePage>;
}

/**
 * Returns what a visitor makes of the pages that `drawSite` would draw now. `standing` is the digest of the site that stands, if one does. Where all pages are to be drawn,
 * the catalogue keeps what it knows of them then, so that page data need not be made twice: `drawSite` draws
 * them all, whatever is known of the site, unless jobs have drawn each. Else the catalogue takes no note of it.
 */
export function rehearseDrawing<T>(
  prepared: PreparedSite,
  standing: string | undefined,
  visit: (rehearsal: DrawingRehearsal) => T,
): T {
  const { database } = prepared.context;
  const isStanding = isKnown(database, standing);
  let end = "ROLLBACK";
  database.exec("BEGIN");
  try {
    const { plan, frame, shape, isWhole } = beginDrawing(prepared, isStanding);
    const result = visit({ frame, shape, pages: plan.changed() });
    if (isWhole && plan.claimedTwice() === undefined) {
      setState(database, "planned", plannedState(shape, standing));
      // of what stands nothing is known any more; what changes from now on is noted, and ends the plan
      setState(database, "site", undefined);
      forgetTouched(database);
      noteChanges(database, true);
      end = "COMMIT";
    }
    return result;
  } finally {
    database.exec(end);
  }
}

function plannedState(shape: string, standing: string | undefined): string {
  return `${shape} ${standing ?? "none"}`;
}

/** The drawing that was planned last, where jobs have drawn all its pages and nothing has changed since. */
function plannedDrawing(
  { context, settings }: PreparedSite,
  standing: string | undefined,
): Drawing | undefined {
  const { database } = context;
  const frame = siteFrame(context);
  const shape = shapeOf(database, settings, frame);
  const isAsPlanned = stateOf(database, "planned") === plannedState(shape, standing);
  if (!isAsPlanned || !isNoting(database) || hasTouched(database)) return undefined;
  if (!haveAllPages(database, drawnSubject(shape))) return undefined;
  // no page data are wanted of a page that is drawn
  const changed = (watch?: PlanWatch): Iterable<MadePage> => {
    watch?.onKnown(countKnownPages(database));
    return allKnownPages(database).map((page) => ({ ...page, json: NO_DATA }) as MadePage);
  };
  const plan = { changed, gone: () => [], claimedTwice: () => undefined };
  return { plan, frame, shape, isWhole: true };
}

const NO_DATA = new Uint8Array();

/** What is asked of a `SitePlan`. */
interface Plan {
  readonly changed: (watch?: PlanWatch) => Iterable<MadePage>;
  readonly gone: () => readonly string[];
  readonly claimedTwice: () => string | undefined;
}

/** A drawing that has begun, in a transaction. */
interface Drawing {
  readonly plan: Plan;
  readonly frame: SiteFrame;
  readonly shape: string;
  /** Whether all pages are drawn. */
  readonly isWhole: boolean;
}

function beginDrawing({ context, texts, settings }: PreparedSite, isStanding: boolean): Drawing {
  const { database } = context;
  const frame = siteFrame(context);
  const shape = shapeOf(database, settings, frame);
  const isWhole = !isStanding || stateOf(database, "shape") !== shape;
  if (!isStanding) forgetShards(database);
  if (isWhole) {
    forgetPages(database);
    forgetAllSearched(database);
  }
  return { plan: new SitePlan(context, texts, isWhole), frame, shape, isWhole };
}

/** A digest of all that shapes every page. */
function shapeOf(database: Database, settings: ArchiveSettings, frame: SiteFrame): string {
  return hash("sha256", JSON.stringify([siteVersion(database), settings, frame]));
}

/** Whether the site that stands was made from this catalogue, and all changes since are noted. */
function isKnown(database: Database, digest: string | undefined): boolean {
  return digest !== undefined && isNoting(database) && stateOf(database, "site") === digest;
}

/** Page data on their way to a drawing process, beside the files of the site that is being drawn. */
const SPOOL = ".spool";

/** A page of which the site has the file, or is about to. */
type PlacedPage = Pick<DrawnPage, "path" | "ledger">;

async function drawPages(
  database: Database,
  { plan, frame, shape }: Drawing,
  writer: SiteWriter,
  { progress, workers, standby, clock = StageClock.stopped() }: DrawingOptions,
): Promise<number> {
  let drawn = 0;
  let isCounted = false;
  const watch: PlanWatch = {
    onBegin: (groups) => progress.start("Preparing pages", groups),
    onGroup: () => progress.step(1),
    onKnown(groups) {
      isCounted = true;
      progress.start("Drawing pages", drawn + groups);
      progress.step(drawn);
    },
  };
  const note = (page: PlacedPage, bytes: number): void => {
    drawn += 1;
    noteDrawn(database, page);
    clock.note("draw", { count: 1, bytes });
    if (isCounted) progress.step(1);
  };
  const onDrawn = (page: DrawnPage): void => {
    writer.adopt(page.path, page);
    note(page, page.bytes);
  };
  const pages = clock.each("page data", plan.changed(watch)).filter(({ address, digest }) => {
    const { html, ...known } = pageJoined(database, shape, digest) ?? {};
    if (html === undefined) return true;
    const path = filePathOf(address);
    writer.write(path, html);
    note({ path, ...known }, html.length);
    return false;
  });
  const costs = await clock.stage("draw", () =>
    renderPages(pages, frame, {
      workers,
      layouts: ownLayoutsOf(database),
      standby,
      spool: stagedPath(writer.stage, SPOOL),
      stagedPath: (path) => stagedPath(writer.stage, path),
      onDrawn,
    }),
  );
  clock.note("draw", { workers: costs.cpu });
  progress.done();
  return drawn;
}

/** Of an address that is gone and has a tombstone, the ledger tells of the tombstone. */
function noteTombstones({ context: { database }, texts }: PreparedSite, plan: Plan): void {
  for (const address of plan.gone())
    if (!isLedgerDue(database, ledgerFile(address), { address })) noteGonePage(database, address);
  for (const front of texts.withdrawn) {
    const { address } = front;
    if (!isLedgerDue(database, ledgerFile(address), { address })) noteWithdrawn(database, front);
  }
}

/** Notes that search has to look at a page, and, if it is an article's, the ledger. */
function noteDrawn(database: Database, { path, ledger: digest }: PlacedPage): void {
  // a tombstone, too, may stand where an article was searched
  noteDue(database, path);
  if (digest === undefined) return;
  const address = addressOf(path);
  const article = pathAt(database, address);
  if (article !== undefined) noteDrawnArticle(database, { address, path: article, digest });
}

/** Articles whose sources have changed, but not their pages: the ledger tells of both. */
function noteOtherSources(database: Database, writer: SiteWriter): void {
  for (const path of [...touchedCells(database, "source/")]) {
    const address = headAt(database, path)?.entry.address;
    if (address === undefined || isLedgerDue(database, ledgerFile(address), { address })) continue;
    const html = writer.standingText(filePathOf(address));
    if (html !== undefined) noteDrawnArticle(database, { address, path, digest: pageDigest(html) });
  }
}

function ledgerThatStands(
  isWhole: boolean,
  writer: SiteWriter,
): (path: string) => string | undefined {
  return isWhole ? () => undefined : (path) => writer.standingText(path);
}
