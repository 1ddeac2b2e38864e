/** Where do the pages of names and of days stand? Stage 6. */
import type { Entity, EntityKind } from "../model.ts";
import type { Link } from "../page-parts.ts";

/** The kinds of names, in the order in which their indexes are made. */
export const ENTITY_KINDS: readonly EntityKind[] = ["person", "place", "topic", "organisation"];

/** Below which each kind's pages stand. */
export const FOLDERS: Readonly<Record<EntityKind, string>> = {
  person: "people",
  organisation: "organisations",
  place: "places",
  topic: "topics",
};

/** Returns the address of an entity's page: `/people/ilse-okafor/`. */
export function entityAddress(kind: EntityKind, slug: string): string {
  return `/${FOLDERS[kind]}/${slug}/`;
}

/** Returns a name with the address of its page, which it has. */
export function linkToPage({ kind, slug, name }: Entity): Required<Link> {
  return { name, address: entityAddress(kind, slug) };
}

/** Returns the address of a year, month or day: `2022-01` stands at `/2022/01/`. */
export function periodAddress(period: string): string {
  return `/${period.replaceAll("-", "/")}/`;
}
