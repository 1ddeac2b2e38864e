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

/** A part of a page below a heading. */
export interface PagePart {
  readonly heading: string;
  /** Without content the part is left out. */
  readonly content: Html | undefined;
  /** How much there is of it, such as `3 quotations`. */
  readonly count?: string;
}

/** Returns a part of a page with its heading, or nothing without content. */
export function drawPart({ heading, content, count }: PagePart): Html | undefined {
  if (content === undefined) return undefined;
  return html`<section class="part" id="${idOf(heading)}">
<h2>${heading}${count !== undefined && html` <span class="count">${count}</span>`}</h2>
${content}</section>
`;
}

/** Returns a line of links to the parts that have content, if there are several. */
export function drawContents(parts: readonly PagePart[]): Html | undefined {
  const present = parts.filter((part) => part.content !== undefined);
  if (present.length < 2) return undefined;
  const items = present.map(
    ({ heading, count }) =>
      html`<li><a href="#${idOf(heading)}">${heading}</a>${count !== undefined && html` <span class="count">${count}</span>`}</li>`,
  );
  return html`<nav class="contents" aria-label="On this page"><ul>${items}</ul></nav>
`;
}

function idOf(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z]+/g, "-");
}
