/** How are coasts and borders drawn within a part of the world? Stage 6. */
import { borderLines, coastRings, type Outline, type Point } from "../words/land.ts";
import { type MapWindow, SHAPE } from "./map-window.ts";

/** SVG paths on a grid of `GRID`. */
export interface MapOutline {
  readonly land: string;
  readonly borders: string;
}

/** Fine enough for the widest map on a page. */
export const GRID = { width: 900, height: 900 / SHAPE };

/** Lines run on so far beyond the edge, where nobody sees how they were cut. */
const BEYOND = 6;
/** How much is left out: points that are nearer to the one before, islands that are smaller, and whether borders are drawn. */
interface Detail {
  readonly nearest: number;
  readonly leastArea: number;
  readonly hasBorders: boolean;
}

/** The world on a small map would be the larger part of its page. */
const DETAILS = {
  page: {
    part: { nearest: 3, leastArea: 8, hasBorders: true },
    world: { nearest: 5, leastArea: 25, hasBorders: true },
  },
  note: {
    part: { nearest: 5, leastArea: 25, hasBorders: true },
    world: { nearest: 9, leastArea: 120, hasBorders: false },
  },
} as const satisfies Record<string, Record<"part" | "world", Detail>>;

/** Whether a map has the width of a page's column or stands in a note below an article. */
export type MapSize = keyof typeof DETAILS;

const drawn = new Map<string, MapOutline>();
/** Windows are rounded, so that an archive has few; a limit is for memory's sake. */
const MOST_REMEMBERED = 2000;

/** Returns the outlines of a part of the world; those drawn before are remembered. */
export function outlineIn(window: MapWindow, size: MapSize): MapOutline {
  const key = [size, window.west, window.north, window.width, window.height].join(" ");
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const detail = DETAILS[size][window.width < 360 ? "part" : "world"];
  const borders = detail.hasBorders ? borderLines() : [];
  const outline = {
    land: coastRings()
      .flatMap((ring) => ringsIn(ring, window, detail))
      .join(""),
    borders: borders.flatMap((line) => linesIn(line, window, detail)).join(""),
  };
  if (drawn.size >= MOST_REMEMBERED) drawn.clear();
  drawn.set(key, outline);
  return outline;
}

/** The globe goes round: an outline may show at more than one place, or beyond the 180th degree. */
const TURNS = [-360, 0, 360] as const;

function* copiesIn(outline: Outline, window: MapWindow): Generator<readonly Point[]> {
  const { west, north, width, height } = window;
  if (outline.south > north || outline.north < north - height) return;
  for (const turn of TURNS) {
    if (outline.east + turn < west || outline.west + turn > west + width) continue;
    yield outline.points.map(
      ([longitude, latitude]): Point => [
        ((longitude + turn - west) / width) * GRID.width,
        ((north - latitude) / height) * GRID.height,
      ],
    );
  }
}

function ringsIn(outline: Outline, window: MapWindow, detail: Detail): readonly string[] {
  return [...copiesIn(outline, window)].flatMap((points) => {
    const thinned = thin(clipped(points), detail);
    return thinned.length < 3 || areaOf(thinned) < detail.leastArea ? [] : `${pathOf(thinned)}z`;
  });
}

function linesIn(outline: Outline, window: MapWindow, detail: Detail): readonly string[] {
  return [...copiesIn(outline, window)].flatMap((points) =>
    stretchesInside(points)
      .map((stretch) => thin(stretch, detail))
      .filter(({ length }) => length > 1)
      .map(pathOf),
  );
}

/** What keeps a point within one edge: along which axis, where, and on which side. */
interface Edge {
  readonly axis: 0 | 1;
  readonly at: number;
  readonly side: 1 | -1;
}

const EDGES: readonly Edge[] = [
  { axis: 0, at: -BEYOND, side: 1 },
  { axis: 0, at: GRID.width + BEYOND, side: -1 },
  { axis: 1, at: -BEYOND, side: 1 },
  { axis: 1, at: GRID.height + BEYOND, side: -1 },
];

function isInside(point: Point, { axis, at, side }: Edge): boolean {
  return (point[axis] - at) * side >= 0;
}

/** A ring cut by the four edges (Sutherland and Hodgman, 1974). */
function clipped(ring: readonly Point[]): readonly Point[] {
  return EDGES.reduce<readonly Point[]>((points, edge) => {
    if (points.every((point) => isInside(point, edge))) return points;
    const inside: Point[] = [];
    for (const [index, point] of points.entries()) {
      const before = points.at(index - 1) ?? point;
      if (isInside(point, edge) !== isInside(before, edge))
        inside.push(crossing(before, point, edge));
      if (isInside(point, edge)) inside.push(point);
    }
    return inside;
  }, ring);
}

function crossing(from: Point, to: Point, { axis, at }: Edge): Point {
  const share = (at - from[axis]) / (to[axis] - from[axis]);
  const other = axis === 0 ? 1 : 0;
  const across = from[other] + share * (to[other] - from[other]);
  return axis === 0 ? [at, across] : [across, at];
}

/** The parts of a line of which one end at least is on the map. */
function stretchesInside(line: readonly Point[]): readonly (readonly Point[])[] {
  const isOn = (point: Point | undefined): boolean =>
    point !== undefined && EDGES.every((edge) => isInside(point, edge));
  const stretches: Point[][] = [[]];
  for (const [index, point] of line.entries()) {
    if (isOn(point) || isOn(line[index - 1]) || isOn(line[index + 1]))
      stretches.at(-1)?.push(point);
    else if (stretches.at(-1)?.length !== 0) stretches.push([]);
  }
  return stretches;
}

function thin(points: readonly Point[], { nearest }: Detail): readonly Point[] {
  const kept: Point[] = [];
  for (const [x, y] of points) {
    const last = kept.at(-1);
    const at: Point = [Math.round(x), Math.round(y)];
    if (last === undefined || Math.hypot(at[0] - last[0], at[1] - last[1]) >= nearest)
      kept.push(at);
  }
  return kept;
}

function areaOf(ring: readonly Point[]): number {
  const doubled = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** A path by whole steps from point to point. */
function pathOf(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${x} ${y}l`;
      return `${index > 1 ? " " : ""}${x - before[0]} ${y - before[1]}`;
    })
    .join("");
}
