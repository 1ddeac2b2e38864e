/** In which orders are people listed? Stage 6: A–Z, by mentions, by quotations, by role. */
import type { IndexPage } from "../page-model.ts";
import type { Link } from "../page-parts.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import type { PageContext } from "./context.ts";
import { byLetters, byPages, type IndexHead, LONGEST_INDEX } from "./index-cuts.ts";
import { byGroups, freeSlug, ordersFrom, type RowGroup } from "./index-groups.ts";
import { type KeyedRow, rowsOf } from "./index-rows.ts";
import { officeKey, officeOf } from "./role-wording.ts";

/** A person may be called anything, but no person's page has pages called `mentions` or `role`. */
const A_TO_Z = { order: "index.aToZ", address: "/people/" } as const;
const BY_MENTIONS = { order: "index.byMentions", address: "/people/by/mentions/" } as const;
const BY_QUOTATIONS = { order: "index.byQuotations", address: "/people/by/quotations/" } as const;
const BY_ROLE = { order: "index.byRole", address: "/people/by/role/" } as const;
const ORDERS = [A_TO_Z, BY_MENTIONS, BY_QUOTATIONS, BY_ROLE] as const;

function ordersIn(words: InterfaceWords): readonly Required<Link>[] {
  return ORDERS.map(({ order, address }) => ({ name: words.say(order), address }));
}

/** Yields the index of people in each of its orders. */
export function* peopleIndex(context: PageContext): Generator<IndexPage> {
  const rows = rowsOf("person", context);
  yield* byLetters(
    rows,
    headOf(context.words.say("index.people"), A_TO_Z.address, rows.length, context.words),
  );
  yield* byMentions(rows, context.words);
  yield* byQuotations(rows, context.words);
  yield* byRole(rows, context.words);
}

function headOf(title: string, address: string, total: number, words: InterfaceWords): IndexHead {
  const orders = ordersFrom(ordersIn(words), { address });
  return { kind: "index", of: "people", title, address, total, orders, words };
}

/** In a large archive most people are named in one article, and their order among each other says nothing. */
function* byMentions(rows: readonly KeyedRow[], words: InterfaceWords): Generator<IndexPage> {
  const listed = rows.length <= LONGEST_INDEX ? rows : rows.filter(({ row }) => row.count > 1);
  const mostFirst = [...listed].sort((a, b) => b.row.count - a.row.count);
  const left = rows.length - listed.length;
  const about =
    left === 0 ? words.say("index.mostFirst") : words.say("index.mostFirstLeft", { count: left });
  yield* byPages(mostFirst, {
    ...headOf(words.say("index.peopleByMentions"), BY_MENTIONS.address, listed.length, words),
    about,
  });
}

/** Who speaks in the archive; whom nobody quotes is left out. */
function* byQuotations(rows: readonly KeyedRow[], words: InterfaceWords): Generator<IndexPage> {
  const said = ({ row }: KeyedRow): number => row.quotations ?? 0;
  const listed = rows.filter((keyed) => said(keyed) > 0);
  const mostFirst = listed.toSorted((a, b) => said(b) - said(a));
  const head = headOf(
    words.say("index.peopleByQuotations"),
    BY_QUOTATIONS.address,
    listed.length,
    words,
  );
  yield* byPages(mostFirst, { ...head, about: words.say("index.quotedFirst") });
}

// ------------------------------------------------------------------ by role

/** Under the office of the role that was printed last. Those of whom none is printed are not listed. */
function* byRole(rows: readonly KeyedRow[], words: InterfaceWords): Generator<IndexPage> {
  const listed = rows.flatMap((keyed) => {
    const office = keyed.row.detail === undefined ? undefined : officeOf(keyed.row.detail);
    return office === undefined ? [] : [{ keyed, office }];
  });
  const offices = officesOf(listed, words);
  const left = rows.length - listed.length;
  const head: IndexHead = {
    ...headOf(words.say("index.peopleByRole"), BY_ROLE.address, listed.length, words),
    about:
      left === 0 ? words.say("index.roleLast") : words.say("index.roleLastLeft", { count: left }),
  };
  yield* byGroups(offices, head, ordersIn(words));
}

/** Offices with most holders first; those that one person alone holds are together at the end. */
function officesOf(
  named: readonly { readonly keyed: KeyedRow; readonly office: string }[],
  words: InterfaceWords,
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
    shared.push({
      name: forms.join(words.say("list.comma")),
      slug,
      rows: holders.map(({ keyed }) => keyed),
    });
  }
  shared.sort((a, b) => b.rows.length - a.rows.length || byCodeUnits(a.name, b.name));
  if (single.length === 0) return shared;
  const name = words.say(shared.length === 0 ? "index.oneEach" : "index.otherRoles");
  return [...shared, { name, slug: "other", rows: sortedRows(single) }];
}

function sortedRows(rows: readonly KeyedRow[]): readonly KeyedRow[] {
  return [...rows].sort((a, b) => byCodeUnits(a.key, b.key));
}
