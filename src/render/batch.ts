/** What passes between the program and the processes that run Eleventy? Stage 7. */
import type { Page, SiteFrame } from "../page-model.ts";

/** A page's data written out: equal texts are drawn alike. */
export interface PageText extends Pick<Page, "kind" | "address"> {
  /** The page as JSON in UTF-8, on one line. */
  readonly json: Uint8Array;
}

/** Returns a page's data written out. */
export function pageText(page: Page): PageText {
  return { kind: page.kind, address: page.address, json: Buffer.from(JSON.stringify(page)) };
}

/** A page that is asked for. */
export interface WantedPage extends Pick<Page, "kind" | "address"> {
  /** Absolute: the file that its HTML goes into. */
  readonly file: string;
}

/**
 * Pages to draw, all at once. Their data stand in a file, for a message waits until both sides listen, and the
 * program does not while it makes the pages of the next batch.
 */
export interface RenderBatch {
  /** What stands around all pages; the same in every batch. */
  readonly site: SiteFrame;
  /** Absolute: the JSON of the pages, in their order, a line each. */
  readonly data: string;
  readonly pages: readonly WantedPage[];
}

/** A page drawn and written. */
export interface DrawnPage {
  /** Relative to the site's folder, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Of an article: the digest of its HTML in the ledger (`pageDigest`). */
  readonly ledger?: string;
}

/** Why a batch could not be drawn. */
export interface RenderFailure {
  /** What was thrown: `TypeError: oops`. */
  readonly reason: string;
  readonly stack: string;
  /** The template at fault with its line, `layouts/home.11ty.ts:26`; absent where it is none. */
  readonly template?: string;
  /** The disk did not take a file; the reason says all. */
  readonly isDisk?: true;
}

/** What came of a batch: its pages, in no fixed order, or why there are none; and microseconds of CPU so far. */
export type BatchResult = { readonly cpu: number } & (
  | { readonly drawn: readonly DrawnPage[] }
  | { readonly failure: RenderFailure }
);
