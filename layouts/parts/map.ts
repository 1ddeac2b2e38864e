/** How is a map of places drawn, with the same places as a list? For layouts. */
import type { MapPlace, PlaceMap, Position } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { type Frame, languageOf } from "./frame.ts";
import { drawName } from "./names.ts";

/** What a map is called, and what the number of a place counts. */
export interface MapWords {
  readonly title: string;
  readonly noun: "count.articles" | "count.mentions";
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
<figcaption class="apparatus">${captionOf(map, frame)}</figcaption>
</figure>
${hasList && drawList(places, noun, frame)}`;
}

/** Returns where a place lies, and how that is known: `35.7° N, 51.4° E, the position of the largest town …`. */
export function drawPosition(position: Position, frame: Frame): Html {
  return html`${frame.say("map.position", { degrees: degreesOf(position, frame), source: frame.say(SOURCES[position.source]) })}`;
}

const SOURCES = {
  editor: "map.editor",
  town: "map.town",
  country: "map.country",
  capital: "map.capital",
} as const;

function degreesOf({ latitude, longitude }: Position, { say }: Frame): string {
  return say("map.degrees", {
    latitude: say(latitude < 0 ? "map.south" : "map.north", { degrees: tenth(Math.abs(latitude)) }),
    longitude: say(longitude < 0 ? "map.west" : "map.east", {
      degrees: tenth(Math.abs(longitude)),
    }),
  });
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function drawDot(place: MapPlace, noun: MapWords["noun"], frame: Frame): Html {
  const { name, address, count, x, y, radius } = place;
  const said = frame.say("map.place", { name, count: frame.say(noun, { count }) });
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
function captionOf({ places, more, unplaced }: PlaceMap, { say }: Frame): Html {
  const sources = new Set(places.map(({ position }) => position.source));
  const sentences = [
    sources.has("town") && say("map.townsStand"),
    sources.has("country") && say("map.ring"),
    sources.has("capital") && say("map.capitals"),
    sources.has("editor") && say("map.editors"),
    more > 0 &&
      say(places.some(({ isMeant }) => isMeant) ? "map.moreFar" : "map.more", { count: more }),
    unplaced > 0 && say("map.unplaced", { count: unplaced }),
    say("map.coasts"),
  ];
  return html`${sentences.filter((one) => one !== false).join(" ")}`;
}

function drawList(places: readonly MapPlace[], noun: MapWords["noun"], frame: Frame): Html {
  const rows = places.map(
    (place) => html`
<li>${drawName(place, frame)} <span class="apparatus">${frame.say("map.listed", { count: frame.say(noun, { count: place.count }), degrees: degreesOf(place.position, frame) })}</span></li>`,
  );
  return html`<details class="map-list"><summary>${frame.say("shell.asList")}</summary>
<ul>${rows}
</ul>
</details>
`;
}
