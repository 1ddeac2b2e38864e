/** What of a block differs from what was kept of it? Writes that, and notes the addresses, articles and heads that it touches. */

import {
  dropFormer,
  dropIdentity,
  type FormerRow,
  formerWhere,
  type IdentityRow,
  identitiesWhere,
  putFormer,
  putIdentity,
} from "../catalog/identities.ts";
import { addTask, dropTask } from "../catalog/link-tasks.ts";
import { replaceSplits } from "../catalog/splits.ts";
import { type Database, statement } from "../catalog/statements.ts";
import { setUnitIdentity, type UnitId, type UnitRow, unitsOfIdentity } from "../catalog/units.ts";
import type { Former, Identity, LinkedBlock } from "../link/identity.ts";
import { slugGroup } from "../link/slugs.ts";
import { type Unit, unitId } from "../link/units.ts";
import type { EntityKind } from "../model.ts";
import { baseOf, type Linking } from "./linking.ts";

/** All that is linked together. */
export interface Block {
  readonly kind: EntityKind;
  /** Every base and link key in it; those of units that are gone, too. */
  readonly bases: readonly string[];
  readonly units: readonly UnitRow[];
  /** Where it is but a part of its bases: the names in it; those of units that are gone, too. */
  readonly names?: ReadonlySet<string>;
  /** Whether a ruling joins, renames, fixes or keeps apart a name in it. */
  readonly isRuled: boolean;
}

/** Puts a block as it is linked now in the place of what was kept of it. */
export function storeBlock(linking: Linking, block: Block, linked: LinkedBlock): void {
  const before = identitiesIn(linking, block);
  storeIdentities(linking, block, { identities: linked.identities, before });
  // whom a block held without rulings is told of one with rulings only, and of such a one no part is linked by itself
  if (block.names === undefined) storeFormer(linking, block, linked.former ?? []);
  storeSplits(linking, block, { identities: linked.identities, before });
  const keys = new Map(
    linked.identities.flatMap(({ key, units }) =>
      units.map((unit) => [unitId(unit), key] as const),
    ),
  );
  for (const unit of block.units) giveUnit(linking, block.kind, unit, keys.get(unitId(unit)));
}

/** A base that an identity's block has as long as it is as it is. */
function homeOf({ blocks }: Linking, { kind, bases }: Block, units: readonly Unit[]): string {
  if (kind === "person") return blocks.person.rootOf(bases[0] ?? "");
  return units.map((unit) => baseOf(kind, unit)).sort()[0] ?? "";
}

/** Returns whom a block held when it was linked last. */
function identitiesIn({ database }: Linking, block: Block): readonly IdentityRow[] {
  const { kind, bases, names } = block;
  if (names === undefined) return identitiesWhere(database, kind, "base", bases);
  // without rulings everybody is called by a name in which he is printed
  const named = identitiesWhere(database, kind, "name", [...names].sort());
  return named.filter(({ base }) => bases.includes(base));
}

interface Linked {
  readonly identities: readonly Identity[];
  /** Whom the block held. */
  readonly before: readonly IdentityRow[];
}

function storeIdentities(linking: Linking, block: Block, linked: Linked): void {
  const { database } = linking;
  const { kind, bases } = block;
  const { identities } = linked;
  // a ruling that is another may change what is said of everybody beside it
  const isForced = bases.filter((base) => dropTask(database, `ruled ${kind}`, base)).length > 0;
  const before = new Map(linked.before.map((row) => [row.key, row]));
  for (const identity of identities) {
    const former = before.get(identity.key);
    const row = rowOf(linking, block, { identity, former });
    before.delete(row.key);
    if (isForced) addTask(database, `head ${kind}`, row.key);
    if (former !== undefined && isSame(former, row)) continue;
    putIdentity(database, kind, row);
    addTask(database, `group ${kind}`, row.group);
    if (former !== undefined) addTask(database, `group ${kind}`, former.group);
    addTask(database, `head ${kind}`, row.key);
    noteName(linking, kind, [row.name, former?.name]);
  }
  for (const gone of before.values()) {
    // another block may take up the key, and the address may be another then
    noteArticlesOf(database, kind, gone.key);
    dropIdentity(database, kind, gone.key);
    addTask(database, `group ${kind}`, gone.group);
    addTask(database, `head ${kind}`, gone.key);
    if (gone.slug !== undefined) addTask(database, `gone ${kind}`, gone.slug);
    noteName(linking, kind, [gone.name]);
  }
}

