/** Which units of one block are one person? Stage 5. */
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import {
  areCompatible,
  consonantsOf,
  isInitial,
  lettersOf,
  type NameForm,
  nameForm,
} from "./name-forms.ts";
import { namesakesAmong } from "./namesakes.ts";
import { isListed, isLoneUnit, isOneName } from "./person-units.ts";
import type { RuledApart, RuledOne, Rulings } from "./rulings.ts";
import { areSpellings } from "./spellings.ts";
import type { Seen, SightingReader, Unit, UnlinkedAppearance } from "./units.ts";

/** Sightings that are held to be one person. */
export interface Cluster {
  readonly units: readonly Unit[];
  /** The sightings of the units that are meant, where the name has been split by what its roles say. */
  readonly seen?: readonly (Seen & { readonly appearance?: UnlinkedAppearance })[];
  /** What the editor has ruled on this one. */
  readonly ruled?: RuledOne;
  readonly apart?: RuledApart;
  /** Set where somebody else bears the same name: what tells them apart. */
  readonly label?: string;
}

/** A cluster while it grows. `forms` are those with which others are compared. */
interface Draft {
  readonly forms: readonly NameForm[];
  readonly units: Unit[];
  ruled?: RuledOne;
}

/**
 * Returns the people of a block. In this order: whoever the editor has told apart; names of the same letters; names that
 * agree outside and are compatible between, each compared with the fullest form and joined only where one fits;
 * transliterations of a first name under the very same office; what the editor has joined; namesakes told apart by what
 * they do; lone surnames under the same office. The order of the units does not matter for who is who. The cost grows
 * with the names of a block, not with how often each is printed.
 */
export function clustersOf(
  units: readonly Unit[],
  rulings: Rulings,
  reader: SightingReader,
): readonly Cluster[] {
  const { free, apart } = setApart(units, rulings);
  const lone = free.filter((unit) => isLone(unit, rulings));
  const drafts = joinedByRulings(
    joinedByOffice(
      compatibleDrafts(
        free.filter((one) => !isLone(one, rulings)),
        rulings,
      ),
      rulings,
    ),
    rulings,
  );
  const named = [...drafts, ...oneNames(lone)];
  joinLone(
    lone.filter((one) => !isOneName(one)),
    drafts,
  );
  return [...apart, ...named.flatMap((draft) => told(draft, rulings, reader))];
}

function isLone(unit: Unit, rulings: Rulings): boolean {
  return isLoneUnit(unit) && !isListed(unit) && rulings.one(unit.name) === undefined;
}

// ------------------------------------------------------------------ what the editor says of single articles

function setApart(
  units: readonly Unit[],
  rulings: Rulings,
): { readonly free: readonly Unit[]; readonly apart: readonly Cluster[] } {
  const isSingle = ({ ruling }: Unit): boolean => rulings.single(ruling) !== undefined;
  const groups = groupBy(units.filter(isSingle), ({ ruling }) => ruling);
  const apart = [...groups].map(([id, those]): Cluster => {
    const { apart: ruledApart, one } = rulings.single(id) ?? {};
    const label = ruledApart?.label ?? one?.record?.label;
    return {
      units: those,
      ...(ruledApart && { apart: ruledApart }),
      ...(one && { ruled: one }),
      ...(label !== undefined && { label }),
    };
  });
  return { free: units.filter((unit) => !isSingle(unit)), apart };
}

// ------------------------------------------------------------------ names

/** Fullest names first, those with an initial for a first name last; of equals by their letters. */
function compatibleDrafts(units: readonly Unit[], rulings: Rulings): readonly Draft[] {
  const groups = [...groupBy(units, ({ name }) => lettersOf(name))]
    .map(([letters, alike]) => ({ letters, alike, forms: formsOf(alike) }))
    .sort(
      (a, b) =>
        Number(startsWithInitial(a.forms)) - Number(startsWithInitial(b.forms)) ||
        b.letters.length - a.letters.length ||
        byCodeUnits(a.letters, b.letters),
    );
  const byOuter = new Map<string, Draft[]>();
  const drafts: Draft[] = [];
  for (const { alike, forms } of groups) {
    const keys = startsWithInitial(forms) ? forms.map(initialKey) : forms.map(outerKey);
    const only = onlyFitting(
      new Set(keys.flatMap((key) => byOuter.get(key) ?? [])),
      (draft) => fits(draft, forms) && mayJoin(draft.units, alike, rulings),
    );
    if (only !== undefined) only.units.push(...alike);
    else {
      const draft = { forms, units: [...alike] };
      drafts.push(draft);
      for (const key of new Set([...forms.map(outerKey), ...forms.map(initialKey)])) {
        const there = byOuter.get(key);
        if (there === undefined) byOuter.set(key, [draft]);
        else there.push(draft);
      }
    }
  }
  return drafts;
}

/** The one that fits; undefined where none does or several do. Looks no further than the second. */
function onlyFitting(drafts: Iterable<Draft>, isFit: (draft: Draft) => boolean): Draft | undefined {
  let only: Draft | undefined;
  for (const draft of drafts) {
    if (!isFit(draft)) continue;
    if (only !== undefined) return undefined;
    only = draft;
  }
  return only;
}

/** Each way in which names of the same letters part into words. */
function formsOf(alike: readonly Unit[]): readonly NameForm[] {
  return [...new Set(alike.map(({ name }) => name))].sort(byCodeUnits).map(nameForm);
}

