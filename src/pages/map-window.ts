/** Which part of the world does a map show? Stage 6. */
import type { Point } from "../words/land.ts";

/** A part of the world in degrees; longitudes count eastwards from `west` and may pass 180. */
export interface MapWindow {
  readonly west: number;
  readonly north: number;
  /** How many degrees it is wide and high. */
  readonly width: number;
  readonly height: number;
}

/** Width to height of every map. */
export const SHAPE = 1.8;

/** Heights in degrees: the smallest still shows some surroundings. */
const HEIGHTS = [10, 14, 20, 28, 40, 56, 80] as const;
const WORLD: MapWindow = { west: -170, north: 84, width: 360, height: 164 };
/** Points keep off the edges by these shares of width and height, so that their names have room. */
const ROOM = { across: 0.07, down: 0.09 };
/** Towards the poles a degree of longitude is short; no map is stretched more than this. */
const LEAST_STRETCH = 0.3;
/** Middles are moved to steps of this part of the height, so that maps of nearly the same places are the same. */
const STEPS = 10;

/**
 * Returns the smallest part of the world that holds all points with room around them, or the whole where they are spread. At
 * least one point is needed. The projection is equirectangular, true to scale along the map's middle parallel.
 */
export function windowAround(points: readonly Point[]): MapWindow {
  const middle = middleOf(points);
  for (const height of HEIGHTS) {
    const window = windowAt(middle, height);
    if (points.every((point) => hasRoom(placed(point, window)))) return window;
  }
  return WORLD;
}

/** How much of what is named with a place its own map holds. */
const SURROUNDINGS = 0.6;

/**
 * Returns the smallest part of the world around one point that holds most of the others, by their weights: who looks for a town
 * wants to see where it lies, though it is named with the ends of the world. The whole where they are spread.
 */
export function windowNear(
  middle: Point,
  others: readonly { readonly point: Point; readonly weight: number }[],
): MapWindow {
  const all = others.reduce((sum, { weight }) => sum + weight, 0);
  for (const height of HEIGHTS.slice(1)) {
    const window = windowAt(middle, height);
    const held = others.filter(({ point }) => hasRoom(placed(point, window)));
    const weight = held.reduce((sum, one) => sum + one.weight, 0);
    if (weight >= all * SURROUNDINGS) return window;
  }
  return WORLD;
}

/** Returns whether a point lies on a map, off its edges. */
export function isOn(point: Point, window: MapWindow): boolean {
  return window === WORLD || hasRoom(placed(point, window));
}

/** Returns where a point lies on a map, in shares of its width and height from the upper left corner. */
export function placed(
  [longitude, latitude]: Point,
  { west, north, width, height }: MapWindow,
): { readonly x: number; readonly y: number } {
  const east = (((longitude - west) % 360) + 360) % 360;
  return { x: east / width, y: (north - latitude) / height };
}

function hasRoom({ x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= ROOM.across && x <= 1 - ROOM.across && y >= ROOM.down && y <= 1 - ROOM.down;
}

/** Of the shortest stretch of longitudes that holds all points, wherever on the globe it begins. */
function middleOf(points: readonly Point[]): Point {
  const latitudes = points.map(([, latitude]) => latitude);
  const longitudes = points.map(([longitude]) => longitude).sort((a, b) => a - b);
  let start = longitudes[0] ?? 0;
  let widest = Number.NEGATIVE_INFINITY;
  for (const [index, longitude] of longitudes.entries()) {
    const before = longitudes[index - 1] ?? (longitudes.at(-1) ?? longitude) - 360;
    if (longitude - before <= widest) continue;
    widest = longitude - before;
    start = longitude;
  }
  return [start + (360 - widest) / 2, (Math.min(...latitudes) + Math.max(...latitudes)) / 2];
}

function windowAt([longitude, latitude]: Point, height: number): MapWindow {
  const step = height / STEPS;
  const middle = Math.round(latitude / step) * step;
  const stretch = Math.max(LEAST_STRETCH, Math.cos((middle * Math.PI) / 180));
  const width = (height * SHAPE) / stretch;
  const across = width / STEPS;
  return {
    west: Math.round(longitude / across) * across - width / 2,
    north: middle + height / 2,
    width,
    height,
  };
}
