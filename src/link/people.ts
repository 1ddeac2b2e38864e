/** Which people of different articles are one person? Stage 5. */
import type { Appearance, ArchiveArticle, Entity, Mention, Person } from "../model.ts";
import type { NameRulings, Thresholds } from "../settings-model.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { isSure } from "../text/certainty.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { isLoneSurname, nameParts } from "../text/particles.ts";
import { applyList } from "./editor-lists.ts";
import { countedArticles, formsByFrequency, onePerArticle } from "./grouping.ts";
import type { ArchiveLinks, LinkedEntity } from "./linked-entity.ts";
import { slugsFor } from "./slugs.ts";

/** A person as one article has them, before it is known who they are in the archive. */
interface Sighting {
  readonly name: string;
  readonly confidence: number;
  readonly appearance: Omit<Appearance, "slug">;
}

/** Sightings that are held to be one person. */
interface Cluster {
  readonly canonical: readonly string[];
  readonly sightings: Sighting[];
}

/**
 * Returns the archive's people. Two sightings are one person when their first and last names agree and
 * the names between are compatible with the fullest form seen ("J." with "James"); never by a surname or
 * a role alone, and never through a chain: each is compared with the fullest form. A lone surname names
 * nobody here and stays a search hit.
 */
export function linkPeople(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
  rulings: NameRulings,
): ArchiveLinks {
  const nobody = new Set(rulings.none.map(({ name }) => foldName(name)));
  const sightings = articles
    .flatMap(sightingsIn)
    .filter(({ name, appearance }) => !isLoneSurname(name) || appearance.byEditor)
    .filter(({ name }) => !nobody.has(foldName(name)));
  const clusters = [...groupBy(sightings, outerNames).values()].flatMap(clustersOf);
  return { entities: named(clusters, thresholds), remarks: [], moved: [] };
}

function sightingsIn(article: ArchiveArticle): Sighting[] {
  const finder = new SentenceFinder(article.document, article.annotations.sentences);
  const { kept, added } = applyList(article, article.annotations.people, "people");
  return [
    ...kept.map((person) => sightingOf(article, person, finder)),
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
  finder: SentenceFinder,
): Sighting {
  const { document, annotations } = article;
  const isNamed = (mention: Mention): boolean =>
    mention.form === "full" || mention.form === "short";
  const mentions = person.mentions.filter(isNamed).map(({ start, end }) => ({ start, end }));
  const roles = person.roles.flatMap((role) => {
    const sentence = finder.cite(role);
    return sentence === undefined ? [] : [{ title: role.title, sentence }];
  });
  const quotations = annotations.quotations.flatMap((quotation) => {
    const opening = quotation.speaker === person.printed ? finder.cite(quotation) : undefined;
    if (opening === undefined || quotation.kind === "scare") return [];
    const text = document.text.slice(quotation.start, quotation.end);
    return [
      {
        kind: quotation.kind,
        text,
        anchor: opening.anchor,
        sure: isSure(quotation.evidence.confidence),
      },
    ];
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
      quotations,
      byEditor: false,
    },
  };
}

// ------------------------------------------------------------------ who is who

function outerNames({ name }: Sighting): string {
  const names = nameParts(name);
  return `${names[0]} ${names.at(-1)}`;
}

/** Whoever prints the very same name is one, so that no two clusters share a form. */
function clustersOf(sightings: readonly Sighting[]): Cluster[] {
  const clusters: Cluster[] = [];
  const byName = groupBy(sightings, ({ name }) => nameParts(name).join(" "));
  const fullestFirst = [...byName].sort(([a], [b]) => b.length - a.length || byCodeUnits(a, b));
  for (const [name, alike] of fullestFirst) {
    const names = name.split(" ");
    const fitting = clusters.filter((cluster) => areCompatible(cluster.canonical, names));
    const [only] = fitting;
    const theirs = only !== undefined && fitting.length === 1 ? only : newCluster(names, clusters);
    for (const sighting of alike) theirs.sightings.push(sighting);
  }
  return clusters;
}

function newCluster(canonical: readonly string[], clusters: Cluster[]): Cluster {
  const cluster: Cluster = { canonical, sightings: [] };
  clusters.push(cluster);
  return cluster;
}

/** Whether the names between first and last can be one person's: none on one side, or the same, or initials. */
function areCompatible(canonical: readonly string[], names: readonly string[]): boolean {
  const full = canonical.slice(1, -1);
  const other = names.slice(1, -1);
  if (other.length === 0) return true;
  return (
    full.length === other.length &&
    other.every((name, index) => {
      const against = full[index] ?? "";
      return (
        name === against ||
        (isInitial(name) && against.startsWith(name)) ||
        (isInitial(against) && name.startsWith(against))
      );
    })
  );
}

function isInitial(name: string): boolean {
  return name.length === 1;
}

// ------------------------------------------------------------------ what each is called

function named(clusters: readonly Cluster[], thresholds: Thresholds): LinkedEntity[] {
  const labelled = clusters.map((cluster) => ({
    cluster,
    name: formsByFrequency(cluster.sightings.map((sighting) => sighting.name))[0] ?? "",
  }));
  const slugs = slugsFor(
    labelled.map(({ name }) => name),
    "person",
  );
  return labelled.map(({ cluster, name }) => {
    const slug = slugs.get(name) ?? "";
    const variants = [...new Set(cluster.sightings.map((sighting) => sighting.name))].filter(
      (form) => form !== name,
    );
    const { hasPage, reason } = judge(cluster.sightings, thresholds);
    const entity: Entity = {
      kind: "person",
      slug,
      name,
      variants: variants.sort(byCodeUnits),
      hasPage,
      reason,
    };
    const appearances = onePerArticle(cluster.sightings.map((sighting) => sighting.appearance)).map(
      (appearance) => ({
        ...appearance,
        slug,
      }),
    );
    return { entity, appearances };
  });
}

function judge(
  sightings: readonly Sighting[],
  thresholds: Thresholds,
): Pick<Entity, "hasPage" | "reason"> {
  const likely = new Set(
    sightings
      .filter(({ confidence }) => confidence >= thresholds.personLikely)
      .map(({ appearance }) => appearance.article),
  ).size;
  const surest = sightings.reduce((most, { confidence }) => Math.max(most, confidence), 0);
  const speaks = sightings.some(({ appearance }) => appearance.quotations.some(({ sure }) => sure));
  const counted = `named in ${countedArticles(sightings.map(({ appearance }) => appearance))}`;
  if (sightings.some(({ appearance }) => appearance.byEditor))
    return { hasPage: true, reason: "put here by the editor" };
  if (surest >= thresholds.personSure)
    return { hasPage: true, reason: `${counted}, surely a person` };
  if (likely >= thresholds.personArticles)
    return { hasPage: true, reason: `${counted}, probably a person` };
  if (speaks) return { hasPage: true, reason: `${counted}, and quoted` };
  return { hasPage: false, reason: `${counted}, and not surely a person` };
}
