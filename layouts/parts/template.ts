/** How does a typed drawing function become an Eleventy template? For every page kind. */
import type { Page, SiteFrame } from "../../src/page-model.ts";
import { type Html, renderHtml } from "../../src/render/html.ts";
import { filePathOf } from "../../src/render/urls.ts";

/** The lists of pages that Eleventy is given under `pages`. Topics, places, organisations are subjects. */
export type PageList = Exclude<Page["kind"], "topic" | "place" | "organisation"> | "subject";

/** The page values in one list. */
export type PageIn<List extends PageList> = Extract<
  Page,
  { kind: List extends "subject" ? "topic" | "place" | "organisation" : List }
>;

/** What Eleventy hands to a template: one page under `view`, and the frame under `site`. */
interface TemplateData<List extends PageList> {
  readonly view: PageIn<List>;
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
      return renderHtml(draw(view, site));
    },
  };
}

/** Eleventy's data have no types. What stands in them was made by `pages/`, so its kind tells its shape. */
function checked<List extends PageList>(data: unknown, list: List): TemplateData<List> {
  const { view, site } = Object(data) as Partial<TemplateData<List>>;
  const kind = view?.kind;
  const expected = list === "subject" ? SUBJECTS.has(kind ?? "") : kind === list;
  if (view === undefined || site === undefined || !expected)
    throw new Error(`Expected a page of kind ${list} and the site's frame; found ${String(kind)}`);
  return { view, site };
}

const SUBJECTS: ReadonlySet<string> = new Set(["topic", "place", "organisation"]);
