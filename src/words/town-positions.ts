/** Where does a town lie? For every stage. */
import places from "./places.json" with { type: "json" };
import positions from "./town-positions.json" with { type: "json" };

/** Returns latitude and longitude in degrees, to a hundredth, of a town by its name and country code; undefined if no list has it. */
export function positionOf(
  name: string,
  country: string,
): { readonly latitude: number; readonly longitude: number } | undefined {
  const names: Readonly<Record<string, string>> = places.towns;
  const theirs: Readonly<Record<string, string>> = positions.towns;
  const at = names[country]?.split("|").indexOf(name) ?? -1;
  const [latitude, longitude] = (at < 0 ? "" : (theirs[country]?.split("|")[at] ?? "")).split(" ");
  if (latitude === undefined || longitude === undefined) return undefined;
  return { latitude: Number(latitude), longitude: Number(longitude) };
}
