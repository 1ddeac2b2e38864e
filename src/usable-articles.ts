/** Which of the articles that stand can be shown, and what is wrong with the rest? Between stages 3 and 4. */
import type { ArchiveArticle, Diagnostic, FreeText, MarkdownArticle } from "./model.ts";
import { addressFaults } from "./pages/addresses.ts";
import { sortKeyOf } from "./text/dates.ts";
import { documentOfMarkdown } from "./text/document.ts";
import type { ArticleFolder } from "./write/article-folder.ts";

/** What of an archive can be shown, and what is wrong with the rest. */
export interface UsableArticles {
  readonly published: readonly MarkdownArticle[];
  /** A withdrawn article says nothing any more, on no page but its own. */
  readonly withdrawn: readonly MarkdownArticle[];
  readonly freePages: readonly FreeText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the articles and free pages that can be shown, without drafts; what cannot is named in `diagnostics`. */
export function usableArticles(
  standing: ArticleFolder,
  freeTexts: readonly FreeText[],
): UsableArticles {
  const unusable = new Set(standing.diagnostics.map(({ file }) => file));
  const finished = standing.articles.filter(
    ({ path, front }) => !unusable.has(path) && front.draft !== true,
  );
  const misplaced = addressFaults(finished, freeTexts);
  const setAside = new Set(misplaced.map(({ file }) => file));
  const shown = finished.filter(({ path }) => !setAside.has(path));
  return {
    published: shown.filter(({ front }) => front.withdrawn === undefined),
    withdrawn: shown.filter(({ front }) => front.withdrawn !== undefined),
    freePages: freeTexts.filter(({ file }) => !setAside.has(file)),
    diagnostics: [...standing.diagnostics, ...misplaced],
  };
}

/** Returns an article with its text as recognisers and comparisons read it. */
export function withDocument({
  path,
  front,
  body,
}: MarkdownArticle): Pick<ArchiveArticle, "path" | "front" | "document" | "sortKey"> {
  const { document } = documentOfMarkdown(front, body);
  return { path, front, document, sortKey: sortKeyOf(front.published, front.zone) };
}
