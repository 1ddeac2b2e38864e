/** What does the page of a person, topic, place or organisation show of its timeline? For layouts. */
import type { TimelineCut } from "../../src/page-time.ts";
import { html } from "../../src/render/html.ts";
import type { PagePart } from "./columns.ts";
import { drawEvents } from "./events.ts";
import type { Frame } from "./frame.ts";

/** Returns the part "What happened when" with the latest events and the way to all; without content where there is no timeline. */
export function timelinePart(timeline: TimelineCut | undefined, frame: Frame): PagePart {
  const heading = frame.say("heading.whatHappened");
  const id = "what-happened-when";
  if (timeline === undefined) return { id, heading, content: undefined };
  const { entries, address } = timeline;
  const all =
    entries.total > entries.shown.length
      ? frame.say("cut.timeline", { shown: entries.shown.length, count: entries.total })
      : frame.say("cut.timelineSame");
  const content = html`${drawEvents(entries.shown, frame)}<p class="apparatus"><a href="${frame.link(address)}">${all}</a></p>
`;
  return {
    id,
    heading,
    content,
    count: frame.say("count.events", { count: entries.total }),
  };
}
