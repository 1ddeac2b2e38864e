/** How is a list of articles cut so that no page is endless? Stage 6. */
import type { ShelfPage } from "../page-model.ts";
import type { ArticleEntry, CountedLink, Link, Shelf } from "../page-parts.ts";
import { dateLabel } from "../text/dates.ts";
import { groupBy } from "../text/grouping.ts";

/** Rows that one page lists; a longer list is cut by year, and a longer year by month. */
export const LONGEST_LIST = 100;

/** Returns articles, newest first, as the shelf of a page at `address`, and the pages of its parts. */
export function shelve(
  newestFirst: readonly ArticleEntry[],
  owner: Required<Link>,
): { readonly shelf: Shelf; readonly pages: readonly ShelfPage[] } {
  return cut(newestFirst, owner, 4);
}

const NOT_STATED = { 4: "Undated", 7: "Month not stated" } as const;

/** The year or month of a date; something shorter where the date does not state it. */
function periodOf(date: string | undefined, length: 4 | 7): string {
  return date === undefined ? "" : date.slice(0, length);
}

/** Cuts by the first `length` characters of the date: 4 for years, 7 for months; a month is not cut. */
function cut(
  entries: readonly ArticleEntry[],
  owner: Required<Link>,
  length: 4 | 7 | 10,
): { readonly shelf: Shelf; readonly pages: readonly ShelfPage[] } {
  const total = entries.length;
  if (total <= LONGEST_LIST || length === 10)
    return { shelf: { total, entries, parts: [] }, pages: [] };
  const byPeriod = groupBy(entries, ({ date }) => periodOf(date, length));
  const parts: CountedLink[] = [];
  const pages: ShelfPage[] = [];
  for (const [period, inPeriod] of byPeriod) {
    const isStated = period.length === length;
    const label = isStated ? dateLabel(period) : NOT_STATED[length];
    const address = `${owner.address}${isStated ? period.slice(length === 7 ? 5 : 0) : "undated"}/`;
    const inner = cut(
      inPeriod,
      { name: `${owner.name}, ${label}`, address },
      length === 4 && isStated ? 7 : 10,
    );
    parts.push({ name: label, address, count: inPeriod.length });
    pages.push({
      kind: "shelf",
      address,
      title: `${owner.name}: ${label}`,
      parent: owner,
      shelf: inner.shelf,
    });
    pages.push(...inner.pages);
  }
  return { shelf: { total, entries: [], parts }, pages };
}
