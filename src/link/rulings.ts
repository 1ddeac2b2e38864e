/** What has the editor ruled on a name? Stage 5, for every kind of entity. */
import type { Diagnostic } from "../model.ts";
import type { AuthorityRecord, NameRulings } from "../settings-model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { nearestWord } from "../text/nearest.ts";

/** Names that the editor holds to be one, and what is known of the one who bears them. */
export interface RuledOne {
  /** What it is to be called. */
  readonly name: string;
  readonly record?: AuthorityRecord;
}

/** A namesake whom the editor has told from the others. */
export type RuledApart = NameRulings["apart"][number];

/** The rulings on names of one kind, looked up by name as printed; case, accents and spaces do not count. */
export class Rulings {
  readonly #rulings: NameRulings;
  readonly #none: ReadonlySet<string>;
  readonly #one = new Map<string, RuledOne>();
  readonly #apart = new Map<string, RuledApart>();
  readonly #recorded = new Map<string, RuledOne>();
  readonly #different = new Map<string, Set<string>>();
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(rulings: NameRulings) {
    this.#rulings = rulings;
    this.#none = new Set(rulings.none.map(({ name }) => foldName(name)));
    this.#renamed = new Map(rulings.renamed.map(({ name, to }) => [foldName(name), to]));
    for (const { names } of inOneOrder(rulings.same)) this.#join(names);
    for (const record of rulings.records) this.#record(record);
    for (const { names } of rulings.different) this.#part(names);
    for (const ruled of rulings.apart) {
      for (const article of ruled.articles) this.#apart.set(keyOf(ruled.name, article), ruled);
    }
  }

  /** Returns whether nobody has the name. */
  isNobody(name: string): boolean {
    return this.#none.has(foldName(name));
  }

  /** Returns who bears a name, wherever it stands; undefined where the editor has not said. */
  one(name: string): RuledOne | undefined {
    return this.#one.get(foldName(name));
  }

  /** Returns whom a record that is about some articles alone means by a name in one of them. */
  recorded(name: string, article: string): RuledOne | undefined {
    return this.#recorded.get(keyOf(name, article));
  }

  /** Returns the ruling by which the bearer of a name in an article is another one than elsewhere. */
  apart(name: string, article: string): RuledApart | undefined {
    return this.#apart.get(keyOf(name, article));
  }

  /** Returns whether two names are never one's. */
  areDifferent(a: string, b: string): boolean {
    return this.#different.get(foldName(a))?.has(foldName(b)) === true;
  }

  /** Whether any ruling keeps names apart; where none does, nobody need ask. */
  get speaksOfDifferent(): boolean {
    return this.#different.size > 0;
  }

  /** Returns what whoever is shown under a name is to be called. */
  renamed(name: string): string | undefined {
    return this.#renamed.get(foldName(name));
  }

  /** Returns groups of names that must be looked at together, since a ruling speaks of both. */
  together(): readonly (readonly string[])[] {
    const { same, different, records, renamed } = this.#rulings;
    return [
      ...same.map(({ names }) => names),
      ...different.map(({ names }) => names),
      ...records.map(({ name, variants }) => [name, ...variants]),
      ...renamed.map(({ name, to }) => [name, to]),
    ];
  }

  /** Returns the rulings without those that join, rename or fix names: what would be, had nobody been swallowed. */
  unjoined(): Rulings {
    return new Rulings({ ...this.#rulings, same: [], renamed: [], records: [] });
  }

  /** Returns a remark on each name ruled on that is not among those printed, with the nearest one. */
  unknownNames(printed: Iterable<string>): readonly Diagnostic[] {
    const known = new Map([...printed].sort(byCodeUnits).map((name) => [foldName(name), name]));
    return this.#namesUsed()
      .filter(({ names }) => !names.some((name) => known.has(foldName(name))))
      .map(({ names: [name = ""], at }) => {
        const near = known.get(nearestWord(foldName(name), [...known.keys()]) ?? "");
        const hint = near === undefined ? "correct it or take the line out" : `perhaps ${near}?`;
        return {
          severity: "warning",
          rule: "link/unknown-name",
          ...placeOf(at),
          about: name,
          message: `expected a name that an article has, found ${name}; ${hint}`,
        };
      });
  }

  #namesUsed(): readonly { readonly names: readonly string[]; readonly at: string }[] {
    const { same, different, apart, none, renamed, records } = this.#rulings;
    return [
      ...[...same, ...different].flatMap(({ names, at }) =>
        names.map((name) => ({ names: [name], at })),
      ),
      ...[...apart, ...none, ...renamed].map(({ name, at }) => ({ names: [name], at })),
      ...records.map(({ name, variants, at }) => ({ names: [name, ...variants], at })),
    ];
  }

  /** Rulings add up: who is one with one of the names is one with all. */
  #join(names: readonly string[], record?: AuthorityRecord): void {
    const before = names.map((name) => this.one(name)).find((one) => one !== undefined);
    const theRecord = record ?? before?.record;
    const ruled: RuledOne = {
      name: theRecord?.name ?? before?.name ?? names[0] ?? "",
      ...(theRecord && { record: theRecord }),
    };
    const joined = new Set(names.map(foldName));
    const swallowed = new Set(names.map((name) => this.one(name)));
    for (const [name, one] of this.#one) if (swallowed.has(one)) joined.add(name);
    for (const name of joined) this.#one.set(name, ruled);
  }

  #record(record: AuthorityRecord): void {
    const names = [record.name, ...record.variants];
    if (record.articles === undefined) {
      this.#join(names, record);
      return;
    }
    const ruled: RuledOne = { name: record.name, record };
    for (const article of record.articles) {
      for (const name of names) this.#recorded.set(keyOf(name, article), ruled);
    }
  }

  #part(names: readonly string[]): void {
    const folded = names.map(foldName);
    for (const name of folded) {
      const others = this.#different.get(name) ?? new Set();
      for (const other of folded) if (other !== name) others.add(other);
      this.#different.set(name, others);
    }
  }
}

/** However the editor has ordered the lines: first those whose first name stands behind no other one. */
function inOneOrder(same: NameRulings["same"]): NameRulings["same"] {
  const later = new Set(same.flatMap(({ names }) => names.slice(1).map(foldName)));
  const isLater = ([first = ""]: readonly string[]): number => Number(later.has(foldName(first)));
  return same.toSorted(
    (a, b) =>
      isLater(a.names) - isLater(b.names) || byCodeUnits(a.names.join("\n"), b.names.join("\n")),
  );
}

function keyOf(name: string, article: string): string {
  return `${article}\n${foldName(name)}`;
}

/** `decisions.yml:12` taken apart. */
/** Returns the file and line of a ruling, from `decisions.yml:12`. */
export function placeOf(at: string): Pick<Diagnostic, "file" | "line"> {
  const { file = at, line } = /^(?<file>.*?)(?::(?<line>\d+))?$/s.exec(at)?.groups ?? {};
  return { file, ...(line !== undefined && { line: Number(line) }) };
}
