/** What does linking names go by, from its first step to its last? For `linked-names/`. */

import type { IdentityRow } from "../catalog/identities.ts";
import { type Database, storedJson } from "../catalog/statements.ts";
import { Blocks } from "../link/blocks.ts";
import type { IdentityFacts } from "../link/identity.ts";
import { blockOf } from "../link/name-forms.ts";
import { organisationKey } from "../link/organisation-keys.ts";
import { placeKey } from "../link/place-keys.ts";
import { Rulings } from "../link/rulings.ts";
import { topicKey } from "../link/topics.ts";
import { WiderTopics } from "../link/wider-topics.ts";
import type { EntityKind } from "../model.ts";
import type { ArchiveTopics, Decisions, RuledKind, Thresholds } from "../settings-model.ts";

/** What the editor has laid down that linking names obeys. */
export interface NamesLinkedBy {
  readonly thresholds: Thresholds;
  readonly topics: ArchiveTopics;
  readonly names: Decisions["names"];
}

/** The kinds in the order in which they are linked. */
export const KINDS: readonly EntityKind[] = ["person", "organisation", "place", "topic"];

/** The kinds that an editor can rule on. */
export const RULED_KINDS: readonly RuledKind[] = ["person", "organisation", "place"];

/** All that the steps of linking share. */
export interface Linking extends NamesLinkedBy {
  readonly database: Database;
  readonly rulings: Readonly<Record<RuledKind, Rulings>>;
  readonly blocks: Readonly<Record<RuledKind, Blocks>>;
  readonly wider: WiderTopics;
}

/** Returns what the steps of linking share. */
export function linkingOf(database: Database, by: NamesLinkedBy): Linking {
  const { names } = by;
  const rulings = {
    person: new Rulings(names.person),
    organisation: new Rulings(names.organisation),
    place: new Rulings(names.place),
  };
  const blocks = {
    person: new Blocks(rulings.person, blockOf),
    organisation: new Blocks(rulings.organisation, organisationKey),
    place: new Blocks(rulings.place, placeBase),
  };
  return { ...by, database, rulings, blocks, wider: new WiderTopics(by.topics) };
}

/** Returns the base of a unit: what all that could be one with it has in common. */
export function baseOf(
  kind: EntityKind,
  { name, manner }: { name: string; manner: string },
): string {
  switch (kind) {
    case "person":
      return blockOf(name);
    case "organisation":
      return organisationKey(name);
    case "place":
      return placeBase(name);
    case "topic":
      return topicKey(manner);
  }
}

function placeBase(name: string): string {
  return placeKey(name, undefined);
}

/** Returns what a block says of an identity. */
export function factsOf({ about }: Pick<IdentityRow, "about">): IdentityFacts {
  // `storeBlock` wrote it
  return storedJson(about) as IdentityFacts;
}
