/** What stands below an article: who and what is in it, when, how to cite it, what the source said. */
import type { ArticlePage } from "../../src/page-model.ts";
import type { PersonHere } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { ledgerFile } from "../../src/text/ledger-file.ts";
import { drawCitation } from "./citation.ts";
import { drawFootPart } from "./foot-part.ts";
import { type Frame, languageOf } from "./frame.ts";
import { drawMap } from "./map.ts";
import { drawCounts, drawListed, drawName } from "./names.ts";
import { drawVersions } from "./versions.ts";

/** Returns the parts below an article, those that have something to say. */
export function drawApparatus(page: ArticlePage, frame: Frame): Html {
  return html`<section class="foot" aria-label="${frame.say("article.about")}">
${drawPeople(page, frame)}${drawTopics(page, frame)}${drawDays(page, frame)}${drawPlaces(page, frame)}${drawNames(frame.say("heading.organisations"), page.organisations, frame)}${drawCitation(page, frame)}${drawSource(page, frame)}${drawVersions(page, frame)}</section>
`;
}

function drawPeople(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.people.length === 0) return undefined;
  const rows = page.people.map((person) => drawPerson(person, frame));
  return drawFootPart(
    frame.say("article.peopleHere"),
    html`<ul class="people-here">${rows}
</ul>`,
  );
}

function drawPerson(person: PersonHere, frame: Frame): Html {
  const { say } = frame;
  const roles = person.roles.map(
    (role, index) =>
      html`${index > 0 && say("list.semicolon")}<a href="${frame.link(role.address)}"><bdi>${role.title}</bdi></a>`,
  );
  const counts = [
    person.mentions > 0 && timesNamed(person.mentions, frame),
    person.quotations > 0 && say("count.quotations", { count: person.quotations }),
    person.byEditor && say("article.byEditor"),
  ].filter((part) => part !== false);
  return html`
<li><span class="name">${drawName(person, frame)}</span>${roles.length > 0 && html` <span class="roles">${roles}</span>`} <span class="apparatus">${counts.join(say("list.comma"))}</span></li>`;
}

/** Returns `named once`, `named twice` or `named 5 times`: twice has a word in languages that have no dual. */
function timesNamed(count: number, { say }: Frame): string {
  return count === 2 ? say("article.namedTwice") : say("article.named", { count });
}

function drawTopics(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.topics.length === 0) return undefined;
  const rows = page.topics.map((topic) => {
    const words = drawListed(topic.because, frame, "quotes.words");
    return html`
<li><span class="name">${drawName(topic, frame)}</span> <span class="apparatus">${topic.because.length > 0 ? frame.tell("article.because", { words }) : frame.say("article.byEditor")}</span></li>`;
  });
  return drawFootPart(
    frame.say("heading.topics"),
    html`<ul class="people-here">${rows}
</ul>`,
  );
}

function drawDays(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.days.length === 0) return undefined;
  const rows = page.days.map((day) => {
    const label =
      day.day === undefined
        ? html`${day.label}`
        : html`<a href="${frame.link(day.day)}">${day.label}</a>`;
    return html`
<li>${label} <a class="words" href="${frame.link(day.address)}">${frame.tell("quotes.words", { words: html`<bdi>${day.words}</bdi>` })}</a></li>`;
  });
  return drawFootPart(
    frame.say("heading.whatHappened"),
    html`<ol class="days">${rows}
</ol>`,
  );
}

function drawPlaces({ places, map }: ArticlePage, frame: Frame): Html | undefined {
  const list = drawCounts(places, frame);
  if (list === undefined) return undefined;
  return drawFootPart(
    frame.say("heading.places"),
    html`${list}${
      map &&
      html`
${drawMap(map, { title: frame.say("map.ofArticle"), noun: "count.mentions", hasList: false }, frame)}`
    }`,
  );
}

function drawNames(heading: string, names: ArticlePage["places"], frame: Frame): Html | undefined {
  const list = drawCounts(names, frame);
  return list && drawFootPart(heading, list);
}

/** The lines of the head as the source prints them. */
const PRINTED = { published: "article.dated", byline: "article.signed" } as const;

function drawSource(page: ArticlePage, frame: Frame): Html | undefined {
  const { source, printed, kept, removed } = page;
  const { say } = frame;
  const facts = drawStatedFacts(page, frame);
  const lines = [
    ...printed.map(
      (part) => html`
<li><span class="apparatus">${say(PRINTED[part.kind])}</span> <span data-ledger="${part.kind}" dir="auto">${part.text}</span></li>`,
    ),
    ...kept.map(
      (part) => html`
<li><span class="apparatus">${say("article.keptAs", { kind: frame.words.known(`kept.${part.kind}`) ?? part.kind })}</span> <span data-ledger="kept"${languageOf(page, frame.site, part.text)}>${part.text}</span></li>`,
    ),
    ...removed.map(
      (part) => html`
<li><span class="apparatus">${say("article.removed", { rule: part.rule })}</span> <del data-ledger="removed"${languageOf(page, frame.site, part.text)}>${part.text}</del></li>`,
    ),
  ];
  if (source === undefined && facts === undefined && lines.length === 0) return undefined;
  const file =
    source &&
    html`<p class="apparatus">${drawOrigin(source, frame.link(`/${ledgerFile(page.address)}`), frame)}</p>
`;
  return drawFootPart(
    frame.say("article.source"),
    html`${file}${facts}${
      lines.length > 0 &&
      html`<details><summary>${say("article.notInText", { count: lines.length })}</summary>
<ul class="source-lines">${lines}
</ul>
</details>`
    }`,
  );
}

function drawOrigin(
  { file, item, sha256 }: NonNullable<ArticlePage["source"]>,
  address: string,
  { say, tell }: Frame,
): Html {
  const parts = {
    file: html`<code>${file}</code>`,
    hash: html`<code class="hash">${sha256}</code>`,
    ledger: html`<a href="${address}">${say("article.ledger")}</a>`,
  };
  return item === undefined
    ? tell("article.from", parts)
    : tell("article.fromItem", { ...parts, item: html`<code>${item}</code>` });
}

/** What the source states beside its text. */
function drawStatedFacts(
  { original, keywords, modifiedLabel }: ArticlePage,
  frame: Frame,
): Html | undefined {
  const { say, tell } = frame;
  const facts = [
    original !== undefined &&
      tell("article.original", {
        address: html`<a href="${original}" rel="nofollow noopener"><bdi>${original}</bdi></a>`,
      }),
    modifiedLabel !== undefined && html`${say("article.changed", { time: modifiedLabel })}`,
    keywords.length > 0 && tell("article.keywords", { words: drawListed(keywords, frame) }),
  ].filter((fact) => fact !== false);
  if (facts.length === 0) return undefined;
  return html`<p class="apparatus">${facts.map((fact, index) => (index === 0 ? fact : html` ${fact}`))}</p>
`;
}
