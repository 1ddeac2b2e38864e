/** How is a list of articles cut so that no page is endless? Stage 6. */
import type { ShelfPage } from "../page-model.ts";
import type { ArticleEntry, Link, Shelf } from "../page-parts.ts";
import type { EntryNotes } from "../page-subjects.ts";
import { type DateLength, type DatePart, dateParts } from "./date-parts.ts";

/** Rows that one page lists; a longer list is cut by year, a longer year by month, a longer month by day. */
export const LONGEST_LIST = 100;

/** A list as its page shows it, and the pages of its parts. */
export interface Cut {
  readonly shelf: Shelf;
  readonly pages: readonly ShelfPage[];
}

/** What is known of the articles of a list. */
export interface Known {
  /** Returns why articles are in the list. */
  readonly notesOf: (entries: readonly ArticleEntry[]) => EntryNotes;
  /** Returns whether much more was printed in a month or a year than usual. */
  readonly isPeak: (period: string) => boolean;
}

/** Returns articles as a shelf that is cut by the hundred alone, those of one day or without a date, with its parts `below` an address. */
export function shelveByHundred(
  entries: readonly ArticleEntry[],
  owner: Required<Link>,
  below: string,
): Cut {
  const { name } = owner;
  const list = { length: undefined, known: NOTHING, subject: name };
  const { shelf, pages } = cut(entries, { name, address: below }, list);
  return { shelf, pages: pages.map((page) => ({ ...page, parent: owner })) };
}

const NOTHING: Known = { notesOf: () => ({}), isPeak: () => false };

/** Returns articles in the order of time, either way, as the shelf of a page at `address`, and the pages of its parts. */
export function shelve(
  entries: readonly ArticleEntry[],
  owner: Required<Link>,
  known: Known = NOTHING,
): Cut {
  return cut(entries, owner, { length: 4, known, subject: owner.name });
}

interface Cutting {
  /** None where dates have nothing more to cut by. */
  readonly length: DateLength | undefined;
  readonly known: Known;
  /** Whose list it is. */
  readonly subject: string;
}

function cut(
  entries: readonly ArticleEntry[],
  parent: Required<Link>,
  { length, known, subject }: Cutting,
): Cut {
  const total = entries.length;
  if (total <= LONGEST_LIST) return { shelf: { total, entries, parts: [] }, pages: [] };
  const parts: Shelf["parts"][number][] = [];
  const pages: ShelfPage[] = [];
  for (const { label, part, period, isStated, within, finer } of partsOf(entries, length)) {
    const address = `${parent.address}${part}/`;
    const isOwn = isStated || parent.name === subject;
    const title = isOwn ? `${subject}: ${label}` : `${parent.name}, ${label.toLowerCase()}`;
    const inner = cut(within, { name: title, address }, { length: finer, known, subject });
    const peak = known.isPeak(period) && { peak: true as const };
    parts.push({ name: label, address, count: within.length, ...peak });
    pages.push({
      kind: "shelf",
      address,
      title,
      parent,
      shelf: inner.shelf,
      notes: known.notesOf(inner.shelf.entries),
    });
    pages.push(...inner.pages);
  }
  return { shelf: { total, entries: [], parts }, pages };
}

/** By year, month or day; what has no date, and a day that is too long, by the hundred. */
function partsOf(
  entries: readonly ArticleEntry[],
  length: DateLength | undefined,
): readonly DatePart<ArticleEntry>[] {
  return length === undefined
    ? hundredsOf(entries)
    : dateParts(entries, length, ({ date }) => date);
}

function hundredsOf(entries: readonly ArticleEntry[]): readonly DatePart<ArticleEntry>[] {
  return Array.from({ length: Math.ceil(entries.length / LONGEST_LIST) }, (_, index) => {
    const within = entries.slice(index * LONGEST_LIST, (index + 1) * LONGEST_LIST);
    const first = index * LONGEST_LIST + 1;
    const last = index * LONGEST_LIST + within.length;
    const numbers = first === last ? [first] : [first, last];
    return {
      label: numbers.join("–"),
      part: numbers.join("-"),
      period: "",
      isStated: false,
      within,
      finer: undefined,
    };
  });
}
