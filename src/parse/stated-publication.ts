/** When was a text published, as its format states it? Stage 2. */
import { DateTime } from "luxon";
import type { ParseFacts, Publication } from "../model.ts";

/**
 * Returns the publication that the format states; undefined where it states none. A time in UTC is told in the source's
 * own zone where that is known, since its day is the day on which it was read; a time in another offset is one already.
 *
 * Example: `2022-01-26T21:27Z` and the zone `Asia/Tehran` → `{value: "2022-01-27T00:57+03:30", zone: "Asia/Tehran"}`.
 */
export function statedPublication({
  stated,
  zone,
}: ParseFacts): Omit<Publication, "span"> | undefined {
  const value = stated?.published;
  if (value === undefined) return undefined;
  if (!value.includes("T") || zone === undefined) return { value };
  if (!value.endsWith("Z")) return /[+-]\d\d:\d\d$/.test(value) ? { value } : { value, zone };
  const local = DateTime.fromISO(value, { zone });
  const format = value.length > "2022-01-26T21:27Z".length ? "HH:mm:ss" : "HH:mm";
  return local.isValid ? { value: local.toFormat(`yyyy-LL-dd'T'${format}ZZ`), zone } : { value };
}
