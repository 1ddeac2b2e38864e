/** How does a page of a timeline look: what happened when, by the day on which it happened? */
import type { SiteFrame } from "../src/page-model.ts";
import type { CountedLink } from "../src/page-parts.ts";
import type { EventGroup, TimelinePage } from "../src/page-time.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawBars, drawYears } from "./parts/bars.ts";
import { drawCalendar } from "./parts/calendar.ts";
import { drawEvents } from "./parts/events.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawName, drawParts } from "./parts/names.ts";
import { drawOtherPeriods } from "./parts/other-dates.ts";
import { drawSteps } from "./parts/steps.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns a page of a timeline. */
export function drawTimeline(page: TimelinePage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const main = html`${drawTop(page, frame)}<div class="timeline">
${drawPeriods(page, frame)}${page.groups.map((group) => drawGroup(group, page, frame))}${drawParts(frame.say("shell.pages"), pagesOf(page), frame, hereOf(page))}</div>
`;
  return drawShell({
    page,
    frame,
    main,
    description: frame.say("timeline.description", { title: page.title, count: page.total }),
  });
}

export default pageTemplate("timeline", drawTimeline);

function drawTop(page: TimelinePage, frame: Frame): Html {
  const { up, total, expected } = page;
  const events = frame.say("count.events", { count: total });
  const extent =
    expected === 0
      ? frame.say("timeline.total", { events })
      : frame.say(expected === total ? "timeline.totalAllExpected" : "timeline.totalExpected", {
          events,
          count: expected,
        });
  return html`<header class="page-top">
${up !== undefined && html`<p class="kicker">${drawName(up, frame)}</p>\n`}<h1><bdi>${page.title}</bdi></h1>
${drawOtherPeriods(page.address, frame)}<p class="apparatus">${extent} ${frame.say(page.owner === undefined ? "timeline.howArchive" : "timeline.howName")}</p>
${drawSteps(page, frame)}</header>
`;
}

function drawPeriods(page: TimelinePage, frame: Frame): Html | undefined {
  if (page.scale === "year") return drawBars(page.parts, frame);
  if (page.scale === "month")
    return drawCalendar(page.parts, frame, frame.say("calendar.events"), "count.events");
  return html`${drawFar(frame.say("timeline.before"), page.earlier, frame)}${page.parts.length > 1 && html`<nav aria-label="${frame.say("shell.years")}">${drawYears(page.parts, frame, "count.events")}</nav>\n`}${drawFar(frame.say("timeline.after"), page.later, frame)}`;
}

/** Decades and centuries. */
function drawFar(label: string, names: readonly CountedLink[], frame: Frame): Html | undefined {
  if (names.length === 0) return undefined;
  const items = names.map(
    (name) =>
      html`<li>${drawName(name, frame)} <span class="count">${frame.number(name.count)}</span></li>`,
  );
  return html`<nav class="far" aria-label="${label}"><span class="apparatus">${label}</span> <ul>${items}</ul></nav>
`;
}

function drawGroup(group: EventGroup, page: TimelinePage, frame: Frame): Html {
  const { heading, id, address, entries } = group;
  const day =
    address !== undefined &&
    html`<p class="apparatus"><a href="${frame.link(address)}">${frame.say("period.printedThen", { day: heading })}</a></p>\n`;
  return html`<section class="part" id="${id}">
<h2>${heading} <span class="count">${frame.say("count.events", { count: entries.length })}</span></h2>
${drawEvents(entries, frame, page.scale === "whole" ? undefined : heading)}${day}</section>
`;
}

function pagesOf(page: TimelinePage): readonly CountedLink[] {
  return page.pages.map((link) => ({ ...link, count: 0 }));
}

function hereOf({ pages }: TimelinePage): string | undefined {
  return pages.find(({ address }) => address === undefined)?.name;
}
