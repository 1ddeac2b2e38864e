/** How does the page of a name show the editor's corrections and notes before all else? For layouts. */
import type { ArticleEntry, Portion } from "../../src/page-parts.ts";
import { html } from "../../src/render/html.ts";
import type { PagePart } from "./columns.ts";
import { drawEntries } from "./entries.ts";
import type { Frame } from "./frame.ts";

/** Returns the part of a page that lists the articles on which the editor has remarked; without content if there are none. */
export function remarkedPart({ shown, total }: Portion<ArticleEntry>, frame: Frame): PagePart {
  const isCorrected = shown.some(({ correction }) => correction !== undefined);
  const isNoted = shown.some(({ note }) => note !== undefined);
  const [id, heading] = !isNoted
    ? (["corrections", "heading.corrections"] as const)
    : isCorrected
      ? (["corrections-and-notes", "heading.correctionsAndNotes"] as const)
      : (["editor-s-notes", "heading.notes"] as const);
  const entries = drawEntries(shown, frame);
  const left =
    total > shown.length &&
    html`<p class="apparatus">${frame.say("cut.remarked", { shown: shown.length, count: total })}</p>
`;
  return {
    id,
    heading: frame.say(heading),
    content: entries && html`${entries}${left}`,
    count: frame.say("count.articles", { count: total }),
  };
}
