/** Whom and what does the archive know, and where does each appear? The entities that linking made. */
import type { DatabaseSync } from "node:sqlite";
import type { Appearance, Entity, EntityKind } from "../model.ts";
import { IF_NOTING } from "./cells.ts";
import { statement } from "./statements.ts";

/** What tells an entity from all others. */
export type Named = Pick<Entity, "kind" | "slug">;

/** The cells of what a name has in the archive, in a year, in a month and on a day. */
const appearancesIn = (row: string): readonly string[] => {
  const cell = `'appearances/' || ${row}kind || '/' || ${row}slug`;
  return [cell, ...[4, 7, 10].map((length) => `${cell} || '/' || substr(${row}day, 1, ${length})`)];
};

const appears = (row: "OLD" | "NEW"): string =>
  appearancesIn(`${row}.`)
    .map((cell) => `(${cell})`)
    .join(", ");

/** Who is named in an article, and what is said in it. */
const namesIn = (row: "OLD" | "NEW"): string =>
  `('names/' || ${row}.article), ('named/' || ${row}.article), ('said/' || ${row}.article)`;

/** What somebody says, as lists show it: wherever in the text it stands. */
const saidBy = (row: "OLD" | "NEW"): string =>
  `(SELECT json_group_array(json_remove(value, '$.start', '$.end')) FROM json_each(${row}.json, '$.quotations'))`;

/** All that lists show of an appearance. */
const shown = (row: "OLD" | "NEW"): string =>
  `${row}.day, ${row}.spoken, json_remove(${row}.json, '$.mentions', '$.quotations'), ${saidBy(row)}`;

const within = (row: "OLD" | "NEW"): string =>
  `INSERT INTO touched SELECT 'within/' || json_extract(${row}.json, '$.broader') WHERE json_extract(${row}.json, '$.broader') IS NOT NULL ON CONFLICT DO NOTHING;`;

/**
 * Of an appearance, `quotations`, `roles` and `sentences` are how many of them it has; `day`: of its article, and `spoken`: how many utterances that
 * have a speaker; `position`: of the sighting that it is, where it is one and no other keeps what is shown of it. `moved`: an address that a ruling took away, and the slug that it leads to.
 */
export const ENTITY_TABLES = `
CREATE TABLE entity (kind TEXT NOT NULL, slug TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug)) WITHOUT ROWID;
CREATE TABLE appearance (kind TEXT NOT NULL, slug TEXT NOT NULL, article TEXT NOT NULL, quotations INTEGER NOT NULL, roles INTEGER NOT NULL, sentences INTEGER NOT NULL DEFAULT 0, day TEXT NOT NULL DEFAULT '', spoken INTEGER NOT NULL DEFAULT 0, position INTEGER, json TEXT NOT NULL, PRIMARY KEY (article, kind, slug));
CREATE INDEX appearance_by_day ON appearance (kind, slug, day, article, sentences, spoken, quotations);
CREATE INDEX appearance_with_role ON appearance (kind, slug, day) WHERE roles > 0;
CREATE TRIGGER appearance_placed AFTER INSERT ON article BEGIN
  UPDATE appearance SET day = NEW.day, spoken = NEW.attributed WHERE article = NEW.path;
END;
CREATE TRIGGER appearance_dated AFTER UPDATE OF day, attributed ON article WHEN (OLD.day, OLD.attributed) IS NOT (NEW.day, NEW.attributed) BEGIN
  UPDATE appearance SET day = NEW.day, spoken = NEW.attributed WHERE article = NEW.path;
END;
CREATE TABLE moved (kind TEXT NOT NULL, former TEXT NOT NULL, now TEXT NOT NULL, PRIMARY KEY (kind, former)) WITHOUT ROWID;
CREATE INDEX topic_by_broader ON entity (json_extract(json, '$.broader')) WHERE kind = 'topic';
CREATE TRIGGER entity_added AFTER INSERT ON entity ${IF_NOTING} BEGIN
  ${within("NEW")}
  INSERT INTO touched VALUES ('entity/' || NEW.kind || '/' || NEW.slug) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER entity_changed AFTER UPDATE ON entity ${IF_NOTING} BEGIN
  ${within("OLD")} ${within("NEW")}
  INSERT INTO touched VALUES ('entity/' || NEW.kind || '/' || NEW.slug) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER entity_gone AFTER DELETE ON entity ${IF_NOTING} BEGIN
  ${within("OLD")}
  INSERT INTO touched VALUES ('entity/' || OLD.kind || '/' || OLD.slug) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER appearance_added AFTER INSERT ON appearance ${IF_NOTING} BEGIN
  INSERT INTO touched VALUES ${appears("NEW")}, ${namesIn("NEW")} ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER appearance_changed AFTER UPDATE ON appearance ${IF_NOTING} BEGIN
  INSERT INTO touched VALUES ('names/' || NEW.article) ON CONFLICT DO NOTHING;
  INSERT INTO touched SELECT 'said/' || NEW.article WHERE ${saidBy("OLD")} IS NOT ${saidBy("NEW")} ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER appearance_relisted AFTER UPDATE ON appearance ${IF_NOTING} AND (${shown("OLD")}) IS NOT (${shown("NEW")}) BEGIN
  INSERT INTO touched VALUES ${appears("OLD")}, ${appears("NEW")} ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER appearance_gone AFTER DELETE ON appearance ${IF_NOTING} BEGIN
  INSERT INTO touched VALUES ${appears("OLD")}, ${namesIn("OLD")} ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER moved_added AFTER INSERT ON moved ${IF_NOTING} BEGIN INSERT INTO touched VALUES ('moved') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER moved_changed AFTER UPDATE ON moved ${IF_NOTING} BEGIN INSERT INTO touched VALUES ('moved') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER moved_gone AFTER DELETE ON moved ${IF_NOTING} BEGIN INSERT INTO touched VALUES ('moved') ON CONFLICT DO NOTHING; END;
`;

