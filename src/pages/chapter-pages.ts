/** What do the pages of the years, months and days of a long name show? Stage 6. */
import { type Chapter, putSum } from "../catalog/chapters.ts";
import type { Entity } from "../model.ts";
import type { ChapterPage, Page, ShelfPage } from "../page-model.ts";
import type { Link } from "../page-parts.ts";
import type { Peak } from "../page-subjects.ts";
import { chapterAddress, isUndated, labelOf, lengthOf, statedIn } from "./chapter-periods.ts";
import type { PageContext } from "./context.ts";
import { findingsOf, type Listing, OF_PERSON, OF_SUBJECT, OF_TOPIC } from "./findings.ts";
import { sumOf } from "./name-sums.ts";
import { keepOwnEvents } from "./own-timelines.ts";
import { entityAddress } from "./page-addresses.ts";
import { shelveByHundred } from "./shelves.ts";
import { foundIn, linksTo, sumOfChapters } from "./telling.ts";
import { TopicNotes } from "./topic-notes.ts";

/** A year, month or day of a name that is told. */
interface ToldChapter {
  readonly entity: Entity;
  readonly chapter: Chapter;
  readonly context: PageContext;
}

/** Returns the pages of a chapter, and puts into the catalogue what it comes to; undefined where the name has none of that period. */
export function chapterPages(
  entity: Entity,
  period: string,
  context: PageContext,
): readonly Page[] | undefined {
  const chapter = context.names.chapter(entity, period);
  if (chapter === undefined) return undefined;
  const telling = { entity, chapter, context };
  const { pages, sum } = entity.kind === "topic" ? topicChapter(telling) : nameChapter(telling);
  putSum(context.database, entity, period, sum);
  return pages;
}

function listingOf({ kind }: Entity): Listing {
  if (kind === "person") return OF_PERSON;
  return kind === "topic" ? OF_TOPIC : OF_SUBJECT;
}

function nameChapter(telling: ToldChapter) {
  const { entity, chapter, context } = telling;
  const { before, after } = context.names.besideChapter(entity, chapter);
  const linkTo = (to: string): Link => ({
    name: labelOf(to, context.words),
    address: addressIn(telling, to),
  });
  const { sum, found, inside } = contentOf(telling);
  const { said, saidAbout, mentioned, entries } = findingsOf(found.map((one) => one.found));
  const page: ChapterPage = {
    kind: "chapter",
    address: addressIn(telling, chapter.period),
    title: context.words.say("chapter.title", {
      name: entity.name,
      period: labelOf(chapter.period, context.words),
    }),
    parent: parentOf(telling, (above) => labelOf(above, context.words)),
    ...(after !== undefined && { next: linkTo(after) }),
    ...(before !== undefined && { previous: linkTo(before) }),
    isSpeaker: listingOf(entity).isSpeaker,
    said: { shown: said, total: sum.saidFirst.total + sum.said.total },
    saidAbout: { shown: saidAbout, total: sum.saidAbout.total },
    mentioned: { shown: mentioned, total: sum.mentioned.total },
    articles: {
      total: sum.articles,
      entries,
      parts: linksTo(entity, inside, context.words).reverse(),
    },
  };
  return { pages: [page], sum };
}

function topicChapter(telling: ToldChapter) {
  const { entity, chapter, context } = telling;
  const { period } = chapter;
  const { sum, found, inside } = contentOf(telling);
  const articles = found.toReversed();
  // `cutName` put them in
  const peaks = (context.names.chapter(entity, "")?.peaks ?? []) as readonly Peak[];
  const notes = new TopicNotes(articles, peaks, context);
  const address = addressIn(telling, period);
  const title = topicTitle(telling, period);
  const { shelf, pages } = shelveByHundred(
    articles.map((one) => one.found.entry),
    {
      owner: { name: title, address },
      below: address,
      title: (part) => context.words.say("chapter.part", { title, part }),
      words: context.words,
      notesOf: (entries) => notes.of(entries),
    },
  );
  const page: ShelfPage = {
    kind: "shelf",
    address,
    title,
    parent: parentOf(telling, (above) => topicTitle(telling, above)),
    shelf: chapter.isCut
      ? { total: sum.articles, entries: [], parts: linksTo(entity, inside, context.words, peaks) }
      : shelf,
    notes: notes.of(shelf.entries),
  };
  return { pages: [page, ...pages], sum };
}

/** The articles of a chapter, newest first, or, where it is cut, its parts, in the order of time. */
function contentOf({ entity, chapter, context }: ToldChapter) {
  const listing = listingOf(entity);
  if (!chapter.isCut) {
    const found = foundIn(entity, { period: chapter.period }, listing, context);
    const oldestFirst = found.map(({ appearance }) => appearance).reverse();
    keepOwnEvents(entity, chapter.period, oldestFirst, context);
    return { sum: sumOf(found, listing, context), found, inside: [] };
  }
  keepOwnEvents(entity, chapter.period, [], context);
  const inside = context.names.chaptersIn(entity, chapter.period);
  const periods = inside.map(({ period }) => period);
  return { sum: sumOfChapters(entity, periods, context), found: [], inside };
}

function addressIn({ entity: { kind, slug } }: ToldChapter, period: string): string {
  return chapterAddress(entityAddress(kind, slug), period);
}

/** The page that links to the chapter. */
function parentOf(telling: ToldChapter, nameOf: (period: string) => string): Required<Link> {
  const { parent = "" } = telling.chapter;
  const name = parent === "" ? telling.entity.name : nameOf(parent);
  return { name, address: addressIn(telling, parent) };
}

/** `Carrow: March 2020`, and what that month leaves over: `Carrow: March 2020, day not stated`. */
function topicTitle({ entity: { name }, context: { words } }: ToldChapter, period: string): string {
  const above = isUndated(period) ? statedIn(period) : "";
  if (above === "") return words.say("chapter.title", { name, period: labelOf(period, words) });
  const key = lengthOf(period) === 7 ? "time.monthUnknownIn" : "time.dayUnknownIn";
  const stated = words.say(key, { period: labelOf(above, words) });
  return words.say("chapter.title", { name, period: stated });
}
