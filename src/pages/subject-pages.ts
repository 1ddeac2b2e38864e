/** What does the page of a topic, a place or an organisation show? Stage 6. */
import type { Appearance, Entity } from "../model.ts";
import type { ShelfPage, SubjectPage } from "../page-model.ts";
import type { QuotationEntry, SentenceEntry } from "../page-parts.ts";
import { countryName } from "../words/countries.ts";
import { positionOf } from "../words/town-positions.ts";
import { entityAddress, type PageContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { shelve } from "./shelves.ts";

const MOST_NAMES = 20;
const MOST_SENTENCES = 60;
const MOST_QUOTATIONS = 30;

/** Yields each subject's page, and the pages of lists that are too long for it. */
export function* subjectPages(context: PageContext): Generator<SubjectPage | ShelfPage> {
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
): Generator<SubjectPage | ShelfPage> {
  const country = entity.country === undefined ? undefined : countryName(entity.country);
  const position = positionIn(entity);
  const newestFirst = [...context.catalogue.appearances(kind, entity.slug)].reverse();
  const paths = newestFirst.map(({ article }) => article);
  const entries = paths.map((path) => context.entry(path));
  const last = entries[0];
  const first = entries.at(-1);
  const address = entityAddress(kind, entity.slug);
  const { shelf, pages } = shelve(entries, { name: entity.name, address });
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
    ...(entity.note !== undefined && { note: entity.note }),
    ...(entity.code !== undefined && { code: entity.code }),
    narrower: [],
    reason: entity.reason,
    coverage: coverageOf(entries, context),
    people: others("person"),
    places: others("place"),
    topics: others("topic"),
    said: quotationsIn(paths, context, MOST_QUOTATIONS),
    mentioned: kind === "topic" ? [] : sentencesOf(newestFirst, context),
    articles: shelf,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
  yield* pages;
}

function positionIn({ kind, name, variants, country }: Entity): SubjectPage["position"] {
  if (kind !== "place" || country === undefined) return undefined;
  return [name, ...variants]
    .map((form) => positionOf(form, country))
    .find((position) => position !== undefined);
}

/** Sentences that name it: all that the newest articles have, up to as many as one page shows. */
function sentencesOf(newestFirst: readonly Appearance[], context: PageContext): SentenceEntry[] {
  const sentences: SentenceEntry[] = [];
  for (const appearance of newestFirst) {
    sentences.push(...context.sentences(appearance));
    if (sentences.length >= MOST_SENTENCES) break;
  }
  return sentences.slice(0, MOST_SENTENCES);
}

/** Returns what people say in articles, in their order, at most so many. */
export function quotationsIn(
  paths: readonly string[],
  context: PageContext,
  most: number,
): readonly QuotationEntry[] {
  const quotations: QuotationEntry[] = [];
  for (const path of paths) {
    for (const appearance of context.catalogue.appearancesIn(path)) {
      if (appearance.kind === "person") quotations.push(...context.quotations(appearance));
    }
    if (quotations.length >= most) break;
  }
  return quotations.slice(0, most);
}
