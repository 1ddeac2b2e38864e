/** Which entities does the archive know, and where does each appear? Stage 5: all articles → entities. */
import type { ArchiveArticle } from "../model.ts";
import type { ArchiveTopics, Decisions, Thresholds } from "../settings-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { articlesLed } from "./entity-topics.ts";
import type { ArchiveLinks, LinkedEntity } from "./linked-entity.ts";
import { linkPeople } from "./people.ts";
import { linkOrganisations, linkPlaces } from "./subjects.ts";
import { linkTopics, strayRemovals } from "./topics.ts";
import { unknownArticles } from "./unknown-articles.ts";
import { withWiderTopics } from "./wider-topics.ts";

/** What the editor has laid down about names and topics. */
export interface EditorRulings {
  readonly names: Decisions["names"];
  readonly topics: ArchiveTopics;
}

/**
 * Returns the entities of an archive, by kind and slug, as the editor's decisions have them. The order of the articles
 * does not matter for who is who; appearances keep it. The same articles and decisions give the same entities.
 */
export function linkArchive(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
  { names, topics }: EditorRulings,
): ArchiveLinks {
  const people = linkPeople(articles, thresholds, names.person);
  const organisations = linkOrganisations(articles, thresholds, names.organisation);
  const subjects = linkTopics(articles, thresholds, topics);
  const places = linkPlaces(articles, thresholds, names.place);
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const entities = [
    ...people.entities,
    ...organisations.entities.map((one) => withLead(one, { byPath, topics, thresholds })),
    ...places.entities,
    ...withWiderTopics(subjects.entities, topics, thresholds.topicArticles),
  ].sort(
    (a, b) =>
      byCodeUnits(a.entity.kind, b.entity.kind) || byCodeUnits(a.entity.slug, b.entity.slug),
  );
  return {
    entities,
    remarks: [
      ...unknownArticles(
        articles.map(({ path }) => path),
        names,
      ),
      ...people.remarks,
      ...organisations.remarks,
      ...places.remarks,
      ...strayRemovals(topics, new Set(organisations.entities.map(({ entity }) => entity.slug))),
    ],
    moved: [...people.moved, ...organisations.moved, ...places.moved, ...subjects.moved],
  };
}

/** An organisation that leads many articles is what they are about. It has a page already, which is listed among the topics. */
function withLead(
  linked: LinkedEntity,
  {
    byPath,
    topics,
    thresholds,
  }: {
    readonly byPath: ReadonlyMap<string, ArchiveArticle>;
    readonly topics: ArchiveTopics;
    readonly thresholds: Thresholds;
  },
): LinkedEntity {
  const least = thresholds.leadingOrganisationArticles;
  const { entity, appearances } = linked;
  if (least === 0 || appearances.length < least || !entity.hasPage) return linked;
  if (topics.removed.has(entity.slug)) return linked;
  const leads = articlesLed(appearances, byPath);
  return leads < least ? linked : { ...linked, entity: { ...entity, leads } };
}
