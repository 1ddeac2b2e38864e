/** How is a list of articles of one time cut so that no page is endless? Stage 6. */
import type { ShelfPage } from "../page-model.ts";
import type { ArticleEntry, Link, Shelf } from "../page-parts.ts";
import type { EntryNotes } from "../page-subjects.ts";
import type { InterfaceWords } from "../text/interface-words.ts";

/** Rows that one page lists. */
export const LONGEST_LIST = 100;

/** A list as its page shows it, and the pages of its parts. */
export interface Cut {
  readonly shelf: Shelf;
  readonly pages: readonly ShelfPage[];
}

/** Where the parts of a list stand, and what they tell. */
export interface ShelfPlace {
  /** The page that the parts belong to. */
  readonly owner: Required<Link>;
  /** The parts' addresses begin with it. */
  readonly below: string;
  /** Returns the title of a part, by its name: `Carrow: 1–100`. */
  readonly title: (part: string) => string;
  readonly words: InterfaceWords;
  /** Returns why articles are in the list. */
  readonly notesOf: (entries: readonly ArticleEntry[]) => EntryNotes;
}

/** Returns articles as a shelf that is cut by the hundred alone, those of one day or without a date. */
export function shelveByHundred(entries: readonly ArticleEntry[], place: ShelfPlace): Cut {
  const total = entries.length;
  if (total <= LONGEST_LIST) return { shelf: { total, entries, parts: [] }, pages: [] };
  const { owner, below, title, notesOf, words } = place;
  const hundreds = Array.from({ length: Math.ceil(total / LONGEST_LIST) }, (_, index) => {
    const within = entries.slice(index * LONGEST_LIST, (index + 1) * LONGEST_LIST);
    const first = index * LONGEST_LIST + 1;
    const last = index * LONGEST_LIST + within.length;
    const numbers = first === last ? [first] : [first, last];
    const [from = "", to] = numbers.map((number) => words.number(number));
    const name = to === undefined ? from : words.say("list.range", { from, to });
    return { name, address: `${below}${numbers.join("-")}/`, within };
  });
  return {
    shelf: {
      total,
      entries: [],
      parts: hundreds.map(({ name, address, within }) => ({ name, address, count: within.length })),
    },
    pages: hundreds.map(({ name, address, within }) => ({
      kind: "shelf",
      address,
      title: title(name),
      parent: owner,
      shelf: { total: within.length, entries: within, parts: [] },
      notes: notesOf(within),
    })),
  };
}