function noteName(
  { database }: Linking,
  kind: EntityKind,
  names: readonly (string | undefined)[],
): void {
  if (kind !== "person") return;
  for (const name of names) if (name !== undefined) addTask(database, "namesakes", name);
}

function rowOf(
  linking: Linking,
  block: Block,
  { identity, former }: { readonly identity: Identity; readonly former: IdentityRow | undefined },
): Omit<IdentityRow, "slug"> {
  const { key, fixed, units, about } = identity;
  const isKnown = former !== undefined && former.fixed === fixed;
  return {
    key,
    base: homeOf(linking, block, units),
    // of one key always the same
    group: isKnown
      ? former.group
      : slugGroup({ key, ...(fixed !== undefined && { fixed }) }, block.kind),
    ...(fixed !== undefined && { fixed }),
    isRuled: block.isRuled,
    name: about.name,
    about: JSON.stringify(about),
  };
}

function isSame(a: IdentityRow, b: Omit<IdentityRow, "slug">): boolean {
  return (
    a.base === b.base &&
    a.group === b.group &&
    a.fixed === b.fixed &&
    a.isRuled === b.isRuled &&
    a.name === b.name &&
    a.about === b.about
  );
}

function storeFormer(linking: Linking, block: Block, those: readonly Former[]): void {
  const { database } = linking;
  const { kind, bases } = block;
  const before = new Map(formerWhere(database, kind, "base", bases).map((row) => [row.key, row]));
  for (const { key, target, units } of those) {
    const kept = before.get(key);
    before.delete(key);
    const base = homeOf(linking, block, units);
    const row: FormerRow = {
      key,
      base,
      group: slugGroup({ key }, kind),
      ...(target !== undefined && { target }),
      ...(kept?.slug !== undefined && { slug: kept.slug }),
      ...(kept?.shown !== undefined && { shown: kept.shown }),
    };
    if (kept !== undefined && kept.base === base && kept.target === target) continue;
    putFormer(database, kind, row);
    addTask(database, `group ${kind}`, row.group);
    addTask(database, `moved ${kind}`, key);
  }
  for (const { key, group, shown } of before.values()) {
    dropFormer(database, kind, key);
    addTask(database, `group ${kind}`, group);
    if (shown !== undefined)
      statement(database, "DELETE FROM moved WHERE kind = ? AND former = ?").run(kind, shown);
  }
}

function storeSplits(linking: Linking, block: Block, { identities, before }: Linked): void {
  const { database } = linking;
  const { kind, bases, names } = block;
  const splits = identities.flatMap(({ key, seen = [] }) =>
    seen.map(({ article, position, confidence, speaks, byEditor, appearance }) => ({
      ...{ article, position, key, confidence, speaks, byEditor },
      ...(appearance !== undefined && { json: JSON.stringify(appearance) }),
    })),
  );
  const base = homeOf(linking, block, []);
  const keys = new Set([...before, ...identities].map(({ key }) => key));
  const scope = names === undefined ? { bases } : { keys: [...keys] };
  for (const { article, key } of replaceSplits(database, kind, scope, { base, splits })) {
    addTask(database, "article", article);
    addTask(database, `head ${kind}`, key);
  }
}

/** Gives a unit to an identity, or to nobody. Articles of a new unit are looked at anyway. */
function giveUnit(
  { database }: Linking,
  kind: EntityKind,
  unit: UnitRow,
  key: string | undefined,
): void {
  if (unit.identity === key && !unit.isNew) return;
  setUnitIdentity(database, kind, unit, key);
  if (!unit.isNew) noteArticles(database, kind, unit);
}

/** Notes all articles in which somebody is. */
export function noteArticlesOf(database: Database, kind: EntityKind, key: string): void {
  for (const unit of unitsOfIdentity(database, kind, key)) noteArticles(database, kind, unit);
  statement(
    database,
    "INSERT OR IGNORE INTO link_task SELECT 'article', article FROM split INDEXED BY split_by_key WHERE kind = ? AND key = ?",
  ).run(kind, key);
}

/** Notes all articles in which a unit is. */
function noteArticles(
  database: Database,
  kind: EntityKind,
  { name, manner, ruling }: UnitId,
): void {
  statement(
    database,
    `INSERT OR IGNORE INTO link_task SELECT 'article', article FROM sighting
     WHERE kind = ? AND name = ? AND manner = ? AND ruling = ?`,
  ).run(kind, name, manner, ruling);
}
