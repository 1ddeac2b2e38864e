/** Which pages are made together, from what, and in which order? Stage 6: groups of pages, by their keys. */
import { chapterKeys, longNames } from "../catalog/chapters.ts";
import { ownMonthKeys, ownShelfKeys } from "../catalog/own-events.ts";
import { periodsOfPrint } from "../catalog/periods.ts";
import { articlePaths } from "../catalog/reading-articles.ts";
import { entityKeys } from "../catalog/reading-entities.ts";
import { keptShelves, putAnniversary, putShelves, putTimeAddresses } from "../catalog/stories.ts";
import { storySlugs } from "../catalog/told.ts";
import type { Entity, EntityKind, FreeText, FrontMatter } from "../model.ts";
import type { FreePage, Page } from "../page-model.ts";
import { daysInMonth } from "../text/dates.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { aboutPage } from "./about-page.ts";
import { articlePageOf } from "./article-pages.ts";
import { chapterPages } from "./chapter-pages.ts";
import { lengthOf, type PeriodLength } from "./chapter-periods.ts";
import type { PageContext } from "./context.ts";
import { homePage } from "./home-page.ts";
import { archiveIndex, indexPages } from "./index-pages.ts";
import { keepRow } from "./index-rows.ts";
import { cutName } from "./name-cuts.ts";
import { anniversariesPage, anniversaryCount, anniversaryPage } from "./on-this-day.ts";
import { keepOwnTimeline, ownMonthPages, ownMonths, ownShelfPages } from "./own-timelines.ts";
import { ENTITY_KINDS } from "./page-addresses.ts";
import { periodPages } from "./period-pages.ts";
import { personPages } from "./person-pages.ts";
import { redirectPages } from "./redirect-pages.ts";
import { reviewPages } from "./review-page.ts";
import { storiesIndex, storyPages } from "./story-pages.ts";
import { subjectPages } from "./subject-pages.ts";
import {
  timelineMonth,
  timelineMonths,
  timelineRoot,
  timelineShelf,
  timelineShelves,
} from "./timeline-pages.ts";
import { keptStory } from "./told-stories.ts";
import { topicPages } from "./topic-pages.ts";

/** Pages that are text and nothing else. */
export interface PlainTexts {
  readonly freeTexts: readonly FreeText[];
  readonly withdrawn: readonly FrontMatter[];
}

/** One kind of group of pages. A group's key is the kind's name, and, where there are several groups, `/` and the part that tells it. */
export interface GroupKind {
  readonly kind: string;
  /** Returns the parts of all groups of the kind. */
  readonly all: (context: PageContext) => Iterable<string>;
  /** Returns the parts of groups that there may be, now or no more, because of what has changed: a cell's name and the rest of it. */
  readonly begotten?: (name: string, rest: string, context: PageContext) => Iterable<string>;
  /** Makes the pages of a group; undefined where what it is about is gone. May put into the catalogue what later kinds read. */
  readonly make: (
    part: string,
    context: PageContext,
    texts: PlainTexts,
  ) => Iterable<Page> | undefined;
  /** Made from texts that the catalogue does not keep. */
  readonly isAlwaysMade?: true;
  /** Made before all others, and mostly without pages of its own: these tell how many others there are. */
  readonly isBefore?: true;
}

const ONE = [""];

