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

/** Why a batch could not be drawn. */
export interface RenderFailure {
  /** What was thrown: `TypeError: oops`. */
  readonly reason: string;
  readonly stack: string;
  /** The template at fault with its line, `layouts/home.11ty.ts:26`; absent where it is none. */
  readonly template?: string;
}

/** What came of a batch: its pages, or why there are none. */
export type BatchResult =
  | { readonly rendered: readonly RenderedPage[] }
  | { readonly failure: RenderFailure };
