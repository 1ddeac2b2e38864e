/** How does an event stand in a list? Stage 6. */
import type { ArchiveEvent, EventReport } from "../event-model.ts";
import type { SentenceEntry } from "../page-parts.ts";
import type { EventEntry, TimelineCut } from "../page-time.ts";
import { timeInWords } from "../text/interface-times.ts";
import { type PageContext, sentenceEntry } from "./context.ts";

/** Other articles that tell of the same are counted; so many of them are named. */
const MOST_OTHERS = 10;
/** Rows of a timeline on the page of whose it is. */
const MOST_IN_CUT = 8;

/** Returns the row of an event: its earliest report, and the other articles that tell of it. */
export function eventEntry(event: ArchiveEvent, context: PageContext): EventEntry {
  const [lead, ...others] = event.reports;
  const inArticles = new Map<string, EventReport>();
  for (const report of others)
    if (report.article !== lead.article && !inArticles.has(report.article))
      inArticles.set(report.article, report);
  const also = [...inArticles.values()].slice(0, MOST_OTHERS);
  return {
    when: timeInWords(event.value, context.words) ?? event.value,
    value: event.value,
    outlook: event.outlook,
    sentence: reported(lead, context),
    also: { shown: also.map((report) => reported(report, context)), total: inArticles.size },
  };
}

/**
 * Returns the end of a timeline for the page of whose it is: the latest events of which at least the month is known, before others,
 * in the order of time.
 *
 * @param events All, or the last of them.
 * @param timeline Where it stands, and how many events it has.
 */
export function timelineCut(
  events: readonly ArchiveEvent[],
  timeline: { readonly address: string; readonly total: number },
  context: PageContext,
): TimelineCut {
  const { address, total } = timeline;
  const exact = events.filter(({ period }) => period.length > 4);
  const coarse = events.filter(({ period }) => period.length <= 4);
  const latest = new Set([...coarse, ...exact].slice(-MOST_IN_CUT));
  const shown = events.filter((event) => latest.has(event));
  const entries = { shown: shown.map((event) => eventEntry(event, context)), total };
  return { address, entries };
}

function reported({ article, sentence }: EventReport, context: PageContext): SentenceEntry {
  return sentenceEntry(context.articles.cited(article), sentence);
}
