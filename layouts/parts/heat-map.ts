/** How is a year drawn as a calendar of small squares, the stronger the more was printed? For layouts. */
import type { CoverageBar } from "../../src/page-parts.ts";
import { WEEKDAYS, weekdayOf } from "../../src/render/dates.ts";
import { type Html, html } from "../../src/render/html.ts";
import { dateLabel, daysInMonth } from "../../src/text/dates.ts";
import { counted, withCommas } from "./counts.ts";
import type { Frame } from "./frame.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
/** Shades of a square. */
const SHADES = 4;

/**
 * Returns a year as a table of weeks, from Monday, a row each; the style sheet lays it on its side where there is room. Each
 * day that has articles is a link that says how many; a day without any is an empty square, and says so, too. `days` are those
 * with articles. Behind it stands a table of the months. Nothing if no day of the year is known.
 */
export function drawHeatMap(
  year: string,
  days: readonly CoverageBar[],
  frame: Frame,
): Html | undefined {
  const lead = weekdayOf(`${year}-01-01`);
  if (days.length === 0 || lead === undefined) return undefined;
  const known = new Map(days.map((day) => [day.period, day]));
  const most = Math.max(...days.map(({ count }) => count));
  const dates = datesOf(year);
  const weeks = Array.from({ length: Math.ceil((lead + dates.length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => dates[week * 7 + weekday - lead]),
  );
  const rows = weeks.map(
    (week) => html`
<tr>${drawMonthOf(week)}${week.map((date) => drawSquare(date, known, { most, frame }))}</tr>`,
  );
  const heads = WEEKDAYS.map(
    (name, index) =>
      html`<th scope="col"><abbr title="${name}"${index % 2 === 1 && html` class="every-other"`}>${name.slice(0, 3)}</abbr></th>`,
  );
  return html`<figure class="heat-map">
<figcaption class="apparatus" id="squares">A square for each day of ${year}: the stronger, the more articles were printed on it; an empty one is a day without any</figcaption>
<table aria-labelledby="squares">
<thead><tr><th scope="col"><span class="hidden">Month</span></th>${heads}</tr></thead>
<tbody>${rows}
</tbody></table>
<details><summary>as a table</summary>
${drawMonths(year, days, frame)}
</details>
</figure>
`;
}

interface Date {
  readonly iso: string;
  readonly day: number;
  readonly month: string;
}

function datesOf(year: string): readonly Date[] {
  return MONTHS.flatMap((number) => {
    const month = `${year}-${number}`;
    return Array.from({ length: daysInMonth(month) }, (_, at) => ({
      iso: `${month}-${String(at + 1).padStart(2, "0")}`,
      day: at + 1,
      month: monthName(month),
    }));
  });
}

/** `2022-01` → `January`. */
function monthName(month: string): string {
  return dateLabel(month).replace(/ .*/, "");
}

/** The week in which a month begins bears its name. */
function drawMonthOf(week: readonly (Date | undefined)[]): Html {
  const first = week.find((date) => date?.day === 1);
  if (first === undefined) return html`<td class="label"></td>`;
  return html`<th scope="row" class="label"><abbr title="${first.month}">${first.month.slice(0, 3)}</abbr></th>`;
}

function drawSquare(
  date: Date | undefined,
  known: ReadonlyMap<string, CoverageBar>,
  { most, frame }: { readonly most: number; readonly frame: Frame },
): Html {
  if (date === undefined) return html`<td></td>`;
  const day = known.get(date.iso);
  if (day?.address === undefined)
    return html`<td class="empty" title="${date.day} ${date.month}: no article"></td>`;
  const shade = Math.ceil(SHADES * Math.sqrt(day.count / most));
  return html`<td class="shade-${shade}"><a href="${frame.link(day.address)}" aria-label="${day.label}: ${counted(day.count, "article")}"></a></td>`;
}

function drawMonths(year: string, days: readonly CoverageBar[], frame: Frame): Html {
  const rows = MONTHS.map((number) => {
    const month = `${year}-${number}`;
    const within = days.filter(({ period }) => period.startsWith(month));
    const total = within.reduce((sum, { count }) => sum + count, 0);
    const fullest = within.reduce<CoverageBar | undefined>(
      (best, day) => (best === undefined || day.count > best.count ? day : best),
      undefined,
    );
    return html`
<tr><th scope="row">${monthName(month)}</th><td>${withCommas(total)}</td><td>${withCommas(within.length)}</td><td>${fullest?.address !== undefined && html`<a href="${frame.link(fullest.address)}">${fullest.label}</a> (${withCommas(fullest.count)})`}</td></tr>`;
  });
  return html`<table class="figures">
<thead><tr><th scope="col">Month</th><th scope="col">Articles</th><th scope="col">Days with any</th><th scope="col">Fullest day</th></tr></thead>
<tbody>${rows}
</tbody></table>`;
}
