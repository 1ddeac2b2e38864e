/** How does linking read single sightings, where a unit does not say enough? From the catalogue. */

import { sightingJson } from "../catalog/sightings.ts";
import type { SplitRow } from "../catalog/splits.ts";
import { type Database, statement, storedJson } from "../catalog/statements.ts";
import type { SightingReader, Unit, UnlinkedAppearance } from "../link/units.ts";
import type { EntityKind } from "../model.ts";
import type { Linking } from "./linking.ts";

/** Returns a reader of the sightings of one kind. */
export function sightingReader(
  { database }: Pick<Linking, "database">,
  kind: EntityKind,
): SightingReader {
  return {
    seen: (units) =>
      units.flatMap(({ name, manner, ruling }) =>
        statement(
          database,
          `SELECT article, position, sort_key, worlds, confidence, speaks, by_editor FROM sighting
           WHERE kind = ? AND name = ? AND manner = ? AND ruling = ?`,
        )
          .all(kind, name, manner, ruling)
          .map((row) => ({
            article: String(row["article"]),
            position: Number(row["position"]),
            name,
            sortKey: String(row["sort_key"]),
            worlds: row["worlds"] === "" ? [] : String(row["worlds"]).split(" "),
            confidence: Number(row["confidence"]),
            speaks: row["speaks"] === 1,
            byEditor: row["by_editor"] === 1,
          })),
      ),
    // `replaceSightings` wrote it
    appearance: (_, { article, position }) =>
      storedJson(sightingJson(database, { article, kind, position })) as UnlinkedAppearance,
    areIn: (units, least) =>
      units.some((unit) => isListed(database, kind, unit)) ||
      countArticles(database, kind, { units, most: least }) >= least,
  };
}

/** Returns whether the editor's list alone has put a unit into any article. */
export function isListed(
  database: Database,
  kind: EntityKind,
  { name, manner, ruling }: Pick<Unit, "name" | "manner" | "ruling">,
): boolean {
  return (
    statement(
      database,
      "SELECT 1 FROM sighting WHERE kind = ? AND name = ? AND manner = ? AND ruling = ? AND by_editor = 1 LIMIT 1",
    ).get(kind, name, manner, ruling) !== undefined
  );
}

/** Which articles are counted. */
export interface Counted {
  readonly units: readonly Pick<Unit, "name" | "manner" | "ruling">[];
  /** More than so many need not be counted. */
  readonly most: number;
  /** Sightings as sure as this are. */
  readonly confidence?: number;
}

/** Returns in how many articles units are; looks at no more than it must, so that what is in many is counted as fast. */
function countArticles(
  database: Database,
  kind: EntityKind,
  { units, most, confidence = 0 }: Counted,
): number {
  const articles = new Set<string>();
  for (const { name, manner, ruling } of units) {
    if (articles.size >= most) break;
    const rows = statement(
      database,
      `SELECT DISTINCT article FROM sighting
       WHERE kind = ? AND name = ? AND manner = ? AND ruling = ? AND confidence >= ? LIMIT ?`,
    ).all(kind, name, manner, ruling, confidence, most);
    for (const { article } of rows) articles.add(String(article));
  }
  return articles.size;
}

/** Returns in how many articles somebody is with a confidence; looks no further than it must. */
export function countPeople(
  database: Database,
  { units, splits }: { readonly units: Counted["units"]; readonly splits: readonly SplitRow[] },
  { confidence, most }: { readonly confidence: number; readonly most: number },
): number {
  if (splits.length === 0) return countArticles(database, "person", { units, most, confidence });
  const sure = splits.filter((split) => split.confidence >= confidence);
  return new Set(sure.map(({ article }) => article)).size;
}
