/** What stands beside an article that belongs with others: its story, related ones, what was printed before and after it. For layouts. */
import type { ArticlePage } from "../../src/page-model.ts";
import type { ArticleEntry } from "../../src/page-parts.ts";
import type { Common, RelatedEntry } from "../../src/page-subjects.ts";
import { type Html, html } from "../../src/render/html.ts";
import { drawHeadline } from "./entries.ts";
import { drawFootPart } from "./foot-part.ts";
import type { Frame } from "./frame.ts";
import { drawName } from "./names.ts";
import { drawStoryLink } from "./story-rows.ts";

/** Returns, for the head of an article, the line that says of which story it is a part. */
export function drawStoryLine({ story }: ArticlePage, frame: Frame): Html | undefined {
  if (story === undefined) return undefined;
  return html`<p class="story-line">Part ${story.part} of ${story.parts} of the story ${drawStoryLink(story.story, frame)}</p>
`;
}

/** Returns the way on in the story: the part before, the part after, all of it. */
export function drawStoryBox({ story }: ArticlePage, frame: Frame): Html | undefined {
  if (story === undefined) return undefined;
  return html`<nav class="story-box" aria-label="In this story">
<h2>Part ${story.part} of ${story.parts}: ${drawStoryLink(story.story, frame)}</h2>
${drawBeside("Before it in the story", story.previous, frame)}${drawBeside("After it in the story", story.next, frame)}</nav>
`;
}

/** Returns the related articles, each with what it shares; nothing if there are none. */
export function drawRelated({ related }: ArticlePage, frame: Frame): Html | undefined {
  if (related.length === 0) return undefined;
  const rows = related.map(
    (entry) => html`
<li>${drawHeadline(entry.article, frame)} <span class="apparatus">${entry.article.dateLabel}. ${drawReason(entry, frame)}.</span></li>`,
  );
  const list = html`<ul class="related-rows">${rows}
</ul>`;
  return html`<section class="foot" aria-label="Related articles">
${drawFootPart("Related", list)}</section>
`;
}

/** Returns what was printed before and after an article, by time alone. */
export function drawNeighbours(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.previous === undefined && page.next === undefined) return undefined;
  return html`<nav class="neighbours" aria-label="Printed before and after">
${drawBeside("Printed before it", page.previous, frame)}${drawBeside("Printed after it", page.next, frame)}</nav>
`;
}

function drawBeside(
  label: string,
  entry: ArticleEntry | undefined,
  frame: Frame,
): Html | undefined {
  if (entry === undefined) return undefined;
  return html`<p><span class="apparatus">${label}, ${entry.dateLabel}</span> ${drawHeadline(entry, frame)}</p>
`;
}

const COPIES = {
  same: "The same text, word for word",
  near: "Nearly the same text",
} as const;

function drawReason(entry: RelatedEntry, frame: Frame): Html {
  const { copy, when } = entry;
  const common = copy === undefined ? drawCommon(entry, frame) : html`${COPIES[copy]}`;
  return html`${common}${when !== undefined && html`; <span class="distance">${when}</span>`}`;
}

/** Returns what articles have in common, as a sentence without its full stop: `Shares Ana Reis and Carrow; both on floods`. */
export function drawCommon({ names, topics, words }: Common, frame: Frame): Html {
  const told = [
    names.length > 0 &&
      html`<span class="shared-names">Shares ${drawEach(names.map((name) => drawName(name, frame)))}</span>`,
    topics.length > 0 &&
      html`<span class="shared-topics">${names.length > 0 ? "both on" : "Both on"} ${drawEach(topics.map((topic) => drawName(topic, frame)))}</span>`,
    words.length > 0 &&
      html`<span class="shared-words">${names.length + topics.length > 0 ? "with" : "With"} the ${words.length === 1 ? "word" : "words"} ${drawEach(words.map((word) => html`“<bdi>${word}</bdi>”`))}</span>`,
  ].filter((part) => part !== false);
  return html`${told.map((part, index) => html`${index > 0 && "; "}${part}`)}`;
}

function drawEach(items: readonly Html[]): Html {
  return html`${items.map((item, index) => {
    const before = index === 0 ? "" : index === items.length - 1 ? " and " : ", ";
    return html`${before}${item}`;
  })}`;
}
