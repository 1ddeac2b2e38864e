/** How does the calendar look that leads to each day of the year? */
import type { SiteFrame } from "../src/page-model.ts";
import type { CoverageBar } from "../src/page-parts.ts";
import type { AnniversariesPage } from "../src/page-time.ts";
import { type Html, html } from "../src/render/html.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the calendar of all days of the year. */
export function drawAnniversaries(page: AnniversariesPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const months = page.months.map(
    ({ name, days }) => html`<section>
<h2>${name}</h2>
<ol>${days.map((day) => drawDay(day, frame))}
</ol>
</section>
`,
  );
  const main = html`<header class="page-top">
<h1>${page.title}</h1>
<p class="apparatus">${frame.say("onThisDay.explained")}</p>
</header>
<div class="all-days">
${months}</div>
`;
  return drawShell({ page, frame, main, description: frame.say("onThisDay.description") });
}

export default pageTemplate("anniversaries", drawAnniversaries);

function drawDay(day: CoverageBar, frame: Frame): Html {
  const number = Number(day.period.slice(-2));
  if (day.address === undefined)
    return html`
<li class="empty"><span class="number">${frame.number(number)}</span></li>`;
  return html`
<li><a href="${frame.link(day.address)}"><span class="hidden">${day.label}: </span><span class="number" aria-hidden="true">${frame.number(number)}</span> <b>${frame.number(day.count)}</b></a></li>`;
}
