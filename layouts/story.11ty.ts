/** How does a story look? Its articles in the order of time, who is in it, its turning days. */
import type { SiteFrame, StoryPage } from "../src/page-model.ts";
import type { StoryPart } from "../src/page-subjects.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { drawEntry } from "./parts/entries.ts";
import { drawQuotations } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawMarginNames, drawName } from "./parts/names.ts";
import { drawCommon } from "./parts/related.ts";
import { drawStoryTitle } from "./parts/story-rows.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of a story. */
export function drawStory(page: StoryPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { say } = frame;
  const parts: PagePart[] = [
    {
      id: "in-the-order-of-time",
      heading: say("heading.inOrder"),
      content: html`${drawPages(page, frame)}<ol class="entries story-parts">${page.parts.map((part) => drawStoryPart(part, frame))}
</ol>
`,
      count: say("count.articles", { count: page.count }),
    },
    {
      id: "who-said-what",
      heading: say("heading.whoSaidWhat"),
      content: drawQuotations(page.said, frame, false, "cut.quotationsOneEach"),
      count: say("count.quotations", { count: page.said.total }),
    },
  ];
  const margin = html`${drawMarginNames(say("heading.people"), page.people, frame)}${drawMarginNames(say("heading.organisations"), page.organisations, frame)}${drawMarginNames(say("heading.places"), page.places, frame)}${drawMarginNames(say("heading.aboutWhat"), page.topics, frame)}${drawAbout(frame)}`;
  const main = html`${drawTop(page, frame, parts)}${drawColumns(html`${parts.map(drawPart)}`, frame, margin)}${drawWrong(page, frame)}`;
  const description = say("story.description", {
    title: page.title,
    count: page.count,
    time: page.extent,
  });
  return drawShell({ page, frame, main, description });
}

export default pageTemplate("story", drawStory);

function drawAbout({ say }: Frame): Html {
  return html`<section class="margin-part">
<h2>${say("shell.onThisPage")}</h2>
<p>${say("story.what")} ${say("story.how")}</p>
</section>
`;
}

function drawTop(page: StoryPage, frame: Frame, parts: readonly PagePart[]): Html {
  const more = page.count - 1;
  const title =
    page.story.headlineIn === undefined
      ? html`${frame.say("story.extent", { count: page.count, time: page.extent })}`
      : html`${frame.say("story.andMore", { count: more, time: page.extent })} <span class="apparatus">${frame.say("story.central")}</span>`;
  return html`<header class="page-top">
<p class="kicker"><a href="${frame.link("/stories/")}">${frame.say("story.kicker")}</a></p>
<h1>${drawStoryTitle(page.story, frame)}</h1>
<p class="standfirst">${title}</p>
${drawTurningDays(page, frame)}${drawContents(parts, frame)}</header>
`;
}

function drawTurningDays({ parts, pages }: StoryPage, frame: Frame): Html | undefined {
  const turning = parts.filter(isTurning);
  if (turning.length === 0) return undefined;
  const rows = turning.map(
    (part) => html`
<li><a href="#part-${part.number}">${part.article.dateLabel}</a> ${drawTurns(part, frame)}</li>`,
  );
  return html`<section class="turning-days" aria-label="${frame.say("story.turningDays")}">
<h2>${frame.say("story.turningDays")}</h2>
<ol>${rows}
</ol>
<p class="apparatus">${frame.say("story.turning")}${pages.length > 0 && ` ${frame.say("story.turningHere")}`}</p>
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
        html`<span class="enters">${frame.tell("story.enters", { name: drawName(name, frame), count: name.count })}</span>`,
    ),
  ];
  return html`${told.map((one, index) => html`${index > 0 && frame.say("list.semicolon")}${one}`)}`;
}

function drawStoryPart(part: StoryPart, frame: Frame): Html {
  const { number, common, byEditor, copyOf } = part;
  const reason =
    copyOf === undefined
      ? drawCommon(common, frame)
      : frame.tell("story.copyOf", {
          part: html`<a href="#part-${copyOf}">${frame.say("story.copyPart", { number: copyOf })}</a>`,
        });
  const below = html`${isTurning(part) && html`<p class="turn"><b>${frame.say("story.turningDay")}</b> ${drawTurns(part, frame)}</p>`}<p class="reason">${reason}${byEditor && html`${reason !== undefined && frame.say("list.semicolon")}${frame.say("article.byEditor")}`}</p>`;
  return drawEntry(part.article, frame, {
    id: `part-${number}`,
    above: html`<p class="part-number">${frame.say("story.part", { number })}</p>`,
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
  return html`<nav class="letters" aria-label="${frame.say("shell.pages")}"><ul>${items}</ul></nav>
`;
}

function drawWrong({ rulings, parts }: StoryPage, frame: Frame): Html {
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
<details><summary>${frame.say("wrong.summary")}</summary>
<p>${frame.tell("wrong.story", { decisions: html`<code>content/decisions.yml</code>` })}</p>
<dl class="rulings">${offers}
</dl>
<ol class="files">${files}
</ol>
</details>
</footer>
`;
}
