/** Do two of the editor's rulings on names contradict each other? Stage 1. */
import { join } from "node:path";
import type { Decisions, NameRulings, Ruled, RuledKind } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import { foldName } from "../text/fold.ts";
import { SameNames } from "./same-names.ts";

/** Two rulings that cannot both hold. */
interface Contradiction {
  readonly later: Ruled;
  readonly earlier: Ruled;
  /** What the two say, and what to do. */
  readonly message: string;
}

type Check = (rulings: NameRulings, kind: RuledKind) => Contradiction | undefined;

const CHECKS: readonly Check[] = [
  nobodyNamed,
  twoRecordsOfOne,
  sameAndDifferent,
  oneManAndNamesakes,
  oneArticleTwice,
  twoNewNames,
  renamedInACircle,
];

/** Throws a `CliError` that names both places where two rulings cannot both hold. */
export function refuseContradictions(names: Decisions["names"], contentFolder: string): void {
  for (const kind of ["person", "organisation", "place"] as const) {
    for (const check of CHECKS) {
      const found = check(names[kind], kind);
      if (found === undefined) continue;
      const { later, earlier, message } = found;
      const place = ({ at }: Ruled): string => join(contentFolder, at);
      throw new CliError(
        `${place(later)}: ${message}, which contradicts ${place(earlier)}; take out one of the two`,
      );
    }
  }
}

/** `not-a-person` beside a ruling that speaks of that person. */
function nobodyNamed(rulings: NameRulings, kind: RuledKind): Contradiction | undefined {
  const nobody = new Map(rulings.none.map((ruling) => [foldName(ruling.name), ruling]));
  if (nobody.size === 0) return undefined;
  const speaking: readonly (Ruled & { readonly named: readonly string[] })[] = [
    ...rulings.same.map(({ at, names }) => ({ at, named: names })),
    ...rulings.different.map(({ at, names }) => ({ at, named: names })),
    ...rulings.apart.map(({ at, name }) => ({ at, named: [name] })),
    ...rulings.renamed.map(({ at, name, to }) => ({ at, named: [name, to] })),
    ...rulings.records.map(({ at, name, variants }) => ({ at, named: [name, ...variants] })),
  ];
  for (const ruling of speaking) {
    for (const name of ruling.named) {
      const none = nobody.get(foldName(name));
      if (none === undefined) continue;
      return {
        later: none,
        earlier: ruling,
        message: `“${none.name}” is said to name no ${kind}`,
      };
    }
  }
  return undefined;
}

/** Two authority records without `articles` that share a name, or that `same` makes one person. */
function twoRecordsOfOne(rulings: NameRulings, kind: RuledKind): Contradiction | undefined {
  const same = new SameNames(rulings);
  const holders = new Map<string, NameRulings["records"][number]>();
  for (const record of rulings.records) {
    if (record.articles !== undefined) continue;
    const key = same.groupOf(record.name);
    const other = holders.get(key);
    if (other !== undefined) {
      return {
        later: record,
        earlier: other,
        message: `this record and the one of “${other.name}” speak of one ${kind}${through(same.linesBetween(record.name, other.name), [record, other])}`,
      };
    }
    holders.set(key, record);
  }
  return undefined;
}

/** Names that `different` parts and `same`, perhaps through other names or a record's variants, makes one. */
function sameAndDifferent(rulings: NameRulings): Contradiction | undefined {
  const same = new SameNames(rulings);
  for (const ruling of rulings.different) {
    const seen = new Map<string, string>();
    for (const name of ruling.names) {
      const group = same.groupOf(name);
      const other = seen.get(group);
      if (other !== undefined) {
        const chain = same.linesBetween(other, name);
        const [earlier = ruling] = chain;
        return {
          later: ruling,
          earlier,
          message: `“${other}” and “${name}” are said to be different${through(chain, [earlier])}`,
        };
      }
      seen.set(group, name);
    }
  }
  return undefined;
}

/** The links of a chain that the message does not name anyway. */
function through(chain: readonly Ruled[], named: readonly Ruled[]): string {
  const others = chain.map(({ at }) => at).filter((at) => !named.some((one) => one.at === at));
  return others.length === 0 ? "" : ` (and one by ${others.join(", ")})`;
}

