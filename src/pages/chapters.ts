/** How is what the archive has of a name cut, so that no page is endless and nothing is left out? Stage 6. */
import type { Appearance } from "../model.ts";
import type { ChapterPage } from "../page-model.ts";
import type { CountedLink, Link, Portion } from "../page-parts.ts";
import type { PageContext } from "./context.ts";
import { type DateLength, dateParts } from "./date-parts.ts";
import type { Findings, Listing } from "./findings.ts";

/** Rows of the longest list on one page; who is named more often gets a page for each year. */
const LONGEST_PAGE = 100;
/** A year with more than this gets a page for each month, a month with more one for each day. */
const LONGEST_CHAPTER = 300;

/** Returns whether so much is known of somebody or something that years have pages of their own. */
export function isLong(
  appearances: readonly Appearance[],
  listing: Listing,
  context: PageContext,
): boolean {
  return sizeOf(appearances, listing, context) > LONGEST_PAGE;
}

/** Returns the first rows of a list with the number of all. */
export function portion<Row>(rows: readonly Row[], most: number): Portion<Row> {
  return { shown: rows.slice(0, most), total: rows.length };
}

/** Returns links to the chapters of a name, newest first, and the chapters. */
export function chaptersOf(
  newestFirst: readonly Appearance[],
  owner: Required<Link>,
  listing: Listing,
  context: PageContext,
): { readonly parts: readonly CountedLink[]; readonly pages: readonly ChapterPage[] } {
  return cut(newestFirst, { owner, parent: owner, length: 4, listing, context });
}

interface Cutting {
  /** The person, place or organisation. */
  readonly owner: Required<Link>;
  /** The page that links to the parts. */
  readonly parent: Required<Link>;
  /** Of the part of a date that a chapter spans: a year, a month or a day. */
  readonly length: DateLength;
  readonly listing: Listing;
  readonly context: PageContext;
}

function cut(newestFirst: readonly Appearance[], cutting: Cutting): ReturnType<typeof chaptersOf> {
  const { owner, parent, length, listing, context } = cutting;
  const dated = dateParts(
    newestFirst,
    length,
    ({ article }) => context.articles.entry(article).date,
  );
  const chapters = dated.map(({ label: name, part, within: appearances, finer }) => ({
    link: { name, address: `${parent.address}${part}/` },
    appearances,
    finer: sizeOf(appearances, listing, context) > LONGEST_CHAPTER ? finer : undefined,
  }));
  const pages = chapters.flatMap(({ link, appearances, finer }, index): ChapterPage[] => {
    const inner =
      finer === undefined
        ? { parts: [], pages: [] }
        : cut(appearances, { ...cutting, parent: link, length: finer });
    const next = chapters[index - 1]?.link;
    const previous = chapters[index + 1]?.link;
    const page: ChapterPage = {
      kind: "chapter",
      address: link.address,
      title: `${owner.name}: ${link.name}`,
      parent,
      ...(next !== undefined && { next }),
      ...(previous !== undefined && { previous }),
      isSpeaker: listing.isSpeaker,
      ...chapterLists(listing.find(appearances, context), inner.parts),
    };
    return [page, ...inner.pages];
  });
  const parts = chapters.map(({ link, appearances }) => ({ ...link, count: appearances.length }));
  return { parts, pages };
}

/** Everything, or, of a year or month that is cut, only how much there is. */
function chapterLists(
  { said, saidAbout, mentioned, entries }: Findings,
  parts: readonly CountedLink[],
): Pick<ChapterPage, "said" | "saidAbout" | "mentioned" | "articles"> {
  const most = parts.length > 0 ? 0 : Number.POSITIVE_INFINITY;
  return {
    said: portion(said, most),
    saidAbout: portion(saidAbout, most),
    mentioned: portion(mentioned, most),
    articles: { total: entries.length, entries: entries.slice(0, most), parts },
  };
}

function sizeOf(
  appearances: readonly Appearance[],
  { rows }: Listing,
  context: PageContext,
): number {
  return appearances.reduce((sum, appearance) => sum + rows(appearance, context), 0);
}
