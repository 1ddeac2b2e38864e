/** Which places does a page put on its map? Stage 6. */
import type { Entity } from "../model.ts";
import type { PlaceMap, Position } from "../page-parts.ts";
import { byCodeUnits } from "../text/fold.ts";
import { countryName } from "../words/countries.ts";
import { middleOfCountry, type Point } from "../words/land.ts";
import { positionOf } from "../words/town-positions.ts";
import type { PageContext } from "./context.ts";
import { labelled } from "./map-labels.ts";
import { GRID, type MapSize, outlineIn } from "./map-outline.ts";
import { isOn, type MapWindow, placed, windowAround, windowNear } from "./map-window.ts";

/** A map with more dots is none. */
const MOST_PLACES = 40;
/** Of so many places, those named most, the position is looked up. */
export const MOST_LOCATED = 1000;
const SMALLEST = 2.5;
const LARGEST = 8;

/** Returns a place's position: as the editor gives it, else of the largest town of the name, or of a country. */
export function positionOfPlace({
  kind,
  name,
  variants,
  country,
  position,
}: Entity): Position | undefined {
  if (kind !== "place") return undefined;
  if (position !== undefined) return { ...position, source: "editor" };
  if (country === undefined) return undefined;
  if (countryName(country) === name) {
    const middle = middleOfCountry(country);
    if (middle === undefined) return undefined;
    const { isCapital, ...at } = middle;
    return { ...at, source: isCapital ? "capital" : "country" };
  }
  const town = [name, ...variants]
    .map((form) => positionOf(form, country))
    .find((at) => at !== undefined);
  return town && { ...town, source: "town" };
}

/** How a map is drawn, unless it is one of the usual. */
export interface MapOptions {
  /** How many places it may show. */
  readonly most?: number;
  readonly size?: MapSize;
}

/** Returns a map of places with how often each is named, by slug; undefined where fewer than two have a position. */
export function mapOf(
  counts: ReadonlyMap<string, number>,
  context: PageContext,
  options: MapOptions = {},
): PlaceMap | undefined {
  const { most = MOST_PLACES, size = "page" } = options;
  const found = locate(counts, context);
  if (found.length < 2) return undefined;
  const shown = found.slice(0, most);
  const window = windowAround(shown.map(pointOf));
  return draw(shown, {
    window,
    size,
    more: found.length - shown.length,
    all: Math.min(counts.size, MOST_LOCATED),
  });
}

/**
 * Returns a map of one place among those that are named with it; undefined where its position is not known. Those that lie far
 * off are left out.
 */
export function mapAround(
  slug: string,
  counts: ReadonlyMap<string, number>,
  context: PageContext,
): PlaceMap | undefined {
  const found = locate(counts, context);
  const meant = found.find((one) => one.slug === slug);
  if (meant === undefined) return undefined;
  const others = found.filter((one) => one !== meant);
  const weighed = others.map((one) => ({ point: pointOf(one), weight: one.count }));
  const window = windowNear(pointOf(meant), weighed);
  const near = others.filter((one) => isOn(pointOf(one), window)).slice(0, MOST_PLACES - 1);
  const shown = [{ ...meant, isMeant: true }, ...near];
  const more = found.length - shown.length;
  return draw(shown, { window, size: "page", more, all: Math.min(counts.size, MOST_LOCATED) });
}

interface Located {
  readonly slug: string;
  readonly name: string;
  readonly address?: string;
  readonly count: number;
  readonly position: Position;
  readonly isMeant: boolean;
}

/** Those in most articles first. */
function locate(counts: ReadonlyMap<string, number>, context: PageContext): readonly Located[] {
  return [...counts]
    .sort(([a, inA], [b, inB]) => inB - inA || byCodeUnits(a, b))
    .slice(0, MOST_LOCATED)
    .flatMap(([slug, count]): Located[] => {
      const entity = context.names.entity({ kind: "place", slug });
      const position = positionOfPlace(entity);
      if (position === undefined) return [];
      return [{ slug, ...context.names.link(entity), count, position, isMeant: false }];
    });
}

function pointOf({ position: { longitude, latitude } }: Located): Point {
  return [longitude, latitude];
}

function draw(
  shown: readonly Located[],
  drawing: {
    readonly window: MapWindow;
    readonly size: MapSize;
    /** How many more have a position, and how many there are in all. */
    readonly more: number;
    readonly all: number;
  },
): PlaceMap {
  const { window, size, more, all } = drawing;
  const highest = Math.max(1, ...shown.map(({ count }) => count));
  const places = shown.map((one) => {
    const { name, address, count, position, isMeant } = one;
    const { x, y } = placed(pointOf(one), window);
    const radius = Math.max(SMALLEST, LARGEST * Math.sqrt(count / highest));
    return {
      name,
      ...(address !== undefined && { address }),
      count,
      position,
      x: tenth(x * 100),
      y: tenth(y * 100),
      radius: tenth(radius),
      isMeant,
    };
  });
  return {
    places: labelled(places),
    more,
    unplaced: all - shown.length - more,
    grid: GRID,
    ...outlineIn(window, size),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
