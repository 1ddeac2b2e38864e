/** What passes between the program and the processes that run Eleventy? Stage 7. */
import type { PagesByKind, SiteFrame } from "../page-model.ts";

/** Pages to draw, all at once. */
export interface RenderBatch {
  readonly site: SiteFrame;
  readonly pages: PagesByKind;
}

/** A page drawn: its file, relative to the site's folder with forward slashes, and its HTML. */
export interface RenderedPage {
  readonly path: string;
  readonly html: string;
}

/** What came of a batch: its pages, or why there are none. */
export type BatchResult =
  | { readonly rendered: readonly RenderedPage[] }
  | { readonly failure: string };
