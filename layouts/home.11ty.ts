/** How does the front page look? Search, what is new, the years, people, topics. */
import type { HomePage, SiteFrame } from "../src/page-model.ts";
import type { QuotationEntry } from "../src/page-parts.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawSpark, drawYears } from "./parts/bars.ts";
import { drawColumns, drawPart } from "./parts/columns.ts";
import { drawDate, drawEntries, drawHeadline } from "./parts/entries.ts";
import { drawArticle, drawPassage, drawWhere } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawMarginNames, drawName } from "./parts/names.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the front page. */
export function drawHome(page: HomePage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { say } = frame;
  const column = html`${drawPart({ id: "latest", heading: say("heading.latest"), content: drawEntries(page.latest, frame) })}${drawPart({ id: "people", heading: say("heading.people"), content: drawPeople(page, frame) })}`;
  const margin = html`${drawOnThisDay(page, frame)}${drawQuotation(page.quotation, frame)}${drawMarginNames(say("heading.topics"), page.topics, frame)}${drawMarginNames(say("heading.places"), page.places, frame)}`;
  const main = html`${drawTop(page, frame)}${drawColumns(column, frame, margin)}`;
  return drawShell({ page, frame, main, description: page.description });
}

export default pageTemplate("home", drawHome);

function drawTop(page: HomePage, frame: Frame): Html {
  const { site, link, say } = frame;
  const articles = say("count.articles", { count: page.articles });
  return html`<header class="front">
<h1>${site.title}</h1>
<p class="extent">${page.extent === "" ? articles : say("home.extent", { articles, years: page.extent })}</p>
${page.description !== undefined && html`<p class="standfirst">${page.description}</p>\n`}<form class="search-form" role="search" action="${link("/search/")}" method="get">
<label for="q">${say("home.search")}</label>
<div class="field"><input type="search" id="q" name="q" autocomplete="off" enterkeyhint="search"><button type="submit">${say("home.searchButton")}</button></div>
</form>
${
  page.years.length > 1 &&
  html`<nav aria-label="${say("shell.years")}">${drawYears(page.years, frame)}</nav>\n`
}</header>
`;
}

function drawPeople(page: HomePage, frame: Frame): Html | undefined {
  if (page.people.length === 0) return undefined;
  const rows = page.people.map(
    (person) => html`
<li><span class="name">${drawName(person, frame)}${person.detail !== undefined && html` <span class="detail"><bdi>${person.detail}</bdi></span>`}</span> <span class="spark-place">${drawSpark(person.coverage)}</span> <span class="count">${frame.say("count.articles", { count: person.count })}</span></li>`,
  );
  return html`<ol class="spark-rows">${rows}
</ol>
`;
}

function drawOnThisDay(page: HomePage, frame: Frame): Html | undefined {
  const { label, entries, address } = page.onThisDay;
  if (address === undefined) return undefined;
  const rows = entries.map(
    (entry) => html`
<li><span class="count">${drawDate(entry.date, frame.words.figures(entry.date?.slice(0, 4) ?? entry.dateLabel))}</span> ${drawHeadline(entry, frame)}</li>`,
  );
  return html`<section class="margin-part on-this-day">
<h2>${frame.say("home.onThisDay", { day: label })}</h2>
${
  rows.length > 0 &&
  html`<ul>${rows}
</ul>
`
}<p class="apparatus"><a href="${frame.link(address)}">${frame.say("home.allOf", { day: label })}</a>${frame.say("list.comma")}<a href="${frame.link("/on-this-day/")}">${frame.say("home.otherDay")}</a></p>
</section>
`;
}

function drawQuotation(quotation: QuotationEntry | undefined, frame: Frame): Html | undefined {
  if (quotation === undefined) return undefined;
  return html`<section class="margin-part said">
<h2>${frame.say("heading.said")}</h2>
${drawPassage(quotation, frame)}
<p class="where">${quotation.speaker !== undefined && html`<span class="speaker">${drawName(quotation.speaker, frame)}</span> `}${drawWhere(quotation, frame)}</p>
${drawArticle(quotation.article, frame)}
</section>
`;
}
