/** Which topics lie within which, and which articles does a topic have through them? Stage 6. */
import type { Appearance, Entity } from "../model.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { PageContext } from "./context.ts";

/** An article of a topic. */
export interface TopicArticle {
  /** Of the topic itself where the article has it, else of the first topic within it. */
  readonly appearance: Appearance;
  /** Whether the article has the topic itself. */
  readonly isOwn: boolean;
  /** Topics right within this one that the article has, or through which it has one further within. Tell them by slug: each is read anew. */
  readonly through: readonly Entity[];
}

/** Returns the topics right within a topic, by name. */
export function topicsWithin(slug: string, context: PageContext): readonly Entity[] {
  return context.names.topicsWithin(slug).toSorted((a, b) => byCodeUnits(a.name, b.name));
}

/** Returns the articles of a topic and of all topics within it, each once, oldest first. */
export function topicArticles(topic: Entity, context: PageContext): readonly TopicArticle[] {
  return articlesWithin(topic, context, new Set());
}

/** @param seen Slugs met on the way, lest an editor's circle has no end. */
function articlesWithin(
  topic: Entity,
  context: PageContext,
  seen: Set<string>,
): readonly TopicArticle[] {
  if (seen.has(topic.slug)) return [];
  seen.add(topic.slug);
  const byArticle = new Map<
    string,
    { appearance: Appearance; isOwn: boolean; through: Entity[] }
  >();
  for (const appearance of context.names.appearances("topic", topic.slug))
    byArticle.set(appearance.article, { appearance, isOwn: true, through: [] });
  const inside = topicsWithin(topic.slug, context);
  for (const narrower of inside) {
    for (const { appearance } of articlesWithin(narrower, context, seen)) {
      const { article } = appearance;
      const known = byArticle.get(article) ?? { appearance, isOwn: false, through: [] };
      known.through.push(narrower);
      byArticle.set(article, known);
    }
  }
  const all = [...byArticle.values()];
  if (inside.length === 0) return all;
  return all.sort((a, b) =>
    context.articles.inOrderOfTime(a.appearance.article, b.appearance.article),
  );
}
