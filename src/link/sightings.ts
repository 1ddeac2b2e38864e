/** Whom does each article see, and as what? Stage 5: an article → its people, before it is known who they are. */
import type { Appearance, ArchiveArticle, Mention, Person } from "../model.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { citedQuotation, type Utterance, utterancesOf } from "../text/utterances.ts";
import { applyList } from "./editor-lists.ts";

/** A person as one article has them. */
export interface Sighting {
  readonly name: string;
  readonly confidence: number;
  readonly appearance: Omit<Appearance, "slug">;
}

/** Returns an article's people as its editor's list leaves them. */
export function sightingsIn(article: ArchiveArticle): Sighting[] {
  const finder = new SentenceFinder(article.document, article.annotations.sentences);
  const utterances = utterancesOf(article.document, article.annotations.quotations);
  const { kept, added } = applyList(article, article.annotations.people, "people");
  return [
    ...kept.map((person) => sightingOf(article, person, { finder, utterances })),
    ...added.map(({ name, mentions }) => ({
      name,
      confidence: 1,
      appearance: {
        kind: "person" as const,
        article: article.path,
        printed: name,
        mentions,
        sentences: finder.citeAll(mentions),
        roles: [],
        quotations: [],
        byEditor: mentions.length === 0,
      },
    })),
  ];
}

function sightingOf(
  article: ArchiveArticle,
  person: Person & { readonly printed: string },
  { finder, utterances }: { finder: SentenceFinder; utterances: readonly Utterance[] },
): Sighting {
  const isNamed = (mention: Mention): boolean =>
    mention.form === "full" || mention.form === "short";
  const mentions = person.mentions.filter(isNamed).map(({ start, end }) => ({ start, end }));
  const roles = person.roles.flatMap((role) => {
    const sentence = finder.cite(role);
    return sentence === undefined ? [] : [{ title: role.title, sentence }];
  });
  return {
    name: person.name,
    confidence: person.confidence,
    appearance: {
      kind: "person",
      article: article.path,
      printed: person.name,
      mentions,
      sentences: finder.citeAll(mentions),
      roles,
      quotations: utterances
        .filter(({ speaker }) => speaker === person.printed)
        .flatMap((utterance) => citedQuotation(article.document, utterance, finder) ?? []),
      byEditor: false,
    },
  };
}
