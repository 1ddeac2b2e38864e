/** What do pages of topics, places and organisations tell beside their lists? For layouts. */
import type { ArticleEntry, CountedLink, Shelf } from "../../src/page-parts.ts";
import type {
  EntryNote,
  EntryNotes,
  KindredTopic,
  NarrowerTopic,
  Peak,
  StartEntry,
} from "../../src/page-subjects.ts";
import { type Html, html } from "../../src/render/html.ts";
import { drawEntry } from "./entries.ts";
import type { Frame } from "./frame.ts";
import { drawMarginNames, drawName } from "./names.ts";
import { drawShelf } from "./shelf.ts";

/** Returns the articles to begin with, each with its reasons; nothing if there are none. */
export function drawStart(start: readonly StartEntry[], frame: Frame): Html | undefined {
  if (start.length === 0) return undefined;
  const rows = start.map(({ article, reasons }) =>
    drawEntry(article, frame, {
      below: html`<p class="reason">${frame.words.capitalised(reasons.join(frame.say("list.semicolon")))}</p>`,
    }),
  );
  return html`<ol class="entries start-here">${rows}
</ol>
`;
}

/** Returns a list of articles, each with the words that put it there, and the parts that have pages of their own. */
export function drawNotedShelf(shelf: Shelf, notes: EntryNotes, frame: Frame): Html {
  return drawShelf(shelf, frame, (entry: ArticleEntry) => drawNote(notes[entry.address], frame));
}

function drawNote(note: EntryNote | undefined, frame: Frame): Html | undefined {
  if (note === undefined) return undefined;
  const { words, byEditor, through, peak } = note;
  const { say, tell } = frame;
  const comma = say("list.comma");
  const links = words.map(
    ({ name, address }, index) =>
      html`${index > 0 && comma}<a class="evidence" href="${frame.link(address)}">${tell("quotes.words", { words: html`<bdi>${name}</bdi>` })}</a>`,
  );
  const inside = through.map(
    (topic, index) => html`${index > 0 && comma}${drawName(topic, frame)}`,
  );
  const reasons = [
    through.length > 0 && tell("subject.through", { topics: html`${inside}` }),
    words.length > 0 && tell("subject.because", { words: html`${links}` }),
    byEditor && html`${say("subject.byEditor")}`,
  ].filter((reason) => reason !== false);
  return html`${
    reasons.length > 0 &&
    html`<p class="reason">${tell("subject.here", { reasons: html`${reasons.map((reason, index) => html`${index > 0 && comma}${reason}`)}` })}</p>`
  }${peak !== undefined && html`<p class="turn">${tell("subject.turningPoint", { label: html`<b>${say("subject.turningPointLabel")}</b>`, peak: drawPeak(peak, frame) })}</p>`}`;
}

/** Returns when a subject filled more of the paper than usual, with what that means. */
export function drawPeaks(peaks: readonly Peak[], name: string, frame: Frame): Html | undefined {
  if (peaks.length === 0) return undefined;
  const items = peaks.map((peak, index) => {
    const label =
      peak.address === undefined
        ? html`${peak.label}`
        : html`<a href="${frame.link(peak.address)}">${peak.label}</a>`;
    return html`${index > 0 && frame.say("list.comma")}<span class="peak-of">${label} <span class="count">${frame.say("subject.peakOf", { count: peak.count, printed: peak.printed })}</span></span>`;
  });
  const unit = (peaks[0]?.period.length ?? 0) > 4 ? "subject.peaksMonth" : "subject.peaksYear";
  return html`<p class="apparatus peaks"><b>${frame.say("subject.turningPointsLabel")}</b> ${items}. ${frame.tell(unit, { name: html`<bdi>${name}</bdi>` })}</p>
`;
}

function drawPeak({ label, count, printed }: Peak, { say }: Frame): Html {
  return html`${say("subject.peak", { period: label, count, printed })}`;
}

/** Returns the topics within a topic, each with how many of its articles are here through it. */
export function drawNarrower(narrower: readonly NarrowerTopic[], frame: Frame): Html | undefined {
  return drawMarginNames(frame.say("heading.within"), narrower, frame, ({ alone }) =>
    alone === 0 ? undefined : html`${frame.say("subject.alone", { count: alone })}`,
  );
}

/** Returns who is quoted, with how often. */
export function drawSpeakers(speakers: readonly CountedLink[], frame: Frame): Html | undefined {
  return drawMarginNames(frame.say("heading.speakers"), speakers, frame);
}

/** Returns the topics that stand beside a topic more often than chance has it. */
export function drawKindred(kindred: readonly KindredTopic[], frame: Frame): Html | undefined {
  return drawMarginNames(
    frame.say("heading.nextTo"),
    kindred,
    frame,
    ({ lift }) => html`${frame.say("subject.lift", { number: times(lift) })}`,
  );
}

/** No finer than the figure is: `1.5`, `4`, `12`. */
function times(lift: number): number {
  return lift < 3 ? Math.round(lift * 2) / 2 : Math.round(lift);
}
