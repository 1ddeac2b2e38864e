/** Which organisations or places do units come to, as the editor has ruled? Stage 5. */
import type { AuthorityRecord } from "../settings-model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { formerOf } from "./former.ts";
import { formsByFrequency } from "./grouping.ts";
import type { Identity, LinkedBlock } from "./identity.ts";
import type { RuledApart, RuledOne, Rulings } from "./rulings.ts";
import { nameWithLabel } from "./slugs.ts";
import { countsByName, type SightingReader, type Unit } from "./units.ts";

/** A unit of a thing, with what it is known by. */
export interface KeyedUnit {
  /** Units with the same key are one thing unless the editor says otherwise. */
  readonly key: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  readonly unit: Unit;
}

/** What holds for all things of one kind. */
export interface Grouping {
  /** Articles that earn a page. */
  readonly least: number;
  readonly rulings: Rulings;
  /** As in `linkPeople`. */
  readonly isRuled: boolean;
  /** The English name of a country, by code; namesakes are told apart by it. */
  readonly countryName?: (code: string) => string | undefined;
}

interface Group {
  readonly found: readonly KeyedUnit[];
  readonly name: string;
  readonly country?: string;
  readonly label?: string;
  /** What its address is made of; the name where absent. */
  readonly address?: string;
  /** Of a place. */
  readonly record?: AuthorityRecord;
}

/** Returns the things that units come to, one for each group; the order of the units does not matter. */
export function groupThings(
  found: readonly KeyedUnit[],
  grouping: Grouping,
  reader: Pick<SightingReader, "areIn">,
): LinkedBlock {
  const { rulings, isRuled, least } = grouping;
  const identities = thingsOf(found, grouping);
  if (!isRuled) return { identities };
  const before = thingsOf(found, { ...grouping, rulings: rulings.unjoined() });
  const former = formerOf(before, identities).map((one, index) =>
    reader.areIn(before[index]?.units ?? [], least) ? one : { key: one.key, units: one.units },
  );
  return { identities, former };
}

function thingsOf(found: readonly KeyedUnit[], grouping: Grouping): readonly Identity[] {
  const { rulings } = grouping;
  const named = joined(ruledGroups(found, rulings).map((group) => namedGroup(group, rulings)));
  const used = new Set<string>();
  return labelled(named, grouping).map((group) => {
    const source = group.address ?? group.name;
    const key = used.has(source) ? `${source} ${leastKey(group)}` : source;
    used.add(key);
    return identityOf(group, key);
  });
}

function leastKey({ found }: Group): string {
  return found.map(({ key }) => key).sort(byCodeUnits)[0] ?? "";
}

/** Units of names that are ruled one join with all that go by the same key. */
function ruledGroups(found: readonly KeyedUnit[], rulings: Rulings): KeyedUnit[][] {
  const kept = found
    .filter(({ unit }) => !rulings.isNobody(unit.name))
    .sort(
      (a, b) => byCodeUnits(a.unit.name, b.unit.name) || byCodeUnits(a.unit.manner, b.unit.manner),
    );
  const ruledKeys = new Map<string, string>();
  const ruledKey = (each: KeyedUnit): string | undefined => {
    const one = rulings.one(each.unit.name);
    return one && isMeant(one, each) ? `one ${foldName(one.name)}` : undefined;
  };
  for (const each of kept) {
    const ruled = apartFor(each, rulings) === undefined ? ruledKey(each) : undefined;
    if (ruled !== undefined && !ruledKeys.has(each.key)) ruledKeys.set(each.key, ruled);
  }
  const groups = groupBy(kept, (each) => {
    if (apartFor(each, rulings) !== undefined) return each.unit.ruling;
    return ruledKey(each) ?? ruledKeys.get(each.key) ?? each.key;
  });
  return [...groups.values()].flatMap((group) => parted(group, rulings));
}

function apartFor({ unit }: KeyedUnit, rulings: Rulings): RuledApart | undefined {
  return rulings.single(unit.ruling)?.apart;
}

/** A record of a place in one country is not about its namesakes in others. */
function isMeant({ record }: RuledOne, { country }: Pick<KeyedUnit, "country">): boolean {
  return record?.country === undefined || country === undefined || record.country === country;
}

