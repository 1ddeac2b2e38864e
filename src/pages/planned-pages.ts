/** What is planned of a page of a timeline, and how is one whose list is too long cut? Stage 6. */
import type { ArchiveEvent } from "../event-model.ts";
import type { Link } from "../page-parts.ts";
import type { TimelinePage } from "../page-time.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { LONGEST_LIST } from "./shelves.ts";
import type { PlannedGroup } from "./timeline-groups.ts";

/** A page of a timeline before its events are made into rows. */
export interface PlannedPage extends Omit<TimelinePage, "kind" | "groups"> {
  /** What its neighbours call it: `January 2022`. */
  readonly name: string;
  readonly groups: readonly PlannedGroup[];
}

type PageHead = Pick<PlannedPage, "address" | "name" | "title" | "scale" | "groups"> &
  Partial<PlannedPage>;

/** Returns a page with events, counted, and what else is said of it. */
export function pageOf(events: readonly ArchiveEvent[], head: PageHead): PlannedPage {
  return {
    total: events.length,
    expected: expectedIn(events),
    parts: [],
    earlier: [],
    later: [],
    pages: [],
    ...head,
  };
}

/** Returns how many events were only expected. */
export function expectedIn(events: readonly ArchiveEvent[]): number {
  return events.filter(({ outlook }) => outlook === "expected").length;
}

/** Returns where a page stands and what it is called. */
export function headOf(
  name: string,
  address: string,
  { owner, words }: { readonly owner?: Required<Link> | undefined; readonly words: InterfaceWords },
) {
  const title =
    owner === undefined
      ? words.say("timeline.titleOf", { period: name })
      : words.say("timeline.ofNameIn", { name: owner.name, period: name });
  return { address, name, title, ...(owner !== undefined && { owner }) };
}

const ROOT = "/timeline/";

/** Returns where a timeline begins. */
export function rootAddress(owner: Link | undefined): string {
  return owner === undefined ? ROOT : `${owner.address}timeline/`;
}

/** Returns what a timeline is called. */
export function titleOfRoot(owner: Link | undefined, words: InterfaceWords): string {
  return owner === undefined
    ? words.say("timeline.title")
    : words.say("timeline.ofName", { name: owner.name });
}

/** Returns a page, and, where its groups hold too many events, the pages on which the list goes on. */
export function paged(page: PlannedPage, words: InterfaceWords): readonly PlannedPage[] {
  const lists = cutGroups(page.groups);
  if (lists.length < 2) return [page];
  const addressOf = (index: number): string =>
    index === 0 ? page.address : `${page.address}page-${index + 1}/`;
  return lists.map((groups, index) => ({
    ...page,
    address: addressOf(index),
    title:
      index === 0 ? page.title : words.say("index.page", { title: page.title, number: index + 1 }),
    groups,
    parts: index === 0 ? page.parts : [],
    pages: lists.map((_, other) => ({
      name: words.number(other + 1),
      ...(other !== index && { address: addressOf(other) }),
    })),
  }));
}

function cutGroups(groups: readonly PlannedGroup[]): readonly (readonly PlannedGroup[])[] {
  const lists: PlannedGroup[][] = [];
  let room = 0;
  for (const group of groups) {
    let rest = group.events;
    while (rest.length > 0) {
      if (room === 0) {
        lists.push([]);
        room = LONGEST_LIST;
      }
      lists.at(-1)?.push({ ...group, events: rest.slice(0, room) });
      const taken = Math.min(room, rest.length);
      rest = rest.slice(taken);
      room -= taken;
    }
  }
  return lists;
}
