/** How are an article and what is quoted in it cited, so that a reader can copy it? For layouts. */
import type { ArticlePage } from "../../src/page-model.ts";
import type { QuotationHere } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { drawFormats } from "./citation-formats.ts";
import { drawFootPart } from "./foot-part.ts";
import { canonicalOf, type Frame, languageOf } from "./frame.ts";
import { drawListed } from "./names.ts";

/** Returns the article's citation, and, folded, one for each quotation. */
export function drawCitation(page: ArticlePage, frame: Frame): Html {
  const address = canonicalOf(page.address, frame.site);
  const author =
    page.byline.length === 0
      ? ""
      : frame.tell("cite.author", { names: drawListed(page.byline, frame) });
  const cited = frame.tell("cite.article", {
    author,
    title: drawTitle(page, frame),
    publication: drawPublication(page, frame),
    date: page.dateLabel,
  });
  return drawFootPart(
    frame.say("cite.heading"),
    html`<p class="citation">${cited}${address !== undefined && html` <span class="url">${address}</span>`}</p>${drawFormats(page, frame)}${drawQuotations(page, frame)}`,
  );
}

function drawQuotations(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.quotations.length === 0) return undefined;
  return html`
<details class="cited"><summary>${frame.say("cite.quotations", { count: page.quotations.length })}</summary>
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
      ? frame.say("cite.unknown")
      : sure
        ? html`<bdi>${speaker.name}</bdi>`
        : frame.tell("cite.probably", { name: html`<bdi>${speaker.name}</bdi>` });
  const parts = {
    speaker: name,
    words: html`<bdi${languageOf(page, frame.site, text)}>${text}</bdi>`,
    title: drawTitle(page, frame),
    publication: drawPublication(page, frame),
    date: page.dateLabel,
  };
  const cited =
    page.dateline === undefined
      ? frame.tell("cite.quotation", parts)
      : frame.tell("cite.quotationPlace", { ...parts, place: html`<bdi>${page.dateline}</bdi>` });
  return html`
<li class="citation">${cited} <a class="url" href="#${id}">${canonicalOf(address, frame.site) ?? address}</a></li>`;
}

function drawTitle(page: ArticlePage, frame: Frame): Html {
  return frame.tell("cite.title", {
    headline: html`<bdi${languageOf(page, frame.site, page.headline)}>${page.headline}</bdi>`,
  });
}

function drawPublication({ publisher }: ArticlePage, frame: Frame): Html {
  return html`<i><bdi>${publisher?.name ?? frame.site.title}</bdi></i>`;
}
