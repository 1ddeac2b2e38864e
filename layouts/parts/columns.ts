/** How does a page stand in its two columns, and its parts below headings? For layouts. */
import { type Html, html } from "../../src/render/html.ts";
import type { Frame } from "./frame.ts";

/** Returns the text column and the margin column beside it; the margin folds below on a small screen. */
export function drawColumns(column: Html, { say }: Frame, margin?: Html): Html {
  return html`<div class="columns">
<div class="column">
${column}</div>
${margin !== undefined && html`<aside class="margin" aria-label="${say("shell.margin")}">\n${margin}</aside>\n`}</div>
`;
}

/** A part of a page below a heading. */
export interface PagePart {
  /** Of its section: addresses end with it, in every language. */
  readonly id: string;
  readonly heading: string;
  /** Without content the part is left out. */
  readonly content: Html | undefined;
  /** How much there is of it, such as `3 quotations`. */
  readonly count?: string;
}

/** Returns a part of a page with its heading, or nothing without content. */
export function drawPart({ id, heading, content, count }: PagePart): Html | undefined {
  if (content === undefined) return undefined;
  return html`<section class="part" id="${id}">
<h2>${heading}${count !== undefined && html` <span class="count">${count}</span>`}</h2>
${content}</section>
`;
}

/** Returns a line of links to the parts that have content, if there are several. */
export function drawContents(parts: readonly PagePart[], { say }: Frame): Html | undefined {
  const present = parts.filter((part) => part.content !== undefined);
  if (present.length < 2) return undefined;
  const items = present.map(
    ({ id, heading, count }) =>
      html`<li><a href="#${id}">${heading}</a>${count !== undefined && html` <span class="count">${count}</span>`}</li>`,
  );
  return html`<nav class="contents" aria-label="${say("shell.onThisPage")}"><ul>${items}</ul></nav>
`;
}
