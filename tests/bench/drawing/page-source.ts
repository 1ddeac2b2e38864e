/** The one place where the bench calls the program: how does it fill a catalogue, make pages from it, draw and write them? */

import { join } from "node:path";
import { openDatabase } from "../../../src/catalog/database.ts";
import { forgetPages } from "../../../src/catalog/pages.ts";
import { catalogueOf } from "../../../src/catalogue-file.ts";
import type { Page, SiteFrame } from "../../../src/page-model.ts";
import { PageContext } from "../../../src/pages/context.ts";
import { siteFrame } from "../../../src/pages/frame.ts";
import { GROUP_KINDS } from "../../../src/pages/groups.ts";
import { SitePlan } from "../../../src/pages/plan.ts";
import { prepareSite } from "../../../src/prepared-archive.ts";
import { openSite } from "../../../src/publish/site.ts";
import { stagedPath } from "../../../src/publish/staged-file.ts";
import { englishWords } from "../../../src/read/interface-words.ts";
import { readSettings } from "../../../src/read/settings.ts";
import { explainSpeaker } from "../../../src/recognise/quotations/quotations.ts";
import { explainTime } from "../../../src/recognise/times/times.ts";
import type { PageText } from "../../../src/render/batch.ts";
import { PageLists, PageView } from "../../../src/render/page-lists.ts";
import { renderPages } from "../../../src/render/renderer.ts";

/** A full catalogue: everything is read, recognised and linked. */
export interface FullCatalogue {
  readonly frame: SiteFrame;
  /** Makes all pages, as a build does to which no page is known. */
  pages(): Iterable<WrittenPage>;
  /** Makes them as somebody would who never made them again: nothing is noted of what they have read, and none is told by a digest. */
  barePages(): Iterable<Page>;
  /** Keeps what it has noted of the pages that were made. */
  close(): void;
}

/** Imports, recognises and links an archive, so that its catalogue stands in its content folder. */
export function fillCatalogue(content: string): void {
  prepareSite(content, { start() {}, step() {}, done() {} }).context.database.close();
}

/** Opens the catalogue of an archive. */
export function openCatalogue(content: string): FullCatalogue {
  const database = openDatabase(catalogueOf(content));
  const context = new PageContext(database, {
    settings: readSettings(content),
    words: englishWords(),
    wordings: { time: explainTime, speaker: explainSpeaker },
    // its pages are of a kind that nobody draws
    review: { open: [], settled: 0 },
  });
  database.exec("BEGIN");
  forgetPages(database);
  const texts = { freeTexts: [], withdrawn: [] };
  const plan = new SitePlan(context, texts, true);
  return {
    frame: siteFrame(context),
    pages: () => plan.changed(),
    *barePages() {
      for (const { all, make } of GROUP_KINDS)
        for (const part of all(context)) yield* make(part, context, texts) ?? [];
    },
    close() {
      database.exec("COMMIT");
      database.close();
    },
  };
}

/** A page as it goes to the drawing: its data written out. */
export type WrittenPage = PageText;

/** The render and write stages as a build runs them: the site stands in `output` when this returns. */
export async function drawSite(
  pages: Iterable<WrittenPage>,
  frame: SiteFrame,
  output: string,
): Promise<void> {
  const writer = await openSite(output);
  await renderPages(pages, frame, {
    spool: stagedPath(writer.stage, ".spool"),
    stagedPath: (path) => stagedPath(writer.stage, path),
    onDrawn: (page) => writer.adopt(page.path, page),
  });
  writer.removeOthers();
  await writer.commit();
}

/** Returns pages as Eleventy's templates are fed. */
export function eleventyPages(pages: Iterable<Page>): PageLists {
  const lists = new PageLists();
  lists.take([...pages].map((page) => new PageView(page, () => page)));
  return lists;
}

/** The command line of a build by the program itself. */
export function buildCommand(content: string, output: string): readonly string[] {
  const program = join(import.meta.dirname, "../../../bin/backfile.js");
  return [program, "build", "--quiet", "--content", content, "--output", output];
}
