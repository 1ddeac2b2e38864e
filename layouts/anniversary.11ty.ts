/** How does one day of the calendar look: what was printed, happened and was said on it, in all years? */
import type { SiteFrame } from "../src/page-model.ts";
import type { AnniversaryPage } from "../src/page-time.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawPart } from "./parts/columns.ts";
import { drawHeadline } from "./parts/entries.ts";
import { drawEventPortion } from "./parts/events.ts";
import { drawQuotations } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawSteps } from "./parts/steps.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of a day of the calendar. */
export function drawAnniversary(page: AnniversaryPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { say } = frame;
  const { happened, said, printed } = page;
  const articles = printed.reduce((sum, { entries }) => sum + entries.total, 0);
  const parts = [
    {
      id: "happened",
      heading: say("heading.happened"),
      content: drawEventPortion(happened, frame),
      count: say("count.events", { count: happened.total }),
    },
    {
      id: "printed",
      heading: say("heading.printed"),
      content: drawPrinted(page, frame),
      count: say("count.articles", { count: articles }),
    },
    {
      id: "said",
      heading: say("heading.said"),
      content: drawQuotations(said, frame, false, "cut.quotationsInArticles"),
      count: say("count.quotations", { count: said.total }),
    },
  ];
  const main = html`${drawTop(page, frame)}${parts.map(drawPart)}`;
  const description = say("onThisDay.summary", {
    title: page.title,
    articles: say("count.articles", { count: articles }),
    events: say("count.events", { count: happened.total }),
  });
  return drawShell({ page, frame, main, description });
}

export default pageTemplate("anniversary", drawAnniversary);

function drawTop(page: AnniversaryPage, frame: Frame): Html {
  return html`<header class="page-top">
<p class="kicker"><a href="${frame.link("/on-this-day/")}">${frame.say("onThisDay.allDays")}</a></p>
<h1>${page.title}</h1>
${drawSteps(page, frame)}</header>
`;
}

/** A year in which much was printed shows the first of it; the rest stands on its day's page. */
function drawPrinted({ printed }: AnniversaryPage, frame: Frame): Html | undefined {
  if (printed.length === 0) return undefined;
  const years = printed.map(({ year, address, entries }) => {
    const rows = entries.shown.map(
      (entry) => html`
<li>${drawHeadline(entry, frame)}</li>`,
    );
    const left = entries.total - entries.shown.length;
    return html`
<li class="year-printed"><a class="year" href="${frame.link(address)}">${frame.words.figures(year)}</a>
<ul>${rows}${
      left > 0 &&
      html`
<li class="apparatus">${frame.say("list.more", { count: left })}</li>`
    }
</ul></li>`;
  });
  return html`<ol>${years}
</ol>
`;
}
