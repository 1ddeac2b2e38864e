/** How is an index cut so that no page of it is endless? Stage 6: by letters, or by a number of rows. */

import type { IndexPage } from "../page-model.ts";
import type { CountedLink } from "../page-parts.ts";
import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import type { KeyedRow } from "./index-rows.ts";

/** Rows that one page lists. */
export const LONGEST_INDEX = 400;
/** Rows of a page in an order that is read from its top. */
const PAGE_LENGTH = 200;
/** `Mohamm` is as far as letters cut; more people of one name stand on one page. */
const MOST_LETTERS = 6;

/** What all pages of one index have in common; `address` is that of the first. */
export interface IndexHead
  extends Pick<IndexPage, "kind" | "of" | "title" | "address" | "total" | "orders" | "about"> {
  /** Letters and numbers are said by these. */
  readonly words: InterfaceWords;
}

/**
 * Yields an index on one page, or, where it is long, its letters and a page for each; a letter with too many rows is cut by
 * its second letter, and so on.
 *
 * @param letters What the keys of the rows have in common.
 */
export function* byLetters(
  rows: readonly KeyedRow[],
  head: IndexHead,
  letters = "",
): Generator<IndexPage> {
  const own = letters === "" ? { ...head, parts: [] } : partHead(head, letters);
  const isWhole = letters.endsWith(END) || [...letters].length >= MOST_LETTERS;
  if (rows.length <= LONGEST_INDEX || isWhole || letters === FIGURES) {
    yield pageOf({ ...own, ...LETTERS, rows: rows.map(({ row }) => row) });
    return;
  }
  const cut = groupBy(rows, ({ key }) => lettersOf(key, [...letters].length + 1));
  const parts: readonly CountedLink[] = [...cut].map(([part, { length }]) => ({
    name: shown(part, head.words),
    address: addressOf(head, part),
    count: length,
  }));
  yield pageOf({ ...own, ...LETTERS, rows: [], parts });
  for (const [part, inPart] of cut) {
    for (const page of byLetters(inPart, head, part))
      yield page.parts.length > 0 ? page : { ...page, parts };
  }
}

const LETTERS = { groups: [], partsAre: "letters" } as const;

function partHead(head: IndexHead, letters: string) {
  const orders = head.orders.map(({ name, address = head.address }) => ({ name, address }));
  const part = shown(letters, head.words);
  const address = addressOf(head, letters);
  return {
    ...head,
    address,
    title: head.words.say("index.letter", { title: head.title, part }),
    orders,
    part,
    parts: [],
  };
}

/** Yields rows in their order, so many on a page; the pages are numbered from 1. */
export function* byPages(rows: readonly KeyedRow[], head: IndexHead): Generator<IndexPage> {
  const count = Math.max(1, Math.ceil(rows.length / PAGE_LENGTH));
  const links = Array.from({ length: count }, (_, index) => ({
    name: head.words.number(index + 1),
    address: index === 0 ? head.address : `${head.address}${index + 1}/`,
    count: Math.min(PAGE_LENGTH, rows.length - index * PAGE_LENGTH),
  }));
  for (const [index, { name, address }] of links.entries()) {
    const start = index * PAGE_LENGTH;
    yield pageOf({
      ...head,
      address,
      title:
        index === 0
          ? head.title
          : head.words.say("index.page", { title: head.title, number: index + 1 }),
      rows: rows.slice(start, start + PAGE_LENGTH).map(({ row }) => row),
      groups: [],
      parts: count > 1 ? links : [],
      partsAre: "pages",
      part: name,
    });
  }
}

/** Returns a page without what only its making needs. */
export function pageOf({
  words: _,
  ...page
}: IndexPage & { readonly words: InterfaceWords }): IndexPage {
  return page;
}

const FIGURES = "0";
/** Behind the letters of a name that has no more of them: "Li" among "Lin" and "Liu". */
const END = " ";

/** The first letters of a key; all that begins with no letter is together. */
function lettersOf(key: string, length: number): string {
  if (!/^\p{L}/u.test(key)) return FIGURES;
  const letters = [...key].slice(0, length).join("");
  return letters.length < key.length ? letters.replace(/[^\p{L}].*$/u, END) : `${letters}${END}`;
}

/** `0–9`, `M`, `Mo`. */
function shown(letters: string, words: InterfaceWords): string {
  if (letters === FIGURES) return words.say("index.figures");
  const [first = "", ...rest] = letters.trim();
  return first.toUpperCase() + rest.join("");
}

function addressOf({ address }: IndexHead, letters: string): string {
  const part = [...letters]
    .map((letter) => {
      if (letter === END) return "-whole";
      return /[a-z]/.test(letter) ? letter : `u${letter.codePointAt(0)?.toString(16)}`;
    })
    .join("");
  return `${address}by-letter/${letters === FIGURES ? "0-9" : part}/`;
}
