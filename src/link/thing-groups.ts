/** Which organisations or places do sightings come to, as the editor has ruled? Stage 5. */
import type { Appearance, Entity, EntityKind } from "../model.ts";
import type { AuthorityRecord } from "../settings-model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { countedArticles, formsByFrequency, onePerArticle } from "./grouping.ts";
import type { LinkedEntity, MovedEntity } from "./linked-entity.ts";
import type { RuledOne, Rulings } from "./rulings.ts";
import { nameWithLabel, slugsFor } from "./slugs.ts";

/** One thing as one article has it. */
export interface Found {
  /** Sightings with the same key are one thing unless the editor says otherwise. */
  readonly key: string;
  readonly name: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  readonly appearance: Omit<Appearance, "slug">;
}

/** What holds for all things of one kind. */
export interface Grouping {
  readonly kind: EntityKind;
  /** Articles that earn a page. */
  readonly least: number;
  readonly rulings: Rulings;
  /** The English name of a country, by code; namesakes are told apart by it. */
  readonly countryName?: (code: string) => string | undefined;
}

interface Group {
  readonly found: readonly Found[];
  readonly name: string;
  readonly label?: string;
  /** What its address is made of; the name where absent. */
  readonly address?: string;
  /** Of a place. */
  readonly record?: AuthorityRecord;
}

/** Returns the things that sightings come to, one for each group; the order of the sightings does not matter. */
export function groupThings(found: readonly Found[], grouping: Grouping): LinkedEntity[] {
  const { rulings } = grouping;
  const named = joined(ruledGroups(found, rulings).map((group) => namedGroup(group, rulings)));
  const groups = labelled(named, grouping);
  const fixed = groups.flatMap(({ record }) => record?.slug ?? []);
  const free = groups.filter(({ record }) => record === undefined);
  const slugs = slugsFor(free.map(slugSource), grouping.kind, fixed);
  return groups.map((group) =>
    entityOf(group, group.record?.slug ?? slugs.get(slugSource(group)) ?? "", grouping),
  );
}

/** Returns where the addresses of names that rulings swallowed lead now. `before` is what would be without those rulings. */
export function movedThings(
  before: readonly LinkedEntity[],
  after: readonly LinkedEntity[],
): MovedEntity[] {
  const taken = new Set(after.map(({ entity }) => entity.slug));
  const now = new Map(
    after.flatMap(({ entity }) =>
      [entity.name, ...entity.variants].map((name) => [foldName(name), entity.slug]),
    ),
  );
  return before.flatMap(({ entity: { kind, slug, name, hasPage } }) => {
    const to = now.get(foldName(name));
    return hasPage && to !== undefined && !taken.has(slug) ? [{ kind, from: slug, to }] : [];
  });
}

/** Sightings of names that are ruled one join with all that go by the same key. */
function ruledGroups(found: readonly Found[], rulings: Rulings): Found[][] {
  const kept = found.filter(({ name }) => !rulings.isNobody(name));
  const ruledKeys = new Map<string, string>();
  const ruledKey = (each: Found): string | undefined => {
    const one = rulings.one(each.name);
    return one && isMeant(one, each) ? `one ${foldName(one.name)}` : undefined;
  };
  const isApart = ({ name, appearance }: Found) => rulings.apart(name, appearance.article);
  for (const each of [...kept].sort((a, b) => byCodeUnits(a.name, b.name))) {
    const ruled = isApart(each) === undefined ? ruledKey(each) : undefined;
    if (ruled !== undefined && !ruledKeys.has(each.key)) ruledKeys.set(each.key, ruled);
  }
  const groups = groupBy(kept, (each) => {
    const apart = isApart(each);
    if (apart !== undefined) return `apart ${apart.at}`;
    return ruledKey(each) ?? ruledKeys.get(each.key) ?? each.key;
  });
  return [...groups.values()].flatMap((group) => parted(group, rulings));
}

/** A record of a place in one country is not about its namesakes in others. */
function isMeant({ record }: RuledOne, { country }: Pick<Found, "country">): boolean {
  return record?.country === undefined || country === undefined || record.country === country;
}

