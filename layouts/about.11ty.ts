/** How does the page look that says how the archive was made, in numbers, and what is doubtful? */

import type { AboutPage, SiteFrame } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawPart } from "./parts/columns.ts";
import { counted, withCommas } from "./parts/counts.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawMethod } from "./parts/method.ts";
import { drawCounts } from "./parts/names.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page about the archive. */
export function drawAbout(page: AboutPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const text =
    page.text !== undefined &&
    html`<div class="text">${renderMarkdown(page.text, [], frame.link, { language: frame.site })}</div>\n`;
  const column = html`${text}${drawPart({ heading: "How it was made", content: drawMethod(frame) })}${drawPart({ heading: "In numbers", content: drawFigures(page.figures) })}${drawPart({ heading: "When a name gets a page", content: drawFigures(page.thresholds) })}${drawPart({ heading: "What was taken out of the sources", content: drawRemovals(page), count: counted(page.removals.length, "rule") })}${drawPart({ heading: "What waits for the editor", content: drawReviewSummary(page, frame) })}`;
  const main = html`<header class="page-top">
<h1>${page.title}</h1>
</header>
${drawColumns(column)}`;
  return drawShell({ page, frame, main });
}

export default pageTemplate("about", drawAbout);

function drawFigures(figures: AboutPage["figures"]): Html | undefined {
  if (figures.length === 0) return undefined;
  const rows = figures.map(
    (figure) => html`
<div><dt>${figure.label}</dt><dd>${figure.value}</dd></div>`,
  );
  return html`<dl class="figures-list">${rows}
</dl>
`;
}

function drawRemovals(page: AboutPage): Html | undefined {
  if (page.removals.length === 0) return undefined;
  const rows = page.removals.map(
    (removal) => html`
<tr><th scope="row" class="rule">${removal.rule}</th><td class="number">${withCommas(removal.count)}</td><td class="example"><del>${removal.example}</del></td></tr>`,
  );
  return html`<section class="table" aria-label="What was taken out" tabindex="0"><table>
<thead><tr><th scope="col">Rule</th><th scope="col" class="number">Times</th><th scope="col">Such as</th></tr></thead>
<tbody>${rows}
</tbody></table></section>
`;
}

/** The parts of the review list with their counts; the remarks stand on pages of their own. */
function drawReviewSummary({ review }: AboutPage, frame: Frame): Html {
  const list = html`<a href="${frame.link("/about/review/")}">review list</a>`;
  return html`<div class="text"><p>What was set aside and what is doubtful stands in the ${list}, each remark with what to type to settle it.</p></div>
${drawCounts(review, frame)}
`;
}