/** Names that are ruled different stand apart, the others with the most frequent one that they fit. */
function parted(group: readonly KeyedUnit[], rulings: Rulings): KeyedUnit[][] {
  if (!rulings.speaksOfDifferent) return [[...group]];
  const parts: { names: string[]; found: KeyedUnit[] }[] = [];
  const byName = groupBy(group, ({ unit }) => unit.name);
  for (const name of formsByFrequency(countsByName(group.map(({ unit }) => unit)))) {
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

function namedGroup(found: readonly KeyedUnit[], rulings: Rulings): Group {
  const forms = formsByFrequency(countsByName(found.map(({ unit }) => unit)));
  const given = (of: (name: string) => string | undefined) =>
    forms.map(of).find((name) => name !== undefined);
  const renamed = given((name) => rulings.renamed(name));
  const [first] = found;
  const apart = first && apartFor(first, rulings);
  const one = forms
    .map((form) => rulings.one(form))
    .find((ruled) => ruled !== undefined && found.some((each) => isMeant(ruled, each)));
  const name = renamed ?? one?.name ?? usualName(forms);
  const record = apart === undefined ? one?.record : undefined;
  const label = apart?.label ?? record?.label;
  const country = countryOf(found);
  return {
    found,
    name,
    ...(country !== undefined && { country }),
    ...(label !== undefined && { label }),
    ...(record !== undefined && { record }),
  };
}

/** The one that most sightings name. */
function countryOf(found: readonly KeyedUnit[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { country, unit } of found)
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + unit.sightings);
  return formsByFrequency(counts)[0];
}

/** The most frequent form that is not letters alone, so that a reader need not know them; else the most frequent. */
function usualName(forms: readonly string[]): string {
  const usual = forms.find((form) => form !== form.toUpperCase());
  return usual ?? forms[0] ?? "";
}

/** What is renamed to a name that another group has is one with it. */
function joined(groups: readonly Group[]): Group[] {
  const keyOf = ({ name, label, country }: Group): string =>
    [foldName(name), label ?? "", country ?? ""].join("\n");
  return [...groupBy(groups, keyOf).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, found: same.flatMap(({ found }) => found) }] : [];
  });
}

/** Namesakes go by their country, too; the address of the one in most articles stays the name alone. */
function labelled(groups: readonly Group[], { countryName }: Grouping): Group[] {
  return [...groupBy(groups, ({ name }) => foldName(name)).values()].flatMap((namesakes) => {
    if (namesakes.length === 1) return namesakes;
    const mostFirst = namesakes
      .map((group) => ({ group, sightings: sightingsOf(group), least: leastKey(group) }))
      .sort((a, b) => b.sightings - a.sightings || byCodeUnits(a.least, b.least));
    return mostFirst.map(({ group }, index) => {
      const its = group.country && countryName?.(group.country);
      const label = group.label ?? (its === group.name ? undefined : its);
      const told = label ?? `another, ${index + 1}`;
      if (index === 0) return label === undefined ? group : { ...group, label };
      return { ...group, label: told, address: nameWithLabel(group.name, told) };
    });
  });
}

function sightingsOf({ found }: Group): number {
  return found.reduce((total, { unit }) => total + unit.sightings, 0);
}

function identityOf({ found, name, label, record, country }: Group, key: string): Identity {
  const forms = [...found.map(({ unit }) => unit.name), ...(record?.variants ?? [])];
  const variants = new Set(forms.filter((form) => form !== name));
  const its = record?.country ?? country;
  return {
    key,
    ...(record !== undefined && { fixed: record.slug }),
    units: found.map(({ unit }) => unit),
    about: {
      name,
      variants: [...variants].sort(byCodeUnits),
      ...(record !== undefined && { recorded: true }),
      ...(label !== undefined && { label }),
      rest: { ...fieldsOf(record), ...(its !== undefined && { country: its }) },
    },
  };
}

/** What the editor's own file says of a place. */
function fieldsOf(record: AuthorityRecord | undefined) {
  const { position, note } = record ?? {};
  return {
    ...(position !== undefined && { position }),
    ...(note !== undefined && { note }),
  };
}