/** Names that are ruled different stand apart, the others with the most frequent one that they fit. */
function parted(group: readonly Found[], rulings: Rulings): Found[][] {
  if (!rulings.speaksOfDifferent) return [[...group]];
  const parts: { names: string[]; found: Found[] }[] = [];
  const byName = groupBy(group, ({ name }) => name);
  for (const name of formsByFrequency(group.map((each) => each.name))) {
    const fits = parts.find(
      ({ names }) => !names.some((other) => rulings.areDifferent(name, other)),
    );
    const part = fits ?? { names: [], found: [] };
    if (fits === undefined) parts.push(part);
    part.names.push(name);
    part.found.push(...(byName.get(name) ?? []));
  }
  return parts.map((part) => part.found);
}

function namedGroup(found: readonly Found[], rulings: Rulings): Group {
  const forms = formsByFrequency(found.map(({ name }) => name));
  const given = (of: (name: string) => string | undefined) =>
    forms.map(of).find((name) => name !== undefined);
  const renamed = given((name) => rulings.renamed(name));
  const [first] = found;
  const apart = first && rulings.apart(first.name, first.appearance.article);
  const one = forms
    .map((form) => rulings.one(form))
    .find((ruled) => ruled !== undefined && found.some((each) => isMeant(ruled, each)));
  const name = renamed ?? one?.name ?? usualName(forms);
  const record = apart === undefined ? one?.record : undefined;
  const label = apart?.label ?? record?.label;
  return {
    found,
    name,
    ...(label !== undefined && { label }),
    ...(record !== undefined && { record }),
  };
}

/** The most frequent form that is not letters alone, so that a reader need not know them; else the most frequent. */
function usualName(forms: readonly string[]): string {
  const usual = forms.find((form) => form !== form.toUpperCase());
  return usual ?? forms[0] ?? "";
}

/** What is renamed to a name that another group has is one with it. */
function joined(groups: readonly Group[]): Group[] {
  const keyOf = ({ name, label, found }: Group): string =>
    [foldName(name), label ?? "", found[0]?.country ?? ""].join("\n");
  return [...groupBy(groups, keyOf).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, found: same.flatMap(({ found }) => found) }] : [];
  });
}

/** Namesakes go by their country, too; the address of the one in most articles stays the name alone. */
function labelled(groups: readonly Group[], { countryName }: Grouping): Group[] {
  return [...groupBy(groups, ({ name }) => foldName(name)).values()].flatMap((namesakes) => {
    if (namesakes.length === 1) return namesakes;
    const mostFirst = [...namesakes].sort(
      (a, b) =>
        b.found.length - a.found.length ||
        byCodeUnits(a.found[0]?.key ?? "", b.found[0]?.key ?? ""),
    );
    return mostFirst.map((group, index) => {
      const country = group.found[0]?.country;
      const its = country && countryName?.(country);
      const label = group.label ?? (its === group.name ? undefined : its);
      const told = label ?? `another, ${index + 1}`;
      if (index === 0) return label === undefined ? group : { ...group, label };
      return { ...group, label: told, address: nameWithLabel(group.name, told) };
    });
  });
}

function slugSource({ name, address }: Group): string {
  return address ?? name;
}

function entityOf(group: Group, slug: string, { kind, least }: Grouping): LinkedEntity {
  const { found, name, label, record } = group;
  const appearances = onePerArticle(found.map(({ appearance }) => appearance));
  const countries = formsByFrequency(found.flatMap((each) => each.country ?? []));
  const country = record?.country ?? countries[0];
  const forms = [...found.map((each) => each.name), ...(record?.variants ?? [])];
  const variants = new Set(forms.filter((form) => form !== name));
  const entity: Entity = {
    kind,
    slug,
    name,
    variants: [...variants].sort(byCodeUnits),
    ...(record === undefined
      ? {
          hasPage:
            appearances.length >= least || found.some(({ appearance }) => appearance.byEditor),
          reason: `in ${countedArticles(appearances)}`,
        }
      : recorded(record)),
    ...(label !== undefined && { label }),
    ...(country !== undefined && { country }),
  };
  return { entity, appearances: appearances.map((appearance) => ({ ...appearance, slug })) };
}

/** What the editor's own file says of a place. */
function recorded({ position, note }: AuthorityRecord) {
  return {
    hasPage: true,
    reason: "has an authority record",
    ...(position !== undefined && { position }),
    ...(note !== undefined && { note }),
  };
}
