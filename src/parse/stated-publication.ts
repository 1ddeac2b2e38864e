/** When was a text published, as its format states it? Stage 2. */
import type { ParseFacts, Publication } from "../model.ts";
import { inZone } from "../text/dates.ts";

const OTHER_OFFSET = /[+-]\d\d:\d\d$/;

/**
 * Returns the publication that the format states; undefined where it states none. A time in UTC is told in the source's
 * own zone where that is known; a time without an offset is in that zone.
 *
 * Example: `2022-01-26T21:27Z` and the zone `Asia/Tehran` → `{value: "2022-01-27T00:57+03:30", zone: "Asia/Tehran"}`.
 */
export function statedPublication({
  stated,
  zone,
}: ParseFacts): Omit<Publication, "span"> | undefined {
  const value = stated?.published;
  if (value === undefined) return undefined;
  if (!value.includes("T") || zone === undefined || OTHER_OFFSET.test(value)) return { value };
  return { value: inZone(value, zone), zone };
}
