/** Which organisations and places does the archive know? Stage 5. */
import type { ArchiveArticle, EntityKind, NamedThing } from "../model.ts";
import type { NameRulings, Thresholds } from "../settings-model.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { countryName } from "../words/countries.ts";
import { appearanceOf } from "./appearances.ts";
import { applyList, type ListName } from "./editor-lists.ts";
import type { ArchiveLinks } from "./linked-entity.ts";
import { acronymsOf } from "./organisation-keys.ts";
import { placeKey } from "./place-keys.ts";
import { Rulings } from "./rulings.ts";
import { type Found, type Grouping, groupThings, movedThings } from "./thing-groups.ts";

/** Organisations less sure than this are left to search. */
const LEAST_CONFIDENCE = 0.5;

/**
 * Returns the archive's organisations. Two articles mean the same one where they print the same name, whatever its legal
 * form, or letters that an article explains.
 */
export function linkOrganisations(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
  rulings: NameRulings,
): ArchiveLinks {
  const acronyms = acronymsOf(articles);
  const found = articles.flatMap((article) =>
    namedThings(article, "organisation", {
      things: article.annotations.organisations,
      list: "organisations",
      keyOf: ({ name }) => acronyms.keyIn(name, article.path),
    }),
  );
  return ruledThings(
    found,
    { kind: "organisation", least: thresholds.organisationArticles },
    rulings,
  );
}

/** Returns the archive's places, by name and country; a town's several spellings are one. */
export function linkPlaces(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
  rulings: NameRulings,
): ArchiveLinks {
  const countryOf = onlyCountries(articles);
  const found = articles.flatMap((article) =>
    namedThings(article, "place", {
      things: article.annotations.places,
      list: "places",
      keyOf: ({ name, country }) =>
        placeKey(name, country ?? countryOf.get(placeKey(name, undefined))),
    }),
  );
  return ruledThings(
    found,
    { kind: "place", least: thresholds.placeArticles, countryName },
    rulings,
  );
}

/** By name, the country of a place that is in one alone: who leaves the country out means no other. */
function onlyCountries(articles: readonly ArchiveArticle[]): ReadonlyMap<string, string> {
  const countries = new Map<string, string>();
  const several = new Set<string>();
  for (const { annotations } of articles) {
    for (const { name, country } of annotations.places) {
      if (country === undefined) continue;
      const key = placeKey(name, undefined);
      if ((countries.get(key) ?? country) !== country) several.add(key);
      countries.set(key, country);
    }
  }
  for (const key of several) countries.delete(key);
  return countries;
}

function ruledThings(
  found: readonly Found[],
  grouping: Omit<Grouping, "rulings">,
  names: NameRulings,
): ArchiveLinks {
  const rulings = new Rulings(names);
  const entities = groupThings(found, { ...grouping, rulings });
  const remarks = rulings.unknownNames(new Set(found.map(({ name }) => name)));
  if (names.same.length + names.renamed.length + names.records.length === 0)
    return { entities, remarks, moved: [] };
  const before = groupThings(found, { ...grouping, rulings: rulings.unjoined() });
  return { entities, remarks, moved: movedThings(before, entities) };
}

function namedThings(
  article: ArchiveArticle,
  kind: EntityKind,
  {
    things,
    list,
    keyOf,
  }: {
    readonly things: readonly NamedThing[];
    readonly list: ListName;
    readonly keyOf: (thing: Pick<NamedThing, "name" | "country">) => string;
  },
): Found[] {
  const finder = new SentenceFinder(article.document, article.annotations.sentences);
  const sure = things.filter((thing) => thing.confidence >= LEAST_CONFIDENCE);
  const { kept, added } = applyList(article, sure, list);
  const all: readonly Pick<NamedThing, "name" | "mentions" | "country">[] = [...kept, ...added];
  return all.map((thing) => ({
    key: keyOf(thing),
    name: thing.name,
    ...(thing.country !== undefined && { country: thing.country }),
    appearance: {
      ...appearanceOf(article, kind, { name: thing.name, mentions: thing.mentions, finder }),
      byEditor: thing.mentions.length === 0,
    },
  }));
}