/** An entity's former slug and the one of its kind that it leads to now. */
export interface MovedEntity {
  readonly kind: EntityKind;
  readonly from: string;
  readonly to: string;
}

/** Puts an entity in, or what has changed of it. */
export function putEntity(database: DatabaseSync, entity: Entity): void {
  statement(
    database,
    "INSERT INTO entity VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json WHERE json IS NOT excluded.json",
  ).run(entity.kind, entity.slug, JSON.stringify(entity));
}

/** Puts an appearance in, or what has changed of it. */
export function putAppearance(database: DatabaseSync, appearance: Appearance): void {
  const { quotations, roles } = appearance;
  const counts = { quotations: quotations.length, roles: roles.length };
  putAppearanceRow(database, { ...appearance, ...counts, json: JSON.stringify(appearance) });
}

/** An appearance written out. */
export interface AppearanceRow extends Pick<Appearance, "kind" | "slug" | "article"> {
  /** How many it has. */
  readonly quotations: number;
  readonly roles: number;
  /** Of the sighting that it is, where it is one, whole. */
  readonly position?: number;
  readonly json: string;
}

/** Puts an appearance in that has been written out, or what has changed of it. Its article should be there before it. */
export function putAppearanceRow(database: DatabaseSync, row: AppearanceRow): void {
  const { kind, slug, article, quotations, roles, position = null, json } = row;
  statement(
    database,
    `INSERT INTO appearance (kind, slug, article, quotations, roles, sentences, day, spoken, position, json)
     SELECT ?1, ?2, ?3, ?4, ?5, coalesce(json_array_length(?6, '$.sentences'), 0), coalesce(day, ''), coalesce(attributed, 0), ?7, ?6
       FROM (SELECT 1) LEFT JOIN article ON path = ?3 WHERE true
     ON CONFLICT DO UPDATE SET quotations = excluded.quotations, roles = excluded.roles, sentences = excluded.sentences,
       position = excluded.position, json = excluded.json
     WHERE (json, position) IS NOT (excluded.json, excluded.position)`,
  ).run(kind, slug, article, quotations, roles, json, position);
}

/**
 * Notes what lists articles that have changed: names that appear in articles which stand otherwise in lists now, name others beside them, are in
 * another story or tell of other events; and the days, months and years in which these were printed.
 */
export function touchListsOfTouchedArticles(database: DatabaseSync): void {
  const changed = ["entry", "named", "said", "member", "told"]
    .map(
      (cell) =>
        `SELECT substr(cell, ${cell.length + 2}) AS path FROM touched WHERE cell >= '${cell}/' AND cell < '${cell}0'`,
    )
    .join(" UNION ");
  database.exec(`
    CREATE TEMP TABLE changed AS ${changed};
    ${appearancesIn("")
      .map(
        (cell) =>
          `INSERT INTO touched SELECT ${cell} FROM appearance WHERE article IN (SELECT path FROM changed) ON CONFLICT DO NOTHING;`,
      )
      .join("\n    ")}
    INSERT INTO touched SELECT 'printed/' || substr(day, 1, length) FROM article, (SELECT 4 AS length UNION SELECT 7 UNION SELECT 10)
      WHERE path IN (SELECT path FROM changed) AND (length(day) >= length OR day = '') ON CONFLICT DO NOTHING;
    DROP TABLE changed;`);
}
