/** How is an index shown whose rows stand under headings: offices, countries? Stage 6. */
import type { IndexPage } from "../page-model.ts";
import type { CountedLink, Link } from "../page-parts.ts";
import { slugOf } from "../text/slug.ts";
import { byLetters, type IndexHead, LONGEST_INDEX, pageOf } from "./index-cuts.ts";
import type { KeyedRow } from "./index-rows.ts";

/** Rows under one heading. */
export interface RowGroup {
  readonly name: string;
  /** The last part of its address where it has a page of its own; no two of an index are alike. */
  readonly slug: string;
  readonly rows: readonly KeyedRow[];
}

/**
 * Yields an index on one page under the headings of its groups, or, where it is long, the groups with their numbers and a page
 * for each.
 *
 * @param orders All orders of the index, with their addresses; the pages of groups link to them.
 */
export function* byGroups(
  groups: readonly RowGroup[],
  head: IndexHead,
  orders: readonly Required<Link>[],
): Generator<IndexPage> {
  const none = { rows: [], groups: [], parts: [], partsAre: "groups" } as const;
  const listed = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (listed <= LONGEST_INDEX) {
    const shown = groups.map(({ name, rows }) => ({
      heading: name,
      rows: rows.map(({ row }) => row),
    }));
    yield pageOf({ ...head, ...none, groups: shown });
    return;
  }
  const parts: readonly CountedLink[] = groups.map(({ name, slug, rows: { length } }) => ({
    name,
    address: `${head.address}${slug}/`,
    count: length,
  }));
  yield pageOf({ ...head, ...none, parts });
  for (const { name, slug, rows } of groups) {
    const address = `${head.address}${slug}/`;
    const title = head.words.say("index.letter", { title: head.title, part: name });
    yield* byLetters(rows, { ...head, address, title, total: rows.length, orders });
  }
}

/**
 * Returns the slug of a name, numbered if another group has it, and takes it. Groups that come in one order at every build
 * have the same slugs.
 */
export function freeSlug(wanted: string, taken: Set<string>): string {
  const base = slugOf(wanted) || "group";
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}

/** Returns the orders of an index as a page in one of them links to them. */
export function ordersFrom(
  orders: readonly Required<Link>[],
  own: Pick<Required<Link>, "address">,
): readonly Link[] {
  return orders.map((order) => (order.address === own.address ? { name: order.name } : order));
}
