/** What stands beside an article that belongs with others: its story, related ones, what was printed before and after it. For layouts. */
import type { ArticlePage } from "../../src/page-model.ts";
import type { ArticleEntry, Link } from "../../src/page-parts.ts";
import type { Common, RelatedEntry } from "../../src/page-subjects.ts";
import { type Html, html } from "../../src/render/html.ts";
import { drawHeadline } from "./entries.ts";
import { drawFootPart } from "./foot-part.ts";
import type { Frame } from "./frame.ts";
import { drawListed, drawName } from "./names.ts";
import { drawStoryLink } from "./story-rows.ts";

/** Returns, for the head of an article, the line that says of which story it is a part. */
export function drawStoryLine({ story }: ArticlePage, frame: Frame): Html | undefined {
  if (story === undefined) return undefined;
  return html`<p class="story-line">${frame.tell("story.partOfStory", { number: story.part, count: story.parts, story: drawStoryLink(story.story, frame) })}</p>
`;
}

/** Returns the way on in the story: the part before, the part after, all of it. */
export function drawStoryBox({ story }: ArticlePage, frame: Frame): Html | undefined {
  if (story === undefined) return undefined;
  return html`<nav class="story-box" aria-label="${frame.say("story.here")}">
<h2>${frame.tell("story.partTitle", { number: story.part, count: story.parts, story: drawStoryLink(story.story, frame) })}</h2>
${drawBeside("story.before", story.previous, frame)}${drawBeside("story.after", story.next, frame)}</nav>
`;
}

/** Returns the related articles, each with what it shares; nothing if there are none. */
export function drawRelated({ related }: ArticlePage, frame: Frame): Html | undefined {
  if (related.length === 0) return undefined;
  const rows = related.map(
    (entry) => html`
<li>${drawHeadline(entry.article, frame)} <span class="apparatus">${frame.tell("related.line", { date: entry.article.dateLabel, reason: drawReason(entry, frame) })}</span></li>`,
  );
  const list = html`<ul class="related-rows">${rows}
</ul>`;
  return html`<section class="foot" aria-label="${frame.say("related.label")}">
${drawFootPart(frame.say("related.heading"), list)}</section>
`;
}

/** Returns what was printed before and after an article, by time alone. */
export function drawNeighbours(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.previous === undefined && page.next === undefined) return undefined;
  return html`<nav class="neighbours" aria-label="${frame.say("related.beforeAndAfter")}">
${drawBeside("related.before", page.previous, frame)}${drawBeside("related.after", page.next, frame)}</nav>
`;
}

function drawBeside(
  label: "story.before" | "story.after" | "related.before" | "related.after",
  entry: ArticleEntry | undefined,
  frame: Frame,
): Html | undefined {
  if (entry === undefined) return undefined;
  return html`<p><span class="apparatus">${frame.say(label, { date: entry.dateLabel })}</span> ${drawHeadline(entry, frame)}</p>
`;
}

const COPIES = {
  same: "related.same",
  near: "related.near",
} as const;

function drawReason(entry: RelatedEntry, frame: Frame): Html {
  const { copy, when } = entry;
  const common = copy === undefined ? drawCommon(entry, frame) : html`${frame.say(COPIES[copy])}`;
  return html`${common}${when !== undefined && html`${frame.say("list.semicolon")}<span class="distance">${when}</span>`}`;
}

/** Returns what articles have in common, as a sentence without its full stop: `Shares Ana Reis and Carrow; both on floods`. */
export function drawCommon({ names, topics, words }: Common, frame: Frame): Html {
  const { tell } = frame;
  const told = [
    names.length > 0 &&
      html`<span class="shared-names">${tell("related.shares", { names: drawEach(names, frame) })}</span>`,
    topics.length > 0 &&
      html`<span class="shared-topics">${tell(names.length > 0 ? "related.bothOnToo" : "related.bothOn", { topics: drawEach(topics, frame) })}</span>`,
    words.length > 0 &&
      html`<span class="shared-words">${tell(names.length + topics.length > 0 ? "related.wordsToo" : "related.words", { words: drawListed(words, frame, "quotes.words"), count: words.length })}</span>`,
  ].filter((part) => part !== false);
  return html`${told.map((part, index) => html`${index > 0 && frame.say("list.semicolon")}${part}`)}`;
}

function drawEach(names: readonly Link[], frame: Frame): Html {
  return html`${frame.words.listed(names.map((name) => drawName(name, frame)))}`;
}
