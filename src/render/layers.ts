/** Which elements lie over which characters of a line, and in what nesting? For rendering. */
import type { Span } from "../model.ts";
import type { Mark } from "../page-parts.ts";
import type { TextRun } from "../text/markdown.ts";
import type { InLanguage } from "../text/passage-language.ts";
import { htmlTimeOf } from "./dates.ts";
import { strayControls } from "./direction-controls.ts";
import { controlElement, type Html, html, textPiece, trustedHtml } from "./html.ts";
import { languageWithin } from "./language.ts";
import { isAddress, type Linker, safeHref } from "./urls.ts";

/** An element over a range of the plain text, end exclusive. */
export interface Layer extends Span {
  /** Layers of a lower rank lie outside those of a higher one wherever they meet. */
  readonly rank: number;
  readonly open: Html;
  readonly close: Html;
  /** Opens the first piece instead of `open`, unless the id was given before. */
  readonly first?: { readonly id: string; readonly open: Html };
}

/** What the drawing of a line needs to know. */
export interface LineDrawing {
  readonly link: Linker;
  /** Of the line; what is marked in another script says so. */
  readonly language?: InLanguage | undefined;
  /** The id of the note that explains a time, by its mark. */
  readonly idOf: ReadonlyMap<Mark, string>;
}

/**
 * Returns the layers of a line, outermost first: from the marks that touch it, from its runs'
 * setting and around each direction control that must not act. A link never lies in a link: the editor's go first, then the mark that begins first, and of
 * two that begin together the longer.
 */
export function layersOf(
  runs: readonly TextRun[],
  marks: readonly Mark[],
  drawing: LineDrawing,
): readonly Layer[] {
  const { link } = drawing;
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return [];
  const text = runs.map((run) => run.text).join("");
  const line = { start: first.start, end: last.start + last.text.length };
  const layers = [
    ...runs.flatMap((run) => layersOfRun(run, link)),
    ...layersOfControls(text, line.start),
  ];
  const editors = layers.filter((layer) => layer.rank === RANK.link);
  let linkedTo = line.start;
  for (const mark of marks) {
    if (mark.end <= mark.start || !meets(mark, line)) continue;
    const words = text.slice(Math.max(0, mark.start - line.start), mark.end - line.start);
    for (const layer of layersOfMark(mark, drawing, languageWithin(words, drawing.language))) {
      if (layer.rank === RANK.link) {
        if (layer.start < linkedTo || editors.some((other) => meets(other, layer))) continue;
        linkedTo = layer.end;
      }
      layers.push(layer);
    }
  }
  return layers.sort((a, b) => a.rank - b.rank || a.start - b.start || b.end - a.end);
}

/**
 * Returns the text of the runs within its layers. Where layers overlap without one holding the other,
 * the inner one is closed and opened again, so that elements always nest.
 */
export function renderLayers(
  runs: readonly TextRun[],
  layers: readonly Layer[],
  ids: Set<string>,
): Html {
  const pieces: Html[] = [];
  const byStart = layers.map((layer, order) => ({ layer, order }));
  byStart.sort((a, b) => a.layer.start - b.layer.start || a.order - b.order);
  let next = 0;
  let reached: typeof byStart = [];
  let open: readonly Layer[] = [];
  for (const piece of piecesOf(runs, layers)) {
    const begun = next;
    while ((byStart[next]?.layer.start ?? piece.end) < piece.end) next++;
    reached = [...reached, ...byStart.slice(begun, next)].filter(
      ({ layer }) => layer.end > piece.start,
    );
    const wanted = reached.sort((a, b) => a.order - b.order).map(({ layer }) => layer);
    const kept = sharedLength(open, wanted);
    for (const layer of open.slice(kept).reverse()) pieces.push(layer.close);
    for (const layer of wanted.slice(kept)) pieces.push(opening(layer, ids));
    pieces.push(textPiece(piece.text));
    open = wanted;
  }
  for (const layer of [...open].reverse()) pieces.push(layer.close);
  return html`${pieces}`;
}

const RANK = {
  sentence: 0,
  quotation: 1,
  dateline: 2,
  link: 3,
  time: 4,
  setting: 5,
  control: 6,
} as const;
const END_SPAN = trustedHtml("</span>");

function layersOfRun(run: TextRun, link: Linker): readonly Layer[] {
  const span = { start: run.start, end: run.start + run.text.length };
  return run.marks.flatMap((mark): readonly Layer[] => {
    if (typeof mark === "string") return [{ ...span, rank: RANK.setting, ...SETTINGS[mark] }];
    const href = isAddress(mark.href) ? link(mark.href) : safeHref(mark.href);
    if (href === undefined) return [];
    return [{ ...span, rank: RANK.link, open: html`<a href="${href}">`, close: END_LINK }];
  });
}

