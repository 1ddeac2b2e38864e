/** What does the page of a person, topic, place or organisation show of its timeline? For layouts. */
import type { TimelineCut } from "../../src/page-time.ts";
import { html } from "../../src/render/html.ts";
import type { PagePart } from "./columns.ts";
import { counted } from "./counts.ts";
import { drawEvents } from "./events.ts";
import type { Frame } from "./frame.ts";

/** Returns the part "What happened when" with the latest events and the way to all; without content where there is no timeline. */
export function timelinePart(timeline: TimelineCut | undefined, frame: Frame): PagePart {
  const heading = "What happened when";
  if (timeline === undefined) return { heading, content: undefined };
  const { entries, address } = timeline;
  const all =
    entries.total > entries.shown.length
      ? `The latest ${entries.shown.length} of ${counted(entries.total, "event")}; the whole timeline`
      : "The same as a timeline";
  const content = html`${drawEvents(entries.shown, frame)}<p class="apparatus"><a href="${frame.link(address)}">${all}</a></p>
`;
  return { heading, content, count: counted(entries.total, "event") };
}
