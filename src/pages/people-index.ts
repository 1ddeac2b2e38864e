/** In which orders are people listed? Stage 6: A–Z, by mentions, by quotations, by role. */
import type { IndexPage } from "../page-model.ts";
import type { Link } from "../page-parts.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import type { PageContext } from "./context.ts";
import { byLetters, byPages, type IndexHead, LONGEST_INDEX } from "./index-cuts.ts";
import { byGroups, freeSlug, ordersFrom, type RowGroup } from "./index-groups.ts";
import { type KeyedRow, rowsOf } from "./index-rows.ts";
import { officeKey, officeOf } from "./role-wording.ts";

/** A person may be called anything, but no person's page has pages called `mentions` or `role`. */
const A_TO_Z = { name: "A–Z", address: "/people/" };
const BY_MENTIONS = { name: "By mentions", address: "/people/by/mentions/" };
const BY_QUOTATIONS = { name: "By quotations", address: "/people/by/quotations/" };
const BY_ROLE = { name: "By role", address: "/people/by/role/" };
const ORDERS = [A_TO_Z, BY_MENTIONS, BY_QUOTATIONS, BY_ROLE];

/** Yields the index of people in each of its orders. */
export function* peopleIndex(context: PageContext): Generator<IndexPage> {
  const rows = rowsOf("person", context);
  yield* byLetters(rows, headOf("People", A_TO_Z, rows.length));
  yield* byMentions(rows);
  yield* byQuotations(rows);
  yield* byRole(rows);
}

function headOf(title: string, order: Required<Link>, total: number): IndexHead {
  const orders = ordersFrom(ORDERS, order);
  return { kind: "index", of: "people", title, address: order.address, total, orders };
}

/** In a large archive most people are named in one article, and their order among each other says nothing. */
function* byMentions(rows: readonly KeyedRow[]): Generator<IndexPage> {
  const listed = rows.length <= LONGEST_INDEX ? rows : rows.filter(({ row }) => row.count > 1);
  const mostFirst = [...listed].sort((a, b) => b.row.count - a.row.count);
  const left = rows.length - listed.length;
  const about =
    left === 0
      ? "Those named in most articles first."
      : `Those named in most articles first. ${left} named in a single article are under A–Z alone.`;
  yield* byPages(mostFirst, { ...headOf("People by mentions", BY_MENTIONS, listed.length), about });
}

/** Who speaks in the archive; whom nobody quotes is left out. */
function* byQuotations(rows: readonly KeyedRow[]): Generator<IndexPage> {
  const said = ({ row }: KeyedRow): number => row.quotations ?? 0;
  const listed = rows.filter((keyed) => said(keyed) > 0);
  const mostFirst = listed.toSorted((a, b) => said(b) - said(a));
  const head = headOf("People by quotations", BY_QUOTATIONS, listed.length);
  yield* byPages(mostFirst, { ...head, about: "Those quoted most often first." });
}

// ------------------------------------------------------------------ by role

/** Under the office of the role that was printed last. Those of whom none is printed are not listed. */
function* byRole(rows: readonly KeyedRow[]): Generator<IndexPage> {
  const listed = rows.flatMap((keyed) => {
    const office = keyed.row.detail === undefined ? undefined : officeOf(keyed.row.detail);
    return office === undefined ? [] : [{ keyed, office }];
  });
  const offices = officesOf(listed);
  const left = rows.length - listed.length;
  const head: IndexHead = {
    ...headOf("People by role", BY_ROLE, listed.length),
    about: `By the role printed last.${left === 0 ? "" : ` Of ${left} more no office is printed.`}`,
  };
  yield* byGroups(offices, head, ORDERS);
}

/** Offices with most holders first; those that one person alone holds are together at the end. */
function officesOf(
  named: readonly { readonly keyed: KeyedRow; readonly office: string }[],
): readonly RowGroup[] {
  // in the order of their first holder, A–Z
  const shared: RowGroup[] = [];
  const single: KeyedRow[] = [];
  const slugs = new Set<string>(["other"]);
  for (const [key, holders] of groupBy(named, ({ office }) => officeKey(office))) {
    if (holders.length === 1) {
      single.push(...holders.map(({ keyed }) => keyed));
      continue;
    }
    const forms = [...new Set(holders.map(({ office }) => office))].sort(byCodeUnits);
    const slug = freeSlug(key, slugs);
    shared.push({ name: forms.join(", "), slug, rows: holders.map(({ keyed }) => keyed) });
  }
  shared.sort((a, b) => b.rows.length - a.rows.length || byCodeUnits(a.name, b.name));
  if (single.length === 0) return shared;
  const name = shared.length === 0 ? "one person each" : "other roles, one person each";
  return [...shared, { name, slug: "other", rows: sortedRows(single) }];
}

function sortedRows(rows: readonly KeyedRow[]): readonly KeyedRow[] {
  return [...rows].sort((a, b) => byCodeUnits(a.key, b.key));
}
