/** Which of the editor's rulings name an article that there is not? Stage 5. */
import type { Diagnostic } from "../model.ts";
import { nearestWord } from "../text/nearest.ts";
import { placeOf } from "./rulings.ts";

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
