/** Is one name two people's? Stage 5: told apart by what they do, where no one person does both. */
import { byCodeUnits } from "../text/fold.ts";
import { contradict, worldOf, worldsOf } from "./callings.ts";
import type { Sighting } from "./sightings.ts";

/** One of those who bear a name. */
export interface Namesake {
  readonly sightings: readonly Sighting[];
  /** A role as printed where it was seen first; absent where nobody else bears the name. */
  readonly label?: string;
  readonly split?: true;
}

/**
 * Returns those who bear one name: one person, unless different articles have different worlds for the name that
 * contradict each other, such as a goalkeeper and a judge. An article that says neither belongs to whom its year is
 * nearest. An article that names both is in both, each with the mentions that stand in sentences with its roles.
 */
export function namesakesAmong(sightings: readonly Sighting[]): readonly Namesake[] {
  const ordered = sightings.toSorted(byTime);
  const pair = contradicting(ordered);
  if (pair === undefined) return [{ sightings }];
  const sides = pair.map((world) => sideOf(world, pair));
  const groups = sides.map((): Sighting[] => []);
  const sidesMeant = ordered.map((sighting) => {
    const worlds = worldsOf(sighting);
    return sides.flatMap((side, index) => (side.some((one) => worlds.has(one)) ? index : []));
  });
  for (const [at, sighting] of ordered.entries()) {
    const meant = sidesMeant[at] ?? [];
    const [first, second] = meant;
    if (first === undefined) groups[nearestGroup(at, sidesMeant)]?.push(sighting);
    else if (second === undefined) groups[first]?.push(sighting);
    else
      for (const index of meant) groups[index]?.push(partOf(sighting, sides[index] ?? [], sides));
  }
  return groups.map((group, index) => {
    const label = labelOf(group, sides[index] ?? []);
    return { sightings: group, ...(label !== undefined && { label }), split: true as const };
  });
}

function byTime(a: Sighting, b: Sighting): number {
  return (
    byCodeUnits(a.sortKey, b.sortKey) ||
    byCodeUnits(a.appearance.article, b.appearance.article) ||
    byCodeUnits(a.name, b.name)
  );
}

/**
 * Two worlds that contradict each other, each of which an article has without the other; the first seen is first. Where an
 * article has both, others must have each twice, for the one article may as well be a life told.
 */
function contradicting(ordered: readonly Sighting[]): readonly [string, string] | undefined {
  const seen = ordered.map(worldsOf);
  const worlds = [...new Set(seen.flatMap((one) => [...one]))];
  for (const first of worlds) {
    for (const second of worlds.slice(worlds.indexOf(first) + 1)) {
      if (!contradict(first, second)) continue;
      const both = seen.filter((one) => one.has(first) && one.has(second)).length;
      const alone = Math.min(
        seen.filter((one) => one.has(first) && !one.has(second)).length,
        seen.filter((one) => one.has(second) && !one.has(first)).length,
      );
      if (alone > both) return [first, second];
    }
  }
  return undefined;
}

/** A world and those that go with it and not with the other: a judge may be a minister, a goalkeeper is neither. */
function sideOf(world: string, [first, second]: readonly [string, string]): readonly string[] {
  const other = world === first ? second : first;
  const rest = ["sport", "bench", "state", "arms", "faith", "stage"].filter(
    (one) => one !== other && contradict(one, other) && !contradict(one, world),
  );
  return [...new Set([world, ...rest])];
}

/** The side of the sighting nearest in time that says what it is. */
function nearestGroup(at: number, sidesMeant: readonly (readonly number[])[]): number {
  for (let away = 1; away < sidesMeant.length; away++) {
    const meant = sidesMeant[at - away]?.[0] ?? sidesMeant[at + away]?.[0];
    if (meant !== undefined) return meant;
  }
  return 0;
}

/** What of an article that names both is about one of them. */
function partOf(
  sighting: Sighting,
  side: readonly string[],
  sides: readonly (readonly string[])[],
): Sighting {
  const { appearance } = sighting;
  const others = new Set(sides.filter((one) => one !== side).flat());
  const isOthers = (title: string): boolean => others.has(worldOf(title) ?? "");
  const away = new Set(
    appearance.roles.filter(({ title }) => isOthers(title)).map(({ sentence }) => sentence.anchor),
  );
  const own = new Set(
    appearance.roles.filter(({ title }) => !isOthers(title)).map(({ sentence }) => sentence.anchor),
  );
  const isOwn = (anchor: string): boolean => own.has(anchor) || !away.has(anchor);
  const sentences = appearance.sentences.filter(({ anchor }) => isOwn(anchor));
  const roles = appearance.roles.filter(({ title }) => !isOthers(title));
  // sentences cite the words of the mentions in the same order
  const anchors = appearance.sentences.flatMap(({ anchor, words }) => words.map(() => anchor));
  const mentions = appearance.mentions.filter((_, index) => isOwn(anchors[index] ?? ""));
  return { ...sighting, appearance: { ...appearance, mentions, sentences, roles } };
}

function labelOf(group: readonly Sighting[], side: readonly string[]): string | undefined {
  return group
    .flatMap(({ appearance }) => appearance.roles)
    .find(({ title }) => side.includes(worldOf(title) ?? ""))?.title;
}