/** The kinds of groups, in the order in which they are made: what one puts into the catalogue only later ones read. */
export const GROUP_KINDS: readonly GroupKind[] = [
  {
    kind: "shelves",
    isBefore: true,
    all: () => ONE,
    make(_, context) {
      putShelves(context.database, timelineShelves(context));
      return [];
    },
  },
  {
    kind: "shelf",
    isBefore: true,
    all: ({ database }) => keptShelves(database),
    begotten: (name, rest) => (name === "shelf" ? [rest] : []),
    make(period, context) {
      const { pages, addresses } = timelineShelf(period, context);
      putTimeAddresses(context.database, period, addresses);
      return pages.length > 0 ? pages : undefined;
    },
  },
  {
    kind: "month-of-time",
    isBefore: true,
    all: (context) =>
      keptShelves(context.database)
        .filter(isYear)
        .flatMap((year) => timelineMonths(year, context)),
    begotten(name, rest, context) {
      if (name === "shelf" && isYear(rest)) return timelineMonths(rest, context);
      return name === "time" && rest.length > "2022".length ? [rest] : [];
    },
    make(month, context) {
      const { pages, addresses } = timelineMonth(month, context);
      putTimeAddresses(context.database, month, addresses);
      return pages.length > 0 ? pages : undefined;
    },
  },
  {
    kind: "row",
    isBefore: true,
    all: ({ database }) => entityKeys(database),
    begotten: (name, rest) => (name === "entity" ? [rest] : []),
    make: (part, context) => (keepRow(...kindAndSlug(part), context) ? [] : undefined),
  },
  {
    kind: "cuts",
    isBefore: true,
    all: ({ database }) => entityKeys(database),
    begotten: (name, rest) => (name === "entity" ? [rest] : []),
    make: (part, context) => (cutName(...kindAndSlug(part), context) ? [] : undefined),
  },
  {
    kind: "calendar",
    isBefore: true,
    all: daysOfTheCalendar,
    make(day, context) {
      putAnniversary(context.database, day, anniversaryCount(day, context));
      return [];
    },
  },
  {
    kind: "article",
    all: ({ database }) => articlePaths(database),
    begotten: (name, rest) => (name === "entry" ? [rest] : []),
    make: (path, context) =>
      context.articles.publishedEntry(path) === undefined
        ? undefined
        : [articlePageOf(path, context)],
  },
  // what a year comes to is counted from its months, and these from their days
  chapters(10),
  chapters(7),
  chapters(4),
  {
    kind: "own-timeline",
    all: ({ database }) => longNames(database),
    begotten: (name, rest) => (name === "own-any" ? [rest] : []),
    make(part, context) {
      const [kind, slug] = kindAndSlug(part);
      keepOwnTimeline({ kind, slug }, context);
      return [];
    },
  },
  {
    kind: "own-month",
    all: ({ database }) => ownMonthKeys(database),
    begotten(name, rest, context) {
      if (name !== "own-shelf") return [];
      const [kind, slug] = kindAndSlug(rest);
      const months = ownMonths({ kind, slug }, periodIn(rest), context);
      return months.map((month) => `${kind}/${slug}/${month}`);
    },
    make(part, context) {
      const [kind, slug] = kindAndSlug(part);
      return ownMonthPages({ kind, slug }, periodIn(part), context);
    },
  },
  {
    kind: "own-shelf",
    all: ({ database }) => ownShelfKeys(database),
    begotten: (name, rest) => (name === "own-shelf" ? [rest] : []),
    make(part, context) {
      const [kind, slug] = kindAndSlug(part);
      return ownShelfPages({ kind, slug }, periodIn(part), context);
    },
  },
  {
    kind: "entity",
    all: ({ database }) => entityKeys(database),
    begotten: (name, rest) => (name === "entity" ? [rest] : []),
    make(part, context) {
      const [kind, slug] = kindAndSlug(part);
      const entity = context.names.knownEntity(kind, slug);
      return entity && entityPages(entity, context);
    },
  },
  {
    kind: "story",
    all: ({ database }) => storySlugs(database),
    begotten: (name, rest) => (name === "story" ? [rest] : []),
    make(slug, context) {
      const told = keptStory(slug, context);
      return told && storyPages(told, context);
    },
  },
  {
    kind: "period",
    all: ({ database }) => ["", ...periodsOfPrint(database)],
    begotten: (name, rest) => (name === "has" ? [rest] : []),
    make: periodPages,
  },
  {
    kind: "anniversary",
    all: daysOfTheCalendar,
    make: (day, context) => ifAny(anniversaryPage(day, context)),
  },
  {
    kind: "anniversaries",
    all: () => ONE,
    make: (_, context) => ifAny(anniversariesPage(context)),
  },
  { kind: "timeline", all: () => ONE, make: (_, context) => timelineRoot(context) },
  { kind: "stories", all: () => ONE, make: (_, context) => storiesIndex(context) },
  {
    kind: "index",
    all: () => ENTITY_KINDS,
    // the parts of these groups are no others
    make: (kind, context) => indexPages(kind as EntityKind, context),
  },
  { kind: "archive", all: () => ONE, make: (_, context) => [archiveIndex(context)] },
  { kind: "home", all: () => ONE, make: (_, context) => [homePage(context)] },
  { kind: "search", all: () => ONE, make: (_, context) => [searchPage(context)] },
  { kind: "review", all: () => ONE, make: (_, context) => reviewPages(context) },
  { kind: "redirects", all: () => ONE, make: (_, context) => redirectPages(context) },
  {
    kind: "about",
    all: () => ONE,
    make: (_, context, { freeTexts }) => [aboutPage(context, freeTexts.find(isAbout)?.text)],
    isAlwaysMade: true,
  },
  {
    kind: "texts",
    all: () => ONE,
    make: (_, context, texts) => textPages(texts, context),
    isAlwaysMade: true,
  },
];

