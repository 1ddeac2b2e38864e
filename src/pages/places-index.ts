/** In which orders are places listed? Stage 6: A–Z, by country. */
import type { IndexPage } from "../page-model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { countryName } from "../words/countries.ts";
import type { PageContext } from "./context.ts";
import { byLetters, type IndexHead } from "./index-cuts.ts";
import { byGroups, freeSlug, ordersFrom, type RowGroup } from "./index-groups.ts";
import { type KeyedRow, rowsOf } from "./index-rows.ts";
import { MOST_LOCATED, mapOf } from "./maps.ts";

/** A place may be called anything, but no place's page has a page called `country`. */
const A_TO_Z = { name: "A–Z", address: "/places/" };
const BY_COUNTRY = { name: "By country", address: "/places/by/country/" };
const ORDERS = [A_TO_Z, BY_COUNTRY];

/** Yields the index of places in each of its orders; A–Z alone where no place's country is known. */
export function* placesIndex(context: PageContext): Generator<IndexPage> {
  const rows = rowsOf("place", context);
  const countries = countriesOf(rows);
  const orders = countries.length > 0 ? ordersFrom(ORDERS, A_TO_Z) : [];
  const head = { kind: "index", of: "places", title: "Places", total: rows.length } as const;
  const map = mapOf(context.names.mostPlaces(MOST_LOCATED), context, { most: MOST_ON_MAP });
  for (const page of byLetters(rows, { ...head, address: A_TO_Z.address, orders }))
    yield page.address === A_TO_Z.address && map !== undefined ? { ...page, map } : page;
  if (countries.length === 0) return;
  const listed = countries.reduce((sum, country) => sum + country.rows.length, 0);
  const left = rows.length - listed;
  const byCountry: IndexHead = {
    ...head,
    title: "Places by country",
    address: BY_COUNTRY.address,
    total: listed,
    orders: ordersFrom(ORDERS, BY_COUNTRY),
    about: `Under the country that each lies in.${left === 0 ? "" : ` ${left} more, whose country is not known or that lie in several, are under A–Z alone.`}`,
  };
  yield* byGroups(countries, byCountry, ORDERS);
}

/** Dots on the map of all places. */
const MOST_ON_MAP = 200;

/** A–Z; a country stands first among its places. */
function countriesOf(rows: readonly KeyedRow[]): readonly RowGroup[] {
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
      return { name, slug: freeSlug(name, slugs), rows: listed };
    });
}
