/** What does an article's page say of the versions before it? Stage 6. */
import type { ArticleVersion, Change } from "../model.ts";
import type { VersionHere } from "../page-model.ts";
import { plainText } from "../text/markdown.ts";
import { wordChanges } from "../text/word-changes.ts";

/** Changes of one version that a page shows; a text that was written anew has as many as paragraphs. */
const MOST_CHANGES = 100;

/** Returns an article's former versions as its page shows them: plain words, without Markdown's marks. */
export function versionsHere(versions: readonly ArticleVersion[]): readonly VersionHere[] {
  return versions.map(({ number, source, changes }) => ({
    number,
    ...(source !== undefined && { source: { file: source.file, sha256: source.sha256 } }),
    changes: changes.slice(0, MOST_CHANGES).map((change) => ({
      label: change.place,
      words: wordChanges(wordsOf(change, change.before), wordsOf(change, change.after)),
    })),
  }));
}

function wordsOf({ place }: Change, text: string | undefined): string {
  if (text === undefined) return "";
  return place === "paragraph" ? plainText(text) : text;
}
