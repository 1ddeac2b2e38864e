/** Does a map show each place where it lies, with names that can be read, and does it say how it knows? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { drawSubject } from "../layouts/subject.11ty.ts";
import type { SubjectPage } from "../src/page-model.ts";
import { labelled, type Unlabelled } from "../src/pages/map-labels.ts";
import { GRID, outlineIn } from "../src/pages/map-outline.ts";
import { placed, windowAround, windowNear } from "../src/pages/map-window.ts";
import { renderHtml } from "../src/render/html.ts";
import { borderLines, coastRings, middleOfCountry, type Point } from "../src/words/land.ts";
import { site } from "./fixture-pages.ts";
import { isIndex, pagesTold, type Told } from "./support/told-archive.ts";

const LISBON: Point = [-9.13, 38.72];
const FIJI: Point = [178.4, -18.1];
const SAMOA: Point = [-171.8, -13.8];

const anywhere = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -60, max: 75, noNaN: true }),
);

test("a map holds all its places, and is no larger than it must be", () => {
  fc.assert(
    fc.property(fc.array(anywhere, { minLength: 1, maxLength: 8 }), (points) => {
      const window = windowAround(points);
      for (const point of points) {
        const { x, y } = placed(point, window);
        assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1, `${point} at ${x}, ${y}`);
      }
    }),
  );
  assert.equal(windowAround([LISBON]).height, 10);
  assert.equal(windowAround([LISBON, [-77, 38.9], [116.4, 39.9]]).width, 360);
});

test("places on both sides of the 180th degree are near each other", () => {
  const window = windowAround([FIJI, SAMOA]);
  assert.ok(window.width < 40, `${window.width} degrees`);
  assert.ok(placed(FIJI, window).x < placed(SAMOA, window).x);
  assert.match(outlineIn(window, "page").land, /^M/);
});

test("east is right and north is up", () => {
  const window = windowAround([LISBON, [2.35, 48.86]]);
  const [lisbon, paris] = [placed(LISBON, window), placed([2.35, 48.86], window)];
  assert.ok(paris.x > lisbon.x && paris.y < lisbon.y);
});

test("a place is shown in its surroundings, though it is named with the ends of the world", () => {
  const near = { point: [-8.6, 41.1] as const, weight: 9 };
  const far = { point: [139.7, 35.7] as const, weight: 2 };
  const window = windowNear(LISBON, [near, far]);
  assert.ok(window.height < 30);
  const { x, y } = placed(LISBON, window);
  assert.ok(Math.abs(x - 0.5) < 0.1 && Math.abs(y - 0.5) < 0.1);
  assert.equal(windowNear(LISBON, [{ ...near, weight: 1 }, far]).width, 360);
});

test("coasts and borders stay on their map, and no line runs across it", () => {
  fc.assert(
    fc.property(anywhere, fc.constantFrom("page" as const, "note" as const), (point, size) => {
      const window = windowAround([point]);
      const { land, borders } = outlineIn(window, size);
      assert.match(land + borders, /^(?:M-?\d+ -?\d+l(?:-?\d+ -?\d+ ?)*z?)*$/);
      for (const [x, y] of pointsOf(land)) {
        assert.ok(x >= -7 && x <= GRID.width + 7, `x ${x}`);
        assert.ok(y >= -7 && y <= GRID.height + 7, `y ${y}`);
      }
    }),
    { numRuns: 60 },
  );
  // by degrees: where a ring passes the 180th one its longitudes go on
  for (const { points, south } of [...coastRings(), ...borderLines()])
    for (const [index, [longitude]] of points.entries()) {
      const before = points[index - 1]?.[0] ?? longitude;
      assert.ok(south <= -85 || Math.abs(longitude - before) < 40, `${before} to ${longitude}`);
    }
});

/** The points of a path of ours, in its grid. */
function pointsOf(path: string): readonly Point[] {
  return path
    .split("M")
    .filter(Boolean)
    .flatMap((ring) => {
      const [start = "", steps = ""] = ring.replace("z", "").split("l");
      let [x = 0, y = 0] = start.split(" ").map(Number);
      const numbers = steps.split(" ").filter(Boolean).map(Number);
      return [
        [x, y] as const,
        ...Array.from({ length: numbers.length / 2 }, (_, index) => {
          x += numbers[2 * index] ?? 0;
          y += numbers[2 * index + 1] ?? 0;
          return [x, y] as const;
        }),
      ];
    });
}

test("the middle of a country lies in its land, a small one has its capital, an unknown one nothing", () => {
  assert.deepEqual(middleOfCountry("PT")?.isCapital, false);
  const { latitude = 0, longitude = 0 } = middleOfCountry("RU") ?? {};
  assert.ok(latitude > 50 && longitude > 60 && longitude < 140);
  assert.equal(middleOfCountry("SG")?.isCapital, true);
  assert.equal(middleOfCountry("ZZ"), undefined);
});

