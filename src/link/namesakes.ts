/** Is one name two people's? Stage 5: told apart by what they do, where no one person does both. */
import { byCodeUnits } from "../text/fold.ts";
import { contradict, worldOf } from "./callings.ts";
import type { Seen, SightingReader, Unit, UnitPart, UnlinkedAppearance } from "./units.ts";

/** One of those who bear a name. */
export interface Namesake {
  readonly units: readonly Unit[];
  readonly seen: readonly (Seen & { readonly appearance?: UnlinkedAppearance })[];
  /** A role as printed where it was seen first. */
  readonly label?: string;
}

/**
 * Returns those who bear one name, where they are two: different articles have different worlds for the name that
 * contradict each other, such as a goalkeeper and a judge. An article that says neither belongs to whom it is
 * nearest in time. An article that names both is in both, each with the mentions that stand in sentences with its roles.
 * Only then are single sightings read; undefined where the name is one person's.
 */
export function namesakesAmong(
  units: readonly Unit[],
  reader: SightingReader,
): readonly Namesake[] | undefined {
  const pair = contradicting(units.flatMap(({ parts }) => parts));
  if (pair === undefined) return undefined;
  const ordered = reader.seen(units).toSorted(byTime);
  const sides = pair.map((world) => sideOf(world, pair));
  const groups = sides.map((): (Seen & { appearance?: UnlinkedAppearance })[] => []);
  const sidesMeant = ordered.map(({ worlds }) =>
    sides.flatMap((side, index) => (side.some((one) => worlds.includes(one)) ? index : [])),
  );
  const nearest = nearestSides(sidesMeant.map(([first]) => first));
  for (const [at, one] of ordered.entries()) {
    const [first, second] = sidesMeant[at] ?? [];
    if (first === undefined) groups[nearest[at] ?? 0]?.push(one);
    else if (second === undefined) groups[first]?.push(one);
    else {
      const whole = reader.appearance("person", one);
      for (const index of [first, second])
        groups[index]?.push({ ...one, appearance: partOf(whole, sides[index] ?? [], sides) });
    }
  }
  return groups.map((seen, index) => {
    const label = labelOf(seen, sides[index] ?? [], reader);
    return { units, seen, ...(label !== undefined && { label }) };
  });
}

function byTime(a: Seen, b: Seen): number {
  return (
    byCodeUnits(a.sortKey, b.sortKey) ||
    byCodeUnits(a.article, b.article) ||
    byCodeUnits(a.name, b.name) ||
    a.position - b.position
  );
}

/**
 * Two worlds that contradict each other, each of which an article has without the other; the first seen is first. Where an
 * article has both, others must have each twice, for the one article may as well be a life told.
 */
function contradicting(parts: readonly UnitPart[]): readonly [string, string] | undefined {
  const ordered = parts.toSorted(
    (a, b) => byCodeUnits(a.first, b.first) || byCodeUnits(a.worlds.join(), b.worlds.join()),
  );
  const worlds = [...new Set(ordered.flatMap((part) => part.worlds))];
  const times = (isMeant: (worlds: readonly string[]) => boolean): number =>
    ordered
      .filter((part) => isMeant(part.worlds))
      .reduce((total, { sightings }) => total + sightings, 0);
  for (const first of worlds) {
    for (const second of worlds.slice(worlds.indexOf(first) + 1)) {
      if (!contradict(first, second)) continue;
      const both = times((one) => one.includes(first) && one.includes(second));
      const alone = Math.min(
        times((one) => one.includes(first) && !one.includes(second)),
        times((one) => one.includes(second) && !one.includes(first)),
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

/** For each sighting the side of the one nearest in time that says what it is; of two as near the earlier. */
function nearestSides(sides: readonly (number | undefined)[]): readonly number[] {
  const before: { side: number; away: number }[] = [];
  let last = { side: 0, away: Number.POSITIVE_INFINITY };
  for (const side of sides) {
    last = side === undefined ? { side: last.side, away: last.away + 1 } : { side, away: 0 };
    before.push(last);
  }
  let next = { side: 0, away: Number.POSITIVE_INFINITY };
  const nearest: number[] = [];
  for (let at = sides.length - 1; at >= 0; at--) {
    const side = sides[at];
    next = side === undefined ? { side: next.side, away: next.away + 1 } : { side, away: 0 };
    const earlier = before[at] ?? next;
    nearest.push(earlier.away <= next.away ? earlier.side : next.side);
  }
  return nearest.reverse();
}

/** What of an article that names both is about one of them. */
function partOf(
  appearance: UnlinkedAppearance,
  side: readonly string[],
  sides: readonly (readonly string[])[],
): UnlinkedAppearance {
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
  return { ...appearance, mentions, sentences, roles };
}

/** The first title of the first sighting that is of a side's world; only that one is read. */
function labelOf(
  seen: Namesake["seen"],
  side: readonly string[],
  reader: SightingReader,
): string | undefined {
  const first = seen.find(({ worlds }) => worlds.some((world) => side.includes(world)));
  if (first === undefined) return undefined;
  const { roles } = first.appearance ?? reader.appearance("person", first);
  return roles.find(({ title }) => side.includes(worldOf(title) ?? ""))?.title;
}
