/** What do the indexes show: people, topics, places, organisations, all years? Stage 6. */
import type { IndexPage } from "../page-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { type PageContext, periodAddress } from "./context.ts";
import { byLetters } from "./index-cuts.ts";
import { rowsOf } from "./index-rows.ts";
import { peopleIndex } from "./people-index.ts";
import { placesIndex } from "./places-index.ts";
import { topicsIndex } from "./topics-index.ts";

/** Yields the index of each kind of name, cut where it is long, and the index of years. */
export function* indexPages(context: PageContext): Generator<IndexPage> {
  yield* peopleIndex(context);
  yield* placesIndex(context);
  yield* topicsIndex(context);
  const organisations = rowsOf(context.entities("organisation"), context);
  yield* byLetters(organisations, {
    kind: "index",
    of: "organisations",
    title: "Organisations",
    address: "/organisations/",
    total: organisations.length,
    orders: [],
  });
  yield archiveIndex(context);
}

function archiveIndex(context: PageContext): IndexPage {
  const years = new Map<string, number>();
  for (const { date } of context.entries) {
    const year = date?.slice(0, 4) ?? "";
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  const rows = [...years]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([year, count]) => ({
      name: year === "" ? "Undated" : year,
      address: year === "" ? "/undated/" : periodAddress(year),
      count,
      span: year,
    }));
  return {
    kind: "index",
    of: "archive",
    title: "All years",
    address: "/archive/",
    total: context.entries.length,
    rows,
    groups: [],
    orders: [],
    parts: [],
    partsAre: "letters",
  };
}
