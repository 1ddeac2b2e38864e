/** How are an article and what is quoted in it cited, so that a reader can copy it? For layouts. */
import type { ArticlePage } from "../../src/page-model.ts";
import type { QuotationHere } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { drawFormats } from "./citation-formats.ts";
import { counted } from "./counts.ts";
import { drawFootPart } from "./foot-part.ts";
import { canonicalOf, type Frame, languageOf } from "./frame.ts";
import { drawListed } from "./names.ts";

/** Returns the article's citation, and, folded, one for each quotation. */
export function drawCitation(page: ArticlePage, frame: Frame): Html {
  const address = canonicalOf(page.address, frame.site);
  const authors = page.byline.length > 0 && html`${drawListed(page.byline)}. `;
  return drawFootPart(
    "Cite",
    html`<p class="citation">${authors}${drawTitle(page, frame)} <i><bdi>${whereOf(page, frame)}</bdi></i>, ${page.dateLabel}.${address !== undefined && html` <span class="url">${address}</span>`}</p>${drawFormats(page, frame)}${drawQuotations(page, frame)}`,
  );
}

function drawQuotations(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.quotations.length === 0) return undefined;
  return html`
<details class="cited"><summary>${counted(page.quotations.length, "quotation")} to cite</summary>
<ul>${page.quotations.map((quotation) => drawQuotation(quotation, page, frame))}
</ul>
</details>`;
}

/**
 * Speaker, words, article, publisher, place, day and address. The address is whole where the site's own is known, else it is
 * that from the site's root.
 */
function drawQuotation(quotation: QuotationHere, page: ArticlePage, frame: Frame): Html {
  const { id, text, speaker, sure } = quotation;
  const address = `${page.address}#${id}`;
  const name =
    speaker === undefined
      ? "Speaker not known"
      : html`${!sure && "Probably "}<bdi>${speaker.name}</bdi>`;
  const place = page.dateline !== undefined && html`, <bdi>${page.dateline}</bdi>`;
  return html`
<li class="citation">${name}: <bdi${languageOf(page, frame.site, text)}>${text}</bdi>, quoted in ${drawTitle(page, frame)} <i><bdi>${whereOf(page, frame)}</bdi></i>${place}, ${page.dateLabel}. <a class="url" href="#${id}">${canonicalOf(address, frame.site) ?? address}</a></li>`;
}

function drawTitle(page: ArticlePage, frame: Frame): Html {
  return html`“<bdi${languageOf(page, frame.site, page.headline)}>${page.headline}</bdi>”.`;
}

function whereOf({ publisher }: ArticlePage, frame: Frame): string {
  return publisher?.name ?? frame.site.title;
}
