/** What do the pages of timelines show: the archive's, and those of people, topics, places and organisations? Stage 6. */
import type { ArchiveEvent } from "../event-model.ts";
import type { Appearance, EntityKind } from "../model.ts";
import type { Link } from "../page-parts.ts";
import type { TimelineCut, TimelinePage } from "../page-time.ts";
import { entityAddress, type PageContext } from "./context.ts";
import { eventEntry, timelineCut } from "./event-entries.ts";
import { namingPlaces, topicPlaces } from "./event-lookup.ts";
import { type PlannedPage, planOwner } from "./timeline-plan.ts";
import { appearancesWithin } from "./topic-tree.ts";

/** Fewer events make no timeline. */
const FEWEST = 3;

/** Yields the pages of the archive's timeline. */
export function* timelinePages(context: PageContext): Generator<TimelinePage> {
  for (const planned of context.events.pages) yield drawn(planned, context);
}

const KINDS = ["person", "topic", "place", "organisation"] as const;

/** Yields the pages of the timelines of single people, topics, places and organisations. */
export function* ownTimelinePages(context: PageContext): Generator<TimelinePage> {
  const { printed } = context.events;
  for (const kind of KINDS) {
    for (const entity of context.catalogue.entities(kind)) {
      if (!entity.hasPage) continue;
      const { name, slug } = entity;
      const appearances = appearancesWithin(entity, context);
      const events = ownEvents(kind, appearances, context);
      if (events.length < FEWEST) continue;
      const owner = { name, address: entityAddress(kind, slug) };
      for (const page of planOwner(events, { owner, printed })) yield drawn(page, context);
    }
  }
}

/**
 * Returns what the page of an entity shows of its timeline: what happened in sentences that name it, of a topic in those that hold its
 * words or open its articles. Nothing where that is too little for a timeline.
 */
export function timelineCutOf(
  kind: EntityKind,
  owner: Required<Link>,
  appearances: readonly Appearance[],
  context: PageContext,
): { readonly timeline?: TimelineCut } {
  const events = ownEvents(kind, appearances, context);
  if (events.length < FEWEST) return {};
  return { timeline: timelineCut(events, `${owner.address}timeline/`, context) };
}

function ownEvents(
  kind: EntityKind,
  appearances: readonly Appearance[],
  context: PageContext,
): readonly ArchiveEvent[] {
  const places = kind === "topic" ? topicPlaces(appearances) : namingPlaces(appearances);
  return context.events.toldBy(places);
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
