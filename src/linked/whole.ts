/** What do these articles tell together, and nothing else? Stage 5 over tables in memory: for archives that are looked at once. */
import { IN_MEMORY, openDatabase } from "../catalog/database.ts";
import { putAppearance } from "../catalog/entities.ts";
import { remarksIn } from "../catalog/remarks.ts";
import { type Database, inTransaction, storedJson } from "../catalog/statements.ts";
import { allEvents } from "../catalog/told.ts";
import type { ArchiveEvent } from "../event-model.ts";
import type { LinkedEntity } from "../link/linked-entity.ts";
import type { Diagnostic } from "../model.ts";
import type { ArchiveStories, Relation, Story } from "../story-model.ts";

/** What linking finds of articles that belong together. */
export interface ToldTogether extends ArchiveStories {
  readonly events: readonly ArchiveEvent[];
  /** Copies, lines of the editor's that do nothing, phrases that recur. */
  readonly remarks: readonly Diagnostic[];
}

/** Returns what articles tell together, whose names are linked. `put`: keeps the facts of one article; `link`: links them all. */
export function toldTogether<T>(
  articles: readonly T[],
  entities: readonly LinkedEntity[],
  {
    put,
    link,
  }: {
    readonly put: (database: Database, article: T) => void;
    readonly link: (database: Database) => void;
  },
): ToldTogether {
  const database = openDatabase(IN_MEMORY);
  try {
    inTransaction(database, () => {
      for (const article of articles) put(database, article);
      for (const { appearances } of entities)
        for (const appearance of appearances) putAppearance(database, appearance);
      link(database);
    });
    return {
      stories: jsonsOf(database, "story", "slug") as readonly Story[],
      relations: relationsIn(database),
      events: [...allEvents(database)],
      remarks: [...remarksIn(database)],
    };
  } finally {
    database.close();
  }
}

function jsonsOf(database: Database, table: string, key: string): readonly unknown[] {
  const rows = database.prepare(`SELECT json FROM ${table} ORDER BY ${key}`).all();
  return rows.map((row) => storedJson(String(row["json"])));
}

function relationsIn(database: Database): ReadonlyMap<string, readonly Relation[]> {
  const rows = database.prepare("SELECT article, json FROM relation ORDER BY article").all();
  // `putRelations` wrote it
  return new Map(
    rows.map(({ article, json }) => [
      String(article),
      storedJson(String(json)) as readonly Relation[],
    ]),
  );
}
