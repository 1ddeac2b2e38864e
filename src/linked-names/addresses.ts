/** Which addresses have changed? A step of linking: from identities to slugs, one group of like letters after the other. */

import {
  type FormerRow,
  formerWhere,
  hasIdentity,
  type IdentityRow,
  identitiesWhere,
  identityOf,
  putFormer,
  setSlug,
} from "../catalog/identities.ts";
import { addTask, takeTasks } from "../catalog/link-tasks.ts";
import { statement } from "../catalog/statements.ts";
import { groupWithin, slugsInGroup } from "../link/slugs.ts";
import type { EntityKind } from "../model.ts";
import { noteArticlesOf } from "./block-storing.ts";
import { KINDS, type Linking } from "./linking.ts";

/** Gives addresses in all groups that have changed, and notes what leads to others now. */
export function giveAddresses(linking: Linking): void {
  const { database, topics } = linking;
  const reserved = new Set([...topics.definitions.map(({ id }) => id), ...topics.replaced.keys()]);
  for (const kind of KINDS) {
    const isReserved = (slug: string): boolean => kind === "topic" && reserved.has(slug);
    for (const group of takeTasks(database, `group ${kind}`)) {
      const outer = groupWithin(group);
      if (outer !== undefined) addTask(database, `group ${kind}`, outer);
      giveInGroup(linking, kind, { group, isReserved });
    }
    for (const key of takeTasks(database, `moved ${kind}`)) settleMoved(linking, kind, key);
  }
}

interface Group {
  readonly group: string;
  readonly isReserved: (slug: string) => boolean;
}

function giveInGroup(linking: Linking, kind: EntityKind, { group, isReserved }: Group): void {
  const { database } = linking;
  const present = identitiesWhere(database, kind, "slug_group", [group]);
  const slugs = slugsInGroup(group, present, {
    fallback: kind,
    isReserved,
    isGroup: (slug) => hasIdentity(database, kind, "slug_group", slug),
  });
  for (const row of present) {
    const slug = slugs.get(row.key) ?? "";
    if (slug !== row.slug) moveTo(linking, kind, row, slug);
  }
  const former = formerWhere(database, kind, "slug_group", [group]);
  if (former.length > 0) giveFormer(linking, kind, { group, former, present });
}

function moveTo({ database }: Linking, kind: EntityKind, row: IdentityRow, slug: string): void {
  const { key } = row;
  setSlug(database, kind, key, slug);
  addTask(database, `head ${kind}`, key);
  for (const former of formerWhere(database, kind, "target", [key]))
    addTask(database, `moved ${kind}`, former.key);
  if (row.slug === undefined) return;
  addTask(database, `gone ${kind}`, row.slug);
  noteArticlesOf(database, kind, key);
}

/** The addresses that there would be without the editor's rulings, for those that are gone by them. */
function giveFormer(
  { database }: Linking,
  kind: EntityKind,
  {
    group,
    former,
    present,
  }: {
    readonly group: string;
    readonly former: readonly FormerRow[];
    readonly present: readonly IdentityRow[];
  },
): void {
  const others = present.filter(({ isRuled }) => !isRuled);
  const isGroup = (slug: string): boolean =>
    hasIdentity(database, kind, "slug_group", slug) ||
    formerWhere(database, kind, "slug_group", [slug]).length > 0;
  const slugs = slugsInGroup(
    group,
    [...others.map(({ key }) => ({ key })), ...former.map(({ key }) => ({ key }))],
    { fallback: kind, isReserved: () => false, isGroup },
  );
  for (const row of former) {
    addTask(database, `moved ${kind}`, row.key);
    const slug = slugs.get(row.key) ?? "";
    if (slug !== row.slug) putFormer(database, kind, { ...row, slug });
  }
}

/** A former address that nobody has now leads to whoever has its sightings. */
function settleMoved({ database }: Linking, kind: EntityKind, key: string): void {
  const [row] = formerWhere(database, kind, "key", [key]);
  if (row === undefined) return;
  const to = row.target === undefined ? undefined : identityOf(database, kind, row.target)?.slug;
  const isFree = row.slug !== undefined && !hasIdentity(database, kind, "slug", row.slug);
  const from = isFree && to !== undefined ? row.slug : undefined;
  if (row.shown !== undefined && row.shown !== from)
    statement(database, "DELETE FROM moved WHERE kind = ? AND former = ?").run(kind, row.shown);
  if (from !== undefined && to !== undefined)
    statement(
      database,
      "INSERT INTO moved VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET now = excluded.now WHERE now IS NOT excluded.now",
    ).run(kind, from, to);
  if (row.shown === from) return;
  const { shown: _, ...rest } = row;
  putFormer(database, kind, { ...rest, ...(from !== undefined && { shown: from }) });
}
