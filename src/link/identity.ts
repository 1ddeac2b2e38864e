/** What does linking say of a block: who is in it, and which sightings are whose? Stage 5, for every kind. */
import type { Entity } from "../model.ts";
import type { Seen, Unit, UnlinkedAppearance } from "./units.ts";

/** An entity before its address is given and its articles are counted. */
export interface Identity {
  /** Unique within its kind; the address is made of it. */
  readonly key: string;
  /** An address that the editor or a topic's id fixes. */
  readonly fixed?: string;
  /** All sightings of these are its own; none where single sightings are. */
  readonly units: readonly Unit[];
  /** Sightings that are its own where units are two people's; `appearance` where but a part of one is. */
  readonly seen?: readonly (Seen & { readonly appearance?: UnlinkedAppearance })[];
  /** What is known of it by its block alone. */
  readonly about: IdentityFacts;
}

/** What a block says of an identity; the rest of its head comes when its articles are counted. */
export interface IdentityFacts {
  readonly name: string;
  readonly variants: readonly string[];
  /** Set where an authority record or the editor's own topic gives it a page. */
  readonly recorded?: true;
  /** What else its head holds, in its order; before the rest only `label`. */
  readonly label?: string;
  readonly rest?: Partial<Entity>;
  /** Of a person: the editor has ruled on this one; the name was split by roles; its roles look like two people's. */
  readonly ruled?: true;
  readonly split?: true;
  readonly contradicts?: true;
  /** Of a person: offices by which others are compared; see `tellingOffices`. */
  readonly offices?: readonly string[];
}

/** Whom a block would hold without the rulings that join, rename or fix names. */
export interface Former {
  readonly key: string;
  readonly units: readonly Unit[];
  /** The key of the identity that holds its sightings now, where its address is to lead there. */
  readonly target?: string;
}

/** A block, linked. */
export interface LinkedBlock {
  readonly identities: readonly Identity[];
  /** Absent where no ruling joins, renames or fixes a name of the block: then they are the identities. */
  readonly former?: readonly Former[];
}
