/** Whom and what does the archive know, and where does each appear? The entities that linking made. */
import type { DatabaseSync } from "node:sqlite";
import type { Appearance, Entity, EntityKind } from "../model.ts";
import { IF_NOTING } from "./cells.ts";
import { statement } from "./statements.ts";

const appears = (row: "OLD" | "NEW"): string =>
  `INSERT INTO touched VALUES ('appearances/' || ${row}.kind || '/' || ${row}.slug), ('names/' || ${row}.article) ON CONFLICT DO NOTHING;`;

const within = (row: "OLD" | "NEW"): string =>
  `INSERT INTO touched SELECT 'within/' || json_extract(${row}.json, '$.broader') WHERE json_extract(${row}.json, '$.broader') IS NOT NULL ON CONFLICT DO NOTHING;`;

/** Of an appearance, `quotations` and `roles` are how many of them it has. `moved`: an address that a ruling took away, and the slug that it leads to. */
export const ENTITY_TABLES = `
CREATE TABLE entity (kind TEXT NOT NULL, slug TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug)) WITHOUT ROWID;
CREATE TABLE appearance (kind TEXT NOT NULL, slug TEXT NOT NULL, article TEXT NOT NULL, quotations INTEGER NOT NULL, roles INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, slug, article));
CREATE INDEX appearance_by_article ON appearance (article, kind, slug);
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
CREATE TRIGGER appearance_added AFTER INSERT ON appearance ${IF_NOTING} BEGIN ${appears("NEW")} END;
CREATE TRIGGER appearance_changed AFTER UPDATE ON appearance ${IF_NOTING} BEGIN ${appears("NEW")} END;
CREATE TRIGGER appearance_gone AFTER DELETE ON appearance ${IF_NOTING} BEGIN ${appears("OLD")} END;
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
  const { kind, slug, article, quotations, roles } = appearance;
  statement(
    database,
    `INSERT INTO appearance VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET quotations = excluded.quotations, roles = excluded.roles, json = excluded.json WHERE json IS NOT excluded.json`,
  ).run(kind, slug, article, quotations.length, roles.length, JSON.stringify(appearance));
}

/**
 * Notes what lists articles that have changed: names that appear in articles which stand otherwise in lists now, name others beside them, are in
 * another story or tell of other events; and the days, months and years in which these were printed.
 */
export function touchListsOfTouchedArticles(database: DatabaseSync): void {
  const changed = ["entry", "names", "member", "told"]
    .map(
      (cell) =>
        `SELECT substr(cell, ${cell.length + 2}) AS path FROM touched WHERE cell >= '${cell}/' AND cell < '${cell}0'`,
    )
    .join(" UNION ");
  database.exec(`
    CREATE TEMP TABLE changed AS ${changed};
    INSERT INTO touched SELECT 'appearances/' || kind || '/' || slug FROM appearance WHERE article IN (SELECT path FROM changed) ON CONFLICT DO NOTHING;
    INSERT INTO touched SELECT 'printed/' || substr(day, 1, length) FROM article, (SELECT 4 AS length UNION SELECT 7 UNION SELECT 10)
      WHERE path IN (SELECT path FROM changed) AND (length(day) >= length OR day = '') ON CONFLICT DO NOTHING;
    DROP TABLE changed;`);
}
