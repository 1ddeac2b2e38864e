/** How does the review list look: what is doubtful, where it stands, and what to type? */
import type { ReviewEntry, ReviewPage, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawPart } from "./parts/columns.ts";
import { drawHeadline } from "./parts/entries.ts";
import { type Frame, frameOf, languageOf } from "./parts/frame.ts";
import { drawMarginNames, drawParts } from "./parts/names.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns a page of the review list. */
export function drawReview(page: ReviewPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const column = page.parts.map(({ id, heading, entries }) =>
    drawPart({
      id,
      heading,
      content: drawEntries(entries, frame),
      count: countOf(heading, page, frame),
    }),
  );
  const main = html`<header class="page-top">
<p class="kicker"><a href="${frame.link("/about/")}">${frame.say("about.title")}</a></p>
<h1>${page.title}</h1>
<p class="standfirst">${summaryOf(page, frame)}</p>
</header>
${drawColumns(html`${column}${drawPages(page, frame)}`, frame, drawMargin(page, frame))}`;
  return drawShell({ page, frame, main });
}

export default pageTemplate("review", drawReview);

/** Of the whole part, which may go on on the next page. */
function countOf(heading: string, { contents }: ReviewPage, { say }: Frame): string {
  const count = contents.find(({ name }) => name === heading)?.count ?? 0;
  return say("count.remarks", { count });
}

function summaryOf({ total, notes, settled }: ReviewPage, { say }: Frame): string {
  const decided = settled > 0 ? ` ${say("review.settled", { count: settled })}` : "";
  if (total + notes === 0) return `${say("review.nothing")}${decided}`;
  const wait =
    notes > 0
      ? say("review.toReviewNotes", {
          count: total,
          notes: say("review.notes", { count: notes }),
        })
      : say("review.toReview", { count: total });
  return `${wait}${decided}`;
}

function drawPages({ pages, page }: ReviewPage, frame: Frame): Html | undefined {
  if (pages.length < 2) return undefined;
  const links = pages.map((link) => ({ ...link, count: 0 }));
  return drawParts(frame.say("shell.pages"), links, frame, frame.number(page));
}

function drawMargin(page: ReviewPage, frame: Frame): Html {
  return html`${drawMarginNames(frame.say("review.inThisList"), page.contents, frame)}<section class="margin-part">
<h2>${frame.say("review.howToSettle")}</h2>
<p>${frame.tell("review.howTo", { review: html`<code>backfile review</code>`, settle: html`<code>backfile review settle</code>` })}</p>
</section>
`;
}

function drawEntries(entries: readonly ReviewEntry[], frame: Frame): Html {
  return html`<ol class="remarks">${entries.map((entry) => drawEntry(entry, frame))}
</ol>
`;
}

function drawEntry(entry: ReviewEntry, frame: Frame): Html {
  const { id, severity, rule, where, message, words, article, touches } = entry;
  const language = article && languageOf(article, frame.site);
  return html`
<li class="proof">
<p class="where"><b>${frame.say(SEVERITIES[severity])}</b> <span class="rule">${rule}</span> <code>${id}</code>${touches !== undefined && html` ${touches}`}</p>
<div>
<p class="message"><span${languageOf(ENGLISH, frame.site)}>${drawMessage(message)}</span>${words !== undefined && html` <q${language}><bdi>${words}</bdi></q>`}</p>
<p class="apparatus"><code>${where}</code>${article && html` ${drawHeadline(article, frame)}`}</p>
${drawWays(entry.ways, frame)}</div></li>`;
}

const SEVERITIES = {
  "set-aside": "review.setAside",
  error: "review.error",
  warning: "review.warning",
  note: "review.note",
} as const;

/** What the program says of a file is English, as its commands are. */
const ENGLISH = { language: "en", direction: "ltr" } as const;

/** A headline in a message may run the other way than the words around it; what is typed is set as such. */
function drawMessage(message: string): readonly Html[] {
  return message.split(/(“[^”]*”|`[^`]*`)/).map((part) => {
    if (part.startsWith("“")) return html`“<bdi>${part.slice(1, -1)}</bdi>”`;
    if (part.startsWith("`")) return html`<code>${part.slice(1, -1)}</code>`;
    return html`${part}`;
  });
}

/** The likeliest way stands open; the others are folded away. */
function drawWays([first, ...others]: readonly string[], { say }: Frame): Html | undefined {
  if (first === undefined) return undefined;
  const summary = say("review.ways", { count: others.length });
  const folded = html`<details><summary>${summary}</summary>
${others.map(drawTyped)}</details>
`;
  return html`${drawTyped(first)}${others.length > 0 && folded}`;
}

function drawTyped(lines: string): Html {
  return html`<pre class="typed" dir="ltr">${lines}</pre>
`;
}
