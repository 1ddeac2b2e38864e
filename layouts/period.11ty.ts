/** How does a day, a month or a year look: what was printed, what happened, who spoke? */
import type { SiteFrame } from "../src/page-model.ts";
import type { PeriodPage } from "../src/page-time.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawBars } from "./parts/bars.ts";
import { drawCalendar } from "./parts/calendar.ts";
import { drawColumns, drawPart, type PagePart } from "./parts/columns.ts";
import { drawEventPortion } from "./parts/events.ts";
import { drawQuotations } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawHeatMap } from "./parts/heat-map.ts";
import { drawMarginNames, drawName } from "./parts/names.ts";
import { drawOtherPeriods } from "./parts/other-dates.ts";
import { drawShelf } from "./parts/shelf.ts";
import { drawSteps } from "./parts/steps.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of a day, a month, a year, or of the undated. */
export function drawPeriod(page: PeriodPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { say } = frame;
  const none = page.total === 0 && html`<p>${say("period.nothing")}</p>\n`;
  const column = html`${drawPeriods(page, frame)}${none}${partsOf(page, frame).map(drawPart)}`;
  const margin = html`${drawMarginNames(say("heading.people"), page.people, frame)}${drawMarginNames(say("heading.topics"), page.topics, frame)}${drawMarginNames(say("heading.otherYears"), page.otherYears, frame)}`;
  const hasMargin = page.people.length + page.topics.length + page.otherYears.length > 0;
  const squares = page.scale === "year" && drawHeatMap(page.period, page.days, frame);
  const main = html`${drawTop(page, frame)}${squares}${drawColumns(column, frame, hasMargin ? margin : undefined)}`;
  return drawShell({
    page,
    frame,
    main,
    description: say("period.description", { title: page.title, count: page.total }),
  });
}

export default pageTemplate("period", drawPeriod);

function partsOf(page: PeriodPage, frame: Frame): readonly PagePart[] {
  const { articles, happened, spoke, said, timeline } = page;
  const { say } = frame;
  const event = { under: page.title, rest: timeline };
  return [
    {
      id: "printed",
      heading: say("heading.printed"),
      content: drawPrinted(page, frame),
      count: say("count.articles", { count: articles.total }),
    },
    {
      id: "happened-as-articles-tell",
      heading: say("heading.happenedTold"),
      content: drawEventPortion(happened, frame, event),
      count: say("count.events", { count: happened.total }),
    },
    {
      id: "who-spoke",
      heading: say("heading.whoSpoke"),
      content: drawQuotations(said, frame, false, "cut.quotationsInArticles"),
      count: say("count.quotations", { count: said.total }),
    },
    {
      id: "said-on-that-day-as-articles-tell",
      heading: say("heading.spokenTold"),
      content: drawEventPortion(spoke, frame, { under: page.title }),
      count: say("count.sentences", { count: spoke.total }),
    },
  ];
}

/** A day's events stand on its page; it leads to the same day of other years. */
function drawElsewhere({ timeline, anniversary }: PeriodPage, frame: Frame): Html {
  return html`${timeline !== undefined && frame.tell("period.whenever", { link: html`<a href="${frame.link(timeline)}">${frame.say("period.happened")}</a>` })}${anniversary !== undefined && frame.tell("period.sameDay", { day: drawName(anniversary, frame) })}`;
}

function drawTop(page: PeriodPage, frame: Frame): Html {
  return html`<header class="page-top">
${page.up !== undefined && html`<p class="kicker">${drawName(page.up, frame)}</p>\n`}<h1>${page.title}</h1>
${drawOtherPeriods(page.address, frame)}<p class="apparatus">${frame.say("count.articles", { count: page.total })}${drawElsewhere(page, frame)}</p>
${drawSteps(page, frame)}</header>
`;
}

/** On a day's own page the day is not said again at each article. */
function drawPrinted(page: PeriodPage, frame: Frame): Html | undefined {
  if (page.articles.total === 0) return undefined;
  const shelf = drawShelf(page.articles, frame);
  return page.scale === "day" ? html`<div class="one-day">${shelf}</div>` : shelf;
}

function drawPeriods(page: PeriodPage, frame: Frame): Html | undefined {
  return page.scale === "month"
    ? drawCalendar(page.parts, frame, frame.say("calendar.printed"), "count.articles")
    : drawBars(page.parts, frame);
}
