/** What does a reader see at an address that an editor's ruling took away? A link, which browsers follow at once. */
import type { RedirectPage, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { frameOf } from "./parts/frame.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns a page that leads on. */
export function drawRedirect(page: RedirectPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { name, address } = page.to;
  const target = frame.link(address);
  const main = html`<header class="page-top">
<h1><bdi>${name}</bdi></h1>
<p class="standfirst">${frame.tell("redirect.moved", { name: html`<a href="${target}"><bdi>${name}</bdi></a>` })}</p>
</header>
`;
  const head = html`<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="${`0; url=${target}`}">
`;
  return drawShell({ page, frame, main, head, canonical: address });
}

export default pageTemplate("redirect", drawRedirect);
