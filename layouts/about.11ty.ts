/** How does the page look that says how the archive was made, in numbers, and what is doubtful? */

import type { AboutPage, SiteFrame } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawPart } from "./parts/columns.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawMethod } from "./parts/method.ts";
import { drawCounts } from "./parts/names.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page about the archive. */
export function drawAbout(page: AboutPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { say } = frame;
  const text =
    page.text !== undefined &&
    html`<div class="text">${renderMarkdown(page.text, [], frame.link, { language: frame.site, words: frame.words })}</div>\n`;
  const column = html`${text}${drawPart({ id: "how-it-was-made", heading: say("about.howMade"), content: drawMethod(frame) })}${drawPart({ id: "in-numbers", heading: say("about.inNumbers"), content: drawFigures(page.figures) })}${drawPart({ id: "when-a-name-gets-a-page", heading: say("about.whenPage"), content: drawFigures(page.thresholds) })}${drawPart({ id: "what-was-taken-out-of-the-sources", heading: say("about.takenOut"), content: drawRemovals(page, frame), count: say("count.rules", { count: page.removals.length }) })}${drawPart({ id: "what-waits-for-the-editor", heading: say("about.waits"), content: drawReviewSummary(page, frame) })}`;
  const main = html`<header class="page-top">
<h1>${page.title}</h1>
</header>
${drawColumns(column, frame)}`;
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

function drawRemovals(page: AboutPage, { say, number }: Frame): Html | undefined {
  if (page.removals.length === 0) return undefined;
  const rows = page.removals.map(
    (removal) => html`
<tr><th scope="row" class="rule">${removal.rule}</th><td class="number">${number(removal.count)}</td><td class="example"><del dir="auto">${removal.example}</del></td></tr>`,
  );
  return html`<section class="table" aria-label="${say("about.takenOutTable")}" tabindex="0"><table>
<thead><tr><th scope="col">${say("about.rule")}</th><th scope="col" class="number">${say("about.times")}</th><th scope="col">${say("about.suchAs")}</th></tr></thead>
<tbody>${rows}
</tbody></table></section>
`;
}

/** The parts of the review list with their counts; the remarks stand on pages of their own. */
function drawReviewSummary({ review }: AboutPage, frame: Frame): Html {
  const list = html`<a href="${frame.link("/about/review/")}">${frame.say("about.reviewList")}</a>`;
  return html`<div class="text"><p>${frame.tell("about.reviewSummary", { list })}</p></div>
${drawCounts(review, frame)}
`;
}
