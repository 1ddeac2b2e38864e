/** How does a person's page look? What they said, what they held, with whom, where they are named. */
import type { PersonPage, SiteFrame } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { counted, withCommas } from "./parts/counts.ts";
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
  const parts = partsOf(page, frame);
  const margin = html`${drawCompany(page, frame)}${drawFacts(page, frame)}`;
  const main = html`${drawTop(page, frame, parts)}${drawColumns(html`${parts.map(drawPart)}`, margin)}${drawWrong(page.name, page.rulings)}`;
  const description = `${page.title}: ${counted(articles.total, "article")}, ${counted(said.total, "quotation")}, ${counted(page.roles.length, "role")}.`;
  const head =
    page.feed !== undefined &&
    html`<link rel="alternate" type="application/atom+xml" title="Articles that name ${page.name}" href="${frame.link(page.feed)}">
`;
  return drawShell({ page, frame, main, description, ...(head && { head }) });
}

export default pageTemplate("person", drawPerson);

function partsOf(page: PersonPage, frame: Frame): readonly PagePart[] {
  const { said, saidAbout, roles, mentioned, articles } = page;
  return [
    remarkedPart(page.remarked, frame),
    {
      heading: "Said",
      content: drawQuotations(said, frame, true),
      count: counted(said.total, "quotation"),
    },
    {
      heading: "Offices and roles",
      content: drawRoles(roles, frame),
      count: `${withCommas(roles.length)}, as printed`,
    },
    timelinePart(page.timeline, frame),
    {
      heading: "Said about",
      content: drawQuotations(saidAbout, frame, false),
      count: `${counted(saidAbout.total, "quotation")} of others`,
    },
    {
      heading: "Places in the articles",
      content:
        page.map &&
        drawMap(
          page.map,
          { title: `Map: ${page.name}`, noun: ["article", "articles"], hasList: true },
          frame,
        ),
    },
    {
      heading: "Mentioned",
      content: drawSentences(mentioned, frame),
      count: counted(mentioned.total, "sentence"),
    },
    {
      heading: articles.parts.length > 0 ? "All of it by year" : "Articles",
      content: drawShelf(articles, frame),
      count: counted(articles.total, "article"),
    },
  ];
}

function drawTop(page: PersonPage, frame: Frame, parts: readonly PagePart[]): Html {
  const { latestRole: role, variants, note, label } = page;
  const drawn = page.coverage.reduce((sum, { count }) => sum + count, 0);
  return html`<header class="page-top">
<h1><bdi${languageOf(frame.site, frame.site, page.name)}>${page.name}</bdi>${label !== undefined && html`<span class="label">, <bdi>${label}</bdi></span>`}</h1>
${role !== undefined && html`<p class="standfirst"><a href="${frame.link(role.sentence.address)}"><bdi>${role.title}</bdi></a> <span class="apparatus">as last printed, ${role.sentence.article.dateLabel}</span></p>\n`}${
  variants.length > 0 &&
  html`<p class="apparatus variants">Also printed as ${drawListed(variants)}.</p>\n`
}${note !== undefined && html`<div class="note-text">${renderMarkdown(note, [], frame.link, { language: frame.site })}</div>\n`}${drawCoverage(`Articles that name ${page.name}`, page.coverage, frame, page.articles.total - drawn)}${drawContents(parts)}</header>
`;
}

function drawCompany({ company }: PersonPage, frame: Frame): Html {
  const { shown, total } = company;
  const left = total - shown.length;
  return html`${drawMarginNames("In company of", shown, frame)}${
    left > 0 &&
    html`<p class="apparatus">These are the most frequent of ${withCommas(total)}.</p>\n`
  }`;
}

function drawFacts(page: PersonPage, frame: Frame): Html {
  const { sameAs, feed } = page;
  return html`<section class="margin-part">
<h2>On this page</h2>
<p>${drawFirstAndLast(page.first, page.last, frame)} Why there is a page: ${page.reason}.</p>
${
  sameAs.length > 0 &&
  html`<p>The same elsewhere: ${sameAs.map((address, index) => html`${index > 0 && ", "}<a class="url" href="${address}" rel="nofollow noopener">${withoutScheme(address)}</a>`)}.</p>\n`
}${feed !== undefined && html`<p><a href="${frame.link(feed)}">Feed of the newest articles</a></p>\n`}</section>
`;
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}
