/** How do stories stand in a list? For layouts. */
import type { StoryRow } from "../../src/page-subjects.ts";
import { type Html, html } from "../../src/render/html.ts";
import { counted } from "./counts.ts";
import type { Frame } from "./frame.ts";
import { drawName } from "./names.ts";

/** Returns stories in the order given: when, the title, how many articles, who is in most of them. Nothing if there are none. */
export function drawStoryRows(rows: readonly StoryRow[], frame: Frame): Html | undefined {
  if (rows.length === 0) return undefined;
  return html`<ol class="entries story-rows">${rows.map((row) => drawRow(row, frame))}
</ol>
`;
}

function drawRow({ name, address, count, extent, names }: StoryRow, frame: Frame): Html {
  const who = names.map((one, index) => html`${index > 0 && ", "}${drawName(one, frame)}`);
  return html`
<li class="entry">
<p class="when">${extent}</p>
<div class="what">
<p class="headline"><a href="${frame.link(address)}"><bdi>${name}</bdi></a></p>
<p class="apparatus"><span class="count">${counted(count, "article")}</span>${who.length > 0 && html`; most name ${who}`}</p>
</div>
</li>`;
}
