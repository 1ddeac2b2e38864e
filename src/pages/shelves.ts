/** How is a list of articles cut so that no page is endless? Stage 6. */
import type { ShelfPage } from "../page-model.ts";
import type { ArticleEntry, Link, Shelf } from "../page-parts.ts";
import type { EntryNotes } from "../page-subjects.ts";
import { dateLabel } from "../text/dates.ts";
import { groupBy } from "../text/grouping.ts";

/** Rows that one page lists; a longer list is cut by year, and a longer year by month. */
export const LONGEST_LIST = 100;

/** What is known of the articles of a list. */
export interface Known {
  /** Returns why articles are in the list. */
  readonly notesOf: (entries: readonly ArticleEntry[]) => EntryNotes;
  /** Returns whether much more was printed in a month or a year than usual. */
  readonly isPeak: (period: string) => boolean;
}

const NOTHING: Known = { notesOf: () => ({}), isPeak: () => false };

/** Returns articles in the order of time, either way, as the shelf of a page at `address`, and the pages of its parts. */
export function shelve(
  entries: readonly ArticleEntry[],
  owner: Required<Link>,
  known: Known = NOTHING,
): { readonly shelf: Shelf; readonly pages: readonly ShelfPage[] } {
  return cut(entries, owner, { length: 4, known });
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
  { length, known }: { readonly length: 4 | 7 | 10; readonly known: Known },
): { readonly shelf: Shelf; readonly pages: readonly ShelfPage[] } {
  const total = entries.length;
  if (total <= LONGEST_LIST || length === 10)
    return { shelf: { total, entries, parts: [] }, pages: [] };
  const byPeriod = groupBy(entries, ({ date }) => periodOf(date, length));
  const parts: Shelf["parts"][number][] = [];
  const pages: ShelfPage[] = [];
  for (const [period, inPeriod] of byPeriod) {
    const isStated = period.length === length;
    const label = isStated ? dateLabel(period) : NOT_STATED[length];
    const address = `${owner.address}${isStated ? period.slice(length === 7 ? 5 : 0) : "undated"}/`;
    const inner = cut(
      inPeriod,
      { name: `${owner.name}, ${label}`, address },
      { length: length === 4 && isStated ? 7 : 10, known },
    );
    const peak = known.isPeak(period) && { peak: true as const };
    parts.push({ name: label, address, count: inPeriod.length, ...peak });
    pages.push({
      kind: "shelf",
      address,
      title: `${owner.name}: ${label}`,
      parent: owner,
      shelf: inner.shelf,
      notes: known.notesOf(inner.shelf.entries),
    });
    pages.push(...inner.pages);
  }
  return { shelf: { total, entries: [], parts }, pages };
}
