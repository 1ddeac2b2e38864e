/** What does a topic's page show? Stage 6. */
import type { Entity, EntityKind } from "../model.ts";
import type { FeedPage, SubjectPage } from "../page-model.ts";
import type { CountedLink } from "../page-parts.ts";
import type { NarrowerTopic, StartEntry } from "../page-subjects.ts";
import type { TimelinePage } from "../page-time.ts";
import type { PageContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { feedOf } from "./feeds.ts";
import { OF_TOPIC } from "./findings.ts";
import { mapOf } from "./maps.ts";
import type { NameSum } from "./name-sums.ts";
import { entityAddress } from "./page-addresses.ts";
import { peaksOf } from "./peaks.ts";
import { portion } from "./portions.ts";
import { startHere } from "./start-here.ts";
import { headOf, speakersIn, storiesAmong } from "./subject-telling.ts";
import { linksTo, tellingOf } from "./telling.ts";
import { TopicNotes } from "./topic-notes.ts";
import { topicsWithin } from "./topic-tree.ts";
import { kindredTopics, typicalNames } from "./typical-names.ts";

const MOST_NAMES = 20;
const MOST_QUOTED = 30;

/** Yields a topic's page, its feed and its timeline. */
export function* topicPages(
  topic: Entity,
  context: PageContext,
): Generator<SubjectPage | FeedPage | TimelinePage> {
  const telling = tellingOf(topic, { listing: OF_TOPIC, most: MOST_QUOTED }, context);
  const { sum, days, years, timeline, said, remarked } = telling;
  const oldestFirst = telling.found.toReversed();
  const entries = oldestFirst.map(({ found }) => found.entry);
  const coverage = coverageOf(days, context);
  const peaks = peaksOf(coverage, context);
  const notes = new TopicNotes(oldestFirst, peaks, context);
  const feed = feedOf(topic, telling, context);
  const names = (kind: EntityKind) =>
    typicalNames({ kind, counts: sum.names[kind], articles: sum.articles }, MOST_NAMES, context);
  const people = names("person");
  const broader = broaderOf(topic, context);
  const map = mapOf(new Map(sum.names.place), context);
  const topics = { counts: sum.names.topic, articles: sum.articles };
  yield {
    kind: "topic",
    ...headOf(topic, entityAddress("topic", topic.slug), context),
    ...(broader !== undefined && { broader: context.names.link(broader) }),
    ...(map !== undefined && { map }),
    narrower: narrowerOf(topic, sum, context),
    coverage: coverage.map((bar) =>
      peaks.some(({ period }) => period === bar.period) ? { ...bar, peak: true } : bar,
    ),
    people,
    organisations: names("organisation"),
    places: names("place"),
    topics: [],
    speakers: speakersIn(sum, context),
    kindred: kindredTopics(topics, familyOf(topic, context), context).slice(0, MOST_NAMES),
    stories: storiesAmong(sum, context),
    peaks,
    start: beginningsOf(sum, { people, coverage, context }),
    notes: notes.of(entries),
    remarked,
    said: { ...said, shown: said.shown.slice(0, MOST_QUOTED) },
    mentioned: portion([], 0),
    articles: { total: sum.articles, entries, parts: linksTo(topic, years, context.words, peaks) },
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

function broaderOf({ broader, slug }: Entity, context: PageContext): Entity | undefined {
  if (broader === undefined || broader === slug) return undefined;
  return context.names.knownEntity("topic", broader);
}

/** The topics within a topic, with how many of its articles have each, and how many are here through it alone. */
function narrowerOf(
  { slug }: Entity,
  { within, alone }: NameSum,
  context: PageContext,
): readonly NarrowerTopic[] {
  const counts = new Map(within);
  const only = new Map(alone);
  return topicsWithin(slug, context)
    .map((narrower) => ({
      ...context.names.link(narrower),
      count: counts.get(narrower.slug) ?? 0,
      alone: only.get(narrower.slug) ?? 0,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** The slugs of a topic, of all that lie within it, and of those that it lies within: they share articles by their nature. */
function familyOf(topic: Entity, context: PageContext): ReadonlySet<string> {
  const slugs = new Set<string>();
  const addWithin = (slug: string): void => {
    if (slugs.has(slug)) return;
    slugs.add(slug);
    for (const inside of topicsWithin(slug, context)) addWithin(inside.slug);
  };
  addWithin(topic.slug);
  for (let above = broaderOf(topic, context); above !== undefined && !slugs.has(above.slug); ) {
    slugs.add(above.slug);
    above = broaderOf(above, context);
  }
  return slugs;
}

function beginningsOf(
  { articles, beginnings }: NameSum,
  {
    people,
    coverage,
    context,
  }: {
    readonly people: readonly CountedLink[];
    readonly coverage: SubjectPage["coverage"];
    readonly context: PageContext;
  },
): readonly StartEntry[] {
  const typical = new Set(people.map(({ address, name }) => address ?? name));
  const known = beginnings.map(({ path, words }) => {
    const here = context.names.counted("person", [path]);
    return {
      article: context.articles.entry(path),
      people: here.filter(({ address, name }) => typical.has(address ?? name)).length,
      words,
    };
  });
  const [busiest] = coverage.toSorted((a, b) => b.count - a.count);
  return startHere(known, { total: articles, people: people.length, busiest }, context.words);
}