/** The groups of the years (4), months (7) or days (10) of long names, each `person/ilse-okafor/2019-03`. */
function chapters(length: PeriodLength): GroupKind {
  return {
    kind: `chapter-${length}`,
    all: ({ database }) => chapterKeys(database, length),
    begotten: (name, rest) =>
      name === "chapter" && lengthOf(periodIn(rest)) === length ? [rest] : [],
    make(part, context) {
      const [kind, slug] = kindAndSlug(part);
      const entity = context.names.knownEntity(kind, slug);
      return entity && chapterPages(entity, periodIn(part), context);
    },
  };
}

function periodIn(part: string): string {
  return part.split("/")[2] ?? "";
}

/** Of a shelf of the timeline. */
function isYear(period: string): boolean {
  return period.length === "2022".length;
}

/** `person/ilse-okafor`. */
function kindAndSlug(part: string): [EntityKind, string] {
  const [kind = "", slug = ""] = part.split("/");
  // the keys of entities begin with their kind
  return [kind as EntityKind, slug];
}

function* entityPages(entity: Entity, context: PageContext): Generator<Page> {
  const { kind, hasPage } = entity;
  if (!hasPage) return;
  if (kind === "person") yield* personPages(entity, context);
  else if (kind === "topic") yield* topicPages(entity, context);
  else yield* subjectPages(entity, kind, context);
}

/** In a leap year. */
function daysOfTheCalendar(): readonly string[] {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
  return months.flatMap((month) =>
    Array.from(
      { length: daysInMonth(`2000-${month}`) },
      (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`,
    ),
  );
}

function ifAny(page: Page | undefined): readonly Page[] {
  return page === undefined ? [] : [page];
}

function searchPage(context: PageContext): Page {
  const articles = context.print.printedIn("");
  return {
    kind: "search",
    address: "/search/",
    title: context.words.say("search.title"),
    articles,
  };
}

function isAbout({ slug }: FreeText): boolean {
  return slug === "about";
}

function* textPages(
  { freeTexts, withdrawn }: PlainTexts,
  { words }: PageContext,
): Generator<FreePage> {
  for (const free of freeTexts) if (!isAbout(free)) yield freePage(free);
  for (const front of withdrawn) yield tombstone(front, words);
  yield notFound(words);
}

function notFound(words: InterfaceWords): FreePage {
  return {
    kind: "free",
    address: "/404.html",
    title: words.say("missing.title"),
    unlisted: true,
    text: words.say("missing.text"),
  };
}

function freePage({ slug, title, text }: FreeText): FreePage {
  return { kind: "free", address: `/${slug}/`, title, text };
}

/** What is left of a withdrawn article: that it was here, and the editor's reason. */
function tombstone({ address, withdrawn = "" }: FrontMatter, words: InterfaceWords): FreePage {
  return {
    kind: "free",
    address,
    title: words.say("missing.withdrawn"),
    text: words.say("missing.withdrawnText", { reason: withdrawn }),
  };
}
