/** How does a name stand in an index, and under which letter? Stage 6. */
import type { Entity } from "../model.ts";
import type { IndexRow } from "../page-model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { isParticle } from "../text/particles.ts";
import { lastRole, type PageContext } from "./context.ts";
import { appearancesWithin } from "./topic-tree.ts";

/** A row with what it is sorted by. */
export interface KeyedRow {
  readonly row: IndexRow;
  readonly slug: string;
  /** Folded: `okafor ilse`. */
  readonly key: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
}

/** Returns the rows of names, A–Z. */
export function rowsOf(entities: readonly Entity[], context: PageContext): readonly KeyedRow[] {
  return entities
    .map((entity) => ({
      row: rowOf(entity, context),
      slug: entity.slug,
      key: sortKeyOf(entity),
      ...(entity.country !== undefined && { country: entity.country }),
    }))
    .sort(
      (a, b) =>
        byCodeUnits(a.key, b.key) ||
        byCodeUnits(a.row.name, b.row.name) ||
        byCodeUnits(a.row.address ?? "", b.row.address ?? ""),
    );
}

function rowOf(entity: Entity, context: PageContext): IndexRow {
  const appearances = appearancesWithin(entity, context);
  const [first] = appearances;
  const role = lastRole(appearances);
  const sentence = first && context.sentences(first)[0];
  const years = appearances.flatMap(
    ({ article }) => context.entry(article).date?.slice(0, 4) ?? [],
  );
  const quotations = appearances.reduce((sum, one) => sum + one.quotations.length, 0);
  return {
    ...context.link(entity),
    count: appearances.length,
    ...(quotations > 0 && { quotations }),
    span: spanOf(years[0], years.at(-1)),
    ...(entity.label !== undefined && { label: entity.label }),
    ...(role !== undefined && {
      detail: role.title,
      detailAddress: `${context.entry(role.article).address}#${role.sentence.anchor}`,
    }),
    ...(!entity.hasPage && sentence !== undefined && { sentence }),
  };
}

function spanOf(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined) return "undated";
  return from === to ? from : `${from}–${to}`;
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
