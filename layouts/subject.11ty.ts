/** How does the page of a topic, a place or an organisation look? */
import type { SiteFrame, SubjectPage } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { nameInYaml } from "../src/text/yaml-name.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { drawCoverage } from "./parts/coverage.ts";
import { drawQuotations, drawSentences } from "./parts/evidence.ts";
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
  const main = html`${drawTop(page, frame, parts)}${drawColumns(html`${parts.map(drawPart)}`, frame, drawMargin(page, frame))}${page.kind === "topic" ? drawWrongTopic(page, frame) : drawWrong(page, page.kind, frame)}`;
  const head =
    feed !== undefined &&
    html`<link rel="alternate" type="application/atom+xml" title="${frame.say("subject.feedTitle", { name: page.name })}" href="${frame.link(feed)}">
`;
  return drawShell({
    page,
    frame,
    main,
    description: frame.say("subject.description", { title: page.name, count: articles.total }),
    ...(head && { head }),
  });
}

export default pageTemplate("subject", drawSubject);

/** What is said of quotations that the page leaves out. */
const CUTS = {
  topic: "cut.quotationsOfTopic",
  place: "cut.quotationsByYear",
  organisation: "cut.quotationsByYear",
} as const;

const KINDS = {
  topic: "subject.topic",
  place: "subject.place",
  organisation: "subject.organisation",
} as const;

function partsOf(page: SubjectPage, frame: Frame): readonly PagePart[] {
  const { articles, mentioned, said, stories, start, kind } = page;
  const { say } = frame;
  const parts: readonly PagePart[] = [
    remarkedPart(page.remarked, frame),
    {
      id: "start-here",
      heading: say("heading.startHere"),
      content: drawStart(start, frame),
      count: say("count.articles", { count: start.length }),
    },
    {
      id: kind === "topic" ? "in-the-order-of-time" : "the-story-so-far",
      heading: say(kind === "topic" ? "heading.inOrder" : "heading.soFar"),
      content: drawNotedShelf(articles, page.notes, frame),
      count: say("count.articles", { count: articles.total }),
    },
    timelinePart(page.timeline, frame),
    {
      id: "stories",
      heading: say("heading.stories"),
      content: drawStoryRows(stories, frame),
      count: say("count.stories", { count: stories.length }),
    },
    {
      id: "who-said-what",
      heading: say("heading.whoSaidWhat"),
      content: drawQuotations(said, frame, false, CUTS[kind]),
      count: say("count.quotations", { count: said.total }),
    },
  ];
  const map: PagePart = {
    id: kind === "place" ? "where-it-lies" : "places-in-the-articles",
    heading: say(kind === "place" ? "heading.whereItLies" : "heading.placesInArticles"),
    content:
      page.map &&
      drawMap(
        page.map,
        { title: say("map.of", { name: page.name }), noun: "count.articles", hasList: true },
        frame,
      ),
  };
  if (kind === "topic") return [...parts, map];
  const sentences = drawSentences(mentioned, frame);
  const count = say("count.sentences", { count: mentioned.total });
  return [
    ...parts,
    map,
    { id: "mentioned", heading: say("heading.mentioned"), content: sentences, count },
  ];
}

function drawMargin(page: SubjectPage, frame: Frame): Html {
  return html`${drawNarrower(page.narrower, frame)}${drawMarginNames(frame.say("heading.people"), page.people, frame)}${drawMarginNames(frame.say("heading.organisations"), page.organisations, frame)}${drawMarginNames(frame.say("heading.places"), page.places, frame)}${drawSpeakers(page.speakers, frame)}${drawMarginNames(frame.say("heading.nextTo"), page.topics, frame)}${drawKindred(page.kindred, frame)}<section class="margin-part">
<h2>${frame.say("shell.onThisPage")}</h2>
<p>${page.first !== undefined && page.last !== undefined && html`${drawFirstAndLast(page.first, page.last, frame)} `}${page.position !== undefined && html`${frame.tell("subject.lies", { position: drawPosition(page.position, frame) })} `}${frame.say("subject.typical")} ${frame.say("person.why", { reason: page.reason })}${page.code !== undefined && ` ${frame.say("subject.code", { code: page.code })}`}</p>
${page.feed !== undefined && html`<p><a href="${frame.link(page.feed)}">${frame.say("person.feed")}</a></p>\n`}</section>
`;
}

