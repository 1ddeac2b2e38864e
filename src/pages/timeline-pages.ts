/** What do the pages of timelines show: the archive's, and those of people, topics, places and organisations? Stage 6. */
import type { Appearance, EntityKind } from "../model.ts";
import type { Link } from "../page-parts.ts";
import type { TimelineCut, TimelinePage } from "../page-time.ts";
import type { PageContext } from "./context.ts";
import { eventEntry, timelineCut } from "./event-entries.ts";
import { namingPlaces, topicPlaces } from "./event-lookup.ts";
import { type PlannedPage, planOwner } from "./timeline-plan.ts";

/** Fewer events make no timeline. */
const FEWEST = 3;

/** Yields the pages of the archive's timeline. */
export function* timelinePages(context: PageContext): Generator<TimelinePage> {
  for (const planned of context.events.pages) yield drawn(planned, context);
}

/** The timeline of one person, topic, place or organisation. */
export interface OwnTimeline {
  /** What its page shows of it. */
  readonly cut: TimelineCut;
  readonly pages: readonly TimelinePage[];
}

/**
 * Returns the timeline of whatever appears: what happened in sentences that name it, of a topic in those that hold its
 * words or open its articles. Undefined where that is too little for a timeline.
 */
export function ownTimeline(
  kind: EntityKind,
  owner: Required<Link>,
  appearances: readonly Appearance[],
  context: PageContext,
): OwnTimeline | undefined {
  const places = kind === "topic" ? topicPlaces(appearances) : namingPlaces(appearances);
  const { events } = context;
  const told = events.toldBy(places);
  if (told.length < FEWEST) return undefined;
  const planned = planOwner(told, { owner, printed: events.printed });
  return {
    cut: timelineCut(told, `${owner.address}timeline/`, context),
    pages: planned.map((page) => drawn(page, context)),
  };
}

function drawn({ groups, ...page }: PlannedPage, context: PageContext): TimelinePage {
  return {
    kind: "timeline",
    ...page,
    groups: groups.map(({ heading, id, day, events }) => {
      const address = day === undefined ? undefined : context.dayAddress(day);
      return {
        heading,
        id,
        ...(address !== undefined && { address }),
        entries: events.map((event) => eventEntry(event, context)),
      };
    }),
  };
}
