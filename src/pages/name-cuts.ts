/** Is so much known of a name that its years have pages of their own, and which of these are cut further? Stage 6. */
import { type Chapter, putChapters } from "../catalog/chapters.ts";
import type { NamedDay } from "../catalog/reading-entities.ts";
import type { Entity, EntityKind } from "../model.ts";
import { groupBy } from "../text/grouping.ts";
import { partOf } from "./chapter-periods.ts";
import type { PageContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { peaksOf } from "./peaks.ts";
import { LONGEST_LIST } from "./shelves.ts";

/** Rows of the longest list on one page; who is named more often gets a page for each year. */
const LONGEST_PAGE = 100;
/** A year with more than this gets a page for each month, a month with more one for each day. */
const LONGEST_CHAPTER = 300;

/** Puts into the catalogue how a name is cut. Returns whether there is such a name. */
export function cutName(kind: EntityKind, slug: string, context: PageContext): boolean {
  const entity = context.names.knownEntity(kind, slug);
  putChapters(context.database, { kind, slug }, entity?.hasPage ? chaptersOf(entity, context) : []);
  return entity !== undefined;
}

function chaptersOf(entity: Entity, context: PageContext): readonly Chapter[] {
  const { kind } = entity;
  const days = context.names.days(entity);
  // the pages of a topic list articles alone
  const rowsOf = kind === "topic" ? articlesIn : rowsIn;
  if (rowsOf(days) <= LONGEST_PAGE) return [];
  const most = kind === "topic" ? LONGEST_LIST : LONGEST_CHAPTER;
  const peaks = kind === "topic" && peaksOf(coverageOf(days, context), context);
  const name = { period: "", isCut: true, articles: articlesIn(days), ...(peaks && { peaks }) };
  return [name, ...partsOf(days, "", (within) => rowsOf(within) > most)];
}

function articlesIn(days: readonly NamedDay[]): number {
  return days.reduce((sum, { articles }) => sum + articles, 0);
}

function rowsIn(days: readonly NamedDay[]): number {
  return days.reduce((sum, { rows }) => sum + rows, 0);
}

function partsOf(
  days: readonly NamedDay[],
  parent: string,
  isLong: (days: readonly NamedDay[]) => boolean,
): readonly Chapter[] {
  const byPart = groupBy(days, ({ day }) => partOf(parent, day) ?? "");
  return [...byPart].flatMap(([period, within]) => {
    const isCut = isLong(within) && partOf(period, "") !== undefined;
    const chapter = { period, parent, isCut, articles: articlesIn(within) };
    return isCut ? [chapter, ...partsOf(within, period, isLong)] : [chapter];
  });
}
