/** How is a map of places drawn, with the same places as a list? For layouts. */
import type { MapPlace, PlaceMap, Position } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { counted, withCommas } from "./counts.ts";
import { type Frame, languageOf } from "./frame.ts";
import { drawName } from "./names.ts";

/** What a map is called, and what the number of a place counts. */
export interface MapWords {
  readonly title: string;
  readonly noun: readonly [one: string, many: string];
  /** False where the page lists the places anyway. */
  readonly hasList: boolean;
}

/**
 * Returns a map as a figure: no picture is fetched for it. Each dot is a link to its place; where each position comes from
 * is said below, for a town may have a namesake.
 */
export function drawMap(map: PlaceMap, { title, noun, hasList }: MapWords, frame: Frame): Html {
  const { places, grid } = map;
  // what the page is about lies over all else
  const drawn = places.toSorted((a, b) => Number(a.isMeant) - Number(b.isMeant));
  const dots = drawn.map((place) => drawDot(place, noun, frame));
  const names = drawn.map((place) => drawLabel(place, frame));
  return html`<figure class="map">
<svg class="frame" role="group" aria-label="${title}">
<svg viewBox="0 0 ${grid.width} ${grid.height}" width="100%" height="100%" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="land" d="${map.land}"/><path class="borders" d="${map.borders}"/></svg>
${dots}${names}</svg>
<figcaption class="apparatus">${captionOf(map)}</figcaption>
</figure>
${hasList && drawList(places, noun, frame)}`;
}

/** Returns where a place lies, and how that is known: `35.7° N, 51.4° E, the position of the largest town …`. */
export function drawPosition(position: Position): Html {
  return html`${degreesOf(position)}, ${SOURCES[position.source]}`;
}

const SOURCES: Readonly<Record<Position["source"], string>> = {
  editor: "as the editor gives it",
  town: "the position of the largest town of the name (GeoNames)",
  country: "the middle of the country (Natural Earth)",
  capital: "the position of its capital (GeoNames)",
};

function degreesOf({ latitude, longitude }: Position): string {
  const north = `${tenth(Math.abs(latitude))}° ${latitude < 0 ? "S" : "N"}`;
  const east = `${tenth(Math.abs(longitude))}° ${longitude < 0 ? "W" : "E"}`;
  return `${north}, ${east}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function drawDot(place: MapPlace, noun: MapWords["noun"], frame: Frame): Html {
  const { name, address, count, x, y, radius } = place;
  const said = `${name}, ${counted(count, ...noun)}`;
  const marks = html`<title>${said}</title><circle class="reach" cx="${x}%" cy="${y}%" r="12"/><circle class="dot" cx="${x}%" cy="${y}%" r="${radius}"/>`;
  const kind = kindOf(place);
  return address === undefined
    ? html`<g class="${kind}" role="img" aria-label="${said}">${marks}</g>
`
    : html`<a class="${kind}" href="${frame.link(address)}" aria-label="${said}">${marks}</a>
`;
}

function kindOf({ position: { source }, isMeant }: MapPlace): string {
  const isCountry = source === "country" || source === "capital";
  return `place${isCountry ? " country" : ""}${isMeant ? " meant" : ""}`;
}

const GAP = 3;

/** Names lie over all dots. They lead where their dots lead, and are not told twice to who hears the page. */
function drawLabel(place: MapPlace, frame: Frame): Html | undefined {
  const { name, address, x, y, radius, label } = place;
  if (label === undefined) return undefined;
  const off = radius + GAP;
  const shift = { right: off, left: -off, above: 0, below: 0 }[label.side];
  const down = { right: 4, left: 4, above: -off - 3, below: off + 11 }[label.side];
  const anchor = { right: "start", left: "end", above: "middle", below: "middle" }[label.side];
  const kind = `${kindOf(place)}${label.onlyWide ? " wide" : ""}`;
  const text = html`<text x="${x}%" y="${y}%" dx="${shift}" dy="${down}" text-anchor="${anchor}"${languageOf(frame.site, frame.site, name)}>${name}</text>`;
  return address === undefined
    ? html`<g class="${kind}" aria-hidden="true">${text}</g>
`
    : html`<a class="${kind}" href="${frame.link(address)}" aria-hidden="true" tabindex="-1">${text}</a>
`;
}

/** Whose work it is, and what is not on it. */
function captionOf({ places, more, unplaced }: PlaceMap): Html {
  const sources = new Set(places.map(({ position }) => position.source));
  const sentences = [
    sources.has("town") &&
      "Towns stand at the position of the largest town of the name (GeoNames).",
    sources.has("country") && "A ring is the middle of a country (Natural Earth).",
    sources.has("capital") && "Small countries stand at their capitals (GeoNames).",
    sources.has("editor") && "Some positions are the editor’s.",
    more > 0 &&
      `${withCommas(more)} more, named less often${places.some(({ isMeant }) => isMeant) ? " or far off" : ""}, are left out.`,
    unplaced > 0 && `Of ${counted(unplaced, "other place", "other places")} no position is known.`,
    "Coasts and today’s borders: Natural Earth.",
  ];
  return html`${sentences.filter((one) => one !== false).join(" ")}`;
}

function drawList(places: readonly MapPlace[], noun: MapWords["noun"], frame: Frame): Html {
  const rows = places.map(
    (place) => html`
<li>${drawName(place, frame)} <span class="apparatus">${counted(place.count, ...noun)}, ${degreesOf(place.position)}</span></li>`,
  );
  return html`<details class="map-list"><summary>as a list</summary>
<ul>${rows}
</ul>
</details>
`;
}