/** Pairs are looked for in the whole line, because a name or a setting may begin or end between them. */
function layersOfControls(text: string, start: number): readonly Layer[] {
  return strayControls(text).map((at) => ({
    start: start + at,
    end: start + at + 1,
    rank: RANK.control,
    ...controlElement,
  }));
}

const END_LINK = trustedHtml("</a>");
const SETTINGS = {
  strong: { open: html`<strong>`, close: html`</strong>` },
  emphasis: { open: html`<em>`, close: html`</em>` },
  code: { open: html`<code>`, close: html`</code>` },
} as const;

/** A time that is explained, or told of elsewhere, is a link besides. */
function layersOfMark(
  mark: Mark,
  { link, idOf }: LineDrawing,
  language: Html | undefined,
): readonly Layer[] {
  const layer = layerOf(mark, link, language);
  if (mark.kind !== "time") return [layer];
  const { start, end, address, label, because } = mark;
  const note = idOf.get(mark);
  if (address === undefined && note === undefined) return [layer];
  const href = address === undefined ? `#${note}` : link(address);
  const means =
    note !== undefined && html` aria-describedby="${note}" data-means="${label}: ${because}"`;
  const open = html`<a class="to-time" href="${href}"${means}>`;
  return [{ start, end, rank: RANK.link, open, close: END_LINK }, layer];
}

function layerOf(mark: Mark, link: Linker, language: Html | undefined): Layer {
  const { start, end } = mark;
  switch (mark.kind) {
    case "sentence":
      return { start, end, rank: RANK.sentence, ...targeted("sentence", mark.id, language) };
    case "quotation": {
      const doubt = mark.speaker !== undefined && !mark.sure ? " probable" : "";
      const kind = `quotation ${mark.quoted}${doubt}`;
      return { start, end, rank: RANK.quotation, ...targeted(kind, mark.id, language) };
    }
    case "dateline":
      return { start, end, rank: RANK.dateline, ...spanOf("dateline") };
    case "person":
    case "organisation":
    case "place": {
      const open = html`<a class="${mark.kind}" href="${link(mark.address)}"${language}>`;
      return { start, end, rank: RANK.link, open, close: END_LINK };
    }
    case "time":
      return { start, end, rank: RANK.time, ...timeElement(mark.value, mark.label !== undefined) };
  }
}

function spanOf(name: string): Pick<Layer, "open" | "close"> {
  return { open: html`<span class="${name}">`, close: END_SPAN };
}

function targeted(
  name: string,
  id: string,
  language: Html | undefined,
): Pick<Layer, "open" | "close" | "first"> {
  return {
    open: html`<span class="${name}"${language}>`,
    close: END_SPAN,
    first: { id, open: html`<span class="${name}" id="${id}"${language}>` },
  };
}

/** HTML's `time` knows no part of a day and no weekend: it is given the day or week that they lie in, and no decade or quarter at all. */
function timeElement(value: string, resolved: boolean): Pick<Layer, "open" | "close"> {
  const name = resolved ? "time resolved" : "time";
  const known = htmlTimeOf(value);
  if (known === undefined)
    return { open: html`<span class="${name}" data-value="${value}">`, close: END_SPAN };
  const exact = known === value ? html`` : html` data-value="${value}"`;
  return {
    open: html`<time class="${name}" datetime="${known}"${exact}>`,
    close: html`</time>`,
  };
}

function opening(layer: Layer, ids: Set<string>): Html {
  if (layer.first === undefined || ids.has(layer.first.id)) return layer.open;
  ids.add(layer.first.id);
  return layer.first.open;
}

interface Piece extends Span {
  readonly text: string;
}

/** The text cut wherever a run or a layer begins or ends. */
function piecesOf(runs: readonly TextRun[], layers: readonly Layer[]): readonly Piece[] {
  const edges = new Set(layers.flatMap((layer) => [layer.start, layer.end]));
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let next = 0;
  for (const run of runs) {
    const runEnd = run.start + run.text.length;
    let start = run.start;
    while (start < runEnd) {
      while ((cuts[next] ?? runEnd) <= start) next++;
      const end = Math.min(cuts[next] ?? runEnd, runEnd);
      const text = run.text.slice(start - run.start, end - run.start);
      pieces.push({ start, end, text });
      start = end;
    }
  }
  return pieces;
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** How many of the open elements, from the outside, may stay open. */
function sharedLength(open: readonly Layer[], wanted: readonly Layer[]): number {
  let shared = 0;
  while (shared < open.length && open[shared] === wanted[shared]) shared++;
  return shared;
}
