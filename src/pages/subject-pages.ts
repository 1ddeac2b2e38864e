/** What does the page of a topic, a place or an organisation show? Stage 6. */
import type { Appearance, Entity } from "../model.ts";
import type { ChapterPage, FeedPage, SubjectPage } from "../page-model.ts";
import type { ArticleEntry, Link } from "../page-parts.ts";
import type { TimelinePage } from "../page-time.ts";
import { countryName } from "../words/countries.ts";
import { chaptersOf, isLong, portion } from "./chapters.ts";
import type { PageContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { feedOf } from "./feeds.ts";
import { OF_SUBJECT } from "./findings.ts";
import { mapAround, mapOf, positionOfPlace } from "./maps.ts";
import { entityAddress } from "./page-addresses.ts";
import { peaksOf } from "./peaks.ts";
import { remarkedOf } from "./remarked.ts";
import { headOf, speakersIn, storiesAmong } from "./subject-telling.ts";
import { ownTimeline } from "./timeline-pages.ts";
import { typicalNames } from "./typical-names.ts";

const MOST_NAMES = 20;
/** Rows of each list on the page of a place or an organisation whose years have pages of their own. */
const NEWEST = 20;

/** Yields the page of a place or an organisation, its feed, its timeline, and the pages of years that are too long for it. */
export function* subjectPages(
  entity: Entity,
  kind: "place" | "organisation",
  context: PageContext,
): Generator<SubjectPage | ChapterPage | FeedPage | TimelinePage> {
  const newestFirst = [...context.names.appearances(kind, entity.slug)].reverse();
  const paths = newestFirst.map(({ article }) => article);
  const owner = { name: entity.name, address: entityAddress(kind, entity.slug) };
  const { entries, said, lists, pages } = listsOf(newestFirst, owner, context);
  const coverage = coverageOf(entries, context);
  const peaks = peaksOf(coverage, context);
  const feed = feedOf(newestFirst, owner, context);
  const timeline = ownTimeline(kind, owner, newestFirst, context);
  const names = (of: "person" | "organisation" | "place" | "topic") =>
    typicalNames(of, paths, context)
      .filter(({ address }) => address !== owner.address)
      .slice(0, MOST_NAMES);
  const last = entries[0];
  const first = entries.at(-1);
  const named = context.names.tally("place", paths);
  const map = kind === "place" ? mapAround(entity.slug, named, context) : mapOf(named, context);
  yield {
    kind,
    ...headOf(entity, owner.address),
    ...whereabouts(entity),
    ...(map !== undefined && { map }),
    narrower: [],
    coverage: coverage.map((bar) =>
      peaks.some(({ period }) => period === bar.period) ? { ...bar, peak: true } : bar,
    ),
    people: names("person"),
    organisations: names("organisation"),
    places: names("place"),
    topics: names("topic"),
    speakers: speakersIn(said),
    kindred: [],
    stories: storiesAmong(paths, context),
    peaks,
    start: [],
    notes: {},
    remarked: remarkedOf(entries),
    ...lists,
    ...(timeline !== undefined && { timeline: timeline.cut }),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(feed !== undefined && { feed: feed.address }),
  };
  yield* pages;
  if (feed !== undefined) yield feed;
  if (timeline !== undefined) yield* timeline.pages;
}

function whereabouts(entity: Entity) {
  const country = entity.country === undefined ? undefined : countryName(entity.country);
  const position = positionOfPlace(entity);
  return {
    ...(country !== undefined && country !== entity.name && { country }),
    ...(position !== undefined && { position }),
  };
}

/** What a page lists of its articles, and the pages that list the rest. */
function listsOf(newestFirst: readonly Appearance[], owner: Required<Link>, context: PageContext) {
  const { entries, said, mentioned } = OF_SUBJECT.find(newestFirst, context);
  const lists = (
    most: number,
    listed: readonly ArticleEntry[],
    parts: SubjectPage["articles"]["parts"],
  ) => ({
    said: portion(said, most),
    mentioned: portion(mentioned, most),
    articles: { total: entries.length, entries: listed, parts },
  });
  if (!isLong(newestFirst, OF_SUBJECT, context))
    return { entries, said, lists: lists(Number.POSITIVE_INFINITY, entries, []), pages: [] };
  const { parts, pages } = chaptersOf(newestFirst, owner, OF_SUBJECT, context);
  return { entries, said, lists: lists(NEWEST, [], parts), pages };
}
