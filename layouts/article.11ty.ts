/** How does an article look? Its head, its text with the evidence in the margin, and what follows. */
import type { ArticlePage, SiteFrame } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { passageLanguage } from "../src/text/passage-language.ts";
import { drawApparatus } from "./parts/apparatus.ts";
import { drawDate, drawRemarks, isShouted } from "./parts/entries.ts";
import { type Frame, frameOf, languageOf } from "./parts/frame.ts";
import { drawMetadata } from "./parts/metadata.ts";
import { drawListed, drawName } from "./parts/names.ts";
import { drawOtherDates } from "./parts/other-dates.ts";
import { drawNeighbours, drawRelated, drawStoryBox, drawStoryLine } from "./parts/related.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns an article's page. */
export function drawArticle(page: ArticlePage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const main = html`<article>
${drawTop(page, frame)}${drawText(page, frame)}</article>
${drawStoryBox(page, frame)}${drawRelated(page, frame)}${drawApparatus(page, frame)}${drawNeighbours(page, frame)}`;
  const head = drawMetadata(page, site);
  return drawShell({ page, frame, main, head, description: page.standfirst });
}

export default pageTemplate("article", drawArticle);

/** A headline of more characters than this is set smaller. */
const LONG_HEADLINE = 110;

function drawTop(page: ArticlePage, frame: Frame): Html {
  const language = (text: string): Html | undefined => languageOf(page, frame.site, text);
  const kinds = [
    page.headline.length > LONG_HEADLINE && "long",
    isShouted(page.headline) && "shouted",
  ].filter((kind) => kind !== false);
  return html`<header class="article-top">
<p class="kicker">${drawKicker(page, frame)}</p>
<h1 id="headline"${kinds.length > 0 && html` class="${kinds.join(" ")}"`} data-ledger="headline" data-pagefind-body${language(page.headline)}>${page.headline}</h1>
${page.standfirst !== undefined && html`<p class="standfirst" id="standfirst" data-ledger="standfirst" data-pagefind-body${language(page.standfirst)}>${page.standfirst}</p>\n`}${drawByline(page, frame)}${drawStoryLine(page, frame)}${drawRemarks(page, frame)}</header>
`;
}

/** Place, day and time, publisher and section: what stood above the headline. */
function drawKicker(page: ArticlePage, frame: Frame): Html {
  const day = drawDate(page.date, page.dateLabel);
  const linked =
    page.day?.address === undefined
      ? day
      : html`<a href="${frame.link(page.day.address)}">${day}</a>`;
  const zone = page.zone !== undefined && html` <span class="zone">(${page.zone})</span>`;
  const when =
    page.timeLabel === undefined
      ? linked
      : html`${frame.tell("article.time", { day: linked, time: page.timeLabel })}${zone}`;
  const others = drawOtherDates(page.date, frame);
  const parts = [
    page.dateline !== undefined && html`<bdi>${page.dateline}</bdi>`,
    page.datePrinted === undefined
      ? html`<span>${when}</span>`
      : html`<span title="${frame.say("article.printedAs", { date: page.datePrinted })}">${when}</span>`,
    others !== undefined && others,
    page.publisher !== undefined && html`<span>${drawName(page.publisher, frame)}</span>`,
    page.section !== undefined &&
      html`<span><bdi data-ledger="section">${page.section}</bdi></span>`,
  ].filter((part) => part !== false);
  return html`${parts.map((part, index) => (index === 0 ? part : html` <span class="dot" aria-hidden="true">·</span> ${part}`))}`;
}

function drawByline(page: ArticlePage, frame: Frame): Html | undefined {
  const authors =
    page.byline.length > 0 && frame.tell("article.by", { names: drawListed(page.byline, frame) });
  const parts = [authors, page.agency !== undefined && html`<bdi>${page.agency}</bdi>`].filter(
    (part) => part !== false,
  );
  if (parts.length === 0) return undefined;
  return html`<p class="byline">${parts.map((part, index) => (index === 0 ? part : html`${frame.say("list.comma")}${part}`))}</p>
`;
}

function drawText(page: ArticlePage, frame: Frame): Html {
  const { language, direction } = frame.site;
  const own = passageLanguage(page.body, page);
  const foreign = own.language !== language || own.direction !== direction;
  const body = renderMarkdown(page.body, page.marks, frame.link, {
    language: own,
    words: frame.words,
    ...(foreign && { notes: { language, direction } }),
  });
  return html`<div class="text" data-ledger="body" data-pagefind-body${languageOf(page, frame.site, page.body)}>
${body}</div>
`;
}
