/** Which sightings of one block are one person? Stage 5. */
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { isLoneSurname } from "../text/particles.ts";
import { goesByOneName, tellingOffices } from "./callings.ts";
import { areCompatible, isInitial, lettersOf, type NameForm, nameForm } from "./name-forms.ts";
import { namesakesAmong } from "./namesakes.ts";
import type { RuledApart, RuledOne, Rulings } from "./rulings.ts";
import type { Sighting } from "./sightings.ts";
import { areSpellings } from "./spellings.ts";

/** Sightings that are held to be one person. */
export interface Cluster {
  readonly sightings: readonly Sighting[];
  /** What the editor has ruled on this one. */
  readonly ruled?: RuledOne;
  readonly apart?: RuledApart;
  /** Set where somebody else bears the same name: what tells them apart. */
  readonly label?: string;
  /** The name has been split by what its roles say. */
  readonly split?: true;
}

/** A cluster while it grows. `forms` are those with which others are compared. */
interface Draft {
  readonly forms: readonly NameForm[];
  readonly sightings: Sighting[];
  ruled?: RuledOne;
}

/**
 * Returns the people of a block. In this order: whoever the editor has told apart; names of the same letters; names that
 * agree outside and are compatible between, each compared with the fullest form and joined only where one fits;
 * transliterations of a first name under the very same office; what the editor has joined; namesakes told apart by what
 * they do; lone surnames under the same office. The order of the sightings does not matter for who is who.
 */
export function clustersOf(sightings: readonly Sighting[], rulings: Rulings): readonly Cluster[] {
  const { free, apart } = setApart(sightings, rulings);
  const lone = free.filter((sighting) => isLone(sighting, rulings));
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
    lone.filter((one) => !goesByOneName(one)),
    drafts,
  );
  return [...apart, ...named.flatMap((draft) => told(draft, rulings))];
}

function isLone({ name, appearance }: Sighting, rulings: Rulings): boolean {
  return isLoneSurname(name) && !appearance.byEditor && rulings.one(name) === undefined;
}

// ------------------------------------------------------------------ what the editor says of single articles

function setApart(
  sightings: readonly Sighting[],
  rulings: Rulings,
): { readonly free: readonly Sighting[]; readonly apart: readonly Cluster[] } {
  const free: Sighting[] = [];
  const byRuling = new Map<RuledApart | RuledOne, Sighting[]>();
  for (const sighting of sightings) {
    const { name, appearance } = sighting;
    const ruling =
      rulings.recorded(name, appearance.article) ?? rulings.apart(name, appearance.article);
    const those = ruling === undefined ? free : (byRuling.get(ruling) ?? []);
    those.push(sighting);
    if (ruling !== undefined) byRuling.set(ruling, those);
  }
  const apart = [...byRuling].map(([ruling, those]): Cluster => {
    const isApart = "articles" in ruling;
    const { label } = isApart ? ruling : (ruling.record ?? {});
    return {
      sightings: those,
      ...(isApart ? { apart: ruling } : { ruled: ruling }),
      ...(label !== undefined && { label }),
    };
  });
  return { free, apart };
}

// ------------------------------------------------------------------ names

