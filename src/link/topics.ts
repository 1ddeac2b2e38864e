/** Which topics has the archive, and which articles are about them? Stage 5. */
import type { Appearance, ArchiveArticle, Diagnostic, Entity, TopicDefinition } from "../model.ts";
import type { ArchiveTopics, Thresholds, TopicFile } from "../settings-model.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { groupBy } from "../text/grouping.ts";
import { nearestWord } from "../text/nearest.ts";
import { appearanceOf } from "./appearances.ts";
import { type CountryPair, countryPair, pairNamed } from "./entity-topics.ts";
import { countedArticles, formsByFrequency, onePerArticle } from "./grouping.ts";
import type { ArchiveLinks, LinkedEntity, MovedEntity } from "./linked-entity.ts";
import { slugsFor } from "./slugs.ts";
import { applyTopicList } from "./topic-lists.ts";

/** A topic in one article. */
interface TopicFound {
  /** The id of a topic that is defined, or of a pair of countries; else what names of one topic have in common. */
  readonly key: string;
  readonly name: string;
  /** Whether `key` is an address. */
  readonly hasId: boolean;
  readonly isPair: boolean;
  readonly appearance: Omit<Appearance, "slug">;
}

/**
 * Returns the archive's topics with the words that put each article there: those that are defined, pairs of countries, and whatever
 * else the lists in articles name. A pair is one from `countryPairArticles` articles on, or with a file of its own; with
 * 0 there are none but those.
 */
export function linkTopics(
  articles: readonly ArchiveArticle[],
  thresholds: Pick<Thresholds, "topicArticles" | "countryPairArticles">,
  topics: ArchiveTopics,
): ArchiveLinks {
  const found = articles.flatMap((article) => topicsIn(article, topics));
  const groups = groupBy(found, ({ key }) => key);
  const unnamed = [...groups.values()].filter(([first]) => first?.hasId === false);
  const ids = [...groups].filter(([, those]) => those[0]?.hasId).map(([id]) => id);
  const slugs = slugsFor(unnamed.map(usualName), "topic", [
    ...ids,
    ...topics.definitions.map(({ id }) => id),
    ...topics.replaced.keys(),
  ]);
  const byId = new Map(topics.definitions.map((topic) => [topic.id, topic]));
  const entities = [...groups].flatMap(([key, those]) => {
    const isOpen = isPublished(key, those, { thresholds, topics });
    const slug = those[0]?.hasId ? key : (slugs.get(usualName(those)) ?? key);
    const settings = {
      least: thresholds.topicArticles,
      file: topics.files.get(key),
      topic: byId.get(key),
    };
    return isOpen ? [linked(slug, those, settings)] : [];
  });
  return { entities, remarks: [], moved: movedTopics(entities, topics) };
}

function topicsIn(article: ArchiveArticle, topics: ArchiveTopics): readonly TopicFound[] {
  const finder = new SentenceFinder(article.document, article.annotations.sentences);
  const pair = countryPair(article);
  const recognised = [
    ...article.annotations.topics.map((match) => ({ ...match, isPair: false })),
    ...(pair === undefined ? [] : [asMatch(pair, topics)]),
  ];
  const { kept, added } = applyTopicList(article, recognised, topics);
  const inArticle = (name: string, mentions: Appearance["mentions"]) =>
    appearanceOf(article, "topic", { name, mentions, finder });
  return [
    ...kept.map(({ id, label, because, isPair }) => ({
      key: id,
      name: label,
      hasId: true,
      isPair,
      appearance: inArticle(label, because),
    })),
    ...added.map(({ key, id, name }) => ({
      key: id === undefined ? key : ownOrder(id, topics),
      name,
      hasId: id !== undefined,
      isPair: false,
      appearance: { ...inArticle(name, []), byEditor: true },
    })),
  ];
}

function asMatch({ slug, label, because }: CountryPair, topics: ArchiveTopics) {
  return { id: ownOrder(slug, topics), label, because, isPair: true };
}

/** An editor's file may name the two countries the other way round. */
function ownOrder(slug: string, { files }: ArchiveTopics): string {
  if (files.has(slug) || pairNamed(slug)?.slug !== slug) return slug;
  return [...files.keys()].find((file) => pairNamed(file)?.slug === slug) ?? slug;
}

