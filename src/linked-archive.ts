/** What do an archive's articles say together: who is who, what belongs to which topic, which tell one story? Stage 5, whole. */
import type { ArchiveEvent } from "./event-model.ts";
import { findEvents } from "./link/events.ts";
import type { ArchiveLinks } from "./link/linked-entity.ts";
import { copiesIn } from "./link/near-duplicates.ts";
import { recurringPhrases } from "./link/recurring-phrases.ts";
import { type LinkedStories, linkStories } from "./link/stories.ts";
import { linkArchive } from "./linked-names/archive-links.ts";
import type { ArchiveArticle, Diagnostic } from "./model.ts";
import type { ArchiveSettings, ArchiveTopics, Decisions } from "./settings-model.ts";

/** What the editor has laid down that linking obeys. */
export interface LinkedBy {
  readonly settings: ArchiveSettings;
  readonly topics: ArchiveTopics;
  readonly decisions: Decisions;
}

/** All that articles say together. */
export interface LinkedArchive extends Pick<ArchiveLinks, "entities" | "moved"> {
  readonly told: LinkedStories;
  readonly events: readonly ArchiveEvent[];
  /** For the review list: copies, names, stories, phrases that might be topics. */
  readonly remarks: readonly Diagnostic[];
}

/** Returns what annotated articles say together; no article is changed. */
export function linkedArchive(
  articles: readonly ArchiveArticle[],
  { settings, topics, decisions }: LinkedBy,
): LinkedArchive {
  const { names, stories } = decisions;
  const links = linkArchive(articles, settings.thresholds, { names, topics });
  const copies = copiesIn(articles);
  const told = linkStories(articles, links.entities, {
    copies: copies.map(({ copy }) => copy),
    rulings: stories,
  });
  return {
    entities: links.entities,
    moved: links.moved,
    told,
    events: findEvents(articles),
    remarks: [
      ...copies.map(({ remark }) => remark),
      ...links.remarks,
      ...told.remarks,
      ...recurringPhrases(articles, topics),
    ],
  };
}
