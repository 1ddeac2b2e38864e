/** Which entities does the archive know, and where does each appear? Stage 5: all articles → entities. */
import type { ArchiveArticle } from "../model.ts";
import type { Thresholds } from "../settings-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { LinkedEntity } from "./linked-entity.ts";
import { linkPeople } from "./people.ts";
import { linkOrganisations, linkPlaces, linkTopics } from "./subjects.ts";

/**
 * Returns the entities of an archive, by kind and slug. The order of the articles does not matter for
 * who is who; appearances keep it. The same articles give the same entities.
 */
export function linkArchive(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
): readonly LinkedEntity[] {
  return [
    ...linkPeople(articles, thresholds),
    ...linkOrganisations(articles, thresholds),
    ...linkPlaces(articles, thresholds),
    ...linkTopics(articles, thresholds),
  ].sort(
    (a, b) =>
      byCodeUnits(a.entity.kind, b.entity.kind) || byCodeUnits(a.entity.slug, b.entity.slug),
  );
}
