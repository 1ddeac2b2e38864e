/** How do stories stand in a list? For layouts. */
import type { StoryRow, StoryTitle } from "../../src/page-subjects.ts";
import { type Html, html } from "../../src/render/html.ts";
import { isShouted } from "./entries.ts";
import { type Frame, languageOf } from "./frame.ts";
import { drawName } from "./names.ts";

/** Returns stories in the order given: when, the title, how many articles, who is in most of them. Nothing if there are none. */
export function drawStoryRows(rows: readonly StoryRow[], frame: Frame): Html | undefined {
  if (rows.length === 0) return undefined;
  return html`<ol class="entries story-rows">${rows.map((row) => drawRow(row, frame))}
</ol>
`;
}

/** Returns a story's title; in small capitals where it shouts, as headlines are. */
export function drawStoryTitle({ name, headlineIn }: StoryTitle, { site }: Frame): Html {
  const shouted = isShouted(name) && html` class="shouted"`;
  return html`<bdi${shouted}${headlineIn && languageOf(headlineIn, site, name)}>${name}</bdi>`;
}

/** Returns a story's title, linked to its page. */
export function drawStoryLink(story: StoryTitle, frame: Frame): Html {
  return html`<a href="${frame.link(story.address)}">${drawStoryTitle(story, frame)}</a>`;
}

function drawRow(row: StoryRow, frame: Frame): Html {
  const { count, extent, names } = row;
  const who = names.map((one) => drawName(one, frame));
  return html`
<li class="entry">
<p class="when">${extent}</p>
<div class="what">
<p class="headline">${drawStoryLink(row, frame)}</p>
<p class="apparatus">${drawExtent(html`<span class="count">${frame.say("count.articles", { count })}</span>`, who, frame)}</p>
</div>
</li>`;
}

function drawExtent(articles: Html, names: readonly Html[], { tell, say }: Frame): Html {
  if (names.length === 0) return articles;
  const listed = html`${names.map((name, index) => html`${index > 0 && say("list.comma")}${name}`)}`;
  return tell("story.mostName", { articles, names: listed });
}
