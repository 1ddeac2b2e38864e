/** Where do the pages of names and of days stand? Stage 6. */
import type { EntityKind } from "../model.ts";

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

/** Returns the address of a year, month or day: `2022-01` stands at `/2022/01/`. */
export function periodAddress(period: string): string {
  return `/${period.replaceAll("-", "/")}/`;
}
