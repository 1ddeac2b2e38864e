/** Which entities does the archive know, and where does each appear? Stage 5: all articles → entities. */
import type { ArchiveArticle } from "../model.ts";
import type { Decisions, Thresholds } from "../settings-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { ArchiveLinks } from "./linked-entity.ts";
import { linkPeople } from "./people.ts";
import { linkOrganisations, linkPlaces, linkTopics } from "./subjects.ts";
import { unknownArticles } from "./unknown-articles.ts";

/**
 * Returns the entities of an archive, by kind and slug, as the editor's decisions have them. The order of the articles
 * does not matter for who is who; appearances keep it. The same articles and decisions give the same entities.
 */
export function linkArchive(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
  names: Decisions["names"],
): ArchiveLinks {
  const people = linkPeople(articles, thresholds, names.person);
  const organisations = linkOrganisations(articles, thresholds, names.organisation);
  const places = linkPlaces(articles, thresholds, names.place);
  const entities = [
    ...people.entities,
    ...organisations.entities,
    ...places.entities,
    ...linkTopics(articles, thresholds),
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
    ],
    moved: [...people.moved, ...organisations.moved, ...places.moved],
  };
}
