/** What do an identity's block and sightings say, as far as heads and remarks ask? Read once for both. */

import { articlesWith, type IdentityRow } from "../catalog/identities.ts";
import { type SplitRow, splitsOf } from "../catalog/splits.ts";
import { type UnitId, unitsOfIdentity } from "../catalog/units.ts";
import type { IdentityFacts } from "../link/identity.ts";
import type { EntityKind } from "../model.ts";
import { factsOf, type Linking } from "./linking.ts";

/** An identity with what it is judged by. */
export interface Judged {
  readonly row: IdentityRow;
  readonly about: IdentityFacts;
  /** In how many it is. */
  readonly articles: number;
  readonly units: readonly UnitId[];
  /** Of a person; none of nearly everybody. */
  readonly splits: readonly SplitRow[];
}

/** Returns an identity with what it is judged by, once articles are counted. */
export function judgedOf({ database }: Linking, kind: EntityKind, row: IdentityRow): Judged {
  const { key, slug = "" } = row;
  return {
    row,
    about: factsOf(row),
    articles: articlesWith(database, kind, slug),
    units: unitsOfIdentity(database, kind, key),
    splits: kind === "person" ? splitsOf(database, kind, key) : [],
  };
}
