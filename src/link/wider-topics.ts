/** Which topics hold articles only through the topics within them? Stage 5: they have pages, too. */
import type { Entity, TopicDefinition } from "../model.ts";
import type { ArchiveTopics } from "../settings-model.ts";
import type { LinkedEntity } from "./linked-entity.ts";
import { topicFacts } from "./topics.ts";

/**
 * Returns topics with the wider ones that they lie within. A wider topic whose own articles and those of all topics within it
 * are enough has a page; where no article is about it by itself, it is added, without appearances: pages put its articles together.
 *
 * @param least In how many articles a topic gets a page.
 */
export function withWiderTopics(
  topics: readonly LinkedEntity[],
  { definitions, files }: Pick<ArchiveTopics, "definitions" | "files">,
  least: number,
): readonly LinkedEntity[] {
  const byId = new Map(definitions.map((topic) => [topic.id, topic]));
  const held = new Map<string, Set<string>>();
  for (const { entity, appearances } of topics) {
    for (const id of widerThan(entity, byId)) {
      const articles = held.get(id) ?? new Set();
      for (const { article } of appearances) articles.add(article);
      held.set(id, articles);
    }
  }
  const known = topics.map((topic): LinkedEntity => {
    const { entity, appearances } = topic;
    const articles = held.get(entity.slug);
    if (articles === undefined || entity.hasPage) return topic;
    const all = new Set([...articles, ...appearances.map(({ article }) => article)]);
    const reason = `in ${all.size} articles, with the topics within it`;
    return all.size < least ? topic : { ...topic, entity: { ...entity, hasPage: true, reason } };
  });
  const slugs = new Set(topics.map(({ entity }) => entity.slug));
  const added = [...held].flatMap(([id, articles]): LinkedEntity[] => {
    const topic = byId.get(id);
    if (slugs.has(id) || topic === undefined || articles.size < least) return [];
    const entity: Entity = {
      kind: "topic",
      slug: id,
      name: topic.label,
      variants: [],
      hasPage: true,
      reason: `topics within it are in ${articles.size} articles`,
      ...topicFacts(topic, files.get(id)),
    };
    return [{ entity, appearances: [] }];
  });
  return [...known, ...added];
}

/** The topics that a topic lies within, the nearest first; an editor's circle ends where it began. */
function widerThan(
  { slug, broader }: Entity,
  byId: ReadonlyMap<string, TopicDefinition>,
): ReadonlySet<string> {
  const wider = new Set<string>();
  let id = broader;
  while (id !== undefined && id !== slug && !wider.has(id)) {
    wider.add(id);
    id = byId.get(id)?.broader;
  }
  return wider;
}
