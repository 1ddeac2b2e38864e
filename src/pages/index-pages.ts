/** What do the indexes show: people, topics, places, organisations, all years? Stage 6. */
import type { EntityKind } from "../model.ts";
import type { IndexPage } from "../page-model.ts";
import type { PageContext } from "./context.ts";
import { byLetters } from "./index-cuts.ts";
import { rowsOf } from "./index-rows.ts";
import { periodAddress } from "./page-addresses.ts";
import { peopleIndex } from "./people-index.ts";
import { placesIndex } from "./places-index.ts";
import { topicsIndex } from "./topics-index.ts";

/** Yields the index of a kind of name, cut where it is long. */
export function indexPages(kind: EntityKind, context: PageContext): Generator<IndexPage> {
  return {
    person: peopleIndex,
    place: placesIndex,
    topic: topicsIndex,
    organisation: organisationsIndex,
  }[kind](context);
}

function* organisationsIndex(context: PageContext): Generator<IndexPage> {
  const organisations = rowsOf("organisation", context);
  yield* byLetters(organisations, {
    kind: "index",
    of: "organisations",
    title: context.words.say("index.organisations"),
    words: context.words,
    address: "/organisations/",
    total: organisations.length,
    orders: [],
  });
}

/** Returns the index of years. */
export function archiveIndex(context: PageContext): IndexPage {
  const years = context.print.years();
  const total = context.print.printedIn("");
  const undated = total - years.reduce((sum, { count }) => sum + count, 0);
  const rows = [
    ...(undated > 0
      ? [
          {
            name: context.words.say("time.undatedTitle"),
            address: "/undated/",
            count: undated,
            span: "",
          },
        ]
      : []),
    ...years.map(({ year, count }) => ({
      name: context.words.figures(year),
      address: periodAddress(year),
      count,
      span: "",
    })),
  ];
  return {
    kind: "index",
    of: "archive",
    title: context.words.say("index.years"),
    address: "/archive/",
    total,
    rows,
    groups: [],
    orders: [],
    parts: [],
    partsAre: "letters",
  };
}
