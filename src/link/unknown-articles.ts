/** Which of the editor's rulings name an article that there is not? Stage 5. */
import type { Diagnostic } from "../model.ts";
import type { Decisions } from "../settings-model.ts";
import { nearestWord } from "../text/nearest.ts";
import { placeOf } from "./rulings.ts";

/**
 * Returns a remark for each Markdown file that a ruling or a record speaks of and that is no article on the site, with the
 * nearest one: without its article such a line does nothing.
 */
export function unknownArticles(
  paths: readonly string[],
  names: Decisions["names"],
): readonly Diagnostic[] {
  const known = new Set(paths);
  return Object.values(names).flatMap(({ apart, records }) =>
    [...apart, ...records].flatMap(({ at, articles = [] }) =>
      articles.filter((path) => !known.has(path)).map((path) => unknownArticle(path, at, paths)),
    ),
  );
}

/** Returns a remark that a ruling's line speaks of a Markdown file that is none of the site's articles. */
export function unknownArticle(path: string, at: string, paths: readonly string[]): Diagnostic {
  const near = nearestWord(path, paths);
  const hint = near === undefined ? "correct it or take it out" : `perhaps ${near}?`;
  return {
    severity: "warning",
    rule: "link/unknown-name",
    ...placeOf(at),
    about: path,
    message: `expected an article of the site, found ${path}; ${hint}`,
  };
}
