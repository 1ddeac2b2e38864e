/** How is a year drawn as a calendar of small squares, the stronger the more was printed? For layouts. */
import type { CoverageBar } from "../../src/page-parts.ts";
import { weekdayOf } from "../../src/render/dates.ts";
import { type Html, html } from "../../src/render/html.ts";
import { daysInMonth } from "../../src/text/dates.ts";
import type { Frame } from "./frame.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
/** Shades of a square. */
const SHADES = 4;

/**
 * Returns a year as a table of weeks, a row each; the style sheet lays it on its side where there is room. Each
 * day that has articles is a link that says how many; a day without any is an empty square, and says so, too. `days` are those
 * with articles. Behind it stands a table of the months. Nothing if no day of the year is known.
 */
export function drawHeatMap(
  year: string,
  days: readonly CoverageBar[],
  frame: Frame,
): Html | undefined {
  const first = weekdayOf(`${year}-01-01`);
  if (days.length === 0 || first === undefined) return undefined;
  const lead = (first - frame.words.dates.firstWeekday + 7) % 7;
  const known = new Map(days.map((day) => [day.period, day]));
  const most = Math.max(...days.map(({ count }) => count));
  const dates = datesOf(year, frame);
  const weeks = Array.from({ length: Math.ceil((lead + dates.length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => dates[week * 7 + weekday - lead]),
  );
  const rows = weeks.map(
    (week) => html`
<tr>${drawMonthOf(week)}${week.map((date) => drawSquare(date, known, { most, frame }))}</tr>`,
  );
  const heads = frame.words.dates.weekdays.map(
    (name, index) =>
      html`<th scope="col"><abbr title="${name}"${index % 2 === 1 && html` class="every-other"`}>${frame.words.dates.shortWeekdays[index]}</abbr></th>`,
  );
  return html`<figure class="heat-map">
<figcaption class="apparatus" id="squares">${frame.say("calendar.squares", { year: frame.words.figures(year) })}</figcaption>
<table aria-labelledby="squares">
<thead><tr><th scope="col"><span class="hidden">${frame.say("calendar.month")}</span></th>${heads}</tr></thead>
<tbody>${rows}
</tbody></table>
<details><summary>${frame.say("shell.asTable")}</summary>
${drawMonths(year, days, frame)}
</details>
</figure>
`;
}

interface Date {
  readonly iso: string;
  readonly day: number;
  readonly month: string;
  /** The month, shortened. */
  readonly short: string;
}

function datesOf(year: string, { words }: Frame): readonly Date[] {
  return MONTHS.flatMap((number) => {
    const month = `${year}-${number}`;
    return Array.from({ length: daysInMonth(month) }, (_, at) => ({
      iso: `${month}-${String(at + 1).padStart(2, "0")}`,
      day: at + 1,
      month: words.dates.monthName(month),
      short: words.dates.shortMonthName(month),
    }));
  });
}

/** The week in which a month begins bears its name. */
function drawMonthOf(week: readonly (Date | undefined)[]): Html {
  const first = week.find((date) => date?.day === 1);
  if (first === undefined) return html`<td class="label"></td>`;
  return html`<th scope="row" class="label"><abbr title="${first.month}">${first.short}</abbr></th>`;
}

function drawSquare(
  date: Date | undefined,
  known: ReadonlyMap<string, CoverageBar>,
  { most, frame }: { readonly most: number; readonly frame: Frame },
): Html {
  if (date === undefined) return html`<td></td>`;
  const day = known.get(date.iso);
  if (day?.address === undefined)
    return html`<td class="empty" title="${frame.say("calendar.empty", { day: frame.words.dates.dayOfYear(date.iso.slice(5)) })}"></td>`;
  const shade = Math.ceil(SHADES * Math.sqrt(day.count / most));
  return html`<td class="shade-${shade}"><a href="${frame.link(day.address)}" aria-label="${frame.say("calendar.day", { day: day.label, count: day.count })}"></a></td>`;
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
<tr><th scope="row">${frame.words.dates.monthName(month)}</th><td>${frame.number(total)}</td><td>${frame.number(within.length)}</td><td>${fullest?.address !== undefined && frame.tell("calendar.fullestDay", { day: html`<a href="${frame.link(fullest.address)}">${fullest.label}</a>`, count: fullest.count })}</td></tr>`;
  });
  return html`<table class="figures">
<thead><tr><th scope="col">${frame.say("calendar.month")}</th><th scope="col">${frame.say("calendar.articles")}</th><th scope="col">${frame.say("calendar.days")}</th><th scope="col">${frame.say("calendar.fullest")}</th></tr></thead>
<tbody>${rows}
</tbody></table>`;
}
