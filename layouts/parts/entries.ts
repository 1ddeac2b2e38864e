/** How is an article drawn in a list: date, headline, first words? For layouts. */
import type { ArticleEntry } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { type Frame, languageOf } from "./frame.ts";

/**
 * Returns articles as a list in the order given: the date at the side, the headline, one line of text.
 *
 * @param below Gives what stands below an article.
 */
export function drawEntries(
  entries: readonly ArticleEntry[],
  frame: Frame,
  below: (entry: ArticleEntry) => Html | undefined = () => undefined,
): Html | undefined {
  if (entries.length === 0) return undefined;
  const rows = entries.map((entry) => drawEntry(entry, frame, { below: below(entry) }));
  return html`<ol class="entries">${rows}
</ol>
`;
}

/** Returns a date as a `time` element, or the bare words where it is unknown. */
export function drawDate(date: string | undefined, label: string): Html {
  return date === undefined ? html`${label}` : html`<time datetime="${date}">${label}</time>`;
}

/** Returns a headline that links to its article, with the editor's remarks on it. */
export function drawHeadline(entry: ArticleEntry, frame: Frame): Html {
  const shouted = isShouted(entry.headline) && html` class="shouted"`;
  return html`<a href="${frame.link(entry.address)}"${shouted}${languageOf(entry, frame.site, entry.headline)}>${entry.headline}</a>${drawRemarks(entry, frame)}`;
}

/** What a list says of an article besides. */
export interface EntryParts {
  /** Of its row. */
  readonly id?: string;
  readonly above?: Html;
  readonly below?: Html | undefined;
}

/** Returns the row of an article. */
export function drawEntry(entry: ArticleEntry, frame: Frame, parts: EntryParts = {}): Html {
  const language = (text: string): Html | undefined => languageOf(entry, frame.site, text);
  return html`
<li class="entry"${parts.id !== undefined && html` id="${parts.id}"`}>
<p class="when">${drawDate(entry.date, entry.dateLabel)}</p>
<div class="what">
${parts.above}<p class="${isShouted(entry.headline) ? "headline shouted" : "headline"}"${language(entry.headline)}><a href="${frame.link(entry.address)}">${entry.headline}</a></p>
${entry.lede !== undefined && html`<p class="lede"${language(entry.lede)}>${entry.lede}</p>`}${
  entry.publisher !== undefined && html`<p class="publisher"><bdi>${entry.publisher}</bdi></p>`
}${parts.below}${drawRemarks(entry, frame)}</div>
</li>`;
}

/** Returns the editor's correction and note, which stand wherever the article is shown; they may stand among words. */
export function drawRemarks(
  { correction, note }: Pick<ArticleEntry, "note" | "correction">,
  frame: Frame,
): Html | undefined {
  if (correction === undefined && note === undefined) return undefined;
  return html`${drawRemark(frame.say("article.correction"), correction, frame)}${drawRemark(frame.say("article.note"), note, frame)}`;
}

function drawRemark(
  heading: string,
  remark: string | undefined,
  { tell }: Frame,
): Html | undefined {
  if (remark === undefined) return undefined;
  return html` <span class="remark">${tell("remark.line", { heading: html`<b>${tell("remark.heading", { heading })}</b>`, text: html`<bdi>${remark}</bdi>` })}</span>`;
}

/** Returns whether a headline is all capitals; it is then set in small ones, its letters unchanged. */
export function isShouted(headline: string): boolean {
  return /\p{Lu}/u.test(headline) && !/\p{Ll}/u.test(headline);
}
