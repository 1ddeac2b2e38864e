/** How does a typed drawing function become an Eleventy template? For every page kind. */
import type { Page, SiteFrame } from "../../src/page-model.ts";
import { type Html, renderHtml } from "../../src/render/html.ts";
import { listOf, type PageList, type PageView } from "../../src/render/page-lists.ts";
import { filePathOf } from "../../src/render/urls.ts";

/** The page values in one list. */
export type PageIn<List extends PageList> = Extract<
  Page,
  { kind: List extends "subject" ? "topic" | "place" | "organisation" : List }
>;

/** What Eleventy hands to a template: one page under `view`, and the frame under `site`. */
interface TemplateData {
  readonly view: PageView;
  readonly site: SiteFrame;
}

/** An Eleventy template: its data, which tell Eleventy how many pages there are, and its drawing. */
export interface PageTemplate {
  readonly data: Readonly<Record<string, unknown>>;
  readonly render: (data: unknown) => string;
}

/**
 * Returns the Eleventy template that draws each page of `pages[list]` into the file of its address.
 *
 *     export default pageTemplate("article", drawArticle);
 */
export function pageTemplate<List extends PageList>(
  list: List,
  draw: (page: PageIn<List>, site: SiteFrame) => Html,
): PageTemplate {
  return {
    data: {
      pagination: { data: `pages.${list}`, size: 1, alias: "view" },
      permalink: (data: unknown) => filePathOf(checked(data, list).view.address),
      eleventyExcludeFromCollections: true,
    },
    render: (data) => {
      const { view, site } = checked(data, list);
      // what stands in it was made by `pages/`, so its kind tells its shape
      return renderHtml(draw(view.page() as PageIn<List>, site));
    },
  };
}

/** Eleventy's data have no types. */
function checked(data: unknown, list: PageList): TemplateData {
  const { view, site } = Object(data) as Partial<TemplateData>;
  if (view === undefined || site === undefined || listOf(view.kind) !== list)
    throw new Error(
      `Expected a page of kind ${list} and the site's frame; found ${String(view?.kind)}`,
    );
  return { view, site };
}
