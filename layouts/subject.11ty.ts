/** How does the page of a topic, a place or an organisation look? */
import type { SiteFrame, SubjectPage } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { counted } from "./parts/counts.ts";
import { drawCoverage } from "./parts/coverage.ts";
import { drawQuotations, whole } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawListed, drawMarginNames, drawName } from "./parts/names.ts";
import { drawShelf } from "./parts/shelf.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns a topic's, a place's or an organisation's page. */
export function drawSubject(page: SubjectPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { articles, said } = page;
  const parts: readonly PagePart[] = [
    {
      heading: "The story so far",
      content: drawShelf(articles, frame),
      count: counted(articles.total, "article"),
    },
    {
      heading: "Who said what",
      content: drawQuotations(whole(said), frame, false),
      count: counted(said.length, "quotation"),
    },
  ];
  const margin = html`${drawMarginNames("Within it", page.narrower, frame)}${drawMarginNames("People", page.people, frame)}${drawMarginNames("Places", page.places, frame)}${drawMarginNames("Next to it", page.topics, frame)}<section class="margin-part">
<h2>On this page</h2>
<p>Why there is a page: ${page.reason}.${page.code !== undefined && ` IPTC Media Topic ${page.code}.`}</p>
</section>
`;
  const main = html`${drawTop(page, frame, parts)}${drawColumns(html`${parts.map(drawPart)}`, margin)}`;
  return drawShell({
    page,
    frame,
    main,
    description: `${page.name}: ${counted(articles.total, "article")}.`,
  });
}

export default pageTemplate("subject", drawSubject);

const KINDS = { topic: "Topic", place: "Place", organisation: "Organisation" } as const;

function drawTop(page: SubjectPage, frame: Frame, parts: readonly PagePart[]): Html {
  const { broader, variants, note } = page;
  return html`<header class="page-top">
<p class="kicker">${KINDS[page.kind]}${broader !== undefined && html` within ${drawName(broader, frame)}`}</p>
<h1><bdi>${page.name}</bdi></h1>
${note !== undefined && html`<div class="standfirst">${renderMarkdown(note, [], frame.link, { language: frame.site })}</div>\n`}${
  variants.length > 0 && html`<p class="apparatus">Also printed as ${drawListed(variants)}.</p>\n`
}${drawCoverage(`Articles on ${page.name}`, page.coverage, frame)}${drawContents(parts)}</header>
`;
}
