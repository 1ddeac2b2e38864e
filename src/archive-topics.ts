/** Which topics has the archive as its files stand now, and where are they? For `backfile topic`, without a build. */
import { annotateArticles } from "./annotated-articles.ts";
import type { Progress } from "./archive-import.ts";
import type { LinkedEntity } from "./link/linked-entity.ts";
import { linkArchive } from "./linked-names/archive-links.ts";
import type { Diagnostic } from "./model.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { readSettings } from "./read/settings.ts";
import { readTopics } from "./read/topic-files.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import type { ArchiveTopics } from "./settings-model.ts";
import { usableArticles } from "./usable-articles.ts";
import { readArticles } from "./write/article-folder.ts";

/** The topics of an archive, and the articles that each is in. */
export interface LinkedTopics {
  readonly topics: ArchiveTopics;
  /** Topics that are in an article, by slug. */
  readonly entities: readonly LinkedEntity[];
  /** Organisations that are listed among the topics. */
  readonly leaders: readonly LinkedEntity[];
  /** What is wrong with files in `topics/`. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the Markdown articles as they stand and links their topics; takes as long as recognising all articles. */
export function archiveTopics(content: string, progress: Progress): LinkedTopics {
  const settings = readSettings(content);
  const { names } = readDecisions(content);
  const { topics, diagnostics } = readTopics(content, builtInTopics());
  const { published } = usableArticles(readArticles(content), readFreePages(content));
  const articles = annotateArticles(published, { settings, topics }, progress);
  const { entities, remarks } = linkArchive(articles, settings.thresholds, { names, topics });
  return {
    topics,
    entities: entities.filter(({ entity }) => entity.kind === "topic"),
    leaders: entities.filter(({ entity }) => entity.leads !== undefined),
    diagnostics: [...diagnostics, ...remarks.filter(({ rule }) => rule === "link/unknown-topic")],
  };
}
