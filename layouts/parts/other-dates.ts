/** How do dates of other calendars stand beside ours, where the archive asks for them? For layouts. */
import { type Html, html } from "../../src/render/html.ts";
import type { Frame } from "./frame.ts";

/** Returns an ISO date in the archive's other calendars, to stand among words: `6 Bahman 1400`; nothing where it has none. */
export function drawOtherDates(date: string | undefined, { words, say }: Frame): Html | undefined {
  const others = date === undefined ? [] : words.dates.others(date);
  if (others.length === 0) return undefined;
  const drawn = others.map(
    (other, index) => html`${index > 0 && say("list.comma")}<bdi>${other}</bdi>`,
  );
  return html`<span class="other-dates">${drawn}</span>`;
}

/** Addresses of years, months and days end so, whatever they are of. */
const PERIOD = /\/(?<year>\d{4})(?:\/(?<month>\d\d)(?:\/(?<day>\d\d))?)?\/$/;

/** Returns the line below the heading of a page of a year, a month or a day that says which those are in the archive's other calendars. */
export function drawOtherPeriods(address: string, frame: Frame): Html | undefined {
  const { year, month, day } = PERIOD.exec(address)?.groups ?? {};
  const others = drawOtherDates(
    [year, month, day].filter((part) => part !== undefined).join("-"),
    frame,
  );
  return others && html`<p class="apparatus">${others}</p>\n`;
}
