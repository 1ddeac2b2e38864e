/** What do the editor's lines and records lay down about names, by the kind of what is named? Stage 1. */
import type { AuthorityRecord, Decisions, NameRulings, RuledKind } from "../settings-model.ts";
import { foldName } from "../text/fold.ts";
import type { DecisionLine } from "./decision-lines.ts";

const NOT_ONE: Readonly<Record<RuledKind, "not-a-person" | "not-an-organisation" | "not-a-place">> =
  {
    person: "not-a-person",
    organisation: "not-an-organisation",
    place: "not-a-place",
  };

/** Returns the rulings of each kind in the order of their lines; what is said twice is kept once. */
export function nameRulings(
  lines: readonly DecisionLine[],
  records: {
    readonly person: readonly AuthorityRecord[];
    readonly place: readonly AuthorityRecord[];
  },
): Decisions["names"] {
  const of = (kind: RuledKind, own: readonly AuthorityRecord[]): NameRulings => ({
    ...rulingsOf(lines, kind),
    records: own,
  });
  return {
    person: of("person", records.person),
    organisation: of("organisation", []),
    place: of("place", records.place),
  };
}

function rulingsOf(lines: readonly DecisionLine[], kind: RuledKind): Omit<NameRulings, "records"> {
  const ofKind = lines.filter((line) => line.kind === kind);
  const none = lines.flatMap(({ at, [NOT_ONE[kind]]: name }) =>
    name === undefined ? [] : { at, name },
  );
  const same = ofKind.flatMap(({ at, same: names }) =>
    names === undefined ? [] : { at, names: eachOnce(names) },
  );
  const different = ofKind.flatMap(({ at, different: names, in: articles }) =>
    names === undefined || articles !== undefined ? [] : { at, names: eachOnce(names) },
  );
  const renamed = ofKind.flatMap(({ at, rename: name, to }) =>
    name === undefined || to === undefined ? [] : { at, name, to },
  );
  return {
    same: withoutRepeats(same, ({ names }) => names),
    different: withoutRepeats(different, ({ names }) => names.map(foldName)),
    apart: apartOf(ofKind),
    none: withoutRepeats(none, ({ name }) => foldName(name)),
    renamed: withoutRepeats(renamed, ({ name, to }) => [foldName(name), to]),
  };
}

/** Names of one person that differ in capitals alone are one name; the first is kept as it was written. */
function eachOnce(names: readonly string[]): readonly string[] {
  const byFold = new Map(names.toReversed().map((name) => [foldName(name), name]));
  return names.filter((name) => byFold.get(foldName(name)) === name);
}

/**
 * Returns rulings with chains of new names followed to their ends: “A to B” and “B to C” show A as C. There must be no circle
 * among them.
 */
export function withLastNames(rulings: NameRulings): NameRulings {
  const next = new Map(rulings.renamed.map(({ name, to }) => [foldName(name), to]));
  const renamed = rulings.renamed.map((one) => {
    const trail: string[] = [];
    let last = one.to;
    for (let at = ""; at !== foldName(last); last = next.get(at) ?? last) {
      at = foldName(last);
      trail.push(at);
    }
    // whoever comes to one of these names later is at the end at once
    for (const name of trail) if (next.has(name)) next.set(name, last);
    return { ...one, to: last };
  });
  return { ...rulings, renamed };
}

function withoutRepeats<T>(rulings: readonly T[], keyOf: (ruling: T) => unknown): readonly T[] {
  const first = new Map<string, T>();
  for (const ruling of rulings) {
    const key = JSON.stringify(keyOf(ruling));
    if (!first.has(key)) first.set(key, ruling);
  }
  return [...first.values()];
}

type Apart = NameRulings["apart"][number];

/** Lines on one name with one label speak of one namesake: their articles add up. */
function apartOf(lines: readonly DecisionLine[]): readonly Apart[] {
  const byNamesake = new Map<string, Apart>();
  for (const { at, different: [name] = [], in: articles, label } of lines) {
    if (name === undefined || articles === undefined) continue;
    // without a label nothing says that two lines mean the same namesake, unless they are the same line
    const key = JSON.stringify([
      foldName(name),
      ...(label === undefined ? [articles] : [foldName(label), "label"]),
    ]);
    const { articles: before = [], ...first } = byNamesake.get(key) ?? { at, name };
    byNamesake.set(key, {
      ...first,
      articles: [...new Set([...before, ...articles])],
      ...(label !== undefined && { label }),
    });
  }
  return [...byNamesake.values()];
}
