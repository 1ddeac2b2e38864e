/** How is it said from when to when somebody or something is named? For layouts. */
import type { ArticleEntry } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { isWholeDay } from "./evidence.ts";
import type { Frame } from "./frame.ts";

/** Returns `First named on 2 March 2019, last in 2022.`, each linked to its article. */
export function drawFirstAndLast(first: ArticleEntry, last: ArticleEntry, frame: Frame): Html {
  return frame.tell("named.firstAndLast", {
    first: drawWhen(first, frame),
    last: drawWhen(last, frame),
  });
}

function drawWhen({ date, dateLabel, address }: ArticleEntry, frame: Frame): Html {
  const when =
    date === undefined
      ? frame.say("named.undated")
      : frame.say(isWholeDay(date) ? "named.onDay" : "named.inMonth", { date: dateLabel });
  return html`<a href="${frame.link(address)}">${when}</a>`;
}
