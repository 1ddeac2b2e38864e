/** What do an archive's articles say together: who is who, what belongs to which topic, which tell one story? Stage 5, whole. */
import type { ArchiveEvent } from "./event-model.ts";
import type { ArchiveLinks } from "./link/linked-entity.ts";
import { linkArchive } from "./linked-names/archive-links.ts";
import { storiesTogether } from "./linked-stories.ts";
import type { ArchiveArticle, Diagnostic } from "./model.ts";
import type { ArchiveSettings, ArchiveTopics, Decisions } from "./settings-model.ts";
import type { ArchiveStories } from "./story-model.ts";

/** What the editor has laid down that linking obeys. */
export interface LinkedBy {
  readonly settings: ArchiveSettings;
  readonly topics: ArchiveTopics;
  readonly decisions: Decisions;
}

/** All that articles say together. */
export interface LinkedArchive extends Pick<ArchiveLinks, "entities" | "moved"> {
  readonly told: ArchiveStories;
  readonly events: readonly ArchiveEvent[];
  /** For the review list: copies, names, stories, phrases that might be topics. */
  readonly remarks: readonly Diagnostic[];
}

/** Returns what annotated articles say together; no article is changed. */
export function linkedArchive(
  articles: readonly ArchiveArticle[],
  { settings, topics, decisions }: LinkedBy,
): LinkedArchive {
  const links = linkArchive(articles, settings.thresholds, { names: decisions.names, topics });
  const { events, remarks, ...told } = storiesTogether(articles, links.entities, {
    decisions,
    topics,
  });
  return {
    entities: links.entities,
    moved: links.moved,
    told,
    events,
    remarks: [...links.remarks, ...remarks],
  };
}
