/** How many articles a month or a year: the chart and its table. For layouts. */
import type { CoverageBar } from "../../src/page-parts.ts";
import { monthNumber } from "../../src/render/dates.ts";
import { type Html, html } from "../../src/render/html.ts";
import type { Frame } from "./frame.ts";

/** Beyond this many months a bar is a year, or it would be thinner than a hair. */
const MOST_MONTHS = 240;
const HEIGHT = 96;
const BASELINE = 76;
const TOP = 18;

/**
 * Returns a chart of articles over time, as wide as its place, with a table of the same behind it. Bars
 * stand where they belong in time, so that gaps show; the fullest is marked and labelled. One period
 * alone needs no chart and gets a line of words. Nothing if nothing was printed. `name` says whose articles
 * are counted, such as `Articles that name Ana Reis`; `left` is how many more there are of which the month is unknown.
 */
export function drawCoverage(
  name: string,
  bars: readonly CoverageBar[],
  frame: Frame,
  left = 0,
): Html | undefined {
  const printed = bars.filter((bar) => bar.count > 0);
  const only = printed[0];
  if (only === undefined) return undefined;
  if (printed.length === 1)
    return html`<p class="apparatus">${frame.say("coverage.allIn", { count: only.count, period: only.label })}${drawLeft(left, frame)}</p>
`;
  const total = printed.reduce((sum, bar) => sum + bar.count, 0);
  return html`<figure class="coverage">
${drawChart(frame.say("coverage.title", { name, count: total }), timelineOf(printed, frame), frame)}
<details><summary>${frame.say("shell.asTable")}</summary>
${drawTable(printed, frame)}
</details>${
    left > 0 &&
    html`
<p class="apparatus">${drawLeft(left, frame)}</p>`
  }
</figure>
`;
}

function drawLeft(left: number, { say }: Frame): Html | undefined {
  if (left === 0) return undefined;
  return html` ${say("coverage.left", { count: left })}`;
}

interface Bar {
  readonly label: string;
  readonly count: number;
  readonly isPeak: boolean;
  /** In per cent of the width. */
  readonly x: number;
}

interface Timeline {
  readonly bars: readonly Bar[];
  /** In per cent. */
  readonly width: number;
  readonly ticks: readonly { readonly year: number; readonly x: number }[];
}

function timelineOf(printed: readonly CoverageBar[], { words }: Frame): Timeline {
  const months = printed.map((bar) => monthNumber(bar.period));
  const byYear = printed.some((bar) => bar.period.length === 4);
  const span = Math.max(...months) - Math.min(...months) + 1;
  const unit = byYear || span > MOST_MONTHS ? 12 : 1;
  const first = Math.floor(Math.min(...months) / 12) * 12;
  const slots = Math.ceil((Math.max(...months) + 1 - first) / 12) * (12 / unit);
  const counts = new Map<number, { label: string; count: number; isPeak: boolean }>();
  for (const [index, bar] of printed.entries()) {
    const slot = Math.floor(((months[index] ?? first) - first) / unit);
    const label = unit === 12 ? words.figures(bar.period.slice(0, 4)) : bar.label;
    const isPeak = bar.peak === true || counts.get(slot)?.isPeak === true;
    counts.set(slot, { label, count: bar.count + (counts.get(slot)?.count ?? 0), isPeak });
  }
  const width = 100 / slots;
  const bars = [...counts].sort((a, b) => a[0] - b[0]);
  return {
    bars: bars.map(([slot, bar]) => ({ ...bar, x: slot * width })),
    width,
    ticks: ticksOf(first / 12, (slots * unit) / 12),
  };
}

/** At most a dozen years, at round numbers. */
function ticksOf(firstYear: number, years: number): Timeline["ticks"] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => years / size <= 12) ?? 200;
  const ticks: { year: number; x: number }[] = [];
  for (let year = Math.ceil(firstYear / step) * step; year < firstYear + years; year += step)
    ticks.push({ year, x: ((year - firstYear) / years) * 100 });
  return ticks;
}

function drawChart(title: string, { bars, width, ticks }: Timeline, frame: Frame): Html {
  const most = Math.max(...bars.map((bar) => bar.count));
  const peak = bars.find((bar) => bar.count === most);
  const rects = bars.map((bar) => {
    const height = Math.max(2, (bar.count / most) * (BASELINE - TOP));
    const kind = bar === peak ? "bar peak" : bar.isPeak ? "bar marked" : "bar";
    return html`
<rect class="${kind}" x="${percent(bar.x)}" y="${tenth(BASELINE - height)}" width="${percent(width * 0.8)}" height="${tenth(height)}"><title>${frame.say("coverage.bar", { period: bar.label, count: bar.count })}</title></rect>`;
  });
  const years = ticks.map(
    (tick, index) => html`
<line class="tick" x1="${percent(tick.x)}" x2="${percent(tick.x)}" y1="${BASELINE}" y2="${BASELINE + 5}"/><text class="${index % 2 === 0 ? "year" : "year second"}" x="${percent(tick.x)}" y="${HEIGHT - 3}">${frame.words.figures(String(tick.year))}</text>`,
  );
  return html`<svg class="chart" role="img" width="100%" height="${HEIGHT}">
<title>${title}</title>
<desc>${describe(peak, bars, frame)}</desc>${rects}
<line class="baseline" x1="0" x2="100%" y1="${BASELINE}" y2="${BASELINE}"/>${years}${peak !== undefined && drawPeak(peak, frame)}
</svg>`;
}

function drawPeak(peak: Bar, { say }: Frame): Html {
  const side = peak.x > 50 ? "peak-label end" : "peak-label";
  return html`
<text class="${side}" x="${percent(peak.x)}" y="${TOP - 6}">${say("coverage.peak", { count: peak.count, period: peak.label })}</text>`;
}

function describe(peak: Bar | undefined, bars: readonly Bar[], { say }: Frame): string {
  const first = bars[0]?.label ?? "";
  const last = bars.at(-1)?.label ?? "";
  return say("coverage.described", {
    first,
    last,
    count: peak?.count ?? 0,
    period: peak?.label ?? "",
  });
}

function drawTable(bars: readonly CoverageBar[], frame: Frame): Html {
  const rows = bars.map((bar) => {
    const label =
      bar.address === undefined
        ? html`${bar.label}`
        : html`<a href="${frame.link(bar.address)}">${bar.label}</a>`;
    return html`
<tr><th scope="row">${label}</th><td>${frame.number(bar.count)}</td></tr>`;
  });
  return html`<table class="figures"><thead><tr><th scope="col">${frame.say("coverage.when")}</th><th scope="col">${frame.say("coverage.articles")}</th></tr></thead><tbody>${rows}
</tbody></table>`;
}

/** Returns a number for a percentage attribute, to a thousandth, without an exponent. */
function percent(value: number): string {
  return `${Math.round(value * 1000) / 1000}%`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
