/** How does one part of a long list look, such as a topic's articles of one year? */
import type { ShelfPage, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns } from "./parts/columns.ts";
import { frameOf } from "./parts/frame.ts";
import { drawName } from "./parts/names.ts";
import { drawOtherPeriods } from "./parts/other-dates.ts";
import { drawNotedShelf } from "./parts/subject.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the page of one part of a list. */
export function drawShelfPage(page: ShelfPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const main = html`<header class="page-top">
<p class="kicker">${drawName(page.parent, frame)}</p>
<h1><bdi>${page.title}</bdi></h1>
${drawOtherPeriods(page.address, frame)}<p class="apparatus">${frame.say("count.articles", { count: page.shelf.total })}</p>
</header>
${drawColumns(drawNotedShelf(page.shelf, page.notes, frame), frame)}`;
  return drawShell({ page, frame, main });
}

export default pageTemplate("shelf", drawShelfPage);
