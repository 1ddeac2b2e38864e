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
import { counted, withCommas } from "./counts.ts";
import { drawEntry } from "./entries.ts";
import type { Frame } from "./frame.ts";
import { drawMarginNames, drawName } from "./names.ts";
import { drawShelf } from "./shelf.ts";

/** Returns the articles to begin with, each with its reasons; nothing if there are none. */
export function drawStart(start: readonly StartEntry[], frame: Frame): Html | undefined {
  if (start.length === 0) return undefined;
  const rows = start.map(({ article, reasons }) =>
    drawEntry(article, frame, {
      below: html`<p class="reason">${capitalised(reasons.join("; "))}</p>`,
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
  const links = words.map(
    ({ name, address }, index) =>
      html`${index > 0 && ", "}<a class="evidence" href="${frame.link(address)}">“<bdi>${name}</bdi>”</a>`,
  );
  const inside = through.map((topic, index) => html`${index > 0 && ", "}${drawName(topic, frame)}`);
  const reasons = [
    through.length > 0 && html`through ${inside}`,
    words.length > 0 && html`because of ${links}`,
    byEditor && html`put here by the editor`,
  ].filter((reason) => reason !== false);
  return html`${
    reasons.length > 0 &&
    html`<p class="reason">Here ${reasons.map((reason, index) => html`${index > 0 && ", "}${reason}`)}</p>`
  }${peak !== undefined && html`<p class="turn"><b>Turning point:</b> ${drawPeak(peak)} begins here</p>`}`;
}

/** Returns when a subject filled more of the paper than usual, with what that means. */
export function drawPeaks(peaks: readonly Peak[], name: string, frame: Frame): Html | undefined {
  if (peaks.length === 0) return undefined;
  const items = peaks.map((peak, index) => {
    const label =
      peak.address === undefined
        ? html`${peak.label}`
        : html`<a href="${frame.link(peak.address)}">${peak.label}</a>`;
    return html`${index > 0 && ", "}<span class="peak-of">${label} <span class="count">${withCommas(peak.count)} of ${withCommas(peak.printed)}</span></span>`;
  });
  const unit = (peaks[0]?.period.length ?? 0) > 4 ? "month" : "year";
  return html`<p class="apparatus peaks"><b>Turning points:</b> ${items}. A ${unit} is one when <bdi>${name}</bdi> has four articles or more in it, and about twice its usual share of all that was printed.</p>
`;
}

function drawPeak({ label, count, printed }: Peak): Html {
  return html`${label}, with ${withCommas(count)} of the ${counted(printed, "article")} printed in it,`;
}

/** Returns the topics within a topic, each with how many of its articles are here through it. */
export function drawNarrower(narrower: readonly NarrowerTopic[], frame: Frame): Html | undefined {
  return drawMarginNames("Within it", narrower, frame, ({ alone }) =>
    alone === 0 ? undefined : html`${withCommas(alone)} of them through it alone`,
  );
}

/** Returns who is quoted, with how often. */
export function drawSpeakers(speakers: readonly CountedLink[], frame: Frame): Html | undefined {
  return drawMarginNames("Who speaks", speakers, frame);
}

/** Returns the topics that stand beside a topic more often than chance has it. */
export function drawKindred(kindred: readonly KindredTopic[], frame: Frame): Html | undefined {
  return drawMarginNames(
    "Next to it",
    kindred,
    frame,
    ({ lift }) => html`about ${times(lift)} times as often as elsewhere`,
  );
}

/** No finer than the figure is: `1.5`, `4`, `12`. */
function times(lift: number): string {
  return String(lift < 3 ? Math.round(lift * 2) / 2 : Math.round(lift));
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
