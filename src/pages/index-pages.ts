/** What do the indexes show: people, topics, places, organisations, all years? Stage 6. */
import type { EntityKind } from "../model.ts";
import type { IndexPage } from "../page-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { type PageContext, periodAddress } from "./context.ts";
import { byLetters } from "./index-cuts.ts";
import { rowsOf } from "./index-rows.ts";
import { peopleIndex } from "./people-index.ts";
import { placesIndex } from "./places-index.ts";

const INDEXES: readonly {
  readonly of: IndexPage["of"];
  readonly kind: EntityKind;
  readonly title: string;
}[] = [
  { of: "topics", kind: "topic", title: "Topics" },
  { of: "organisations", kind: "organisation", title: "Organisations" },
];

/** Yields the index of each kind of name, cut where it is long, and the index of years. */
export function* indexPages(context: PageContext): Generator<IndexPage> {
  yield* peopleIndex(context);
  yield* placesIndex(context);
  for (const { of, kind, title } of INDEXES) {
    const rows = rowsOf(kind, context);
    const address = `/${of}/`;
    yield* byLetters(rows, { kind: "index", of, title, address, total: rows.length, orders: [] });
  }
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
