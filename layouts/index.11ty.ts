/** How does an index look: people and places in their orders, topics, organisations, all years? */
import type { IndexPage, IndexRow, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawBars } from "./parts/bars.ts";
import { drawColumns } from "./parts/columns.ts";
import { drawRemarks } from "./parts/entries.ts";
import { drawWords } from "./parts/evidence.ts";
import { type Frame, frameOf, languageOf } from "./parts/frame.ts";
import { drawMap } from "./parts/map.ts";
import { drawName, drawParts } from "./parts/names.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of an index or of one of its parts. */
export function drawIndex(page: IndexPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const main = html`<header class="page-top">
<h1>${page.title}</h1>
<p class="apparatus">${frame.say("index.total", { count: frame.say(NOUNS[page.of], { count: page.total }) })}${page.about !== undefined && ` ${page.about}`}</p>
${drawOrders(page, frame)}${page.partsAre !== "groups" && drawParts(frame.say(PARTS[page.partsAre]), page.parts, frame, page.part)}</header>
${drawColumns(html`${drawPlaces(page, frame)}${drawContent(page, frame)}`, frame)}`;
  return drawShell({ page, frame, main });
}

export default pageTemplate("index", drawIndex);

function drawPlaces({ map }: IndexPage, frame: Frame): Html | undefined {
  const words = { title: frame.say("map.all"), noun: NOUNS.archive, hasList: false };
  return map && drawMap(map, words, frame);
}

const NOUNS = {
  people: "count.people",
  topics: "count.topics",
  places: "count.places",
  organisations: "count.organisations",
  archive: "count.articles",
} as const;

const PARTS = { letters: "shell.letters", pages: "shell.pages" } as const;

function drawOrders({ orders }: IndexPage, frame: Frame): Html | undefined {
  if (orders.length === 0) return undefined;
  const items = orders.map(({ name, address }) =>
    address === undefined
      ? html`<li><b aria-current="page">${name}</b></li>`
      : html`<li><a href="${frame.link(address)}">${name}</a></li>`,
  );
  return html`<nav class="letters orders" aria-label="${frame.say("shell.orders")}"><ul>${items}</ul></nav>
`;
}

function drawContent(page: IndexPage, frame: Frame): Html {
  if (page.of === "archive") return drawBars(labelled(page.rows), frame) ?? drawEmpty(frame);
  const { rows, groups, parts } = page;
  const bars = page.partsAre === "groups" ? drawBars(labelled(parts), frame) : undefined;
  const sections = groups.map(
    ({ heading, rows: inGroup }) => html`<section class="part">
<h2>${heading} <span class="count">${frame.say(NOUNS[page.of], { count: inGroup.length })}</span></h2>
${drawRows(inGroup, frame)}</section>
`,
  );
  if (rows.length + groups.length + parts.length === 0) return drawEmpty(frame);
  return html`${rows.length > 0 && drawRows(rows, frame)}${sections}${bars}`;
}

function labelled(rows: readonly IndexRow[] | IndexPage["parts"]) {
  return rows.map((row) => ({ ...row, label: row.name }));
}

function drawEmpty({ say }: Frame): Html {
  return html`<p>${say("index.empty")}</p>
`;
}

function drawRows(rows: readonly IndexRow[], frame: Frame): Html {
  return html`<ul class="index-rows">${rows.map((row) => drawRow(row, frame))}
</ul>
`;
}

/** A name without a page of its own is followed by the sentence that carries it. */
function drawRow(row: IndexRow, frame: Frame): Html {
  const { sentence, label } = row;
  return html`
<li class="index-row"><span class="name">${drawName(row, frame)}</span>${label !== undefined && html`<span class="label">${frame.say("list.comma")}<bdi>${label}</bdi></span>`}${drawDetail(row, frame)} <span class="count">${frame.say("count.articles", { count: row.count })}${row.span !== "" && html`${frame.say("list.comma")}${row.span}`}${row.quotations !== undefined && html`${frame.say("list.comma")}${frame.say("count.quotations", { count: row.quotations })}`}</span>${
    sentence !== undefined &&
    html`
<p class="passage"><span${languageOf(sentence.article, frame.site, sentence.text)}>${drawWords(sentence)}</span> <a class="evidence" href="${frame.link(sentence.address)}">${sentence.article.dateLabel}</a>${drawRemarks(sentence.article, frame)}</p>`
  }</li>`;
}

/** A role leads to the sentence that prints it. */
function drawDetail({ detail, detailAddress }: IndexRow, frame: Frame): Html | undefined {
  if (detail === undefined) return undefined;
  const words =
    detailAddress === undefined
      ? html`<bdi>${detail}</bdi>`
      : html`<a href="${frame.link(detailAddress)}"><bdi>${detail}</bdi></a>`;
  return html` <span class="detail">${words}</span>`;
}
