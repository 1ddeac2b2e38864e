/** How does Eleventy hold the pages of a batch, so that it neither copies nor wraps what stands in them? Stage 7. */
import type { Page, PagesByKind } from "../page-model.ts";

/** The lists of pages that Eleventy is given under `pages`, one a template. Topics, places, organisations are subjects. */
export type PageList = keyof PagesByKind;

/**
 * A page as its template is handed it. Eleventy copies and wraps plain objects, for each template all of them,
 * but leaves an instance of a class alone.
 */
export class PageView {
  readonly address: string;
  readonly kind: Page["kind"];
  readonly #read: () => unknown;

  /** `read` gives the page's data; it is called once, when the page is drawn. */
  constructor({ kind, address }: Pick<Page, "kind" | "address">, read: () => unknown) {
    this.kind = kind;
    this.address = address;
    this.#read = read;
  }

  /** Returns the page's data, as `pages/` made them. */
  page(): unknown {
    return this.#read();
  }
}

/** All pages of a batch by their templates; one instance serves batch after batch. */
export class PageLists implements Readonly<Record<PageList, readonly PageView[]>> {
  article: PageView[] = [];
  person: PageView[] = [];
  chapter: PageView[] = [];
  feed: PageView[] = [];
  subject: PageView[] = [];
  shelf: PageView[] = [];
  story: PageView[] = [];
  stories: PageView[] = [];
  period: PageView[] = [];
  timeline: PageView[] = [];
  anniversary: PageView[] = [];
  anniversaries: PageView[] = [];
  index: PageView[] = [];
  home: PageView[] = [];
  about: PageView[] = [];
  review: PageView[] = [];
  search: PageView[] = [];
  free: PageView[] = [];
  redirect: PageView[] = [];

  /** Puts these pages in the place of those that were there. */
  take(pages: Iterable<PageView>): void {
    Object.assign(this, new PageLists());
    for (const page of pages) this[listOf(page.kind)].push(page);
  }
}

/** Returns the list that a page belongs in, which has its template's name. */
export function listOf(kind: Page["kind"]): PageList {
  return kind === "topic" || kind === "place" || kind === "organisation" ? "subject" : kind;
}
