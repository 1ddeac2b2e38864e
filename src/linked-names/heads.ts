/** What stands at the head of each entity? A step of linking: names, pages and reasons, once its articles are counted. */

import { putEntity } from "../catalog/entities.ts";
import { articlesWith, hasIdentity, identitiesWhere, identityOf } from "../catalog/identities.ts";
import { addTask, takeTasks } from "../catalog/link-tasks.ts";
import { type Database, statement } from "../catalog/statements.ts";
import type { UnitId } from "../catalog/units.ts";
import { leadsBy } from "../link/entity-topics.ts";
import type { Entity, EntityKind, PageReason } from "../model.ts";
import { type Judged, judgedOf } from "./judged.ts";
import { KINDS, type Linking } from "./linking.ts";
import { settlePerson } from "./people-remarks.ts";
import { countPeople, isListed } from "./sighting-reader.ts";

/** Writes the heads that differ, and takes out those of entities that are gone. */
export function writeHeads(linking: Linking): void {
  const { database } = linking;
  for (const kind of KINDS) {
    for (const key of takeTasks(database, `head ${kind}`)) {
      const row = identityOf(database, kind, key);
      const judged = row && judgedOf(linking, kind, row);
      if (kind === "person") settlePerson(linking, key, judged);
      if (judged?.row.slug !== undefined) putEntity(database, headOf(linking, kind, judged));
    }
    for (const slug of takeTasks(database, `gone ${kind}`)) {
      if (kind === "topic") addTask(database, "wider", slug);
      if (hasIdentity(database, kind, "slug", slug)) continue;
      statement(database, "DELETE FROM entity WHERE kind = ? AND slug = ?").run(kind, slug);
    }
  }
  for (const id of takeTasks(database, "wider")) writeWider(linking, id);
}

function headOf(linking: Linking, kind: EntityKind, judged: Judged): Entity {
  const { slug = "" } = judged.row;
  const { name, variants, label, rest } = judged.about;
  const leads = kind === "organisation" ? leadsOf(linking, slug, judged) : undefined;
  const entity: Entity = {
    kind,
    slug,
    name,
    variants,
    ...pageOf(linking, kind, judged),
    ...(label !== undefined && { label }),
    ...rest,
  };
  return leads !== undefined && entity.hasPage ? { ...entity, leads } : entity;
}

type Page = Pick<Entity, "hasPage" | "reason">;

function pageOf(linking: Linking, kind: EntityKind, judged: Judged): Page {
  const { thresholds, database } = linking;
  const { articles, units, row } = judged;
  const { recorded } = judged.about;
  if (kind === "topic" && recorded === true) return withPage("ownTopic", articles);
  if (recorded === true) return withPage("record", articles);
  if (kind === "person") return judge(linking, judged);
  const least = {
    organisation: thresholds.organisationArticles,
    place: thresholds.placeArticles,
    topic: thresholds.topicArticles,
  }[kind];
  if (articles >= least || units.some((unit) => isListed(database, kind, unit)))
    return withPage("count", articles);
  const all = kind === "topic" ? articlesWith(database, "wider", row.slug ?? "") : 0;
  if (kind === "topic" && all >= least) return withPage("wider", all);
  return { hasPage: false, reason: { kind: "count", articles } };
}

function withPage(kind: PageReason["kind"], articles: number): Page {
  return { hasPage: true, reason: { kind, articles } };
}

function judge({ database, thresholds }: Linking, judged: Judged): Page {
  const { articles, units, splits } = judged;
  const byEditor =
    splits.some((split) => split.byEditor) ||
    units.some((unit) => isListed(database, "person", unit));
  if (byEditor) return withPage("editor", articles);
  const surely = (confidence: number, most: number): number =>
    countPeople(database, judged, { confidence, most });
  if (surely(thresholds.personSure, 1) > 0) return withPage("surely", articles);
  const least = thresholds.personArticles;
  if (surely(thresholds.personLikely, least) >= least) return withPage("probably", articles);
  const speaks = splits.some((one) => one.speaks) || units.some((unit) => isHeard(database, unit));
  if (speaks) return withPage("quoted", articles);
  return { hasPage: false, reason: { kind: "unsure", articles } };
}

function isHeard(database: Database, { name, manner, ruling }: UnitId): boolean {
  return (
    statement(
      database,
      "SELECT 1 FROM sighting WHERE kind = 'person' AND name = ? AND manner = ? AND ruling = ? AND speaks = 1 LIMIT 1",
    ).get(name, manner, ruling) !== undefined
  );
}

/** An organisation that leads many articles is what they are about. It has a page already, which is listed among the topics. */
function leadsOf(
  { database, thresholds, topics }: Linking,
  slug: string,
  { articles, units }: Judged,
): number | undefined {
  const least = thresholds.leadingOrganisationArticles;
  if (least === 0 || articles < least || topics.removed.has(slug)) return undefined;
  const bits = new Map<string, number>();
  for (const { name, manner, ruling } of units) {
    const rows = statement(
      database,
      "SELECT article, lead FROM sighting WHERE kind = 'organisation' AND name = ? AND manner = ? AND ruling = ? AND lead > 0",
    ).all(name, manner, ruling);
    for (const { article, lead } of rows)
      bits.set(String(article), (bits.get(String(article)) ?? 0) | Number(lead));
  }
  const leads = [...bits.values()].filter(leadsBy).length;
  return leads < least ? undefined : leads;
}

/** A wider topic that no article is about by itself has a page if the topics within it are in enough. */
function writeWider(linking: Linking, id: string): void {
  const { database, wider, thresholds } = linking;
  const [row] = identitiesWhere(database, "topic", "slug", [id]);
  if (row !== undefined) {
    putEntity(database, headOf(linking, "topic", judgedOf(linking, "topic", row)));
    return;
  }
  const articles = articlesWith(database, "wider", id);
  const entity = articles >= thresholds.topicArticles ? wider.entity(id, articles) : undefined;
  if (entity !== undefined) putEntity(database, entity);
  else statement(database, "DELETE FROM entity WHERE kind = 'topic' AND slug = ?").run(id);
}
