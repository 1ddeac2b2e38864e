/** How does one year, month or day of a person, a place or an organisation look that is named too often for one page? */
import type { ChapterPage, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { drawQuotations, drawSentences } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawName } from "./parts/names.ts";
import { drawOtherPeriods } from "./parts/other-dates.ts";
import { drawShelf } from "./parts/shelf.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of one chapter. */
export function drawChapter(page: ChapterPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const parts = partsOf(page, frame);
  const main = html`<header class="page-top">
<p class="kicker">${drawName(page.parent, frame)}</p>
<h1><bdi>${page.title}</bdi></h1>
${drawOtherPeriods(page.address, frame)}<p class="apparatus">${frame.say("index.total", { count: extentOf(page, frame) })}</p>
${drawContents(parts, frame)}${drawNeighbours(page, frame)}</header>
${drawColumns(html`${parts.map(drawPart)}`, frame)}`;
  return drawShell({ page, frame, main });
}

export default pageTemplate("chapter", drawChapter);

/** `5 articles, 18 sentences, 6 quotations`: what there is, and nothing of which there is none. */
function extentOf({ articles, mentioned, said, saidAbout }: ChapterPage, { say }: Frame): string {
  const counts = [
    ["count.articles", articles.total],
    ["count.sentences", mentioned.total],
    ["count.quotations", said.total],
    ["count.quotationsOfOthers", saidAbout.total],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([key, count]) => say(key, { count }))
    .join(say("list.comma"));
}

function partsOf(page: ChapterPage, frame: Frame): readonly PagePart[] {
  const { isSpeaker, said, saidAbout, mentioned, articles } = page;
  const { say } = frame;
  return [
    {
      id: isSpeaker ? "said" : "who-said-what",
      heading: say(isSpeaker ? "heading.said" : "heading.whoSaidWhat"),
      content: drawQuotations(said, frame, isSpeaker),
    },
    {
      id: "said-about",
      heading: say("heading.saidAbout"),
      content: drawQuotations(saidAbout, frame, false),
    },
    {
      id: "mentioned",
      heading: say("heading.mentioned"),
      content: drawSentences(mentioned, frame),
    },
    {
      id: articles.parts.length > 0 ? "all-of-it-by-date" : "articles",
      heading: say(articles.parts.length > 0 ? "heading.byDate" : "heading.articles"),
      content: drawShelf(articles, frame),
    },
  ];
}

function drawNeighbours({ previous, next }: ChapterPage, frame: Frame): Html | undefined {
  if (previous === undefined && next === undefined) return undefined;
  return html`<nav class="letters" aria-label="${frame.say("steps.beforeAndAfter")}"><ul>${previous !== undefined && html`<li>${frame.tell("steps.before", { name: drawName(previous, frame) })}</li>`}${next !== undefined && html`<li>${frame.tell("steps.after", { name: drawName(next, frame) })}</li>`}</ul></nav>
`;
}
