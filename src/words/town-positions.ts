/** Where does a town lie? For every stage. */
import places from "./places.json" with { type: "json" };
import positions from "./town-positions.json" with { type: "json" };

/** Returns latitude and longitude in degrees, to a hundredth, of a town by its name and country code; undefined if no list has it. */
export function positionOf(
  name: string,
  country: string,
): { readonly latitude: number; readonly longitude: number } | undefined {
  const at = townsIn(country).get(name);
  if (at === undefined) return undefined;
  const [latitude, longitude] = at.split(" ");
  return { latitude: Number(latitude), longitude: Number(longitude) };
}

const byCountry = new Map<string, ReadonlyMap<string, string>>();

/** The positions of a country's towns as they are written, by name; taken apart once. */
function townsIn(country: string): ReadonlyMap<string, string> {
  const known = byCountry.get(country);
  if (known !== undefined) return known;
  const names: Readonly<Record<string, string>> = places.towns;
  const theirs: Readonly<Record<string, string>> = positions.towns;
  const written = theirs[country]?.split("|") ?? [];
  const towns = new Map(
    (names[country]?.split("|") ?? []).flatMap((name, index): [string, string][] => {
      const at = written[index];
      return at === undefined ? [] : [[name, at]];
    }),
  );
  byCountry.set(country, towns);
  return towns;
}
