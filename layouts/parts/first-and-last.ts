/** How is it said from when to when somebody or something is named? For layouts. */
import type { ArticleEntry } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { dayWord } from "./counts.ts";
import type { Frame } from "./frame.ts";

/** Returns `First named on 2 March 2019, last in 2022.`, each linked to its article. */
export function drawFirstAndLast(first: ArticleEntry, last: ArticleEntry, frame: Frame): Html {
  return html`First named ${drawWhen(first, frame)}, last ${drawWhen(last, frame)}.`;
}

function drawWhen({ date, dateLabel, address }: ArticleEntry, frame: Frame): Html {
  const when = date === undefined ? "in an undated article" : `${dayWord(date)} ${dateLabel}`;
  return html`<a href="${frame.link(address)}">${when}</a>`;
}
