/** The one place where the bench calls the program: how does it get a catalogue, its pages, and them drawn and written? */
import { join } from "node:path";
import type { Page, SiteFrame } from "../../../src/page-model.ts";
import { PageContext } from "../../../src/pages/context.ts";
import { allPages, byKind, siteFrame } from "../../../src/pages/pages.ts";
import { prepareSite } from "../../../src/pipeline.ts";
import { openSite } from "../../../src/publish/site.ts";
import { explainSpeaker } from "../../../src/recognise/quotations/quotations.ts";
import { explainTime } from "../../../src/recognise/times/times.ts";
import { renderPages } from "../../../src/render/renderer.ts";

/** A full catalogue: everything is read, recognised and linked. */
export interface FullCatalogue {
  readonly frame: SiteFrame;
  /** Makes the pages anew, from the catalogue. */
  pages(): Iterable<Page>;
}

/** Imports, recognises and links an archive; its pages can then be made as often as wanted. */
export function openCatalogue(content: string): FullCatalogue {
  const { context, settings, texts } = prepareSite(content, { start() {}, step() {}, done() {} });
  // what a context has looked up it keeps, so that each round needs one of its own
  const fresh = (): PageContext =>
    new PageContext(context.catalogue, settings, { time: explainTime, speaker: explainSpeaker });
  return { frame: siteFrame(context), pages: () => allPages(fresh(), texts) };
}

/** The render and write stages as a build runs them: the site stands in `output` when this returns. */
export async function drawSite(
  pages: Iterable<Page>,
  frame: SiteFrame,
  output: string,
): Promise<void> {
  const writer = await openSite(output);
  await renderPages(pages, frame, {
    group: byKind,
    onProgress: () => undefined,
    write: ({ path, html }) => writer.write(path, html),
  });
  await writer.commit();
}

/** The command line of a build by the program itself. */
export function buildCommand(content: string, output: string): readonly string[] {
  return [
    join(import.meta.dirname, "../../../bin/backfile.js"),
    "build",
    "--quiet",
    "--content",
    content,
    "--output",
    output,
  ];
}
