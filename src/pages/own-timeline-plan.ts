/** Which pages does the timeline of one name have? Stage 6. */
import type { ArchiveEvent } from "../event-model.ts";
import { expectedIn, type PlannedPage } from "./planned-pages.ts";
import { planShelf, planYearWithMonths } from "./shelf-plan.ts";
import { LONGEST_LIST } from "./shelves.ts";
import {
  groupsOfAll,
  latestGroup,
  latestOf,
  rootPage,
  type TimelineFacts,
} from "./timeline-plan.ts";
import { type ShelfHead, shelvesOf } from "./timeline-shelves.ts";

/** Returns the pages of one name's timeline: one, or, where it is long, one for each year or decade, and for each month of a year that is long. */
export function planOwner(
  events: readonly ArchiveEvent[],
  { owner, printed, words }: Required<TimelineFacts>,
): readonly PlannedPage[] {
  const shelves = shelvesOf(events, printed);
  const isWhole = events.length <= LONGEST_LIST;
  const [total, expected] = [events.length, expectedIn(events)];
  const root = planOwnRoot({ owner, printed, shelves, total, expected, isWhole, events, words });
  if (isWhole) return root;
  const pages = shelves.flatMap((shelf, index) => {
    const beside = {
      owner,
      words,
      previous: shelves[index - 1]?.period,
      next: shelves[index + 1]?.period,
    };
    return isCut(shelf) ? planYearWithMonths(shelf, beside) : planShelf(shelf, beside);
  });
  return [...root, ...pages];
}

/** Returns whether a shelf is a year whose months have pages, for one page has no room for all of it. */
export function isCut({ scale, count }: Pick<ShelfHead, "scale" | "count">): boolean {
  return scale === "year" && count > LONGEST_LIST;
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
