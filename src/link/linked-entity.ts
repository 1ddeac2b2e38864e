/** What does linking give: an entity with its appearances. Stage 5. */
import type { Appearance, Entity } from "../model.ts";

/** Everything the archive knows under one name, and each place where it stands. */
export interface LinkedEntity {
  readonly entity: Entity;
  /** In the order of the articles given. */
  readonly appearances: readonly Appearance[];
}
