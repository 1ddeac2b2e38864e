/** In which orders are places listed? Stage 6: A–Z, by country. */
import type { IndexPage } from "../page-model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { countryName } from "../words/countries.ts";
import type { PageContext } from "./context.ts";
import { byLetters, type IndexHead } from "./index-cuts.ts";
import { byGroups, freeSlug, ordersFrom, type RowGroup } from "./index-groups.ts";
import { type KeyedRow, rowsOf } from "./index-rows.ts";
import { MOST_LOCATED, mapOf } from "./maps.ts";

/** A place may be called anything, but no place's page has a page called `country`. */
const A_TO_Z = { order: "index.aToZ", address: "/places/" } as const;
const BY_COUNTRY = { order: "index.byCountry", address: "/places/by/country/" } as const;
const ORDERS = [A_TO_Z, BY_COUNTRY] as const;

/** Yields the index of places in each of its orders; A–Z alone where no place's country is known. */
export function* placesIndex(context: PageContext): Generator<IndexPage> {
  const rows = rowsOf("place", context);
  const { words } = context;
  const all = ORDERS.map(({ order, address }) => ({ name: words.say(order), address }));
  const countries = countriesOf(rows, words);
  const orders = countries.length > 0 ? ordersFrom(all, A_TO_Z) : [];
  const head = {
    kind: "index",
    of: "places",
    title: words.say("index.places"),
    total: rows.length,
    words,
  } as const;
  const map = mapOf(context.names.mostPlaces(MOST_LOCATED), context, { most: MOST_ON_MAP });
  for (const page of byLetters(rows, { ...head, address: A_TO_Z.address, orders }))
    yield page.address === A_TO_Z.address && map !== undefined ? { ...page, map } : page;
  if (countries.length === 0) return;
  const listed = countries.reduce((sum, country) => sum + country.rows.length, 0);
  const left = rows.length - listed;
  const byCountry: IndexHead = {
    ...head,
    title: words.say("index.placesByCountry"),
    address: BY_COUNTRY.address,
    total: listed,
    orders: ordersFrom(all, BY_COUNTRY),
    about:
      left === 0 ? words.say("index.countries") : words.say("index.countriesLeft", { count: left }),
  };
  yield* byGroups(countries, byCountry, all);
}

/** Dots on the map of all places. */
const MOST_ON_MAP = 200;

/** A–Z; a country stands first among its places. */
function countriesOf(rows: readonly KeyedRow[], words: InterfaceWords): readonly RowGroup[] {
  const inCountries = rows.flatMap((keyed) => {
    const name = keyed.country === undefined ? undefined : countryName(keyed.country);
    return name === undefined ? [] : [{ name, keyed }];
  });
  const slugs = new Set<string>();
  return [...groupBy(inCountries, ({ name }) => name)]
    .sort(([a], [b]) => byCodeUnits(foldName(a), foldName(b)))
    .map(([name, members]) => {
      const own = members.filter(({ keyed }) => keyed.row.name === name);
      const others = members.filter(({ keyed }) => keyed.row.name !== name);
      const listed = [...own, ...others].map(({ keyed }) => keyed);
      const code = members[0]?.keyed.country ?? "";
      return { name: words.country(code, name), slug: freeSlug(name, slugs), rows: listed };
    });
}
