/** What has the editor ruled on a name? Stage 5, for every kind of entity. */
import type { Diagnostic } from "../model.ts";
import type { AuthorityRecord, NameRulings } from "../settings-model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";

/** Names that the editor holds to be one, and what is known of the one who bears them. */
export interface RuledOne {
  /** What it is to be called. */
  readonly name: string;
  readonly record?: AuthorityRecord;
}

/** A namesake whom the editor has told from the others. */
export type RuledApart = NameRulings["apart"][number];

/** A ruling on single articles: whose name it is there. */
export interface SingleRuling {
  readonly id: string;
  readonly apart?: RuledApart;
  readonly one?: RuledOne;
}

/** The rulings on names of one kind, looked up by name as printed; case, accents and spaces do not count. */
export class Rulings {
  readonly #rulings: NameRulings;
  readonly #none: ReadonlySet<string>;
  readonly #one = new Map<string, RuledOne>();
  readonly #single: ReadonlyMap<string, SingleRuling>;
  readonly #different = new Map<string, Set<string>>();
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(rulings: NameRulings) {
    this.#rulings = rulings;
    this.#none = new Set(rulings.none.map(({ name }) => foldName(name)));
    this.#renamed = new Map(rulings.renamed.map(({ name, to }) => [foldName(name), to]));
    for (const { names } of inOneOrder(rulings.same)) this.#join(names);
    for (const record of rulings.records) this.#record(record);
    for (const { names } of rulings.different) this.#part(names);
    this.#single = new Map(
      [
        ...rulings.apart.map((apart): SingleRuling => ({ id: apartId(apart), apart })),
        ...rulings.records.flatMap((record): SingleRuling | [] =>
          record.articles === undefined
            ? []
            : { id: recordId(record), one: { name: record.name, record } },
        ),
      ].map((ruling) => [ruling.id, ruling] as const),
    );
  }

  /** Returns whether nobody has the name. */
  isNobody(name: string): boolean {
    return this.#none.has(foldName(name));
  }

  /** Returns who bears a name, wherever it stands; undefined where the editor has not said. */
  one(name: string): RuledOne | undefined {
    return this.#one.get(foldName(name));
  }

  /** Returns what a ruling on single articles says, by the id that `placesRuled` gives it. */
  single(id: string): SingleRuling | undefined {
    return this.#single.get(id);
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

  /** Returns the names that each line or record speaks of, any of which articles should have. */
  namesUsed(): readonly { readonly names: readonly string[]; readonly at: string }[] {
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
    if (record.articles === undefined) this.#join([record.name, ...record.variants], record);
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

function apartId({ name, articles: [first = ""] }: RuledApart): string {
  return `apart ${foldName(name)} ${first}`;
}

function recordId({ slug }: AuthorityRecord): string {
  return `record ${slug}`;
}

/** A name in an article that a ruling on single articles is about. */
export interface RuledPlace {
  readonly article: string;
  /** As `foldName` has it. */
  readonly folded: string;
  /** Of the ruling; the same as long as its name and its first article are. */
  readonly id: string;
}

/** Returns where rulings on single articles hold; a record goes before a line of the decisions. */
export function placesRuled({ apart, records }: NameRulings): readonly RuledPlace[] {
  const places = [
    ...apart.flatMap((ruling) =>
      ruling.articles.map((article) => ({
        article,
        folded: foldName(ruling.name),
        id: apartId(ruling),
      })),
    ),
    ...records.flatMap((record) =>
      (record.articles ?? []).flatMap((article) =>
        [record.name, ...record.variants].map((name) => ({
          article,
          folded: foldName(name),
          id: recordId(record),
        })),
      ),
    ),
  ];
  return [...new Map(places.map((one) => [`${one.article}\n${one.folded}`, one])).values()];
}

/** Returns the file and line of a ruling, from `decisions.yml:12`. */
export function placeOf(at: string): Pick<Diagnostic, "file" | "line"> {
  const { file = at, line } = /^(?<file>.*?)(?::(?<line>\d+))?$/s.exec(at)?.groups ?? {};
  return { file, ...(line !== undefined && { line: Number(line) }) };
}
