/** Which pages does the timeline of one name have? Stage 6. */
import type { ArchiveEvent } from "../event-model.ts";
import type { Link } from "../page-parts.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { LONGEST_LIST } from "./shelves.ts";
import { groupsOfShelf } from "./timeline-groups.ts";
import {
  expectedIn,
  groupsOfAll,
  headOf,
  latestGroup,
  latestOf,
  type PlannedPage,
  paged,
  pageOf,
  rootPage,
  type TimelineFacts,
} from "./timeline-plan.ts";
import {
  type EventShelf,
  type ShelfHead,
  shelfHead,
  shelfName,
  shelvesOf,
} from "./timeline-shelves.ts";

/** Returns the pages of one name's timeline: one, or, where it is long, one for each year or decade. */
export function planOwner(
  events: readonly ArchiveEvent[],
  { owner, printed, words }: Required<TimelineFacts>,
): readonly PlannedPage[] {
  const shelves = shelvesOf(events, printed);
  const isWhole = events.length <= LONGEST_LIST;
  const [total, expected] = [events.length, expectedIn(events)];
  const root = planOwnRoot({ owner, printed, shelves, total, expected, isWhole, events, words });
  if (isWhole) return root;
  const pages = shelves.flatMap((shelf, index) =>
    planOwnShelf(shelf, {
      owner,
      words,
      previous: shelves[index - 1]?.period,
      next: shelves[index + 1]?.period,
    }),
  );
  return [...root, ...pages];
}

/** One name's timeline as a whole. */
export interface OwnRoot extends Required<TimelineFacts> {
  readonly shelves: readonly ShelfHead[];
  readonly total: number;
  readonly expected: number;
  /** Whether one page has room for all. */
  readonly isWhole: boolean;
  /** All in the order of time, or, where they are too many, the last of them at least. */
  readonly events: readonly ArchiveEvent[];
}

/** Returns the first page of one name's timeline. */
export function planOwnRoot(timeline: OwnRoot): readonly PlannedPage[] {
  const { owner, printed, shelves, total, expected, isWhole, events, words } = timeline;
  const groups = isWhole
    ? groupsOfAll(shelvesOf(events, printed), words)
    : latestGroup(latestOf(events, printed), words);
  return [{ ...rootPage(shelves, { owner, printed, isWhole, words }, groups), total, expected }];
}

/** Returns the pages of a year, a decade or a century of a name, between those before and after it. */
export function planOwnShelf(
  shelf: EventShelf,
  beside: {
    readonly owner: Required<Link>;
    readonly previous: string | undefined;
    readonly next: string | undefined;
    readonly words: InterfaceWords;
  },
): readonly PlannedPage[] {
  const { owner, words } = beside;
  const base = `${owner.address}timeline/`;
  const linkToShelf = (period: string | undefined): Link | undefined => {
    if (period === undefined) return undefined;
    const { part } = shelfHead(period);
    return { name: shelfName({ period }, words), address: `${base}${part}/` };
  };
  const [previous, next] = [linkToShelf(beside.previous), linkToShelf(beside.next)];
  const page = {
    ...pageOf(shelf.events, {
      ...headOf(shelfName(shelf, words), `${base}${shelf.part}/`, { owner, words }),
      scale: shelf.scale,
      up: { name: words.say("timeline.ofName", { name: owner.name }), address: base },
      groups: groupsOfShelf(shelf, words),
    }),
    ...(previous && { previous }),
    ...(next && { next }),
  };
  return paged(page, words);
}
