/** Which places of a map have room for their names, and on which side? Stage 6. */
import type { MapPlace } from "../page-parts.ts";
import { SHAPE } from "./map-window.ts";

/** A place before it is known where its name stands; the most important come first. */
export type Unlabelled = Omit<MapPlace, "label">;

/** How wide a map is drawn, in pixels: on a telephone, beside a text, over a page. */
const NARROW = 300;
const WIDE = [440, 620, 900] as const;

/** Of the font of labels, in pixels. */
const LINE = 15;
const LETTER = 6.6;
const WIDE_LETTER = 13;
/** Between a dot and its name. */
const GAP = 3;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const SIDES = ["right", "left", "above", "below"] as const;
type Side = (typeof SIDES)[number];

/** So many of the most important places may hide the dots of lesser ones with their names. */
const LEADING = 12;

/**
 * Returns the places with their labels, one after the other where one is free: a name leaves the map at no edge, stands off
 * every other name and hides no dot, but that the most important hide lesser ones, on a map of any width. Those that have
 * room on wide maps only say so.
 */
export function labelled(places: readonly Unlabelled[]): readonly MapPlace[] {
  const sheets = [NARROW, ...WIDE].map((width) => new Sheet(width, places));
  const [, ...wide] = sheets;
  const labels = new Map<Unlabelled, NonNullable<MapPlace["label"]>>();
  for (const [on, onlyWide] of [
    [sheets, false],
    [wide, true],
  ] as const) {
    for (const [index, place] of places.entries()) {
      if (labels.has(place)) continue;
      const side = SIDES.find((one) => on.every((sheet) => sheet.hasRoom(index, one)));
      if (side === undefined) continue;
      for (const sheet of on) sheet.write(index, side);
      labels.set(place, { side, onlyWide });
    }
  }
  return places.map((place) => {
    const label = labels.get(place);
    return label === undefined ? place : { ...place, label };
  });
}

/** The map at one width, with the names that stand on it. */
class Sheet {
  readonly #width: number;
  readonly #height: number;
  readonly #dots: readonly Box[];
  readonly #names: readonly Readonly<Record<Side, Box>>[];
  readonly #written: Box[] = [];

  constructor(width: number, places: readonly Unlabelled[]) {
    this.#width = width;
    this.#height = width / SHAPE;
    const dots = places.map(({ x, y, radius }) => ({
      x: (x / 100) * width,
      y: (y / 100) * this.#height,
      radius,
    }));
    this.#dots = dots.map(({ x, y, radius }) =>
      boxOf(x - radius, y - radius, 2 * radius, 2 * radius),
    );
    this.#names = dots.map((dot, index) => namesAt(dot, lengthOf(places[index]?.name ?? "")));
  }

  hasRoom(index: number, side: Side): boolean {
    const own = this.#names[index]?.[side];
    if (own === undefined || own.left < 0 || own.top < 0) return false;
    if (own.right > this.#width || own.bottom > this.#height) return false;
    const most = index < LEADING ? LEADING : this.#dots.length;
    return (
      !this.#written.some((name) => meet(own, name)) &&
      !this.#dots.some((dot, other) => other < most && other !== index && meet(own, dot))
    );
  }

  write(index: number, side: Side): void {
    const box = this.#names[index]?.[side];
    if (box !== undefined) this.#written.push(box);
  }
}

function namesAt(
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  length: number,
): Readonly<Record<Side, Box>> {
  const off = radius + GAP;
  return {
    right: boxOf(x + off, y - LINE / 2, length, LINE),
    left: boxOf(x - off - length, y - LINE / 2, length, LINE),
    above: boxOf(x - length / 2, y - off - LINE, length, LINE),
    below: boxOf(x - length / 2, y + off, length, LINE),
  };
}

function boxOf(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** Letters of scripts whose signs fill a square are twice as wide. */
function lengthOf(name: string): number {
  const square =
    name.match(/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  return square * WIDE_LETTER + (name.length - square) * LETTER;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
