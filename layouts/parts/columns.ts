/** How does a page stand in its two columns, and its parts below headings? For layouts. */
import { type Html, html } from "../../src/render/html.ts";

/** Returns the text column and the margin column beside it; the margin folds below on a small screen. */
export function drawColumns(column: Html, margin?: Html): Html {
  return html`<div class="columns">
<div class="column">
${column}</div>
${margin !== undefined && html`<aside class="margin" aria-label="In the margin">\n${margin}</aside>\n`}</div>
`;
}

/** Returns a part of a page with its heading and how many things are in it, or nothing without content. */
export function drawSection(
  heading: string,
  content: Html | undefined,
  count?: string,
): Html | undefined {
  if (content === undefined) return undefined;
  return html`<section class="part">
<h2>${heading}${count !== undefined && html` <span class="count">${count}</span>`}</h2>
${content}</section>
`;
}
