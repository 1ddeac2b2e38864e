/** How are the parts of a list drawn, such as years or months, each with a bar? For layouts. */
import type { CoverageBar } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import type { Frame } from "./frame.ts";

/** A part of a list, with a page of its own unless it is empty. */
export type BarPart = Pick<CoverageBar, "label" | "count" | "address" | "peak">;

/** So many years have room for wider bars. */
const FEW_YEARS = 14;

/** Returns parts as lines: name, bar, count. Empty ones keep their line. Nothing if there are none. */
export function drawBars(parts: readonly BarPart[], frame: Frame): Html | undefined {
  if (parts.length === 0) return undefined;
  const most = Math.max(1, ...parts.map((part) => part.count));
  const rows = parts.map(
    (part) => html`
<li class="${part.count === 0 ? "bar-row empty" : "bar-row"}">${drawLabel(part, frame)} ${drawBar(part, most)} <span class="count">${frame.number(part.count)}${part.peak === true && html` <span class="peak-mark">${frame.say("coverage.mark")}</span>`}</span></li>`,
  );
  return html`<ol class="bar-rows">${rows}
</ol>
`;
}

/**
 * Returns years as a strip of upright bars, each a link to its year, with the years that have nothing
 * among them left empty. `noun` is what is counted.
 */
export function drawYears(
  years: readonly CoverageBar[],
  frame: Frame,
  noun: "count.articles" | "count.events" = "count.articles",
): Html | undefined {
  if (years.length === 0) return undefined;
  const most = Math.max(1, ...years.map((year) => year.count));
  const items = withGaps(years, frame).map((year) => {
    const height = year.count === 0 ? 0 : Math.max(2, Math.round((year.count / most) * 56));
    const inside = html`<svg width="100%" height="56" aria-hidden="true" focusable="false"><rect class="bar" x="0" y="${56 - height}" width="100%" height="${height}"/></svg><span class="year">${year.label}</span> <span class="count" aria-hidden="true">${frame.number(year.count)}</span><span class="hidden">${frame.say(noun, { count: year.count })}</span>`;
    return html`
<li>${year.address === undefined ? html`<span class="empty">${inside}</span>` : html`<a href="${frame.link(year.address)}">${inside}</a>`}</li>`;
  });
  const kind = items.length > FEW_YEARS ? "years" : "years years-few";
  return html`<ol class="${kind}">${items}
</ol>
`;
}

/** Returns a line of small upright bars for a row of a list; words beside it say the same. */
export function drawSpark(bars: readonly CoverageBar[]): Html | undefined {
  if (bars.length < 2) return undefined;
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const width = 100 / bars.length;
  const rects = bars.map((bar, index) => {
    if (bar.count === 0) return undefined;
    const height = Math.max(2, Math.round((bar.count / most) * 22));
    return html`<rect class="bar" x="${tenth(index * width)}%" y="${22 - height}" width="${tenth(width * 0.8)}%" height="${height}"/>`;
  });
  return html`<svg class="spark" width="100%" height="23" aria-hidden="true" focusable="false">${rects}<line class="baseline" x1="0" x2="100%" y1="22.5" y2="22.5"/></svg>`;
}

function drawLabel(part: BarPart, frame: Frame): Html {
  return part.address === undefined
    ? html`<span class="label">${part.label}</span>`
    : html`<a class="label" href="${frame.link(part.address)}">${part.label}</a>`;
}

function drawBar(part: BarPart, most: number): Html {
  const length = part.count === 0 ? 0 : Math.max(0.5, tenth((part.count / most) * 100));
  return html`<svg width="100%" height="8" aria-hidden="true" focusable="false"><rect class="bar" x="0" y="0" width="${length}%" height="8"/></svg>`;
}

/** Years in order with those between them that have no articles, while they are few. */
function withGaps(years: readonly CoverageBar[], { words }: Frame): readonly CoverageBar[] {
  const known = new Map(years.map((year) => [Number(year.period), year]));
  const first = Math.min(...known.keys());
  const last = Math.max(...known.keys());
  if (!Number.isInteger(first) || last - first > 200) return years;
  return Array.from({ length: last - first + 1 }, (_, index): CoverageBar => {
    const period = String(first + index);
    return known.get(first + index) ?? { period, label: words.figures(period), count: 0 };
  });
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
