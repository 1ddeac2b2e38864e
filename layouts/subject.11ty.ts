/** How does the page of a topic, a place or an organisation look? */
import type { SiteFrame, SubjectPage } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { nameInYaml } from "../src/text/yaml-name.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { counted } from "./parts/counts.ts";
import { drawCoverage } from "./parts/coverage.ts";
import { drawQuotations, drawSentences, IN_ARTICLES, UNDER_YEARS } from "./parts/evidence.ts";
import { drawFirstAndLast } from "./parts/first-and-last.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawMap, drawPosition } from "./parts/map.ts";
import { drawListed, drawMarginNames, drawName } from "./parts/names.ts";
import { remarkedPart } from "./parts/remarked.ts";
import { drawShelf } from "./parts/shelf.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns a topic's, a place's or an organisation's page. */
export function drawSubject(page: SubjectPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { articles, mentioned, said } = page;
  const parts: PagePart[] = [
    remarkedPart(page.remarked, frame),
    {
      heading: "The story so far",
      content: drawShelf(articles, frame),
      count: counted(articles.total, "article"),
    },
    {
      heading: "Who said what",
      content: drawQuotations(said, frame, false, CUTS[page.kind]),
      count: counted(said.total, "quotation"),
    },
  ];
  if (page.map !== undefined)
    parts.push({
      heading: page.kind === "place" ? "Where it lies" : "Where it is about",
      content: drawMap(
        page.map,
        { title: `Map: ${page.name}`, noun: ARTICLES, hasList: true },
        frame,
      ),
    });
  if (page.kind !== "topic")
    parts.push({
      heading: "Mentioned",
      content: drawSentences(mentioned, frame),
      count: counted(mentioned.total, "sentence"),
    });
  const margin = html`${drawMarginNames("Within it", page.narrower, frame)}${drawMarginNames("People", page.people, frame)}${drawMarginNames("Places", page.places, frame)}${drawMarginNames("Next to it", page.topics, frame)}<section class="margin-part">
<h2>On this page</h2>
<p>${page.first !== undefined && page.last !== undefined && html`${drawFirstAndLast(page.first, page.last, frame)} `}${page.position !== undefined && html`It lies at ${drawPosition(page.position)}. `}Why there is a page: ${page.reason}.${page.code !== undefined && ` IPTC Media Topic ${page.code}.`}</p>
</section>
`;
  const main = html`${drawTop(page, frame, parts)}${drawColumns(html`${parts.map(drawPart)}`, margin)}${page.kind !== "topic" && drawWrong(page, page.kind)}`;
  return drawShell({
    page,
    frame,
    main,
    description: `${page.name}: ${counted(articles.total, "article")}.`,
  });
}

export default pageTemplate("subject", drawSubject);

/** What is said of quotations that the page leaves out. */
const CUTS = {
  topic: { ...IN_ARTICLES, shown: "Those beside the topic’s words first: the first" },
  place: UNDER_YEARS,
  organisation: UNDER_YEARS,
} as const;

const ARTICLES = ["article", "articles"] as const;

const KINDS = { topic: "Topic", place: "Place", organisation: "Organisation" } as const;

function drawTop(page: SubjectPage, frame: Frame, parts: readonly PagePart[]): Html {
  const { broader, variants, note, label } = page;
  const drawn = page.coverage.reduce((sum, { count }) => sum + count, 0);
  return html`<header class="page-top">
<p class="kicker">${KINDS[page.kind]}${broader !== undefined && html` within ${drawName(broader, frame)}`}${page.country !== undefined && html` in <bdi>${page.country}</bdi>`}</p>
<h1><bdi>${page.name}</bdi></h1>
${label !== undefined && label !== page.country && html`<p class="standfirst"><bdi>${label}</bdi></p>\n`}
${note !== undefined && html`<div class="standfirst">${renderMarkdown(note, [], frame.link, { language: frame.site })}</div>\n`}${
  variants.length > 0 && html`<p class="apparatus">Also printed as ${drawListed(variants)}.</p>\n`
}${drawCoverage(`Articles on ${page.name}`, page.coverage, frame, page.articles.total - drawn)}${drawContents(parts)}</header>
`;
}

/** The lines of decisions.yml that settle a mistake on the page. */
function drawWrong({ name }: SubjectPage, kind: "place" | "organisation"): Html {
  const quoted = nameInYaml(name);
  const no = kind === "place" ? "not-a-place" : "not-an-organisation";
  const lines = `- ${no}: ${quoted}

- rename: ${quoted}
  to: Another name
  kind: ${kind}

- same: [${quoted}, Another name]
  kind: ${kind}
`;
  return html`<footer class="wrong">
<details><summary>Is this wrong?</summary>
<p>Copy one of these to <code>content/decisions.yml</code>: it is no ${kind}, it has another name, or it is one with another. Of
one article alone, take <b><bdi>${name}</bdi></b> out of the lists in its Markdown file.</p>
<pre tabindex="0"><code>${lines}</code></pre>
</details>
</footer>
`;
}
