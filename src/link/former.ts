/** Where are the sightings of those now whom a block would hold without the editor's rulings? Stage 5. */
import type { Former, Identity } from "./identity.ts";
import { type Seen, type Unit, unitId } from "./units.ts";

/** One whom a block would hold. */
export interface HeldBefore {
  readonly key: string;
  readonly units: readonly Unit[];
  readonly seen?: readonly Seen[];
}

/** Returns whom a block held before rulings, each with the one who has the first of its units that is anybody's now. */
export function formerOf(
  before: readonly HeldBefore[],
  identities: readonly Identity[],
): readonly Former[] {
  const now = new Map(
    identities.flatMap(({ key, units, seen = [] }) => [
      ...units.map((unit) => [unitId(unit), key] as const),
      ...seen.map((one) => [seenId(one), key] as const),
    ]),
  );
  return before.map(({ key, units, seen = [] }) => {
    const places = [...seen.map(seenId), ...units.map(unitId)];
    const target = places.map((place) => now.get(place)).find((to) => to !== undefined);
    return { key, units, ...(target !== undefined && { target }) };
  });
}

function seenId({ article, position }: Seen): string {
  return `${article}\n${position}`;
}