/** All that are of one name in some articles only: by a line, or by a record with `articles`. */
function namesakesOf({ apart, records }: NameRulings): NameRulings["apart"] {
  return [
    ...apart,
    ...records.flatMap(({ at, name, variants, articles, label }) =>
      articles === undefined
        ? []
        : [name, ...variants].map((one) => ({
            at,
            name: one,
            articles,
            ...(label !== undefined && { label }),
          })),
    ),
  ];
}

/** `same: [NAME]` beside a namesake of that name. */
function oneManAndNamesakes(rulings: NameRulings, kind: RuledKind): Contradiction | undefined {
  const alone = new Map(
    rulings.same.flatMap((ruling) => {
      const [name, second] = ruling.names;
      return name === undefined || second !== undefined ? [] : [[foldName(name), ruling] as const];
    }),
  );
  for (const namesake of namesakesOf(rulings)) {
    const one = alone.get(foldName(namesake.name));
    if (one === undefined) continue;
    return {
      later: namesake,
      earlier: one,
      message: `“${namesake.name}” is said to be another ${kind} in some articles`,
    };
  }
  return undefined;
}

/** One article of which two rulings say that different namesakes are meant in it. */
function oneArticleTwice(rulings: NameRulings): Contradiction | undefined {
  const seen = new Map<string, NameRulings["apart"][number]>();
  for (const namesake of namesakesOf(rulings)) {
    for (const article of namesake.articles) {
      const key = `${foldName(namesake.name)}\n${article}`;
      const other = seen.get(key);
      if (other === undefined) seen.set(key, namesake);
      else if (areTwo(other, namesake)) {
        return {
          later: namesake,
          earlier: other,
          message: `“${namesake.name}” in ${article} is said to be ${labelled(namesake)}`,
        };
      }
    }
  }
  return undefined;
}

type Namesake = NameRulings["apart"][number];

/** A record names the namesake of a line without a label; two records are two people, and so are two lines without. */
function areTwo(a: Namesake, b: Namesake): boolean {
  if (a.at === b.at) return false;
  const isRecord = ({ at }: Namesake): boolean => at.startsWith("people/");
  if (isRecord(a) && isRecord(b)) return true;
  if (isRecord(a) !== isRecord(b) && (a.label === undefined || b.label === undefined)) return false;
  if (a.label === undefined && b.label === undefined) return true;
  return foldName(a.label ?? "") !== foldName(b.label ?? "");
}

function labelled({ label }: Namesake): string {
  return label === undefined ? "a namesake without a label" : `“${label}”`;
}

function twoNewNames({ renamed }: NameRulings): Contradiction | undefined {
  const seen = new Map<string, NameRulings["renamed"][number]>();
  for (const ruling of renamed) {
    const other = seen.get(foldName(ruling.name));
    if (other !== undefined && other.to !== ruling.to) {
      return {
        later: ruling,
        earlier: other,
        message: `“${ruling.name}” is renamed “${ruling.to}”`,
      };
    }
    seen.set(foldName(ruling.name), ruling);
  }
  return undefined;
}

/** A name that leads back to itself; but “Jose Ruiz” may be renamed “José Ruiz”. */
function renamedInACircle({ renamed }: NameRulings): Contradiction | undefined {
  const next = new Map(
    renamed
      .filter(({ name, to }) => foldName(name) !== foldName(to))
      .map((ruling) => [foldName(ruling.name), ruling]),
  );
  const done = new Set<string>();
  for (const [start, first] of next) {
    const trail = new Set<string>();
    let last = first;
    for (let name = start; !done.has(name); name = foldName(last.to)) {
      const ruling = next.get(name);
      if (trail.has(name) && ruling !== undefined) {
        return {
          later: last,
          earlier: ruling,
          message: `“${last.name}” is renamed “${last.to}”`,
        };
      }
      if (ruling === undefined) break;
      trail.add(name);
      last = ruling;
    }
    for (const name of trail) done.add(name);
  }
  return undefined;
}
