/** What do the indexes show: people A–Z, topics, places, organisations, all years? Stage 6. */
import type { Entity, EntityKind } from "../model.ts";
import type { CountedLink, IndexPage, IndexRow } from "../page-model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { isParticle } from "../text/particles.ts";
import { lastRole, type PageContext, periodAddress } from "./context.ts";

/** An index with more rows than this has a page for each letter. */
const LONGEST_INDEX = 400;

const INDEXES: readonly {
  readonly of: IndexPage["of"];
  readonly kind: EntityKind;
  readonly title: string;
}[] = [
  { of: "people", kind: "person", title: "People" },
  { of: "topics", kind: "topic", title: "Topics" },
  { of: "places", kind: "place", title: "Places" },
  { of: "organisations", kind: "organisation", title: "Organisations" },
];

/** Yields the index of each kind of name, cut by letter where it is long, and the index of years. */
export function* indexPages(context: PageContext): Generator<IndexPage> {
  for (const index of INDEXES) yield* indexOf(index, context);
  yield archiveIndex(context);
}

function* indexOf(index: (typeof INDEXES)[number], context: PageContext): Generator<IndexPage> {
  const rows = context.catalogue
    .entities(index.kind)
    .map((entity) => ({ row: rowOf(entity, context), key: sortKeyOf(entity) }))
    .sort((a, b) => byCodeUnits(a.key, b.key) || byCodeUnits(a.row.name, b.row.name));
  const address = `/${index.of}/`;
  const page = {
    kind: "index",
    of: index.of,
    title: index.title,
    address,
    total: rows.length,
  } as const;
  if (rows.length <= LONGEST_INDEX) {
    yield { ...page, rows: rows.map(({ row }) => row), letters: [] };
    return;
  }
  const byLetter = groupBy(rows, ({ key }) => letterOf(key));
  const letters: CountedLink[] = [...byLetter].map(([letter, { length }]) => ({
    name: letter,
    address: letterAddress(address, letter),
    count: length,
  }));
  yield { ...page, rows: [], letters };
  for (const [letter, inLetter] of byLetter) {
    yield {
      ...page,
      address: letterAddress(address, letter),
      title: `${index.title}: ${letter}`,
      rows: inLetter.map(({ row }) => row),
      letters,
      letter,
    };
  }
}

function rowOf(entity: Entity, context: PageContext): IndexRow {
  const appearances = context.catalogue.appearances(entity.kind, entity.slug);
  const [first] = appearances;
  const last = appearances.at(-1);
  const role = lastRole(appearances)?.title;
  const from = first && context.entry(first.article).date?.slice(0, 4);
  const to = last && context.entry(last.article).date?.slice(0, 4);
  const sentence = first && context.sentences(first)[0];
  return {
    ...context.link(entity),
    count: appearances.length,
    span: from === undefined ? "undated" : from === to || to === undefined ? from : `${from}–${to}`,
    ...(role !== undefined && { detail: role }),
    ...(!entity.hasPage && sentence !== undefined && { sentence }),
  };
}

/** People stand under their surname, with its particles after it; the rest under their first letter. */
function sortKeyOf({ kind, name }: Entity): string {
  const words = foldName(name).split(" ");
  if (kind !== "person")
    return words.filter((word, index) => index > 0 || word !== "the").join(" ");
  const surname = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  return [surname.replace(/^al-/, ""), ...before.filter((word) => !isParticle(word))].join(" ");
}

function letterOf(key: string): string {
  const letter = /^\p{L}/u.exec(key)?.[0];
  return letter === undefined ? "0–9" : letter.toUpperCase();
}

function letterAddress(address: string, letter: string): string {
  if (letter.startsWith("0")) return `${address}by-letter/0-9/`;
  const isPlain = /^[A-Z]$/.test(letter);
  const part = isPlain ? letter.toLowerCase() : `u${letter.codePointAt(0)?.toString(16)}`;
  return `${address}by-letter/${part}/`;
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
    letters: [],
  };
}
