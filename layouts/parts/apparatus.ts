/** What stands below an article: who and what is in it, when, how to cite it, what the source said. */
import type { ArticlePage } from "../../src/page-model.ts";
import type { PersonHere } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { ledgerFile } from "../../src/text/ledger-file.ts";
import { drawCitation } from "./citation.ts";
import { counted } from "./counts.ts";
import { drawFootPart } from "./foot-part.ts";
import { type Frame, languageOf } from "./frame.ts";
import { drawMap } from "./map.ts";
import { drawCounts, drawListed, drawName } from "./names.ts";
import { drawVersions } from "./versions.ts";

/** Returns the parts below an article, those that have something to say. */
export function drawApparatus(page: ArticlePage, frame: Frame): Html {
  return html`<section class="foot" aria-label="About this article">
${drawPeople(page, frame)}${drawTopics(page, frame)}${drawDays(page, frame)}${drawPlaces(page, frame)}${drawNames("Organisations", page.organisations, frame)}${drawCitation(page, frame)}${drawSource(page, frame)}${drawVersions(page, frame)}</section>
`;
}

function drawPeople(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.people.length === 0) return undefined;
  const rows = page.people.map((person) => drawPerson(person, frame));
  return drawFootPart(
    "People here",
    html`<ul class="people-here">${rows}
</ul>`,
  );
}

function drawPerson(person: PersonHere, frame: Frame): Html {
  const roles = person.roles.map(
    (role, index) =>
      html`${index > 0 && "; "}<a href="${frame.link(role.address)}"><bdi>${role.title}</bdi></a>`,
  );
  const counts = [
    person.mentions > 0 && `named ${timesSaid(person.mentions)}`,
    person.quotations > 0 && counted(person.quotations, "quotation"),
    person.byEditor && "put here by the editor",
  ].filter((part) => part !== false);
  return html`
<li><span class="name">${drawName(person, frame)}</span>${roles.length > 0 && html` <span class="roles">${roles}</span>`} <span class="apparatus">${counts.join(", ")}</span></li>`;
}

/** Returns `once`, `twice` or `5 times`. */
function timesSaid(count: number): string {
  return ["", "once", "twice"][count] ?? `${count} times`;
}

function drawTopics(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.topics.length === 0) return undefined;
  const rows = page.topics.map((topic) => {
    const words = drawListed(topic.because.map((word) => `“${word}”`));
    return html`
<li><span class="name">${drawName(topic, frame)}</span> <span class="apparatus">${topic.because.length > 0 ? html`because of ${words}` : "put here by the editor"}</span></li>`;
  });
  return drawFootPart(
    "Topics",
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
<li>${label} <a class="words" href="${frame.link(day.address)}">“<bdi>${day.words}</bdi>”</a></li>`;
  });
  return drawFootPart(
    "What happened when",
    html`<ol class="days">${rows}
</ol>`,
  );
}

const TIMES = {
  title: "Map of the places here",
  noun: ["mention", "mentions"],
  hasList: false,
} as const;

function drawPlaces({ places, map }: ArticlePage, frame: Frame): Html | undefined {
  const list = drawCounts(places, frame);
  if (list === undefined) return undefined;
  return drawFootPart(
    "Places",
    html`${list}${
      map &&
      html`
${drawMap(map, TIMES, frame)}`
    }`,
  );
}

function drawNames(heading: string, names: ArticlePage["places"], frame: Frame): Html | undefined {
  const list = drawCounts(names, frame);
  return list && drawFootPart(heading, list);
}

/** The lines of the head as the source prints them. */
const PRINTED = { published: "dated", byline: "signed" } as const;

function drawSource(page: ArticlePage, frame: Frame): Html | undefined {
  const { source, printed, kept, removed } = page;
  const facts = drawStatedFacts(page);
  const lines = [
    ...printed.map(
      (part) => html`
<li><span class="apparatus">${PRINTED[part.kind]}</span> <span data-ledger="${part.kind}">${part.text}</span></li>`,
    ),
    ...kept.map(
      (part) => html`
<li><span class="apparatus">kept as ${part.kind}</span> <span data-ledger="kept"${languageOf(page, frame.site, part.text)}>${part.text}</span></li>`,
    ),
    ...removed.map(
      (part) => html`
<li><span class="apparatus">removed: ${part.rule}</span> <del data-ledger="removed"${languageOf(page, frame.site, part.text)}>${part.text}</del></li>`,
    ),
  ];
  if (source === undefined && facts === undefined && lines.length === 0) return undefined;
  const file =
    source &&
    html`<p class="apparatus">From <code>${source.file}</code>${source.item !== undefined && html`, there <code>${source.item}</code>`}, SHA-256 <code class="hash">${source.sha256}</code>, on account in the <a href="${frame.link(`/${ledgerFile(page.address)}`)}">ledger</a>.</p>
`;
  return drawFootPart(
    "The source",
    html`${file}${facts}${
      lines.length > 0 &&
      html`<details><summary>${counted(lines.length, "line")} of it that ${lines.length === 1 ? "is" : "are"} not in the text above</summary>
<ul class="source-lines">${lines}
</ul>
</details>`
    }`,
  );
}

/** What the source states beside its text. */
function drawStatedFacts({ original, keywords, modifiedLabel }: ArticlePage): Html | undefined {
  const facts = [
    original !== undefined &&
      html`Original address: <a href="${original}" rel="nofollow noopener"><bdi>${original}</bdi></a>.`,
    modifiedLabel !== undefined && html`Changed ${modifiedLabel}.`,
    keywords.length > 0 && html`Keywords of the source: ${drawListed(keywords)}.`,
  ].filter((fact) => fact !== false);
  if (facts.length === 0) return undefined;
  return html`<p class="apparatus">${facts.map((fact, index) => (index === 0 ? fact : html` ${fact}`))}</p>
`;
}
