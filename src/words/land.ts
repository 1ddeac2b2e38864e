/** Where are the coasts and today's borders, and where is the middle of a country? For every stage. */
import land from "./land.json" with { type: "json" };

/** Longitude and latitude in degrees. */
export type Point = readonly [longitude: number, latitude: number];

/** A coast or a border, and within which degrees it lies. */
export interface Outline {
  readonly points: readonly Point[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

let coasts: readonly Outline[] | undefined;
let borders: readonly Outline[] | undefined;

/** Returns the rings around all land; within one, another is water. */
export function coastRings(): readonly Outline[] {
  coasts ??= land.land.map(outlineOf);
  return coasts;
}

/** Returns the lines between countries as they are now. */
export function borderLines(): readonly Outline[] {
  borders ??= land.borders.map(outlineOf);
  return borders;
}

/**
 * Returns the middle of a country by its ISO 3166 alpha-2 code, to a tenth of a degree; of one that is too small to be
 * drawn its capital. Undefined if neither is known.
 */
export function middleOfCountry(
  code: string,
):
  | { readonly latitude: number; readonly longitude: number; readonly isCapital: boolean }
  | undefined {
  const middles: Readonly<Record<string, string>> = land.middles;
  const capitals: Readonly<Record<string, string>> = land.capitals;
  const at = middles[code] ?? capitals[code];
  if (at === undefined) return undefined;
  const [latitude = 0, longitude = 0] = at.split(" ").map(Number);
  return { latitude, longitude, isCapital: middles[code] === undefined };
}

function outlineOf(steps: string): Outline {
  let x = 0;
  let y = 0;
  const points = steps.split(" ").map((step): Point => {
    const [dx = 0, dy = 0] = step.split(",").map(Number);
    x += dx;
    y += dy;
    return [x / land.steps, y / land.steps];
  });
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  return {
    points,
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}
