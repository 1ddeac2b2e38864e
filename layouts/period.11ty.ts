/** How does a day, a month or a year look: what was printed, what happened, who spoke? */
import type { PeriodPage, SiteFrame } from "../src/page-model.ts";
import type { Link } from "../src/page-parts.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawBars } from "./parts/bars.ts";
import { drawCalendar } from "./parts/calendar.ts";
import { drawColumns, drawPart } from "./parts/columns.ts";
import { counted } from "./parts/counts.ts";
import { drawEntries } from "./parts/entries.ts";
import { drawQuotations, drawSentences, IN_ARTICLES, whole } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawMarginNames, drawName } from "./parts/names.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of a day, a month, a year, or of the undated. */
export function drawPeriod(page: PeriodPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { articles, happened, said } = page;
  const none = page.total === 0 && html`<p>Nothing in this archive was printed then.</p>\n`;
  const column = html`${drawPeriods(page, frame)}${none}${drawPart({ heading: "Printed", content: drawPrinted(page, frame), count: counted(articles.length, "article") })}${drawPart({ heading: "Happened, as articles tell", content: drawSentences(whole(happened), frame), count: counted(happened.length, "sentence") })}${drawPart({ heading: "Who spoke", content: drawQuotations(said, frame, false, IN_ARTICLES), count: counted(said.total, "quotation") })}`;
  const margin = html`${drawMarginNames("People", page.people, frame)}${drawMarginNames("Topics", page.topics, frame)}`;
  const hasMargin = page.people.length + page.topics.length > 0;
  const main = html`${drawTop(page, frame)}${drawColumns(column, hasMargin ? margin : undefined)}`;
  return drawShell({
    page,
    frame,
    main,
    description: `${page.title}: ${counted(page.total, "article")}.`,
  });
}

export default pageTemplate("period", drawPeriod);

function drawTop(page: PeriodPage, frame: Frame): Html {
  const step = (label: string, to: Link | undefined): Html | false =>
    to !== undefined && html`<li>${label} ${drawName(to, frame)}</li>`;
  return html`<header class="page-top">
${page.up !== undefined && html`<p class="kicker">${drawName(page.up, frame)}</p>\n`}<h1>${page.title}</h1>
<p class="apparatus">${counted(page.total, "article")}</p>
${
  (page.previous !== undefined || page.next !== undefined) &&
  html`<nav class="steps" aria-label="Earlier and later"><ul>${step("Earlier:", page.previous)}${step("Later:", page.next)}</ul></nav>\n`
}</header>
`;
}

/** On a day's own page the day is not said again at each article. */
function drawPrinted(page: PeriodPage, frame: Frame): Html | undefined {
  const entries = drawEntries(page.articles, frame);
  return page.scale === "day" ? entries && html`<div class="one-day">${entries}</div>` : entries;
}

function drawPeriods(page: PeriodPage, frame: Frame): Html | undefined {
  return page.scale === "month" ? drawCalendar(page.parts, frame) : drawBars(page.parts, frame);
}
