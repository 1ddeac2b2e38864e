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
import { drawStoryRows } from "./parts/story-rows.ts";
import {
  drawKindred,
  drawNarrower,
  drawNotedShelf,
  drawPeaks,
  drawSpeakers,
  drawStart,
} from "./parts/subject.ts";
import { pageTemplate } from "./parts/template.ts";
import { timelinePart } from "./parts/timeline-cut.ts";
import { drawShell } from "./shell.ts";

/** Returns a topic's, a place's or an organisation's page. */
export function drawSubject(page: SubjectPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { articles, feed } = page;
  const parts = partsOf(page, frame);
  const main = html`${drawTop(page, frame, parts)}${drawColumns(html`${parts.map(drawPart)}`, drawMargin(page, frame))}${page.kind === "topic" ? drawWrongTopic(page) : drawWrong(page, page.kind)}`;
  const head =
    feed !== undefined &&
    html`<link rel="alternate" type="application/atom+xml" title="Articles on ${page.name}" href="${frame.link(feed)}">
`;
  return drawShell({
    page,
    frame,
    main,
    description: `${page.name}: ${counted(articles.total, "article")}.`,
    ...(head && { head }),
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

function partsOf(page: SubjectPage, frame: Frame): readonly PagePart[] {
  const { articles, mentioned, said, stories, start, kind } = page;
  const parts: readonly PagePart[] = [
    remarkedPart(page.remarked, frame),
    {
      heading: "Start here",
      content: drawStart(start, frame),
      count: counted(start.length, "article"),
    },
    {
      heading: kind === "topic" ? "In the order of time" : "The story so far",
      content: drawNotedShelf(articles, page.notes, frame),
      count: counted(articles.total, "article"),
    },
    timelinePart(page.timeline, frame),
    {
      heading: "Stories",
      content: drawStoryRows(stories, frame),
      count: counted(stories.length, "story", "stories"),
    },
    {
      heading: "Who said what",
      content: drawQuotations(said, frame, false, CUTS[kind]),
      count: counted(said.total, "quotation"),
    },
  ];
  const map: PagePart = {
    heading: kind === "place" ? "Where it lies" : "Places in the articles",
    content:
      page.map &&
      drawMap(page.map, { title: `Map: ${page.name}`, noun: ARTICLES, hasList: true }, frame),
  };
  if (kind === "topic") return [...parts, map];
  const sentences = drawSentences(mentioned, frame);
  const count = counted(mentioned.total, "sentence");
  return [...parts, map, { heading: "Mentioned", content: sentences, count }];
}

function drawMargin(page: SubjectPage, frame: Frame): Html {
  return html`${drawNarrower(page.narrower, frame)}${drawMarginNames("People", page.people, frame)}${drawMarginNames("Organisations", page.organisations, frame)}${drawMarginNames("Places", page.places, frame)}${drawSpeakers(page.speakers, frame)}${drawMarginNames("Next to it", page.topics, frame)}${drawKindred(page.kindred, frame)}<section class="margin-part">
<h2>On this page</h2>
<p>${page.first !== undefined && page.last !== undefined && html`${drawFirstAndLast(page.first, page.last, frame)} `}${page.position !== undefined && html`It lies at ${drawPosition(page.position)}. `}Names that are here more often than elsewhere come first. Why there is a page: ${page.reason}.${page.code !== undefined && ` IPTC Media Topic ${page.code}.`}</p>
${page.feed !== undefined && html`<p><a href="${frame.link(page.feed)}">Feed of the newest articles</a></p>\n`}</section>
`;
}

function drawTop(page: SubjectPage, frame: Frame, parts: readonly PagePart[]): Html {
  const { broader, variants, note, scope, label } = page;
  const drawn = page.coverage.reduce((sum, { count }) => sum + count, 0);
  return html`<header class="page-top">
<p class="kicker">${KINDS[page.kind]}${broader !== undefined && html` within ${drawName(broader, frame)}`}${page.country !== undefined && html` in <bdi>${page.country}</bdi>`}</p>
<h1><bdi>${page.name}</bdi></h1>
${label !== undefined && label !== page.country && html`<p class="standfirst"><bdi>${label}</bdi></p>\n`}
${scope !== undefined && html`<p class="standfirst scope">${scope}</p>\n`}${note !== undefined && html`<div class="standfirst">${renderMarkdown(note, [], frame.link, { language: frame.site })}</div>\n`}${
  variants.length > 0 && html`<p class="apparatus">Also printed as ${drawListed(variants)}.</p>\n`
}${drawCoverage(`Articles on ${page.name}`, page.coverage, frame, page.articles.total - drawn)}${drawPeaks(page.peaks, page.name, frame)}${drawContents(parts)}</header>
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

/** What an editor writes into the topic's file, or takes out of an article's. */
function drawWrongTopic(page: SubjectPage): Html {
  return html`<footer class="wrong">
<details><summary>Is this wrong?</summary>
<p>An article that does not belong here: take <b><bdi>${page.name}</bdi></b> out of the <code>topics</code> in its Markdown file.</p>
${drawWrongWord(page)}</details>
</footer>
`;
}

/** A topic's phrases stand in the editor's file, or ship and are changed there; two countries and what only lists name have none. */
function drawWrongWord({ address, isOwnTopic, code }: SubjectPage): Html | undefined {
  if (isOwnTopic !== true && code === undefined) return undefined;
  const slug = address.split("/").at(-2) ?? "";
  const file = html`<code>content/topics/${slug}.md</code>`;
  const tried = html`<code>backfile topic try</code> shows what that changes`;
  if (isOwnTopic)
    return html`<p>A word that puts many here that do not belong: take it out of the <code>phrases</code> in ${file}; ${tried}.</p>
`;
  return html`<p>A word that puts many here that do not belong: write the lines below into ${file}, with the words in the place of the dots; ${tried}.</p>
<pre tabindex="0"><code>---
without: […]
---</code></pre>
`;
}
