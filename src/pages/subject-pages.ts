/** What does the page of a place or an organisation show? Stage 6. */
import type { Entity, EntityKind } from "../model.ts";
import type { FeedPage, SubjectPage } from "../page-model.ts";
import type { TimelinePage } from "../page-time.ts";
import { countryName } from "../words/countries.ts";
import type { PageContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { feedOf } from "./feeds.ts";
import { OF_SUBJECT } from "./findings.ts";
import { mapAround, mapOf, positionOfPlace } from "./maps.ts";
import { entityAddress } from "./page-addresses.ts";
import { peaksOf } from "./peaks.ts";
import { headOf, speakersIn, storiesAmong } from "./subject-telling.ts";
import { linksTo, tellingOf } from "./telling.ts";
import { typicalNames } from "./typical-names.ts";

const MOST_NAMES = 20;
/** Rows of each list on the page of a place or an organisation whose years have pages of their own. */
const NEWEST = 20;

/** Yields the page of a place or an organisation, its feed and its timeline. */
export function* subjectPages(
  entity: Entity,
  kind: "place" | "organisation",
  context: PageContext,
): Generator<SubjectPage | FeedPage | TimelinePage> {
  const telling = tellingOf(entity, { listing: OF_SUBJECT, most: NEWEST }, context);
  const { sum, days, found, years, timeline, said, mentioned, remarked } = telling;
  const coverage = coverageOf(days, context);
  const peaks = peaksOf(coverage, context);
  const feed = feedOf(entity, telling, context);
  const names = (of: EntityKind) =>
    typicalNames(
      {
        kind: of,
        counts: sum.names[of].filter(([slug]) => of !== kind || slug !== entity.slug),
        articles: sum.articles,
      },
      MOST_NAMES,
      context,
    );
  const named = new Map(sum.names.place);
  const map = kind === "place" ? mapAround(entity.slug, named, context) : mapOf(named, context);
  yield {
    kind,
    ...headOf(entity, entityAddress(kind, entity.slug), context),
    ...whereabouts(entity, context),
    ...(map !== undefined && { map }),
    narrower: [],
    coverage: coverage.map((bar) =>
      peaks.some(({ period }) => period === bar.period) ? { ...bar, peak: true } : bar,
    ),
    people: names("person"),
    organisations: names("organisation"),
    places: names("place"),
    topics: names("topic"),
    speakers: speakersIn(sum, context),
    kindred: [],
    stories: storiesAmong(sum, context),
    peaks,
    start: [],
    notes: {},
    remarked,
    said,
    mentioned,
    articles: {
      total: sum.articles,
      entries: found.map((one) => one.found.entry),
      parts: linksTo(entity, years, context.words).reverse(),
    },
    ...(timeline !== undefined && { timeline: timeline.cut }),
    ...(sum.articles > 0 && {
      first: context.articles.entry(sum.first),
      last: context.articles.entry(sum.last),
    }),
    ...(feed !== undefined && { feed: feed.address }),
  };
  if (feed !== undefined) yield feed;
  if (timeline !== undefined) yield* timeline.pages;
}

function whereabouts(entity: Entity, { words }: PageContext) {
  const country = entity.country === undefined ? undefined : countryName(entity.country);
  const position = positionOfPlace(entity);
  return {
    ...(country !== undefined &&
      country !== entity.name && { country: words.country(entity.country ?? "", country) }),
    ...(position !== undefined && { position }),
  };
}
