/** Which topics lie within which, and which articles does a topic have through them? Stage 6. */
import type { Named } from "../catalog/entities.ts";
import type { Appearance, Entity } from "../model.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { PageContext } from "./context.ts";
import type { Where } from "./name-lookup.ts";

/** An article of a name. */
export interface NamedArticle {
  /** Of the name itself where the article has it; of a topic else that of the first topic within it. */
  readonly appearance: Appearance;
  /** Whether the article has the name itself. */
  readonly isOwn: boolean;
  /** Topics right within this one that the article has, or through which it has one further within. Tell them by slug: each is read anew. */
  readonly through: readonly Entity[];
}

/** Returns the topics right within a topic, by name. */
export function topicsWithin(slug: string, context: PageContext): readonly Entity[] {
  return context.names.topicsWithin(slug).toSorted((a, b) => byCodeUnits(a.name, b.name));
}

/** Returns the articles of a name, all or those of one period or one alone, oldest first; of a topic, those of all topics within it, too, each once. */
export function articlesOf(
  { kind, slug }: Named,
  context: PageContext,
  where: Where = {},
): readonly NamedArticle[] {
  if (kind === "topic") return articlesWithin(slug, where, context, new Set());
  return context.names
    .appearances(kind, slug, where)
    .map((appearance) => ({ appearance, isOwn: true, through: [] }));
}

/** @param seen Slugs met on the way, lest an editor's circle has no end. */
function articlesWithin(
  topic: string,
  where: Where,
  context: PageContext,
  seen: Set<string>,
): readonly NamedArticle[] {
  if (seen.has(topic)) return [];
  seen.add(topic);
  const byArticle = new Map<
    string,
    { appearance: Appearance; isOwn: boolean; through: Entity[] }
  >();
  for (const appearance of context.names.appearances("topic", topic, where))
    byArticle.set(appearance.article, { appearance, isOwn: true, through: [] });
  const inside = topicsWithin(topic, context);
  for (const narrower of inside) {
    for (const { appearance } of articlesWithin(narrower.slug, where, context, seen)) {
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