/** `Topic within Transport`, `Place in Iran`. */
function drawKind({ kind, broader, country }: SubjectPage, frame: Frame): Html {
  const own = frame.say(KINDS[kind]);
  if (broader !== undefined)
    return frame.tell("subject.within", { kind: own, name: drawName(broader, frame) });
  if (country === undefined) return html`${own}`;
  return frame.tell("subject.inCountry", { kind: own, country: html`<bdi>${country}</bdi>` });
}

function drawTop(page: SubjectPage, frame: Frame, parts: readonly PagePart[]): Html {
  const { variants, note, scope, label } = page;
  const drawn = page.coverage.reduce((sum, { count }) => sum + count, 0);
  return html`<header class="page-top">
<p class="kicker">${drawKind(page, frame)}</p>
<h1><bdi>${page.name}</bdi></h1>
${label !== undefined && label !== page.country && html`<p class="standfirst"><bdi>${label}</bdi></p>\n`}
${scope !== undefined && html`<p class="standfirst scope">${scope}</p>\n`}${note !== undefined && html`<div class="standfirst">${renderMarkdown(note, [], frame.link, { language: frame.site, words: frame.words })}</div>\n`}${
  variants.length > 0 &&
  html`<p class="apparatus">${frame.tell("person.alsoPrinted", { names: drawListed(variants, frame) })}</p>\n`
}${drawCoverage(frame.say("coverage.on", { name: page.name }), page.coverage, frame, page.articles.total - drawn)}${drawPeaks(page.peaks, page.name, frame)}${drawContents(parts, frame)}</header>
`;
}

/** The lines of decisions.yml that settle a mistake on the page. */
function drawWrong(
  { name }: SubjectPage,
  kind: "place" | "organisation",
  { say, tell }: Frame,
): Html {
  const quoted = nameInYaml(name);
  const no = kind === "place" ? "not-a-place" : "not-an-organisation";
  const lines = `- ${no}: ${quoted}

- rename: ${quoted}
  to: ${say("wrong.anotherName")}
  kind: ${kind}

- same: [${quoted}, ${say("wrong.anotherName")}]
  kind: ${kind}
`;
  return html`<footer class="wrong">
<details><summary>${say("wrong.summary")}</summary>
<p>${tell(`wrong.${kind}`, { decisions: html`<code>content/decisions.yml</code>`, name: html`<b><bdi>${name}</bdi></b>` })}</p>
<pre tabindex="0"><code>${lines}</code></pre>
</details>
</footer>
`;
}

/** What an editor writes into the topic's file, or takes out of an article's. */
function drawWrongTopic(page: SubjectPage, frame: Frame): Html {
  return html`<footer class="wrong">
<details><summary>${frame.say("wrong.summary")}</summary>
<p>${frame.tell("wrong.topic", { name: html`<b><bdi>${page.name}</bdi></b>`, list: html`<code>topics</code>` })}</p>
${drawWrongWord(page, frame)}</details>
</footer>
`;
}

/** A topic's phrases stand in the editor's file, or ship and are changed there; two countries and what only lists name have none. */
function drawWrongWord(
  { address, isOwnTopic, code }: SubjectPage,
  { tell }: Frame,
): Html | undefined {
  if (isOwnTopic !== true && code === undefined) return undefined;
  const slug = address.split("/").at(-2) ?? "";
  const file = html`<code>content/topics/${slug}.md</code>`;
  const tried = tell("wrong.tried", { command: html`<code>backfile topic try</code>` });
  if (isOwnTopic)
    return html`<p>${tell("wrong.topicOwnWord", { phrases: html`<code>phrases</code>`, file, tried })}</p>
`;
  return html`<p>${tell("wrong.topicWord", { file, tried })}</p>
<pre tabindex="0"><code>---
without: […]
---</code></pre>
`;
}
