/** How does an index look: people A–Z, topics, places, organisations, all years? */
import type { IndexPage, IndexRow, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawBars } from "./parts/bars.ts";
import { drawColumns } from "./parts/columns.ts";
import { counted } from "./parts/counts.ts";
import { drawWords } from "./parts/evidence.ts";
import { type Frame, frameOf, languageOf } from "./parts/frame.ts";
import { drawName, drawParts } from "./parts/names.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of an index or of one of its letters. */
export function drawIndex(page: IndexPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const main = html`<header class="page-top">
<h1>${page.title}</h1>
<p class="apparatus">${counted(page.total, ...NOUNS[page.of])}</p>
${drawParts("Letters", page.letters, frame, page.letter)}</header>
${drawColumns(drawRows(page, frame))}`;
  return drawShell({ page, frame, main });
}

export default pageTemplate("index", drawIndex);

const NOUNS: Readonly<Record<IndexPage["of"], readonly [string, string]>> = {
  people: ["person", "people"],
  topics: ["topic", "topics"],
  places: ["place", "places"],
  organisations: ["organisation", "organisations"],
  archive: ["article", "articles"],
};

function drawRows(page: IndexPage, frame: Frame): Html {
  if (page.of === "archive") {
    const years = page.rows.map((row) => ({ ...row, label: row.name }));
    return html`${drawBars(years, frame) ?? EMPTY}`;
  }
  if (page.rows.length === 0) return page.letters.length > 0 ? html`` : EMPTY;
  return html`<ul class="index-rows">${page.rows.map((row) => drawRow(row, frame))}
</ul>
`;
}

const EMPTY = html`<p>There is nothing in this index yet.</p>
`;

/** A name without a page of its own is followed by the sentence that carries it. */
function drawRow(row: IndexRow, frame: Frame): Html {
  const { sentence } = row;
  return html`
<li class="index-row"><span class="name">${drawName(row, frame)}</span>${row.detail !== undefined && html` <span class="detail">${row.detail}</span>`} <span class="count">${counted(row.count, "article")}${row.span !== "" && html`, ${row.span}`}</span>${
    sentence !== undefined &&
    html`
<p class="passage"><span${languageOf(sentence.article, frame.site, sentence.text)}>${drawWords(sentence)}</span> <a class="evidence" href="${frame.link(sentence.address)}">${sentence.article.dateLabel}</a></p>`
  }</li>`;
}
