/** Whom and what do articles name, all together and from nothing? For commands that make no build, and for tests. */
import { IN_MEMORY, openDatabase } from "../catalog/database.ts";
import { remarksIn } from "../catalog/remarks.ts";
import { type Database, inTransaction, statement, storedJson } from "../catalog/statements.ts";
import type { ArchiveLinks, LinkedEntity } from "../link/linked-entity.ts";
import type { Appearance, ArchiveArticle, Entity, EntityKind } from "../model.ts";
import type { ArchiveTopics, Decisions, Thresholds } from "../settings-model.ts";
import { groupBy } from "../text/grouping.ts";
import { writeSightings } from "./facts.ts";
import { linkNames } from "./linked-names.ts";

/** What the editor has laid down about names and topics. */
export interface EditorRulings {
  readonly names: Decisions["names"];
  readonly topics: ArchiveTopics;
}

/**
 * Returns the entities of articles, by kind and slug, as the editor's decisions have them. The order of the articles
 * does not matter for who is who; appearances keep it. Links in memory, by the same steps as `linkNames`.
 */
export function linkArchive(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
  { names, topics }: EditorRulings,
): ArchiveLinks {
  const database = openDatabase(IN_MEMORY);
  try {
    inTransaction(database, () => {
      for (const article of articles) writeSightings(database, article);
      linkNames(database, { thresholds, topics, names });
    });
    const moved = statement(
      database,
      'SELECT kind, former AS "from", now AS "to" FROM moved ORDER BY kind, former',
    ).all();
    return {
      entities: entitiesIn(database, articles),
      remarks: [...remarksIn(database)],
      // three columns of these types
      moved: moved.map((row) => ({ ...row })) as unknown as ArchiveLinks["moved"],
    };
  } finally {
    database.close();
  }
}

function entitiesIn(
  database: Database,
  articles: readonly ArchiveArticle[],
): readonly LinkedEntity[] {
  const order = new Map(articles.map(({ path }, index) => [path, index]));
  const place = ({ article }: Appearance): number => order.get(article) ?? 0;
  const parsed = <T>(sql: string): T[] =>
    statement(database, sql)
      .all()
      .map((row) => storedJson(String(row["json"])) as T);
  const idOf = ({ kind, slug }: { kind: EntityKind; slug: string }): string => `${kind} ${slug}`;
  const appearances = groupBy(parsed<Appearance>("SELECT json FROM appearance"), idOf);
  return parsed<Entity>("SELECT json FROM entity ORDER BY kind, slug").map((entity) => ({
    entity,
    appearances: (appearances.get(idOf(entity)) ?? []).sort((a, b) => place(a) - place(b)),
  }));
}
