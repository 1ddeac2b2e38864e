/** What do the names that have changed come to now? The first steps of linking: from single sightings to units. */

import { addTask, takeTasks } from "../catalog/link-tasks.ts";
import { hintsOn, replaceSightings, topicsOf } from "../catalog/sightings.ts";
import { statement, storedJson } from "../catalog/statements.ts";
import {
  type CountedUnit,
  countUnits,
  dropUnit,
  putUnit,
  setUnitLink,
  type UnitRow,
  unitsInBases,
  unitsNamed,
} from "../catalog/units.ts";
import { topicSighting } from "../link/article-facts.ts";
import { nameTies } from "../link/name-forms.ts";
import { keyInArchive } from "../link/organisation-keys.ts";
import { placesRuled } from "../link/rulings.ts";
import { type TopicFacts, topicsFound } from "../link/topic-facts.ts";
import { unitId } from "../link/units.ts";
import type { EntityKind } from "../model.ts";
import type { RuledKind } from "../settings-model.ts";
import { foldName } from "../text/fold.ts";
import { baseOf, KINDS, type Linking, RULED_KINDS } from "./linking.ts";

/** Settles which topics the articles have that changed, as the archive's topics are now. */
export function settleTopics({ database, topics }: Linking): void {
  for (const article of takeTasks(database, "topics")) {
    const kept = topicsOf(database, article);
    if (kept === undefined) continue;
    // `writeSightings` wrote it
    const facts = storedJson(kept.topics) as TopicFacts;
    const sightings = topicsFound(article, facts, topics).map(topicSighting);
    replaceSightings(database, { article, sortKey: kept.sortKey }, ["topic"], sightings);
  }
}

/** Sets beside each sighting which line of the editor's is about it alone. */
export function applySingleRulings(linking: Linking): void {
  for (const kind of RULED_KINDS) applyTo(linking, kind);
}

function applyTo({ database, names }: Linking, kind: RuledKind): void {
  const wanted = new Map<string, Map<string, string>>();
  for (const { article, folded, id } of placesRuled(names[kind])) {
    const there = wanted.get(article) ?? new Map<string, string>();
    wanted.set(article, there.set(folded, id));
  }
  const ruled = statement(
    database,
    "SELECT DISTINCT article FROM sighting INDEXED BY sighting_ruled WHERE kind = ? AND ruling <> ''",
  ).all(kind);
  const articles = new Set([...wanted.keys(), ...ruled.map(({ article }) => String(article))]);
  for (const article of articles) {
    const rows = statement(
      database,
      "SELECT rowid, name, ruling FROM sighting WHERE article = ? AND kind = ?",
    ).all(article, kind);
    for (const { rowid = 0, name, ruling } of rows) {
      const its = wanted.get(article)?.get(foldName(String(name))) ?? "";
      if (its === ruling) continue;
      statement(database, "UPDATE sighting SET ruling = ? WHERE rowid = ?").run(its, rowid);
      addTask(database, `name ${kind}`, String(name));
      addTask(database, "article", article);
    }
  }
}

/** Counts the units of each name that has changed, and notes the blocks that they are and were in. */
export function countChangedNames(linking: Linking): void {
  const { database } = linking;
  for (const kind of KINDS)
    for (const name of takeTasks(database, `name ${kind}`)) countName(linking, kind, name);
  for (const letters of takeTasks(database, "hint organisation")) relinkLetters(linking, letters);
  for (const key of takeTasks(database, "hint place")) addTask(database, "base place", key);
}

function countName(linking: Linking, kind: EntityKind, name: string): void {
  const { database } = linking;
  const before = new Map(unitsNamed(database, kind, name).map((unit) => [unitId(unit), unit]));
  const folded = foldName(name);
  const counted = countUnits(database, kind, name);
  const isOther = before.size === 0 || counted.length === 0;
  // rulings on names that there are not are told with the nearest that there is; topics have none
  if (isOther && kind !== "topic") addTask(database, `spelling ${kind}`, folded);
  for (const unit of counted) {
    const former = before.get(unitId(unit));
    before.delete(unitId(unit));
    const base = baseOf(kind, unit);
    const link = kind === "organisation" ? linkOf(linking, unit) : base;
    noteBlocks(linking, kind, former);
    noteBlocks(linking, kind, { name, base, link });
    const ties = kind === "person" ? nameTies(name) : {};
    putUnit(database, kind, { unit, folded, base, link, ...ties });
  }
  for (const gone of before.values()) {
    noteBlocks(linking, kind, gone);
    dropUnit(database, kind, gone);
  }
}

function noteBlocks(
  { database }: Linking,
  kind: EntityKind,
  unit: (Pick<UnitRow, "name" | "base" | "link"> & { readonly identity?: string }) | undefined,
): void {
  if (unit === undefined) return;
  // of people not all that are in a block need be looked at
  if (kind === "person") addTask(database, "tied person", unit.name);
  else addTask(database, `base ${kind}`, unit.base);
  if (unit.link !== unit.base) addTask(database, `base ${kind}`, unit.link);
  if (unit.identity !== undefined) addTask(database, `head ${kind}`, unit.identity);
}

function linkOf(
  { database }: Linking,
  { name, manner }: Pick<CountedUnit, "name" | "manner">,
): string {
  const base = baseOf("organisation", { name, manner });
  return keyInArchive(name, manner, hintsOn(database, "organisation", base));
}

/** Letters that an article explains, or no longer explains, may stand for another name everywhere. */
function relinkLetters(linking: Linking, letters: string): void {
  const { database } = linking;
  for (const unit of unitsInBases(database, "organisation", [letters])) {
    if (unit.base !== letters) continue;
    const link = linkOf(linking, unit);
    if (link === unit.link) continue;
    setUnitLink(database, "organisation", unit, link);
    noteBlocks(linking, "organisation", unit);
    noteBlocks(linking, "organisation", { ...unit, link });
  }
}