/** Fullest names first, those with an initial for a first name last; of equals by their letters. */
function compatibleDrafts(sightings: readonly Sighting[], rulings: Rulings): readonly Draft[] {
  const groups = [...groupBy(sightings, ({ name }) => lettersOf(name))]
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
    const near = new Set(keys.flatMap((key) => byOuter.get(key) ?? []));
    const fitting = [...near].filter(
      (draft) => fits(draft, forms) && mayJoin(draft.sightings, alike, rulings),
    );
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) only.sightings.push(...alike);
    else {
      const draft = { forms, sightings: [...alike] };
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

/** Each way in which names of the same letters part into words. */
function formsOf(alike: readonly Sighting[]): readonly NameForm[] {
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

function mayJoin(
  some: readonly Sighting[],
  others: readonly Sighting[],
  rulings: Rulings,
): boolean {
  if (!rulings.speaksOfDifferent) return true;
  const names = [...new Set(others.map(({ name }) => name))];
  return !some.some(({ name }) => names.some((other) => rulings.areDifferent(name, other)));
}

// ------------------------------------------------------------------ transliterations

/** Joins spellings of one name under the very same office; where two would do, neither. */
function joinedByOffice(drafts: readonly Draft[], rulings: Rulings): readonly Draft[] {
  const usualFirst = drafts.toSorted((a, b) => b.sightings.length - a.sightings.length);
  const held = usualFirst.flatMap((draft) =>
    [...tellingOffices(draft.sightings)].map((office) => ({ office, draft })),
  );
  const holders = groupBy(held, ({ office }) => office);
  const into = new Map<Draft, Draft>();
  // in the order of the offices, so that the order of the articles does not matter
  for (const [, group] of [...holders].sort(([a], [b]) => byCodeUnits(a, b))) {
    const hosts = new Set(into.values());
    for (const [index, { draft }] of group.entries()) {
      // whoever has taken in another spelling is not taken in: that would be a chain
      if (into.has(draft) || hosts.has(draft)) continue;
      const fitting = group
        .slice(0, index)
        .map((other) => other.draft)
        .filter((other) => !into.has(other) && mayBeOne(other, draft, rulings));
      const [only] = fitting;
      if (only === undefined || fitting.length > 1) continue;
      into.set(draft, only);
      hosts.add(only);
    }
  }
  for (const [draft, host] of into) host.sightings.push(...draft.sightings);
  return drafts.filter((draft) => !into.has(draft));
}

function mayBeOne(a: Draft, b: Draft, rulings: Rulings): boolean {
  return areSpellings(a.forms, b.forms) && mayJoin(a.sightings, b.sightings, rulings);
}

// ------------------------------------------------------------------ what the editor says of names

function joinedByRulings(drafts: readonly Draft[], rulings: Rulings): readonly Draft[] {
  const byRuling = new Map<RuledOne, Draft>();
  return drafts.filter((draft) => {
    const ruled = draft.sightings
      .map(({ name }) => rulings.one(name))
      .find((one) => one !== undefined);
    if (ruled === undefined) return true;
    draft.ruled = ruled;
    const first = byRuling.get(ruled);
    if (first === undefined) byRuling.set(ruled, draft);
    else first.sightings.push(...draft.sightings);
    return first === undefined;
  });
}

// ------------------------------------------------------------------ single names

function oneNames(lone: readonly Sighting[]): readonly Draft[] {
  const going = lone.filter(goesByOneName);
  return [...groupBy(going, ({ name }) => lettersOf(name)).values()].map((alike) => ({
    forms: formsOf(alike),
    sightings: alike,
  }));
}

/** A surname that an article prints without a first name is somebody's who alone bears it in the same office. */
function joinLone(lone: readonly Sighting[], drafts: readonly Draft[]): void {
  const holders = drafts.flatMap((draft) =>
    [...new Set(draft.forms.map((form) => form.family))].map((family) => ({ family, draft })),
  );
  const byFamily = groupBy(holders, ({ family }) => family);
  const wanted = new Set(lone.map(({ name }) => nameForm(name).family));
  const offices = new Map(
    holders
      .filter(({ family }) => wanted.has(family))
      .map(({ draft }) => [draft, tellingOffices(draft.sightings)]),
  );
  for (const sighting of lone) {
    const own = [...tellingOffices([sighting])];
    const family = byFamily.get(nameForm(sighting.name).family) ?? [];
    const fitting = family.filter(({ draft }) =>
      own.some((office) => offices.get(draft)?.has(office)),
    );
    if (fitting.length === 1) fitting[0]?.draft.sightings.push(sighting);
  }
}

// ------------------------------------------------------------------ namesakes

function told({ sightings, ruled }: Draft, rulings: Rulings): readonly Cluster[] {
  if (ruled !== undefined || sightings.some(({ name }) => rulings.one(name) !== undefined)) {
    const label = ruled?.record?.label;
    return [{ sightings, ...(ruled && { ruled }), ...(label !== undefined && { label }) }];
  }
  return namesakesAmong(sightings);
}