function isPublished(
  key: string,
  found: readonly TopicFound[],
  {
    thresholds,
    topics,
  }: {
    readonly thresholds: Pick<Thresholds, "countryPairArticles">;
    readonly topics: ArchiveTopics;
  },
): boolean {
  if (topics.files.has(key) || found.some(({ isPair }) => !isPair)) return true;
  const least = thresholds.countryPairArticles;
  return least > 0 && found.length >= least;
}

function usualName(found: readonly TopicFound[]): string {
  return formsByFrequency(found.map(({ name }) => name))[0] ?? "";
}

interface TopicSettings {
  readonly least: number;
  readonly file: TopicFile | undefined;
  readonly topic: TopicDefinition | undefined;
}

function linked(
  slug: string,
  found: readonly TopicFound[],
  { least, file, topic }: TopicSettings,
): LinkedEntity {
  const appearances = onePerArticle(found.map(({ appearance }) => appearance));
  const isOwn = file !== undefined && topic?.shipped === undefined;
  const pair = pairNamed(slug);
  const name = file?.label ?? pair?.label ?? topic?.label ?? usualName(found);
  const entity: Entity = {
    kind: "topic",
    slug,
    name,
    variants: [],
    hasPage: isOwn || appearances.length >= least || appearances.some(({ byEditor }) => byEditor),
    reason: isOwn
      ? `a topic of the archive's own, in ${countedArticles(appearances)}`
      : `in ${countedArticles(appearances)}`,
    ...(isOwn && { isOwnTopic: true }),
    ...(pair !== undefined && { isCountryPair: true }),
    ...topicFacts(topic, file),
  };
  return { entity, appearances: appearances.map((appearance) => ({ ...appearance, slug })) };
}

/** Returns what the definition of a topic and the editor's file on it say of it, apart from its name. */
export function topicFacts(
  topic: TopicDefinition | undefined,
  file: TopicFile | undefined,
): Pick<Entity, "scope" | "note" | "code" | "broader"> {
  return {
    ...(topic?.scope !== undefined && { scope: topic.scope }),
    ...(file?.note !== undefined && { note: file.note }),
    ...(topic?.code !== undefined && { code: topic.code }),
    ...(topic?.broader !== undefined && { broader: topic.broader }),
  };
}

/** Former addresses that lead to a topic which is in an article. */
function movedTopics(entities: readonly LinkedEntity[], topics: ArchiveTopics): MovedEntity[] {
  const there = new Set(entities.map(({ entity }) => entity.slug));
  const otherOrders = [...topics.files.keys()].flatMap((slug): [string, string][] => {
    const usual = pairNamed(slug)?.slug;
    return usual === undefined || usual === slug ? [] : [[usual, slug]];
  });
  return [...otherOrders, ...topics.replaced].flatMap(([from, to]): MovedEntity[] =>
    there.has(to) && !there.has(from) ? [{ kind: "topic", from, to }] : [],
  );
}

/**
 * Returns a remark for each file that takes a topic out of the archive which never was in it: no topic that ships, no pair of
 * countries, no organisation.
 */
export function strayRemovals(
  topics: ArchiveTopics,
  organisations: ReadonlySet<string>,
): readonly Diagnostic[] {
  return [...topics.files.values()].flatMap((file): readonly Diagnostic[] => {
    const { slug, remove, phrases, label, lines } = file;
    // an own topic that is switched off for a time
    if (!remove || phrases !== undefined || label !== undefined) return [];
    if (topics.shipped.has(slug) || organisations.has(slug) || pairNamed(slug) !== undefined)
      return [];
    const near = nearestWord(slug, [...topics.shipped]);
    return [
      {
        severity: "warning",
        rule: "link/unknown-topic",
        file: `topics/${slug}.md`,
        line: lines.get("remove") ?? 1,
        about: slug,
        message: `takes out a topic that there is not; ${near === undefined ? "delete the file" : `did you mean \`${near}.md\`?`}`,
      },
    ];
  });
}
