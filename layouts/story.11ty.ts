/** How does a story look? Its articles in the order of time, who is in it, its turning days. */
import type { SiteFrame, StoryPage } from "../src/page-model.ts";
import type { StoryPart } from "../src/page-subjects.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { counted, withCommas } from "./parts/counts.ts";
import { drawEntry } from "./parts/entries.ts";
import { type Cut, drawQuotations } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawMarginNames, drawName } from "./parts/names.ts";
import { drawCommon } from "./parts/related.ts";
import { drawStoryTitle } from "./parts/story-rows.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of a story. */
export function drawStory(page: StoryPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const parts: PagePart[] = [
    {
      heading: "In the order of time",
      content: html`${drawPages(page, frame)}<ol class="entries story-parts">${page.parts.map((part) => drawStoryPart(part, frame))}
</ol>
`,
      count: counted(page.count, "article"),
    },
    {
      heading: "Who said what",
      content: drawQuotations(page.said, frame, false, ONE_EACH),
      count: counted(page.said.total, "quotation"),
    },
  ];
  const margin = html`${drawMarginNames("People", page.people, frame)}${drawMarginNames("Organisations", page.organisations, frame)}${drawMarginNames("Places", page.places, frame)}${drawMarginNames("What it is about", page.topics, frame)}${ABOUT}`;
  const main = html`${drawTop(page, frame, parts)}${drawColumns(html`${parts.map(drawPart)}`, margin)}${drawWrong(page)}`;
  const description = `${page.title}: ${counted(page.count, "article")}, ${page.extent}.`;
  return drawShell({ page, frame, main, description });
}

export default pageTemplate("story", drawStory);

const ONE_EACH: Cut = {
  shown: "One of each who is quoted most:",
  others: "the others stand in the articles",
};

const ABOUT = html`<section class="margin-part">
<h2>On this page</h2>
<p>A story is three articles or more, printed within days of each other, that share people, organisations, places, topics and rarer words.
The program puts them together by these alone; the editor can join and part them.</p>
</section>
`;

function drawTop(page: StoryPage, frame: Frame, parts: readonly PagePart[]): Html {
  const more = page.count - 1;
  const title =
    page.story.headlineIn === undefined
      ? html`${counted(page.count, "article")}, ${page.extent}`
      : html`and ${withCommas(more)} more, ${page.extent}. <span class="apparatus">The headline is that of the most typical article.</span>`;
  return html`<header class="page-top">
<p class="kicker"><a href="${frame.link("/stories/")}">Story</a></p>
<h1>${drawStoryTitle(page.story, frame)}</h1>
<p class="standfirst">${title}</p>
${drawTurningDays(page, frame)}${drawContents(parts)}</header>
`;
}

function drawTurningDays({ parts, pages }: StoryPage, frame: Frame): Html | undefined {
  const turning = parts.filter(isTurning);
  if (turning.length === 0) return undefined;
  const rows = turning.map(
    (part) => html`
<li><a href="#part-${part.number}">${part.article.dateLabel}</a> ${drawTurns(part, frame)}</li>`,
  );
  return html`<section class="turning-days" aria-label="Turning days">
<h2>Turning days</h2>
<ol>${rows}
</ol>
<p class="apparatus">The day with the most articles, days after five quiet ones or more, and days on which somebody is first named whom half of the parts that follow name again.${pages.length > 0 && " Of the parts on this page."}</p>
</section>
`;
}

function isTurning({ turns, enters }: StoryPart): boolean {
  return turns.length + enters.length > 0;
}

function drawTurns({ turns, enters }: StoryPart, frame: Frame): Html {
  const told = [
    ...turns.map((words) => html`${words}`),
    ...enters.map(
      (name) =>
        html`<span class="enters">${drawName(name, frame)} comes in, and is named in ${withCommas(name.count)} of the parts that follow</span>`,
    ),
  ];
  return html`${told.map((one, index) => html`${index > 0 && "; "}${one}`)}`;
}

function drawStoryPart(part: StoryPart, frame: Frame): Html {
  const { number, common, byEditor, copyOf } = part;
  const reason =
    copyOf === undefined
      ? drawCommon(common, frame)
      : html`The text of <a href="#part-${copyOf}">part ${copyOf}</a>, or nearly`;
  const below = html`${isTurning(part) && html`<p class="turn"><b>Turning day:</b> ${drawTurns(part, frame)}</p>`}<p class="reason">${reason}${byEditor && html`${reason !== undefined && "; "}put here by the editor`}</p>`;
  return drawEntry(part.article, frame, {
    id: `part-${number}`,
    above: html`<p class="part-number">Part ${number}</p>`,
    below,
  });
}

function drawPages({ pages }: StoryPage, frame: Frame): Html | undefined {
  if (pages.length === 0) return undefined;
  const items = pages.map((page) =>
    page.address === undefined
      ? html`<li><b aria-current="page">${page.name}</b></li>`
      : html`<li><a href="${frame.link(page.address)}">${page.name}</a></li>`,
  );
  return html`<nav class="letters" aria-label="Pages"><ul>${items}</ul></nav>
`;
}

function drawWrong({ rulings, parts }: StoryPage): Html {
  const offers = rulings.map(
    ({ purpose, lines }) => html`
<dt>${purpose}</dt>
<dd><pre tabindex="0">${lines.join("\n")}</pre></dd>`,
  );
  const files = parts.map(
    ({ number, file }) => html`
<li value="${number}"><code>${file}</code></li>`,
  );
  return html`<footer class="wrong">
<details><summary>Is this wrong?</summary>
<p>Add the lines that fit to <code>content/decisions.yml</code>. Every build follows them; taken out again, they leave everything as it was.
The files of the articles stand below.</p>
<dl class="rulings">${offers}
</dl>
<ol class="files">${files}
</ol>
</details>
</footer>
`;
}
