/** What waits for the editor of an archive as it stands now? For `backfile review`, without a build. */
import { duplicateRemarks } from "./link/near-duplicates.ts";
import type { MarkdownArticle } from "./model.ts";
import { type Progress, readAndWrite } from "./pipeline.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { type ReviewList, reviewList } from "./text/review-list.ts";
import { usableArticles, withDocument } from "./usable-articles.ts";
import { parseArticleFile } from "./write/article-file.ts";
import { readArticles } from "./write/article-folder.ts";

/**
 * Returns the review list as the next build would have it: reads sources and Markdown files, writes nothing. Texts
 * are compared as their articles stand, or, where there is none yet, as import would write it.
 */
export function reviewArchive(content: string, progress: Progress): ReviewList {
  const coming: MarkdownArticle[] = [];
  const standing = readArticles(content);
  const known = new Set([...standing.articles, ...standing.unreadable].map(({ path }) => path));
  const { diagnostics } = readAndWrite(content, progress, (path, text) => {
    if (known.has(path)) return "unchanged";
    const article = parseArticleFile(text, path);
    if ("front" in article) coming.push(article);
    return "written";
  });
  const articles = [...standing.articles, ...coming];
  const usable = usableArticles({ ...standing, articles }, readFreePages(content));
  const found = [
    ...diagnostics,
    ...usable.diagnostics,
    ...duplicateRemarks(usable.published.map(withDocument)),
  ];
  return reviewList(found, readDecisions(content).settled);
}
