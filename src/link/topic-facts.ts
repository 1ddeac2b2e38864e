/** Which topics is an article about, by what was recognised in it and by its lists? Stage 5. */
import type { ArchiveArticle } from "../model.ts";
import type { ArchiveTopics } from "../settings-model.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { appearanceOf } from "./appearances.ts";
import { countryPair, pairNamed } from "./entity-topics.ts";
import { applyTopicList } from "./topic-lists.ts";
import type { UnlinkedAppearance } from "./units.ts";

/** A topic that was recognised in an article. */
interface TopicSeen {
  readonly id: string;
  readonly label: string;
  readonly isPair: boolean;
  readonly appearance: UnlinkedAppearance;
}

/** What an article says of its topics, whatever the archive's topics are called or taken out: kept in the catalogue. */
export interface TopicFacts {
  readonly recognised: readonly TopicSeen[];
  /** The list in its front matter. */
  readonly listed?: readonly string[];
  /** The list that import had written; absent where nothing is known of it. */
  readonly imported?: readonly string[];
}

/** Returns what an article says of its topics. */
export function topicFacts(article: ArchiveArticle): TopicFacts {
  const finder = new SentenceFinder(article.document, article.annotations.sentences);
  const pair = countryPair(article);
  const matches = [
    ...article.annotations.topics.map(({ id, label, because }) => ({
      id,
      label,
      because,
      isPair: false,
    })),
    ...(pair === undefined ? [] : [{ ...pair, id: pair.slug, isPair: true }]),
  ];
  const recognised = matches.map(({ id, label, because, isPair }) => ({
    id,
    label,
    isPair,
    appearance: appearanceOf(article, "topic", { name: label, mentions: because, finder }),
  }));
  const { front, imported } = article;
  return {
    recognised,
    ...(front.topics !== undefined && { listed: front.topics }),
    ...(imported !== undefined && { imported: imported.topics ?? [] }),
  };
}

/** A topic in one article. */
export interface TopicFound {
  readonly name: string;
  /** What it is, and under which key: `id floods`, `pair iran-and-norway`, `name petty cash`. */
  readonly manner: string;
  readonly appearance: UnlinkedAppearance;
}

/** Returns the topics of an article as the archive's topics and the article's list have them. */
export function topicsFound(
  article: string,
  facts: TopicFacts,
  topics: ArchiveTopics,
): readonly TopicFound[] {
  const recognised = facts.recognised.map((one) =>
    one.isPair ? { ...one, id: ownOrder(one.id, topics) } : one,
  );
  const { kept, added } = applyTopicList(facts, recognised, topics);
  return [
    ...kept.map(({ id, label, isPair, appearance }) => ({
      name: label,
      manner: `${isPair ? "pair" : "id"} ${id}`,
      appearance,
    })),
    ...added.map(({ key, id, name }) => ({
      name,
      manner: id === undefined ? key : `id ${ownOrder(id, topics)}`,
      appearance: { ...NOWHERE, article, printed: name },
    })),
  ];
}

/** Of a topic that the editor's list alone has put there. */
const NOWHERE: Omit<UnlinkedAppearance, "article" | "printed"> = {
  kind: "topic",
  mentions: [],
  sentences: [],
  roles: [],
  quotations: [],
  byEditor: true,
};

/** An editor's file may name the two countries the other way round. */
function ownOrder(slug: string, { files }: ArchiveTopics): string {
  if (files.has(slug) || pairNamed(slug)?.slug !== slug) return slug;
  return [...files.keys()].find((file) => pairNamed(file)?.slug === slug) ?? slug;
}
