/** Which single sightings of a name are whose, where it is two people's? */
import type { DatabaseSync } from "node:sqlite";
import type { EntityKind } from "../model.ts";
import { statement } from "./statements.ts";

/** A sighting and whose it is; `json` where but a part of the appearance is meant. */
export interface SplitRow {
  readonly article: string;
  readonly position: number;
  readonly key: string;
  readonly confidence: number;
  readonly speaks: boolean;
  readonly byEditor: boolean;
  readonly json?: string;
}

/** Which sighting is whose. */
export type SplitId = Pick<SplitRow, "article" | "key" | "position">;

/** Of which split sightings others take the place: of those of whole blocks, or of those that these had. */
export type SplitScope =
  | { readonly bases: readonly string[] }
  | { readonly keys: readonly string[] };

/** Puts split sightings in the place of those that there were; returns those that have come, gone or changed. */
export function replaceSplits(
  database: DatabaseSync,
  kind: EntityKind,
  scope: SplitScope,
  { base, splits }: { readonly base: string; readonly splits: readonly SplitRow[] },
): readonly SplitId[] {
  const idOf = ({ article, position, key }: SplitId): string =>
    JSON.stringify([article, position, key]);
  const [column, values] = "bases" in scope ? ["base", scope.bases] : ["key", scope.keys];
  const rows = values.flatMap((one) =>
    statement(
      database,
      `SELECT article, position, key, base, confidence, speaks, by_editor, json
       FROM split INDEXED BY split_by_${column} WHERE kind = ? AND ${column} = ?`,
    ).all(kind, one),
  );
  const before = new Map(
    rows.map((row) => [
      idOf(row as unknown as SplitId),
      { id: row as unknown as SplitId, columns: Object.values(row) },
    ]),
  );
  const differing: SplitId[] = [];
  for (const split of splits) {
    const { article, position, key } = split;
    const columns = [
      ...[article, position, key, base, split.confidence],
      ...[Number(split.speaks), Number(split.byEditor), split.json ?? null],
    ];
    const former = before.get(idOf(split));
    before.delete(idOf(split));
    if (former !== undefined && columns.every((column, at) => column === former.columns[at]))
      continue;
    statement(database, "INSERT OR REPLACE INTO split VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
      article,
      kind,
      ...columns.slice(1),
    );
    differing.push({ article, position, key });
  }
  for (const { id } of before.values()) {
    const { article, position, key } = id;
    statement(
      database,
      "DELETE FROM split WHERE article = ? AND kind = ? AND position = ? AND key = ?",
    ).run(article, kind, position, key);
    differing.push(id);
  }
  return differing;
}

/** Returns the sightings that are one's by themselves; none of nearly everybody. */
export function splitsOf(database: DatabaseSync, kind: EntityKind, key: string): SplitRow[] {
  const rows = statement(
    database,
    `SELECT article, position, confidence, speaks, by_editor FROM split INDEXED BY split_by_key WHERE kind = ? AND key = ?
     ORDER BY article, position`,
  ).all(kind, key);
  return rows.map((row) => ({
    article: String(row["article"]),
    position: Number(row["position"]),
    key,
    confidence: Number(row["confidence"]),
    speaks: row["speaks"] === 1,
    byEditor: row["by_editor"] === 1,
  }));
}
