/** How does a person's page look? What they said, what they held, with whom, where they are named. */
import type { ArticleEntry, PersonPage, SiteFrame } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { counted, dayWord } from "./parts/counts.ts";
import { drawCoverage } from "./parts/coverage.ts";
import { drawQuotations, drawSentences } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawListed, drawMarginNames } from "./parts/names.ts";
import { drawShelf } from "./parts/shelf.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns a person's page. */
export function drawPerson(page: PersonPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { said, roles, mentioned, articles } = page;
  const parts: readonly PagePart[] = [
    {
      heading: "Said",
      content: drawQuotations(said, frame, true),
      count: counted(said.length, "quotation"),
    },
    { heading: "Offices and roles", content: drawRoles(page, frame), count: "as printed" },
    {
      heading: "Mentioned",
      content: drawSentences(mentioned, frame),
      count: counted(mentioned.length, "sentence"),
    },
    {
      heading: "Articles",
      content: drawShelf(articles, frame),
      count: counted(articles.total, "article"),
    },
  ];
  const margin = html`${drawMarginNames("In company of", page.company, frame)}${drawFacts(page)}`;
  const main = html`${drawTop(page, frame, parts)}${drawColumns(html`${parts.map(drawPart)}`, margin)}${drawWrong(page)}`;
  const description = `${page.name}: ${counted(articles.total, "article")}, ${counted(said.length, "quotation")}, ${counted(roles.length, "role")}.`;
  return drawShell({ page, frame, main, description });
}

export default pageTemplate("person", drawPerson);

function drawTop(page: PersonPage, frame: Frame, parts: readonly PagePart[]): Html {
  const { latestRole: role, variants, note } = page;
  return html`<header class="page-top">
<h1><bdi>${page.name}</bdi></h1>
${role !== undefined && html`<p class="standfirst"><a href="${frame.link(role.address)}"><bdi>${role.title}</bdi></a> <span class="apparatus">as last printed, ${role.dateLabel}</span></p>\n`}${
  variants.length > 0 && html`<p class="apparatus">Also printed as ${drawListed(variants)}.</p>\n`
}${note !== undefined && html`<div class="note-text">${renderMarkdown(note, [], frame.link, { language: frame.site })}</div>\n`}${drawCoverage(`Articles that name ${page.name}`, page.coverage, frame)}${drawContents(parts)}</header>
`;
}

function drawRoles(page: PersonPage, frame: Frame): Html | undefined {
  if (page.roles.length === 0) return undefined;
  const rows = page.roles.map(
    (role) => html`
<tr><th scope="row"><a href="${frame.link(role.sentence.address)}"><bdi>${role.title}</bdi></a></th><td>${role.first}</td><td>${role.last}</td><td class="number">${role.count}</td></tr>`,
  );
  return html`<section class="table" aria-label="Offices and roles" tabindex="0"><table>
<thead><tr><th scope="col">Role</th><th scope="col">First</th><th scope="col">Last</th><th scope="col" class="number">Times</th></tr></thead>
<tbody>${rows}
</tbody></table></section>
`;
}

function drawFacts(page: PersonPage): Html {
  return html`<section class="margin-part">
<h2>On this page</h2>
<p>First named ${whenPrinted(page.first)}, last ${whenPrinted(page.last)}. Why there is a page: ${page.reason}.</p>
</section>
`;
}

function whenPrinted({ date, dateLabel }: ArticleEntry): string {
  return date === undefined ? "in an undated article" : `${dayWord(date)} ${dateLabel}`;
}

/** What an editor can do about a mistake on the page. */
function drawWrong(page: PersonPage): Html {
  return html`<footer class="wrong">
<details><summary>Is this wrong?</summary>
<p>Open the Markdown file of the article that is misread, below <code>content/articles</code>. If it does not name this
person, take <b><bdi>${page.name}</bdi></b> out of its <code>people</code>; if its text is wrong, correct the text there. The next build
follows it.</p>
</details>
</footer>
`;
}
