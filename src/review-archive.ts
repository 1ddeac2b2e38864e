/** What waits for the editor of an archive as it stands now? For `backfile review`, without a build. */
import { annotateArticles } from "./annotated-articles.ts";
import { type Progress, previewArchive } from "./archive-import.ts";
import { linkedArchive } from "./linked-archive.ts";
import { duplicateRemarks } from "./linked-stories.ts";
import type { Diagnostic } from "./model.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { readSettings } from "./read/settings.ts";
import { readTopics } from "./read/topic-files.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import { type ReviewList, reviewList } from "./text/review-list.ts";
import { type UsableArticles, usableArticles, withDocument } from "./usable-articles.ts";
import { parseArticleFile } from "./write/article-file.ts";
import { readArticles } from "./write/article-folder.ts";

/**
 * Returns the review list as the next build would have it: plans an import as `import --diff` does, writes nothing, and
 * looks at the articles as they would stand after it. People are recognised and linked for it, which takes as long
 * as in a build: a second for some hundreds of articles.
 */
export function reviewArchive(content: string, progress: Progress): ReviewList {
  const { usable, found } = comingArticles(content, progress);
  const settings = readSettings(content);
  const { topics, diagnostics } = readTopics(content, builtInTopics());
  const decisions = readDecisions(content);
  const articles = annotateArticles(usable.published, { settings, topics }, progress);
  const { remarks } = linkedArchive(articles, { settings, topics, decisions });
  return reviewList([...found, ...diagnostics, ...remarks], decisions.settled);
}

/** Returns the review list without what only recognition shows, the part of people: for questions that need no more. */
export function reviewTexts(content: string, progress: Progress): ReviewList {
  const { usable, found } = comingArticles(content, progress);
  const duplicates = duplicateRemarks(usable.published.map(withDocument));
  return reviewList([...found, ...duplicates], readDecisions(content).settled);
}

/** The articles that the next build would show, and what its import would remark. */
function comingArticles(
  content: string,
  progress: Progress,
): { readonly usable: UsableArticles; readonly found: readonly Diagnostic[] } {
  const standing = readArticles(content);
  const coming = new Map(standing.articles.map((article) => [article.path, article]));
  const { diagnostics } = previewArchive(content, progress, (plan) => {
    if (plan.text === plan.standing) return;
    const article = parseArticleFile(plan.text, plan.path);
    if ("front" in article) coming.set(plan.path, article);
  });
  const articles = [...coming.values()];
  const usable = usableArticles({ ...standing, articles }, readFreePages(content));
  return { usable, found: [...diagnostics, ...usable.diagnostics] };
}
