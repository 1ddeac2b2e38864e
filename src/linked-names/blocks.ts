/** Who is in the blocks that have changed? The middle step of linking: from units to identities. */
import { dropTask, takeTasks } from "../catalog/link-tasks.ts";
import { hintsOn } from "../catalog/sightings.ts";
import { type UnitRow, unitsInBases, unitsTiedTo } from "../catalog/units.ts";
import type { LinkedBlock } from "../link/identity.ts";
import { blockOf, nameTies } from "../link/name-forms.ts";
import { linkPeople } from "../link/people.ts";
import { placeKey } from "../link/place-keys.ts";
import { groupThings, type KeyedUnit } from "../link/thing-groups.ts";
import { linkTopic } from "../link/topics.ts";
import type { SightingReader } from "../link/units.ts";
import type { EntityKind } from "../model.ts";
import { countryName } from "../words/countries.ts";
import { type Block, storeBlock } from "./block-storing.ts";
import { KINDS, type Linking } from "./linking.ts";
import { sightingReader } from "./sighting-reader.ts";

/** Links each block that has changed and keeps what differs. */
export function linkBlocks(linking: Linking): void {
  const { database } = linking;
  for (const kind of KINDS) {
    const reader = sightingReader(linking, kind);
    const whole = new Set<string>();
    const linkWhole = (base: string): void => {
      const block = blockAround(linking, kind, base);
      for (const other of block.bases) {
        dropTask(database, `base ${kind}`, other);
        whole.add(other);
      }
      storeBlock(linking, block, linkBlock(linking, block, reader));
    };
    for (const base of takeTasks(database, `base ${kind}`)) linkWhole(base);
    if (kind !== "person") continue;
    for (const name of takeTasks(database, "tied person")) {
      const base = blockOf(name);
      if (whole.has(base)) continue;
      if (linking.blocks.person.isRuled(base)) linkWhole(base);
      else {
        const block = partAround(linking, name, base);
        for (const other of block.names ?? []) dropTask(database, "tied person", other);
        storeBlock(linking, block, linkBlock(linking, block, reader));
      }
    }
  }
}

/** The part of a block of people without rulings that a name is tied to. */
function partAround({ database }: Linking, name: string, base: string): Block {
  const units = unitsTiedTo(database, { name, base }, nameTies);
  const names = new Set([name, ...units.map((unit) => unit.name)]);
  return { kind: "person", bases: [base], units, names, isRuled: false };
}

/** Everything that units, explained letters and rulings tie to a base. */
function blockAround({ database, blocks }: Linking, kind: EntityKind, seed: string): Block {
  const bases = new Set<string>();
  let next = [seed];
  let units: readonly UnitRow[] = [];
  const ruled = kind === "topic" ? undefined : blocks[kind];
  while (next.length > 0) {
    for (const base of next) for (const one of ruled?.joinedWith(base) ?? [base]) bases.add(one);
    units = unitsInBases(database, kind, [...bases]);
    const found = new Set(units.flatMap(({ base, link }) => [base, link]));
    next = [...found].filter((base) => !bases.has(base));
  }
  const isRuled = [...bases].some((base) => ruled?.isRuled(base) === true);
  return { kind, bases: [...bases], units, isRuled };
}

function linkBlock(linking: Linking, block: Block, reader: SightingReader): LinkedBlock {
  const { thresholds, topics, rulings } = linking;
  const { kind, units, isRuled } = block;
  switch (kind) {
    case "person":
      return linkPeople(units, { rulings: rulings.person, isRuled }, reader);
    case "topic":
      return linkTopic(units, thresholds, topics);
    case "organisation":
      return groupThings(
        units.map((unit) => ({ key: unit.link, unit })),
        { least: thresholds.organisationArticles, rulings: rulings.organisation, isRuled },
        reader,
      );
    case "place":
      return groupThings(
        units.map((unit) => keyedPlace(linking, unit)),
        { least: thresholds.placeArticles, rulings: rulings.place, isRuled, countryName },
        reader,
      );
  }
}

/** By name, the country of a place that is in one alone: who leaves the country out means no other. */
function keyedPlace({ database }: Linking, unit: UnitRow): KeyedUnit {
  const { name, manner: country, base } = unit;
  if (country !== "") return { key: placeKey(name, country), country, unit };
  const [only, another] = hintsOn(database, "place", base);
  return { key: placeKey(name, another === undefined ? only : undefined), unit };
}
