/** How does a page of a timeline look: what happened when, by the day on which it happened? */
import type { SiteFrame } from "../src/page-model.ts";
import type { CountedLink } from "../src/page-parts.ts";
import type { EventGroup, TimelinePage } from "../src/page-time.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawBars, drawYears } from "./parts/bars.ts";
import { drawCalendar } from "./parts/calendar.ts";
import { counted, withCommas } from "./parts/counts.ts";
import { drawEvents } from "./parts/events.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawName, drawParts } from "./parts/names.ts";
import { drawSteps } from "./parts/steps.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns a page of a timeline. */
export function drawTimeline(page: TimelinePage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const main = html`${drawTop(page, frame)}<div class="timeline">
${drawPeriods(page, frame)}${page.groups.map((group) => drawGroup(group, page, frame))}${drawParts("Pages", pagesOf(page), frame, hereOf(page))}</div>
`;
  return drawShell({
    page,
    frame,
    main,
    description: `${page.title}: ${counted(page.total, "event")}, as articles tell.`,
  });
}

export default pageTemplate("timeline", drawTimeline);

function drawTop(page: TimelinePage, frame: Frame): Html {
  const { up, total, expected } = page;
  const doubt =
    expected > 0 &&
    `; ${expected === total ? "all" : withCommas(expected)} of them still to come when ${expected === 1 ? "it was" : "they were"} printed`;
  return html`<header class="page-top">
${up !== undefined && html`<p class="kicker">${drawName(up, frame)}</p>\n`}<h1><bdi>${page.title}</bdi></h1>
<p class="apparatus">${counted(total, "event")}${doubt}. ${HOW[page.owner === undefined ? "archive" : "name"]}</p>
${drawSteps(page, frame)}</header>
`;
}

const HOW = {
  archive:
    "What articles say happened when: by the time of the event, not of the print, oldest first, the earliest report before others.",
  name: "What happened in sentences that name it or have its words: by the time of the event, not of the print, oldest first.",
};

function drawPeriods(page: TimelinePage, frame: Frame): Html | undefined {
  if (page.scale === "year") return drawBars(page.parts, frame);
  if (page.scale === "month") return drawCalendar(page.parts, frame, CAPTION, "event");
  return html`${drawFar("Before", page.earlier, frame)}${page.parts.length > 1 && html`<nav aria-label="Years">${drawYears(page.parts, frame, "event")}</nav>\n`}${drawFar("After", page.later, frame)}`;
}

const CAPTION = "Under each day, how many events of it are told";

/** Decades and centuries. */
function drawFar(label: string, names: readonly CountedLink[], frame: Frame): Html | undefined {
  if (names.length === 0) return undefined;
  const items = names.map(
    (name) =>
      html`<li>${drawName(name, frame)} <span class="count">${withCommas(name.count)}</span></li>`,
  );
  return html`<nav class="far" aria-label="${label}"><span class="apparatus">${label}</span> <ul>${items}</ul></nav>
`;
}

function drawGroup(group: EventGroup, page: TimelinePage, frame: Frame): Html {
  const { heading, id, address, entries } = group;
  const day =
    address !== undefined &&
    html`<p class="apparatus"><a href="${frame.link(address)}">What was printed on ${heading}</a></p>\n`;
  return html`<section class="part" id="${id}">
<h2>${heading} <span class="count">${counted(entries.length, "event")}</span></h2>
${drawEvents(entries, frame, page.scale === "whole" ? undefined : heading)}${day}</section>
`;
}

function pagesOf(page: TimelinePage): readonly CountedLink[] {
  return page.pages.map((link) => ({ ...link, count: 0 }));
}

function hereOf({ pages }: TimelinePage): string | undefined {
  return pages.find(({ address }) => address === undefined)?.name;
}
