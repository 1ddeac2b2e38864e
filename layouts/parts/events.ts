/** How is drawn what happened when, with the sentence that tells of it? For layouts. */
import type { Portion, SentenceEntry } from "../../src/page-parts.ts";
import type { EventEntry } from "../../src/page-time.ts";
import { type Html, html } from "../../src/render/html.ts";
import { drawHeadline } from "./entries.ts";
import { drawArticle, drawWhere, drawWords } from "./evidence.ts";
import { type Frame, languageOf } from "./frame.ts";

/**
 * Returns events in the order given: when, the sentence with its words of time in bold, where it was printed, and in which other
 * articles the same is told. Of an event at the time `under` which it stands the time is not said again.
 */
export function drawEvents(
  events: readonly EventEntry[],
  frame: Frame,
  under?: string,
): Html | undefined {
  if (events.length === 0) return undefined;
  return html`<ol class="rows events">${events.map((event) => drawEvent(event, frame, under))}
</ol>
`;
}

/** Returns the first events of a list, and, where they are not all, how many there are and where they stand, if anywhere. */
export function drawEventPortion(
  { shown, total }: Portion<EventEntry>,
  frame: Frame,
  options: { readonly under?: string; readonly rest?: string | undefined } = {},
): Html | undefined {
  const rows = drawEvents(shown, frame, options.under);
  if (rows === undefined || total === shown.length) return rows;
  const all =
    options.rest === undefined
      ? html`${frame.say("cut.events", { shown: shown.length, count: total })}`
      : html`<a href="${frame.link(options.rest)}">${frame.say("cut.eventsInTimeline", { count: total })}</a>`;
  return html`${rows}<p class="apparatus">${all}</p>
`;
}

function drawEvent(event: EventEntry, frame: Frame, under: string | undefined): Html {
  const { sentence, outlook, when, value } = event;
  return html`
<li class="row event ${outlook}" data-value="${value}">
<p class="where">${drawWhen(event, when === under, frame)}${drawWhere(sentence, frame)}</p>
<div class="what">
<p class="passage"${languageOf(sentence.article, frame.site, sentence.text)}>${drawWords(sentence)}</p>
${drawArticle(sentence.article, frame)}${drawOthers(event, frame)}</div>
</li>`;
}

function drawWhen({ when, outlook }: EventEntry, isSaid: boolean, { say }: Frame): Html {
  const expected =
    outlook === "expected" && html`<span class="doubt">${say("timeline.expected")}</span> `;
  return html`${expected}${!isSaid && html`<span class="when">${when}</span> `}`;
}

/** More than these are folded. */
const OPEN_OTHERS = 2;

function drawOthers({ also }: EventEntry, frame: Frame): Html | undefined {
  if (also.total === 0) return undefined;
  const items = also.shown.map(
    (sentence) => html`
<li>${drawOther(sentence, frame)}</li>`,
  );
  const left = also.total - also.shown.length;
  const list = html`<ul>${items}${
    left > 0 &&
    html`
<li class="apparatus">${frame.say("timeline.andMore", { count: left })}</li>`
  }
</ul>`;
  if (also.total <= OPEN_OTHERS)
    return html`<div class="also"><span class="apparatus">${frame.say("timeline.alsoInColon", { count: also.total })}</span>
${list}</div>
`;
  return html`<details class="also"><summary>${frame.say("timeline.alsoIn", { count: also.total })}</summary>
${list}
</details>
`;
}

function drawOther(sentence: SentenceEntry, frame: Frame): Html {
  const { article, address } = sentence;
  return html`${drawHeadline({ ...article, address }, frame)} <span class="apparatus">${article.dateLabel}</span>`;
}