// ------------------------------------------------------------------ names

function dot(name: string, x: number, y: number, radius = 4): Unlabelled {
  const position = { latitude: 0, longitude: 0, source: "town" as const };
  return { name, count: 1, position, x, y, radius, isMeant: false };
}

const dots = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 1,
    maxLength: 25,
  })
  .map((places) => places.map(([x, y], index) => dot(`Port ${"e".repeat(index % 9)}`, x, y)));

test("no two names meet and none leaves the map, however wide it is drawn", () => {
  fc.assert(
    fc.property(dots, fc.constantFrom(300, 440, 620, 900), (places, width) => {
      const boxes = labelled(places)
        .filter(({ label }) => label !== undefined && (width >= 440 || !label.onlyWide))
        .map(({ x, y, radius, name, label }) => {
          const length = name.length * 6.6;
          const [atX, atY] = [(x / 100) * width, (y / 100) * (width / 1.8)];
          const off = radius + 3;
          const left = {
            right: atX + off,
            left: atX - off - length,
            above: atX - length / 2,
            below: atX - length / 2,
          };
          const top = {
            right: atY - 7.5,
            left: atY - 7.5,
            above: atY - off - 15,
            below: atY + off,
          };
          const side = label?.side ?? "right";
          return {
            left: left[side],
            top: top[side],
            right: left[side] + length,
            bottom: top[side] + 15,
          };
        });
      for (const [index, a] of boxes.entries()) {
        assert.ok(a.left >= 0 && a.top >= 0 && a.right <= width && a.bottom <= width / 1.8);
        for (const b of boxes.slice(index + 1))
          assert.ok(
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
          );
      }
    }),
  );
});

test("the first has its name where it can, and one without room has none", () => {
  const [first, second] = labelled([dot("Port Ellis", 50, 50), dot("Nether Quay", 50, 50)]);
  assert.equal(first?.label?.side, "right");
  assert.equal(second?.label?.side, "left");
  const crowd = Array.from({ length: 30 }, () => dot("Nether Quay", 50, 50));
  assert.ok(labelled(crowd).some(({ label }) => label === undefined));
});

// ------------------------------------------------------------------ pages

function towns(...names: readonly (readonly [name: string, country?: string])[]): Told[] {
  return names.flatMap(([name, country], index) =>
    Array.from({ length: 3 - (index % 2) }, () => ({
      kind: "place" as const,
      name,
      role: "a town",
      sentences: 1,
      ...(country !== undefined && { country }),
    })),
  );
}

function pageOf(name: string, told: readonly Told[]): SubjectPage {
  const found = pagesTold(told, "entity/place/").find(
    (one): one is SubjectPage => one.kind === "place" && one.name === name,
  );
  assert.ok(found);
  return found;
}

test("a town, a country and a place that nobody knows", () => {
  const town = pageOf("Lisbon", towns(["Lisbon", "PT"]));
  assert.deepEqual(town.position, { latitude: 38.72, longitude: -9.13, source: "town" });
  assert.match(
    renderHtml(drawSubject(town, site)),
    /38\.7° N, 9\.1° W, the position of the largest town of the name \(GeoNames\)/,
  );
  assert.equal(pageOf("Portugal", towns(["Portugal", "PT"])).position?.source, "country");
  assert.equal(pageOf("Singapore", towns(["Singapore", "SG"])).position?.source, "capital");
  const unknown = pageOf("Gull Skerry", towns(["Gull Skerry"]));
  assert.equal(unknown.position, undefined);
  assert.equal(unknown.map, undefined);
  // of two towns of one name the list has the larger alone
  assert.equal(pageOf("Lisbon", towns(["Lisbon", "US"])).position, undefined);
});

test("the map of all places has those whose position is known, and says how many are left out", () => {
  const told = towns(["Lisbon", "PT"], ["Oporto"], ["Paris", "FR"], ["Portugal", "PT"]);
  const [index] = pagesTold(told, "index/place").filter(isIndex);
  const { map } = index ?? {};
  assert.deepEqual(
    map?.places.map(({ name }) => name),
    ["Lisbon", "Paris", "Portugal"],
  );
  assert.equal(map?.unplaced, 1);
  assert.equal(map?.more, 0);
});

test("each dot and each row of the list leads to the place; a screen reader hears each once", () => {
  const markup = renderHtml(drawSubject(pageOf("Lisbon", towns(["Lisbon", "PT"])), site));
  assert.match(
    markup,
    /<a class="place meant" href="[^"]+" aria-label="Lisbon, 3 articles"><title>Lisbon, 3 articles<\/title>/,
  );
  assert.match(markup, /aria-hidden="true" tabindex="-1"><text /);
  assert.match(markup, /<summary>as a list<\/summary>/);
  assert.doesNotMatch(markup, /<image|<use|url\(|style="/);
});
