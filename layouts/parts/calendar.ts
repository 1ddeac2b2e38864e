/** How is a month drawn as a calendar, with what was printed on each day? For layouts. */
import type { CoverageBar } from "../../src/page-parts.ts";
import { weekdayOf } from "../../src/render/dates.ts";
import { type Html, html } from "../../src/render/html.ts";
import type { Frame } from "./frame.ts";

/**
 * Returns a month as a table of weeks: each day that has any of what is counted (`noun`) is a link with
 * their count, a day without any is seen to be empty. `days` are all days of one month, in order.
 */
export function drawCalendar(
  days: readonly CoverageBar[],
  frame: Frame,
  caption: string,
  noun: "count.articles" | "count.events",
): Html | undefined {
  const first = weekdayOf(days[0]?.period ?? "");
  if (first === undefined) return undefined;
  const lead = (first - frame.words.dates.firstWeekday + 7) % 7;
  const cells: (CoverageBar | undefined)[] = [...Array<undefined>(lead), ...days];
  const weeks: Html[] = [];
  for (let start = 0; start < cells.length; start += 7) {
    const week = Array.from({ length: 7 }, (_, index) =>
      drawDay(cells[start + index], frame, noun),
    );
    weeks.push(html`
<tr>${week}</tr>`);
  }
  const heads = frame.words.dates.weekdays.map(
    (name, index) =>
      html`<th scope="col"><abbr title="${name}">${frame.words.dates.shortWeekdays[index]}</abbr></th>`,
  );
  return html`<table class="calendar">
<caption class="apparatus">${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${weeks}
</tbody></table>
`;
}

function drawDay(
  day: CoverageBar | undefined,
  frame: Frame,
  noun: "count.articles" | "count.events",
): Html {
  if (day === undefined) return html`<td></td>`;
  const number = Number(day.period.slice(-2));
  if (day.address === undefined)
    return html`<td class="empty"><span class="number">${frame.number(number)}</span></td>`;
  return html`<td><a href="${frame.link(day.address)}"><span class="number">${frame.number(number)}</span><span class="hidden">: ${frame.say(noun, { count: day.count })}</span> <b aria-hidden="true">${frame.number(day.count)}</b></a></td>`;
}
