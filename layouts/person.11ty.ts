/** How does a person's page look? What they said, what they held, with whom, where they are named. */
import type { PersonPage, SiteFrame } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { drawCoverage } from "./parts/coverage.ts";
import { drawQuotations, drawSentences } from "./parts/evidence.ts";
import { drawFirstAndLast } from "./parts/first-and-last.ts";
import { type Frame, frameOf, languageOf } from "./parts/frame.ts";
import { drawMap } from "./parts/map.ts";
import { drawListed, drawMarginNames } from "./parts/names.ts";
import { remarkedPart } from "./parts/remarked.ts";
import { drawRoles } from "./parts/roles.ts";
import { drawShelf } from "./parts/shelf.ts";
import { pageTemplate } from "./parts/template.ts";
import { timelinePart } from "./parts/timeline-cut.ts";
import { drawWrong } from "./parts/wrong.ts";
import { drawShell } from "./shell.ts";

/** Returns a person's page. */
export function drawPerson(page: PersonPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { articles, said } = page;
  const { say } = frame;
  const parts = partsOf(page, frame);
  const margin = html`${drawCompany(page, frame)}${drawFacts(page, frame)}`;
  const main = html`${drawTop(page, frame, parts)}${drawColumns(html`${parts.map(drawPart)}`, frame, margin)}${drawWrong(page.name, page.rulings, frame)}`;
  const description = say("person.description", {
    title: page.title,
    articles: say("count.articles", { count: articles.total }),
    quotations: say("count.quotations", { count: said.total }),
    roles: say("count.roles", { count: page.roles.length }),
  });
  const head =
    page.feed !== undefined &&
    html`<link rel="alternate" type="application/atom+xml" title="${say("person.feedTitle", { name: page.name })}" href="${frame.link(page.feed)}">
`;
  return drawShell({ page, frame, main, description, ...(head && { head }) });
}

export default pageTemplate("person", drawPerson);

function partsOf(page: PersonPage, frame: Frame): readonly PagePart[] {
  const { said, saidAbout, roles, mentioned, articles } = page;
  const { say } = frame;
  return [
    remarkedPart(page.remarked, frame),
    {
      id: "said",
      heading: say("heading.said"),
      content: drawQuotations(said, frame, true),
      count: say("count.quotations", { count: said.total }),
    },
    {
      id: "offices-and-roles",
      heading: say("heading.roles"),
      content: drawRoles(roles, frame),
      count: say("person.rolesCount", { count: roles.length }),
    },
    timelinePart(page.timeline, frame),
    {
      id: "said-about",
      heading: say("heading.saidAbout"),
      content: drawQuotations(saidAbout, frame, false),
      count: say("count.quotationsOfOthers", { count: saidAbout.total }),
    },
    {
      id: "places-in-the-articles",
      heading: say("heading.placesInArticles"),
      content:
        page.map &&
        drawMap(
          page.map,
          { title: say("map.of", { name: page.name }), noun: "count.articles", hasList: true },
          frame,
        ),
    },
    {
      id: "mentioned",
      heading: say("heading.mentioned"),
      content: drawSentences(mentioned, frame),
      count: say("count.sentences", { count: mentioned.total }),
    },
    {
      id: articles.parts.length > 0 ? "all-of-it-by-year" : "articles",
      heading: say(articles.parts.length > 0 ? "heading.byYear" : "heading.articles"),
      content: drawShelf(articles, frame),
      count: say("count.articles", { count: articles.total }),
    },
  ];
}

function drawTop(page: PersonPage, frame: Frame, parts: readonly PagePart[]): Html {
  const { latestRole: role, variants, note, label } = page;
  const drawn = page.coverage.reduce((sum, { count }) => sum + count, 0);
  return html`<header class="page-top">
<h1><bdi${languageOf(frame.site, frame.site, page.name)}>${page.name}</bdi>${label !== undefined && html`<span class="label">${frame.say("list.comma")}<bdi>${label}</bdi></span>`}</h1>
${role !== undefined && html`<p class="standfirst"><a href="${frame.link(role.sentence.address)}"><bdi>${role.title}</bdi></a> <span class="apparatus">${frame.say("person.asLastPrinted", { date: role.sentence.article.dateLabel })}</span></p>\n`}${
  variants.length > 0 &&
  html`<p class="apparatus variants">${frame.tell("person.alsoPrinted", { names: drawListed(variants, frame) })}</p>\n`
}${note !== undefined && html`<div class="note-text">${renderMarkdown(note, [], frame.link, { language: frame.site, words: frame.words })}</div>\n`}${drawCoverage(frame.say("coverage.naming", { name: page.name }), page.coverage, frame, page.articles.total - drawn)}${drawContents(parts, frame)}</header>
`;
}

function drawCompany({ company }: PersonPage, frame: Frame): Html {
  const { shown, total } = company;
  const left = total - shown.length;
  return html`${drawMarginNames(frame.say("heading.company"), shown, frame)}${
    left > 0 && html`<p class="apparatus">${frame.say("cut.company", { count: total })}</p>\n`
  }`;
}

function drawFacts(page: PersonPage, frame: Frame): Html {
  const { sameAs, feed } = page;
  return html`<section class="margin-part">
<h2>${frame.say("person.onThisPage")}</h2>
<p>${drawFirstAndLast(page.first, page.last, frame)} ${frame.say("person.why", { reason: page.reason })}</p>
${
  sameAs.length > 0 &&
  html`<p>${frame.tell("person.elsewhere", { addresses: html`${sameAs.map((address, index) => html`${index > 0 && frame.say("list.comma")}<a class="url" href="${address}" rel="nofollow noopener">${withoutScheme(address)}</a>`)}` })}</p>\n`
}${feed !== undefined && html`<p><a href="${frame.link(feed)}">${frame.say("person.feed")}</a></p>\n`}</section>
`;
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}