function startsWithInitial(forms: readonly NameForm[]): boolean {
  return forms.every(({ given }) => isInitial(given));
}

function outerKey({ given, family }: NameForm): string {
  return `${given} ${family}`;
}

function initialKey({ given, family }: NameForm): string {
  return `${given.slice(0, 1)}. ${family}`;
}

function fits({ forms }: Draft, others: readonly NameForm[]): boolean {
  return forms.some((form) => others.some((other) => areCompatible(form, other)));
}

function mayJoin(some: readonly Unit[], others: readonly Unit[], rulings: Rulings): boolean {
  if (!rulings.speaksOfDifferent) return true;
  const names = [...new Set(others.map(({ name }) => name))];
  return !some.some(({ name }) => names.some((other) => rulings.areDifferent(name, other)));
}

// ------------------------------------------------------------------ transliterations

/** Joins spellings of one name under the very same office; where two would do, neither. */
function joinedByOffice(drafts: readonly Draft[], rulings: Rulings): readonly Draft[] {
  const usualFirst = drafts
    .map((draft) => ({ draft, sightings: sum(draft.units.map((unit) => unit.sightings)) }))
    .sort((a, b) => b.sightings - a.sightings);
  const held = usualFirst.flatMap(({ draft }) =>
    officesOf(draft.units).map((office) => ({ office, draft })),
  );
  const holders = groupBy(held, ({ office }) => office);
  const into = new Map<Draft, Draft>();
  const hosts = new Set<Draft>();
  // in the order of the offices, so that the order of the articles does not matter
  for (const [, group] of [...holders].sort(([a], [b]) => byCodeUnits(a, b))) {
    const before = new Map<string, Draft[]>();
    for (const { draft } of group) {
      const sounds = new Set(draft.forms.map(soundKey));
      const near = new Set([...sounds].flatMap((sound) => before.get(sound) ?? []));
      for (const sound of sounds) before.set(sound, [...(before.get(sound) ?? []), draft]);
      // whoever has taken in another spelling is not taken in: that would be a chain
      if (into.has(draft) || hosts.has(draft)) continue;
      const only = onlyFitting(
        near,
        (other) => !into.has(other) && mayBeOne(other, draft, rulings),
      );
      if (only === undefined) continue;
      into.set(draft, only);
      hosts.add(only);
    }
  }
  for (const [draft, host] of into) host.units.push(...draft.units);
  return drafts.filter((draft) => !into.has(draft));
}

/** Spellings of one name have the same: no other need be compared. */
function soundKey({ given, family }: NameForm): string {
  return `${consonantsOf(given)} ${consonantsOf(family)}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** All offices that units' parts name, sorted. */
export function officesOf(units: readonly Unit[]): readonly string[] {
  const offices = units.flatMap(({ parts }) => parts.flatMap((part) => part.offices));
  return [...new Set(offices)].sort(byCodeUnits);
}

function mayBeOne(a: Draft, b: Draft, rulings: Rulings): boolean {
  return areSpellings(a.forms, b.forms) && mayJoin(a.units, b.units, rulings);
}

// ------------------------------------------------------------------ what the editor says of names

function joinedByRulings(drafts: readonly Draft[], rulings: Rulings): readonly Draft[] {
  const byRuling = new Map<RuledOne, Draft>();
  return drafts.filter((draft) => {
    const ruled = draft.units.map(({ name }) => rulings.one(name)).find((one) => one !== undefined);
    if (ruled === undefined) return true;
    draft.ruled = ruled;
    const first = byRuling.get(ruled);
    if (first === undefined) byRuling.set(ruled, draft);
    else first.units.push(...draft.units);
    return first === undefined;
  });
}

// ------------------------------------------------------------------ single names

function oneNames(lone: readonly Unit[]): readonly Draft[] {
  const going = lone.filter(isOneName);
  return [...groupBy(going, ({ name }) => lettersOf(name)).values()].map((alike) => ({
    forms: formsOf(alike),
    units: alike,
  }));
}

/** A surname that an article prints without a first name is somebody's who alone bears it in the same office. */
function joinLone(lone: readonly Unit[], drafts: readonly Draft[]): void {
  const wanted = new Set(lone.map(({ name }) => nameForm(name).family));
  const holders = drafts.flatMap((draft) =>
    [...new Set(draft.forms.map((form) => form.family))]
      .filter((family) => wanted.has(family))
      .flatMap((family) => officesOf(draft.units).map((office) => ({ office, family, draft }))),
  );
  const byOffice = groupBy(holders, ({ family, office }) => `${family}\n${office}`);
  for (const unit of lone) {
    const { family } = nameForm(unit.name);
    const fitting = new Set(
      officesOf([unit])
        .flatMap((office) => byOffice.get(`${family}\n${office}`) ?? [])
        .map(({ draft }) => draft),
    );
    const [only, another] = fitting;
    if (only !== undefined && another === undefined) only.units.push(unit);
  }
}

// ------------------------------------------------------------------ namesakes

function told(
  { units, ruled }: Draft,
  rulings: Rulings,
  reader: SightingReader,
): readonly Cluster[] {
  if (ruled !== undefined || units.some(({ name }) => rulings.one(name) !== undefined)) {
    const label = ruled?.record?.label;
    return [{ units, ...(ruled && { ruled }), ...(label !== undefined && { label }) }];
  }
  return namesakesAmong(units, reader) ?? [{ units }];
}
