/** What does linking give: an entity with its appearances. Stage 5. */
import type { Appearance, Diagnostic, Entity, EntityKind } from "../model.ts";

/** Everything the archive knows under one name, and each place where it stands. */
export interface LinkedEntity {
  readonly entity: Entity;
  /** In the order of the articles given. */
  readonly appearances: readonly Appearance[];
}

/** The archive's entities and what linking has to say about them. */
export interface ArchiveLinks {
  /** By kind and slug. */
  readonly entities: readonly LinkedEntity[];
  /** Doubts for the review list: names that may be one person, one name that may be two, rulings on names that no article has. */
  readonly remarks: readonly Diagnostic[];
  /** Addresses that rulings took away, and where they lead now; `from` is no entity's slug. */
  readonly moved: readonly MovedEntity[];
}

/** An entity's former address: both are slugs of its kind. */
export interface MovedEntity {
  readonly kind: EntityKind;
  readonly from: string;
  readonly to: string;
}
