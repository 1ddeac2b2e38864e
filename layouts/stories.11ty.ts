/** How does the list of stories look? */
import type { SiteFrame, StoriesPage } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawBars } from "./parts/bars.ts";
import { drawColumns } from "./parts/columns.ts";
import { frameOf } from "./parts/frame.ts";
import { drawName } from "./parts/names.ts";
import { drawOtherPeriods } from "./parts/other-dates.ts";
import { drawStoryRows } from "./parts/story-rows.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the list of all stories, or of those that begin in one year or month. */
export function drawStories(page: StoriesPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const parts = page.parts.map((part) => ({ ...part, label: part.name }));
  const main = html`<header class="page-top">
${page.up !== undefined && html`<p class="kicker">${drawName(page.up, frame)}</p>\n`}<h1>${page.title}</h1>
${drawOtherPeriods(page.address, frame)}<p class="apparatus">${frame.say("story.list", { count: page.total })} ${frame.say("story.what")}</p>
</header>
${drawColumns(html`${drawStoryRows(page.rows, frame)}${drawBars(parts, frame)}`, frame)}`;
  return drawShell({ page, frame, main });
}

export default pageTemplate("stories", drawStories);
