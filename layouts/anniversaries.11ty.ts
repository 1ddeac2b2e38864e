/** How does the calendar look that leads to each day of the year? */
import type { SiteFrame } from "../src/page-model.ts";
import type { CoverageBar } from "../src/page-parts.ts";
import type { AnniversariesPage } from "../src/page-time.ts";
import { type Html, html } from "../src/render/html.ts";
import { withCommas } from "./parts/counts.ts";
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
<p class="apparatus">Under each day of the year, how many articles were printed on it and how many events of it are told, in all years together.</p>
</header>
<div class="all-days">
${months}</div>
`;
  return drawShell({ page, frame, main, description: "Each day of the year, in all years." });
}

export default pageTemplate("anniversaries", drawAnniversaries);

function drawDay(day: CoverageBar, frame: Frame): Html {
  const number = Number(day.period.slice(-2));
  if (day.address === undefined)
    return html`
<li class="empty"><span class="number">${number}</span></li>`;
  return html`
<li><a href="${frame.link(day.address)}"><span class="number">${number}</span> <span class="hidden">${day.label.replace(/^\d+ /, "")}: </span><b>${withCommas(day.count)}</b></a></li>`;
}
