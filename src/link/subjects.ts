/** Which organisations, places and topics does the archive know? Stage 5. */
import type { Appearance, ArchiveArticle, Entity, EntityKind, NamedThing, Span } from "../model.ts";
import type { Thresholds } from "../settings-model.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { applyList, type ListName } from "./editor-lists.ts";
import { countedArticles, formsByFrequency, onePerArticle } from "./grouping.ts";
import type { LinkedEntity } from "./linked-entity.ts";
import { slugsFor } from "./slugs.ts";

/** Organisations less sure than this are left to search. */
const LEAST_CONFIDENCE = 0.5;

interface Found {
  readonly key: string;
  readonly name: string;
  readonly code?: string;
  readonly appearance: Omit<Appearance, "slug">;
}

/** Returns the archive's organisations; two articles mean the same one where they print the same name. */
export function linkOrganisations(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
): LinkedEntity[] {
  const found = articles.flatMap((article) =>
    namedThings(article, "organisation", article.annotations.organisations, "organisations"),
  );
  return grouped(found, "organisation", thresholds.organisationArticles);
}

/** Returns the archive's places, by name. */
export function linkPlaces(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
): LinkedEntity[] {
  const found = articles.flatMap((article) =>
    namedThings(article, "place", article.annotations.places, "places"),
  );
  return grouped(found, "place", thresholds.placeArticles);
}

/** Returns the archive's topics, each article's with the words that put it there. */
export function linkTopics(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
): LinkedEntity[] {
  const found = articles.flatMap((article): Found[] => {
    const finder = new SentenceFinder(article.document, article.annotations.sentences);
    const matches = article.annotations.topics.map((topic) => ({
      ...topic,
      name: topic.label,
      mentions: topic.because,
    }));
    const { kept, added } = applyList(article, matches, "topics");
    return [
      ...kept.map((topic) => ({
        key: foldName(topic.label),
        name: topic.label,
        ...(topic.root !== undefined && { code: topic.root }),
        appearance: appearanceOf(article, "topic", {
          name: topic.label,
          mentions: topic.because,
          finder,
        }),
      })),
      ...added.map(({ name }) => ({
        key: foldName(name),
        name,
        appearance: {
          ...appearanceOf(article, "topic", { name, mentions: [], finder }),
          byEditor: true,
        },
      })),
    ];
  });
  return grouped(found, "topic", thresholds.topicArticles);
}

function namedThings(
  article: ArchiveArticle,
  kind: EntityKind,
  things: readonly NamedThing[],
  list: ListName,
): Found[] {
  const finder = new SentenceFinder(article.document, article.annotations.sentences);
  const sure = things.filter((thing) => thing.confidence >= LEAST_CONFIDENCE);
  const { kept, added } = applyList(article, sure, list);
  return [...kept, ...added].map(({ name, mentions }) => ({
    key: foldName(name),
    name,
    appearance: {
      ...appearanceOf(article, kind, { name, mentions, finder }),
      byEditor: mentions.length === 0,
    },
  }));
}

function appearanceOf(
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

function grouped(found: readonly Found[], kind: EntityKind, least: number): LinkedEntity[] {
  const labelled = [...groupBy(found, ({ key }) => key).values()].map((group) => ({
    group,
    forms: formsByFrequency(group.map(({ name }) => name)),
  }));
  const slugs = slugsFor(
    labelled.map(({ forms }) => forms[0] ?? ""),
    kind,
  );
  return labelled.map(({ group, forms: [name = "", ...variants] }) => {
    const slug = slugs.get(name) ?? "";
    const appearances = onePerArticle(group.map((one) => one.appearance));
    const code = group[0]?.code;
    const entity: Entity = {
      kind,
      slug,
      name,
      variants: variants.sort(byCodeUnits),
      hasPage: appearances.length >= least || group.some(({ appearance }) => appearance.byEditor),
      reason: `in ${countedArticles(appearances)}`,
      ...(code !== undefined && { code }),
    };
    return {
      entity,
      appearances: appearances.map((appearance) => ({ ...appearance, slug })),
    };
  });
}
