/** What does a topic's page show? Stage 6. */
import type { Appearance, Entity } from "../model.ts";
import type { FeedPage, ShelfPage, SubjectPage } from "../page-model.ts";
import type { ArticleEntry, CountedLink } from "../page-parts.ts";
import type { EntryNote, EntryNotes, NarrowerTopic, Peak, StartEntry } from "../page-subjects.ts";
import type { TimelinePage } from "../page-time.ts";
import { portion } from "./chapters.ts";
import type { PageContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { feedOf } from "./feeds.ts";
import { OF_TOPIC } from "./findings.ts";
import { mapOf } from "./maps.ts";
import { entityAddress } from "./page-addresses.ts";
import { peakAt, peaksOf } from "./peaks.ts";
import { remarkedOf } from "./remarked.ts";
import { shelve } from "./shelves.ts";
import { startHere } from "./start-here.ts";
import { headOf, speakersIn, storiesAmong } from "./subject-telling.ts";
import { ownTimeline } from "./timeline-pages.ts";
import { type TopicArticle, topicArticles, topicsWithin } from "./topic-tree.ts";
import { kindredTopics, typicalNames } from "./typical-names.ts";

const MOST_NAMES = 20;
const MOST_QUOTED = 30;
const MOST_WORDS = 4;

/** Yields a topic's page, its feed, its timeline, and the pages of years that are too long for it. */
export function* topicPages(
  topic: Entity,
  context: PageContext,
): Generator<SubjectPage | ShelfPage | FeedPage | TimelinePage> {
  const owner = { name: topic.name, address: entityAddress("topic", topic.slug) };
  const articles = topicArticles(topic, context);
  const newestFirst = articles.map(({ appearance }) => appearance).reverse();
  const paths = newestFirst.map(({ article }) => article);
  const { entries, said } = OF_TOPIC.find(newestFirst, context);
  const oldestFirst = entries.toReversed();
  const coverage = coverageOf(entries, context);
  const peaks = peaksOf(coverage, context);
  const notes = new TopicNotes(articles, peaks, context);
  const { shelf, pages } = shelve(oldestFirst, owner, {
    notesOf: (listed) => notes.of(listed),
    isPeak: (period) => peaks.some((peak) => peak.period === period),
  });
  const feed = feedOf(newestFirst, owner, context);
  const timeline = ownTimeline("topic", owner, newestFirst, context);
  const people = typicalNames("person", paths, context).slice(0, MOST_NAMES);
  const broader = broaderOf(topic, context);
  const map = mapOf(context.names.tally("place", paths), context);
  const [first] = oldestFirst;
  const last = oldestFirst.at(-1);
  yield {
    kind: "topic",
    ...headOf(topic, owner.address),
    ...(broader !== undefined && { broader: context.names.link(broader) }),
    ...(map !== undefined && { map }),
    narrower: narrowerOf(topic, articles, context),
    coverage: coverage.map((bar) =>
      peaks.some(({ period }) => period === bar.period) ? { ...bar, peak: true } : bar,
    ),
    people,
    organisations: typicalNames("organisation", paths, context).slice(0, MOST_NAMES),
    places: typicalNames("place", paths, context).slice(0, MOST_NAMES),
    topics: [],
    speakers: speakersIn(said),
    kindred: kindredTopics(paths, familyOf(topic, context), context).slice(0, MOST_NAMES),
    stories: storiesAmong(paths, context),
    peaks,
    start: beginningsOf(articles, { people, coverage, context }),
    notes: notes.of(shelf.entries),
    remarked: remarkedOf(entries),
    said: portion(said, MOST_QUOTED),
    mentioned: portion([], 0),
    articles: shelf,
    ...(timeline !== undefined && { timeline: timeline.cut }),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(feed !== undefined && { feed: feed.address }),
  };
  yield* pages;
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
  articles: readonly TopicArticle[],
  context: PageContext,
): readonly NarrowerTopic[] {
  return topicsWithin(slug, context)
    .map((narrower) => {
      const inside = articles.filter(({ through }) =>
        through.some(({ slug: one }) => one === narrower.slug),
      );
      const alone = inside.filter(({ isOwn, through }) => !isOwn && through.length === 1);
      return { ...context.names.link(narrower), count: inside.length, alone: alone.length };
    })
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
  articles: readonly TopicArticle[],
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
  const beginnings = articles.map(({ appearance }) => {
    const here = context.names.counted("person", [appearance.article]);
    return {
      article: context.articles.entry(appearance.article),
      people: here.filter(({ address, name }) => typical.has(address ?? name)).length,
      words: wordsOf(appearance).size,
    };
  });
  const [busiest] = coverage.toSorted((a, b) => b.count - a.count);
  return startHere(beginnings, people.length, busiest);
}

/** The words that put an article into a topic, folded, as printed first, with their sentence. */
function wordsOf({ sentences }: Appearance): ReadonlyMap<string, { name: string; anchor: string }> {
  const words = new Map<string, { name: string; anchor: string }>();
  for (const { text, anchor, words: spans } of sentences) {
    for (const { start, end } of spans) {
      const name = text.slice(start, end).replace(/\s+/g, " ");
      const key = name.toLowerCase();
      if (!words.has(key)) words.set(key, { name, anchor });
    }
  }
  return words;
}

/** Why the articles of a topic are in its list. */
class TopicNotes {
  readonly #articles: ReadonlyMap<string, TopicArticle>;
  readonly #peaks: readonly Peak[];
  readonly #context: PageContext;

  constructor(articles: readonly TopicArticle[], peaks: readonly Peak[], context: PageContext) {
    this.#articles = new Map(
      articles.map((article) => [
        context.articles.entry(article.appearance.article).address,
        article,
      ]),
    );
    this.#peaks = peaks;
    this.#context = context;
  }

  of(entries: readonly ArticleEntry[]): EntryNotes {
    const told = new Set<Peak>();
    return Object.fromEntries(
      entries.flatMap((entry) => {
        const article = this.#articles.get(entry.address);
        if (article === undefined) return [];
        const peak = peakAt(entry, this.#peaks);
        const isFirst = peak !== undefined && !told.has(peak);
        if (isFirst) told.add(peak);
        return [[entry.address, this.#note(entry, article, isFirst ? peak : undefined)]];
      }),
    );
  }

  #note(entry: ArticleEntry, article: TopicArticle, peak: Peak | undefined): EntryNote {
    const { appearance, isOwn, through } = article;
    return {
      words: [...wordsOf(appearance).values()]
        .slice(0, MOST_WORDS)
        .map(({ name, anchor }) => ({ name, address: `${entry.address}#${anchor}` })),
      byEditor: isOwn && appearance.byEditor,
      through: isOwn ? [] : through.map((topic) => this.#context.names.link(topic)),
      ...(peak !== undefined && { peak }),
    };
  }
}
