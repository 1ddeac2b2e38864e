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
  const topics = rowsOf("topic", context);
  const between = topics.filter(({ isCountryPair }) => isCountryPair);
  const subjects = topics.filter(({ isCountryPair }) => !isCountryPair);
  const leaders = leadersIn(context);
  const head: IndexHead = {
    kind: "index",
    of: "topics",
    title: context.words.say("index.topics"),
    words: context.words,
    address: ADDRESS,
    total: subjects.length + between.length + leaders.length,
    orders: [],
  };
  if (between.length + leaders.length === 0) {
    yield* byLetters(subjects, head);
    return;
  }
  const groups: readonly RowGroup[] = [
    { name: context.words.say("index.subjects"), slug: "by/subject", rows: subjects },
    { name: context.words.say("index.betweenCountries"), slug: "by/countries", rows: between },
    { name: context.words.say("index.leaders"), slug: "by/organisation", rows: leaders },
  ];
  yield* byGroups(
    groups.filter(({ rows }) => rows.length > 0),
    head,
    [],
  );
}

function leadersIn(context: PageContext): readonly KeyedRow[] {
  return rowsOf("organisation", context).flatMap((keyed) => {
    const { row, leads } = keyed;
    if (leads === undefined) return [];
    return {
      ...keyed,
      row: { ...row, detail: context.words.say("subject.leads", { count: leads }) },
    };
  });
}
