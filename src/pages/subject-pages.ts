/** What does the page of a topic, a place or an organisation show? Stage 6. */
import type { Appearance, Entity } from "../model.ts";
import type { ChapterPage, ShelfPage, SubjectPage } from "../page-model.ts";
import type { Link } from "../page-parts.ts";
import { countryName } from "../words/countries.ts";
import { chaptersOf, isLong, portion } from "./chapters.ts";
import { entityAddress, type PageContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { OF_SUBJECT, OF_TOPIC } from "./findings.ts";
import { mapAround, mapOf, positionOfPlace } from "./maps.ts";
import { remarkedOf } from "./remarked.ts";
import { shelve } from "./shelves.ts";

const MOST_NAMES = 20;
/** Rows of each list on the page of a place or an organisation whose years have pages of their own. */
const NEWEST = 20;
/** The years of a topic list its articles alone. */
const MOST_OF_TOPIC = 30;

/** Yields each subject's page, and the pages of years that are too long for it. */
export function* subjectPages(
  context: PageContext,
): Generator<SubjectPage | ChapterPage | ShelfPage> {
  for (const kind of ["topic", "place", "organisation"] as const) {
    for (const entity of context.catalogue.entities(kind)) {
      if (entity.hasPage) yield* pagesOf(entity, kind, context);
    }
  }
}

function* pagesOf(
  entity: Entity,
  kind: SubjectPage["kind"],
  context: PageContext,
): Generator<SubjectPage | ChapterPage | ShelfPage> {
  const country = entity.country === undefined ? undefined : countryName(entity.country);
  const position = positionOfPlace(entity);
  const newestFirst = [...context.catalogue.appearances(kind, entity.slug)].reverse();
  const paths = newestFirst.map(({ article }) => article);
  const address = entityAddress(kind, entity.slug);
  const { entries, lists, pages } = listsOf(kind, newestFirst, {
    owner: { name: entity.name, address },
    context,
  });
  const last = entries[0];
  const first = entries.at(-1);
  const named = context.tally("place", paths);
  const map = kind === "place" ? mapAround(entity.slug, named, context) : mapOf(named, context);
  const others = (of: SubjectPage["kind"] | "person") =>
    context
      .counted(of, paths)
      .filter((other) => other.address !== address)
      .slice(0, MOST_NAMES);
  yield {
    kind,
    address,
    title: entity.name,
    name: entity.name,
    variants: entity.variants,
    ...(entity.label !== undefined && { label: entity.label }),
    ...(country !== undefined && country !== entity.name && { country }),
    ...(position !== undefined && { position }),
    ...(map !== undefined && { map }),
    ...(entity.note !== undefined && { note: entity.note }),
    ...(entity.code !== undefined && { code: entity.code }),
    narrower: [],
    reason: entity.reason,
    coverage: coverageOf(entries, context),
    people: others("person"),
    places: others("place"),
    topics: others("topic"),
    remarked: remarkedOf(entries),
    ...lists,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
  yield* pages;
}

/** What a page lists of its articles, and the pages that list the rest. */
function listsOf(
  kind: SubjectPage["kind"],
  newestFirst: readonly Appearance[],
  { owner, context }: { readonly owner: Required<Link>; readonly context: PageContext },
) {
  const listing = kind === "topic" ? OF_TOPIC : OF_SUBJECT;
  const { entries, said, mentioned } = listing.find(newestFirst, context);
  const most = (rows: number): Pick<SubjectPage, "said" | "mentioned"> => ({
    said: portion(said, rows),
    mentioned: portion(kind === "topic" ? [] : mentioned, rows),
  });
  if (kind === "topic") {
    const { shelf, pages } = shelve(entries, owner);
    return { entries, lists: { ...most(MOST_OF_TOPIC), articles: shelf }, pages };
  }
  const total = entries.length;
  if (!isLong(newestFirst, OF_SUBJECT, context)) {
    const articles = { total, entries, parts: [] };
    return { entries, lists: { ...most(Number.POSITIVE_INFINITY), articles }, pages: [] };
  }
  const { parts, pages } = chaptersOf(newestFirst, owner, OF_SUBJECT, context);
  return { entries, lists: { ...most(NEWEST), articles: { total, entries: [], parts } }, pages };
}
