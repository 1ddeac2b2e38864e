/** What waits for the editor of an archive as it stands now? For `backfile review`, without a build. */
import { importArchive, type Progress } from "./archive-import.ts";
import { duplicateRemarks } from "./link/near-duplicates.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { type ReviewList, reviewList } from "./text/review-list.ts";
import { usableArticles, withDocument } from "./usable-articles.ts";
import { parseArticleFile } from "./write/article-file.ts";
import { readArticles } from "./write/article-folder.ts";

/**
 * Returns the review list as the next build would have it: plans an import as `import --diff` does, writes nothing, and
 * looks at the articles as they would stand after it.
 */
export function reviewArchive(content: string, progress: Progress): ReviewList {
  const standing = readArticles(content);
  const coming = new Map(standing.articles.map((article) => [article.path, article]));
  const { diagnostics } = importArchive(content, progress, (plan) => {
    if (plan.text === plan.standing) return;
    const article = parseArticleFile(plan.text, plan.path);
    if ("front" in article) coming.set(plan.path, article);
  });
  const articles = [...coming.values()];
  const usable = usableArticles({ ...standing, articles }, readFreePages(content));
  const found = [
    ...diagnostics,
    ...usable.diagnostics,
    ...duplicateRemarks(usable.published.map(withDocument)),
  ];
  return reviewList(found, readDecisions(content).settled);
}
