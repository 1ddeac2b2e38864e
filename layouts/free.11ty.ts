/** How does one of the editor's free pages look, or the page for an address that is not there? */
import type { FreePage, SiteFrame } from "../src/page-model.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns } from "./parts/columns.ts";
import { frameOf } from "./parts/frame.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns a free page. */
export function drawFree(page: FreePage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const main = html`<header class="page-top">
<h1>${page.title}</h1>
</header>
${drawColumns(html`<div class="text">${renderMarkdown(page.text, [], frame.link, { language: frame.site, words: frame.words })}</div>\n`, frame)}`;
  return drawShell({ page, frame, main, head: page.unlisted === true ? NOT_INDEXED : undefined });
}

/** Search engines are asked to pass it over. */
const NOT_INDEXED = html`<meta name="robots" content="noindex">
`;

export default pageTemplate("free", drawFree);
