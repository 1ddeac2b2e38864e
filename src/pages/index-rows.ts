/** How does a name stand in an index, and under which letter? Stage 6. */
import { dropIndexRow, indexRows, putIndexRow } from "../catalog/index-rows.ts";
import type { Entity, EntityKind } from "../model.ts";
import type { IndexRow } from "../page-model.ts";
import { foldName } from "../text/fold.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { isParticle } from "../text/particles.ts";
import type { PageContext } from "./context.ts";

/** A row with what it is sorted by and found by. */
export interface KeyedRow {
  readonly row: IndexRow;
  readonly slug: string;
  /** Folded: `okafor ilse`. */
  readonly key: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  /** As of `Entity`. */
  readonly isCountryPair?: true;
  readonly leads?: number;
}

/** Makes the row of a name anew, or takes it out where there is no such name any more. Returns whether there is. */
export function keepRow(kind: EntityKind, slug: string, context: PageContext): boolean {
  const { database } = context;
  const entity = context.names.knownEntity(kind, slug);
  if (entity === undefined) {
    dropIndexRow(database, kind, slug);
    return false;
  }
  const keyed = keyedRow(entity, context);
  const { row, key } = keyed;
  const { hasPage, name } = entity;
  putIndexRow(database, { kind, slug, count: row.count, hasPage, sortKey: key, name }, keyed);
  return true;
}

/** Returns the rows of a kind, A–Z. */
export function rowsOf(kind: EntityKind, context: PageContext): readonly KeyedRow[] {
  context.readings.note(`index/${kind}`);
  // `keepRow` put them there
  return indexRows(context.database, kind) as readonly KeyedRow[];
}

function keyedRow(entity: Entity, context: PageContext): KeyedRow {
  const { slug, country, isCountryPair, leads } = entity;
  return {
    row: rowOf(entity, context),
    slug,
    key: sortKeyOf(entity),
    ...(country !== undefined && { country }),
    ...(isCountryPair && { isCountryPair }),
    ...(leads !== undefined && { leads }),
  };
}

function rowOf(entity: Entity, context: PageContext): IndexRow {
  const { kind, slug, label, hasPage } = entity;
  const { count, quotations, first, last } = context.names.naming(entity);
  const role = kind === "person" ? context.names.lastRole(slug) : undefined;
  const named = hasPage ? undefined : context.names.firstAppearance(kind, slug);
  const sentence = named && context.sentences(named)[0];
  return {
    ...context.names.link(entity),
    count,
    ...(quotations > 0 && { quotations }),
    span: spanOf(first?.slice(0, 4), last?.slice(0, 4), context.words),
    ...(label !== undefined && { label }),
    ...(role !== undefined && {
      detail: role.title,
      detailAddress: `${context.articles.entry(role.article).address}#${role.sentence.anchor}`,
    }),
    ...(sentence !== undefined && { sentence }),
  };
}

function spanOf(from: string | undefined, to: string | undefined, words: InterfaceWords): string {
  if (from === undefined || to === undefined) return words.say("time.undated");
  const [first, last] = [words.figures(from), words.figures(to)];
  return first === last ? first : words.say("list.range", { from: first, to: last });
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
