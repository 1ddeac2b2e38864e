/** What does the index of topics show? Stage 6: subjects, pairs of countries, organisations that lead articles. */
import type { IndexPage } from "../page-model.ts";
import type { PageContext } from "./context.ts";
import { byLetters, type IndexHead } from "./index-cuts.ts";
import { byGroups, type RowGroup } from "./index-groups.ts";
import { type KeyedRow, rowsOf } from "./index-rows.ts";

const ADDRESS = "/topics/";

/**
 * Yields the index of topics: A–Z, and apart from it what is found by names and not by phrases, where there is any. An organisation
 * has no second page here: its row leads to its own.
 */
export function* topicsIndex(context: PageContext): Generator<IndexPage> {
  const pairs = new Set(
    context
      .entities("topic")
      .filter(({ isCountryPair }) => isCountryPair === true)
      .map(({ slug }) => slug),
  );
  const all = rowsOf("topic", context);
  const subjects = all.filter(({ slug }) => !pairs.has(slug));
  const between = all.filter(({ slug }) => pairs.has(slug));
  const leaders = leadersIn(context);
  const head: IndexHead = {
    kind: "index",
    of: "topics",
    title: "Topics",
    address: ADDRESS,
    total: all.length + leaders.length,
    orders: [],
  };
  if (between.length + leaders.length === 0) {
    yield* byLetters(all, head);
    return;
  }
  const groups: readonly RowGroup[] = [
    { name: "Subjects", slug: "by/subject", rows: subjects },
    { name: "Between countries", slug: "by/countries", rows: between },
    { name: "Organisations", slug: "by/organisation", rows: leaders },
  ];
  yield* byGroups(
    groups.filter(({ rows }) => rows.length > 0),
    head,
    [],
  );
}

function leadersIn(context: PageContext): readonly KeyedRow[] {
  const leads = new Map(
    context.entities("organisation").map(({ slug, leads: count }) => [slug, count]),
  );
  return rowsOf("organisation", context).flatMap((keyed) => {
    const count = leads.get(keyed.slug);
    if (count === undefined) return [];
    return [{ ...keyed, row: { ...keyed.row, detail: `in headline and lede of ${count}` } }];
  });
}
