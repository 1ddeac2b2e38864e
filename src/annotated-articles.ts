/** What is recognised in the articles that can be shown? Between stages 3 and 5. */
import type { Progress } from "./archive-import.ts";
import type { ArchiveArticle, MarkdownArticle } from "./model.ts";
import { publisherOf } from "./read/settings.ts";
import { recognise } from "./recognise/recognise.ts";
import type { ArchiveSettings, ArchiveTopics } from "./settings-model.ts";
import { withDocument } from "./usable-articles.ts";

/** What the editor has laid down that decides what is recognised. */
interface AnnotationSettings {
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
    return archiveArticle(article, { settings, topics });
  });
  progress.done();
  return articles;
}

function archiveArticle(
  article: MarkdownArticle,
  { settings, topics }: AnnotationSettings,
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
    annotations: recognise(document, topics.definitions),
    sortKey,
    ...(publisher !== undefined && { publisher: publisher.name }),
  };
}
