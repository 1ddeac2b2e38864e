/** How is a list of articles drawn that may be too long for one page? For layouts. */
import type { ArticleEntry, Shelf } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { drawBars } from "./bars.ts";
import { drawEntries } from "./entries.ts";
import type { Frame } from "./frame.ts";

/**
 * Returns the articles, and the parts with pages of their own where there are any.
 *
 * @param below Gives what stands below an article.
 */
export function drawShelf(
  shelf: Shelf,
  frame: Frame,
  below?: (entry: ArticleEntry) => Html | undefined,
): Html {
  const parts = shelf.parts.map((part) => ({ ...part, label: part.name }));
  return html`${drawEntries(shelf.entries, frame, below)}${drawBars(parts, frame)}`;
}
