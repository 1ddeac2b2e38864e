/** How does the review list look: what is doubtful, where it stands, and what to type? */
import type { ReviewEntry, ReviewPage, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns, drawPart } from "./parts/columns.ts";
import { counted } from "./parts/counts.ts";
import { drawHeadline } from "./parts/entries.ts";
import { type Frame, frameOf, languageOf } from "./parts/frame.ts";
import { drawMarginNames, drawParts } from "./parts/names.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns a page of the review list. */
export function drawReview(page: ReviewPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const column = page.parts.map(({ heading, entries }) =>
    drawPart({ heading, content: drawEntries(entries, frame), count: countOf(heading, page) }),
  );
  const main = html`<header class="page-top">
<p class="kicker"><a href="${frame.link("/about/")}">About this archive</a></p>
<h1>${page.title}</h1>
<p class="standfirst">${summaryOf(page)}</p>
</header>
${drawColumns(html`${column}${drawPages(page, frame)}`, drawMargin(page, frame))}`;
  return drawShell({ page, frame, main });
}

export default pageTemplate("review", drawReview);

/** Of the whole part, which may go on on the next page. */
function countOf(heading: string, { contents }: ReviewPage): string {
  return counted(contents.find(({ name }) => name === heading)?.count ?? 0, "remark");
}

function summaryOf({ total, notes, settled }: ReviewPage): string {
  const forTheRecord = notes > 0 ? `, and ${counted(notes, "note")} for the record` : "";
  const decided = settled > 0 ? ` ${counted(settled, "remark")} settled by the editor.` : "";
  const wait = `${counted(total, "remark")} to review${forTheRecord}.`;
  return total + notes === 0 ? `Nothing waits for the editor.${decided}` : `${wait}${decided}`;
}

function drawPages({ pages, page }: ReviewPage, frame: Frame): Html | undefined {
  if (pages.length < 2) return undefined;
  const links = pages.map((link) => ({ ...link, count: 0 }));
  return drawParts("Pages", links, frame, String(page));
}

function drawMargin(page: ReviewPage, frame: Frame): Html {
  return html`${drawMarginNames("In this list", page.contents, frame)}<section class="margin-part">
<h2>How to settle one</h2>
<p>Type what stands below the remark, in a terminal or into the file that the first line names, and build again. <code>backfile review</code> prints this list; <code>backfile review settle</code> and a remark’s number let it stand.</p>
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
<p class="where"><b>${SEVERITIES[severity]}</b> <span class="rule">${rule}</span> <code>${id}</code>${touches !== undefined && html` ${touches}`}</p>
<div>
<p class="message">${drawMessage(message)}${words !== undefined && html` <q${language}><bdi>${words}</bdi></q>`}</p>
<p class="apparatus"><code dir="ltr">${where}</code>${article && html` ${drawHeadline(article, frame)}`}</p>
${drawWays(entry.ways)}</div></li>`;
}

const SEVERITIES: Readonly<Record<ReviewEntry["severity"], string>> = {
  "set-aside": "Set aside",
  error: "Error",
  warning: "Doubtful",
  note: "Note",
};

/** A headline in a message may run the other way than the words around it; what is typed is set as such. */
function drawMessage(message: string): readonly Html[] {
  return message.split(/(“[^”]*”|`[^`]*`)/).map((part) => {
    if (part.startsWith("“")) return html`“<bdi>${part.slice(1, -1)}</bdi>”`;
    if (part.startsWith("`")) return html`<code>${part.slice(1, -1)}</code>`;
    return html`${part}`;
  });
}

/** The likeliest way stands open; the others are folded away. */
function drawWays([first, ...others]: readonly string[]): Html | undefined {
  if (first === undefined) return undefined;
  const summary = others.length === 1 ? "another way" : `${others.length} other ways`;
  const folded = html`<details><summary>${summary}</summary>
${others.map(drawTyped)}</details>
`;
  return html`${drawTyped(first)}${others.length > 0 && folded}`;
}

function drawTyped(lines: string): Html {
  return html`<pre class="typed" dir="ltr">${lines}</pre>
`;
}
