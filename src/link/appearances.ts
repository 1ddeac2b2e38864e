/** How does a thing stand in one article, with the sentences that name it? Stage 5, for topics, organisations and places. */
import type { Appearance, ArchiveArticle, EntityKind, Span } from "../model.ts";
import type { SentenceFinder } from "../text/anchors.ts";

/** Returns a thing's appearance in an article; nobody's office and nobody's words. */
export function appearanceOf(
  article: ArchiveArticle,
  kind: EntityKind,
  named: {
    readonly name: string;
    readonly mentions: readonly Span[];
    readonly finder: SentenceFinder;
  },
): Omit<Appearance, "slug"> {
  return {
    kind,
    article: article.path,
    printed: named.name,
    mentions: named.mentions,
    sentences: named.finder.citeAll(named.mentions),
    roles: [],
    quotations: [],
    byEditor: false,
  };
}
