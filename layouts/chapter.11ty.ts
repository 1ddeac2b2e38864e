/** How does one year, month or day of a person, a place or an organisation look that is named too often for one page? */
import type { ChapterPage, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawContents, drawPart, type PagePart } from "./parts/columns.ts";
import { counted } from "./parts/counts.ts";
import { drawQuotations, drawSentences } from "./parts/evidence.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawName } from "./parts/names.ts";
import { drawShelf } from "./parts/shelf.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of one chapter. */
export function drawChapter(page: ChapterPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const parts = partsOf(page, frame);
  const main = html`<header class="page-top">
<p class="kicker">${drawName(page.parent, frame)}</p>
<h1><bdi>${page.title}</bdi></h1>
<p class="apparatus">${extentOf(page)}.</p>
${drawContents(parts)}${drawNeighbours(page, frame)}</header>
${drawColumns(html`${parts.map(drawPart)}`)}`;
  return drawShell({ page, frame, main });
}

export default pageTemplate("chapter", drawChapter);

/** `5 articles, 18 sentences, 6 quotations`: what there is, and nothing of which there is none. */
function extentOf({ articles, mentioned, said, saidAbout }: ChapterPage): string {
  const counts: readonly (readonly [count: number, one: string, many: string])[] = [
    [articles.total, "article", "articles"],
    [mentioned.total, "sentence", "sentences"],
    [said.total, "quotation", "quotations"],
    [saidAbout.total, "quotation of others", "quotations of others"],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map((count) => counted(...count))
    .join(", ");
}

function partsOf(page: ChapterPage, frame: Frame): readonly PagePart[] {
  const { isSpeaker, said, saidAbout, mentioned, articles } = page;
  return [
    {
      heading: isSpeaker ? "Said" : "Who said what",
      content: drawQuotations(said, frame, isSpeaker),
    },
    { heading: "Said about", content: drawQuotations(saidAbout, frame, false) },
    { heading: "Mentioned", content: drawSentences(mentioned, frame) },
    {
      heading: articles.parts.length > 0 ? "All of it by date" : "Articles",
      content: drawShelf(articles, frame),
    },
  ];
}

function drawNeighbours({ previous, next }: ChapterPage, frame: Frame): Html | undefined {
  if (previous === undefined && next === undefined) return undefined;
  return html`<nav class="letters" aria-label="Before and after"><ul>${previous !== undefined && html`<li>before: ${drawName(previous, frame)}</li>`}${next !== undefined && html`<li>after: ${drawName(next, frame)}</li>`}</ul></nav>
`;
}
