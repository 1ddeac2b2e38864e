/** What is recognised in the articles that can be shown? Between stages 3 and 5. */

import { hash } from "node:crypto";
import type { Progress } from "./archive-import.ts";
import { settleAnnotations } from "./catalog/annotations.ts";
import {
  articleFile,
  countChangedArticles,
  nextChangedArticle,
  noteAllChanged,
  settleChangedArticle,
} from "./catalog/article-files.ts";
import { setState, stateOf } from "./catalog/state.ts";
import type { Database } from "./catalog/statements.ts";
import { KnownAnnotations, type Recogniser } from "./known-annotations.ts";
import type { Annotations, ArchiveArticle, MarkdownArticle, NewsDocument } from "./model.ts";
import { publisherOf } from "./read/settings.ts";
import { recognise } from "./recognise/recognise.ts";
import type { ArchiveSettings, ArchiveTopics } from "./settings-model.ts";
import { withDocument } from "./usable-articles.ts";
import { readArticle } from "./write/article-folder.ts";
import { readVersions } from "./write/changes.ts";

/** What the editor has laid down that decides what is recognised. */
export interface AnnotationSettings {
  readonly settings: ArchiveSettings;
  readonly topics: Pick<ArchiveTopics, "definitions">;
}

/** Stage 4 for all articles: each with what is recognised in it, in their order. The dearest part of a build. */
export function annotateArticles(
  published: readonly MarkdownArticle[],
  { settings, topics }: AnnotationSettings,
  progress: Progress,
): readonly ArchiveArticle[] {
  progress.start("Recognising people, quotations and dates", published.length);
  const articles = published.map((article) => {
    progress.step(1);
    return archiveArticle(article, settings, (document) => recognise(document, topics.definitions));
  });
  progress.done();
  return articles;
}

/** An article as the archive is to have it now: in lists and on its page, on its page as a tombstone alone, or not at all. */
export interface ChangedArticle {
  /** The Markdown file; there may be none any more. */
  readonly path: string;
  readonly article?: ArchiveArticle;
  readonly withdrawn?: MarkdownArticle;
}

/**
 * Stage 4 for what has changed since it was asked for last: yields each article that is new, says something else, may be shown or may
 * not be shown any more, or in which something else would be recognised, by path. When the next one is asked for, the last one counts as
 * seen to; run it in the transaction in which that is done, so that a killed build begins again with those that it has lost. No text is
 * recognised in which the same was recognised before.
 */
export function* changedArticles(
  content: string,
  database: Database,
  {
    settings,
    topics,
    progress,
    recogniser,
  }: AnnotationSettings & { readonly progress: Progress; readonly recogniser?: Recogniser },
): Generator<ChangedArticle> {
  const known = new KnownAnnotations(database, topics.definitions, recogniser);
  const basis = hash("sha256", `${known.basis} ${JSON.stringify(settings.publishers)}`);
  if (stateOf(database, "annotated") !== basis) {
    noteAllChanged(database);
    setState(database, "annotated", basis);
  }
  progress.start("Recognising people, quotations and dates", countChangedArticles(database));
  let path = nextChangedArticle(database, "");
  for (; path !== undefined; path = nextChangedArticle(database, path)) {
    const { changed, key } = changedArticle(content, path, { database, settings, known });
    yield changed;
    settleChangedArticle(database, path);
    settleAnnotations(database, path, key);
    progress.step(1);
  }
  progress.done();
}

function changedArticle(
  content: string,
  path: string,
  {
    database,
    settings,
    known,
  }: {
    readonly database: Database;
    readonly settings: ArchiveSettings;
    readonly known: KnownAnnotations;
  },
): { readonly changed: ChangedArticle; readonly key?: string } {
  const status = articleFile(database, path)?.status ?? "hidden";
  const read = status === "hidden" ? undefined : readArticle(content, path);
  // one that has been spoilt since the survey is found by the next
  if (read === undefined || !("front" in read)) return { changed: { path } };
  if (status === "withdrawn") return { changed: { path, withdrawn: read } };
  let key = "";
  const article = archiveArticle(read, settings, (document) => {
    const made = known.of(document, path);
    key = made.key;
    return made.annotations;
  });
  const versions = readVersions(content, path);
  const changed = { path, article: versions.length === 0 ? article : { ...article, versions } };
  return { changed, key };
}

function archiveArticle(
  article: MarkdownArticle,
  settings: ArchiveSettings,
  annotationsOf: (document: NewsDocument) => Annotations,
): ArchiveArticle {
  const { path, front, body, imported } = article;
  const { document, sortKey } = withDocument(article);
  const publisher = front.source && publisherOf(front.source.file, settings);
  return {
    path,
    address: front.address,
    front,
    ...(imported !== undefined && { imported }),
    body,
    document,
    annotations: annotationsOf(document),
    sortKey,
    ...(publisher !== undefined && { publisher: publisher.name }),
  };
}
