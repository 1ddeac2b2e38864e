/** Which appearances should an article have, as names are linked now? From its sightings and whose they are. */
import { appearanceJson, type SightingId, sightingJson } from "../catalog/sightings.ts";
import { type Database, statement, storedJson } from "../catalog/statements.ts";
import { joinedAppearance } from "../link/grouping.ts";
import type { UnlinkedAppearance } from "../link/units.ts";
import type { EntityKind } from "../model.ts";
import { groupBy } from "../text/grouping.ts";

/** An appearance as the catalogue has it. */
export interface Row {
  readonly kind: EntityKind;
  readonly slug: string;
  /** Where it is one sighting, whole: the position of that. */
  readonly position?: number;
  readonly quotations: number;
  readonly roles: number;
  readonly json: string;
}

/** The rows that an article should have, and what becomes of its sightings when they are written. */
export interface Wanted {
  /** By kind and slug. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Of sightings that come to stand in a row, nothing; what is shown of those that no longer do. */
  readonly jsons: readonly (readonly [SightingId, string | undefined])[];
}

/** A sighting, and whose it is. */
interface SeenRow extends Row {
  readonly position: number;
  /** Whether but a part of a sighting is meant: then the counts are the whole's. */
  readonly isPart: boolean;
}

/** A sighting as the catalogue has it; `own`: what is shown of it, where it stands there by itself; `json`: the same, from wherever it stands. */
interface SightingRow extends Omit<Row, "slug"> {
  readonly position: number;
  readonly name: string;
  readonly manner: string;
  readonly ruling: string;
  readonly own: string | null;
}

/** A sighting that is two people's, or a part of it, as the catalogue has it. */
interface SplitSeen extends Omit<Row, "json"> {
  readonly position: number;
  readonly part: string | null;
}

const SEEN = `
  SELECT sighting.kind AS kind, sighting.position AS position, name, manner, ruling, quotations, roles, sighting_json.json AS own FROM sighting
  LEFT JOIN sighting_json ON sighting_json.article = sighting.article AND sighting_json.kind = sighting.kind AND sighting_json.position = sighting.position
  WHERE sighting.article = ? ORDER BY sighting.kind, sighting.position`;
const SPLIT = `
  SELECT split.kind AS kind, split.position AS position, slug, quotations, roles, split.json AS part FROM split
  CROSS JOIN sighting ON sighting.article = split.article AND sighting.kind = split.kind AND sighting.position = split.position
  CROSS JOIN identity ON identity.kind = split.kind AND identity.key = split.key
  WHERE split.article = ? ORDER BY split.kind, split.position, slug`;
const SLUG_OF_UNIT = `
  SELECT slug FROM unit CROSS JOIN identity ON identity.kind = unit.kind AND identity.key = unit.identity
  WHERE unit.kind = ? AND unit.name = ? AND unit.manner = ? AND unit.ruling = ?`;

/** So many units are kept at hand: the most usual names are in every other article. */
const MOST_KNOWN = 100_000;

/** Tells the rows of one article after the other, while nobody changes whose a name is. */
export class WantedRows {
  readonly #database: Database;
  readonly #slugs = new Map<string, string | undefined>();
  readonly #hasSplits: boolean;

  constructor(database: Database) {
    this.#database = database;
    this.#hasSplits = statement(database, "SELECT 1 FROM split LIMIT 1").get() !== undefined;
  }

  /** Returns the rows that an article should have. */
  of(article: string): Wanted {
    const sightings = this.#sightings(article);
    const seen = [...sightings.flatMap((one) => this.#seen(one)), ...this.#splits(article)];
    const rows = new Map<string, Row>();
    const whole = new Set<string>();
    for (const [id, group] of groupBy(seen, ({ kind, slug }) => `${kind} ${slug}`)) {
      const [first] = group;
      if (first === undefined) continue;
      const isWhole = group.length === 1 && !first.isPart;
      if (isWhole) whole.add(`${first.kind} ${first.position}`);
      rows.set(id, isWhole ? wholeRow(first) : joinedRow(first, group));
    }
    const jsons = sightings.flatMap(({ kind, position, json, own }) => {
      const isKept = whole.has(`${kind} ${position}`);
      if (isKept === (own === null)) return [];
      return [[{ article, kind, position }, isKept ? undefined : json] as const];
    });
    return { rows, jsons };
  }

  #sightings(article: string): readonly SightingRow[] {
    const rows = statement(this.#database, SEEN).all(article);
    return rows.map((row) => {
      // columns of these types
      const sighting = row as unknown as Omit<SightingRow, "json">;
      const { kind, position, own } = sighting;
      const json = own ?? sightingJson(this.#database, { article, kind, position });
      return { ...sighting, json };
    });
  }

  #seen(row: SightingRow): readonly SeenRow[] {
    const slug = this.#slugOf(row);
    if (slug === undefined) return [];
    const { kind, position, quotations, roles, json } = row;
    return [{ kind, position, slug, quotations, roles, json, isPart: false }];
  }

  #splits(article: string): readonly SeenRow[] {
    if (!this.#hasSplits) return [];
    const rows = statement(this.#database, SPLIT).all(article);
    return rows.map((row) => {
      // columns of these types
      const { part, ...rest } = row as unknown as SplitSeen;
      const { kind, position } = rest;
      const json = part ?? sightingJson(this.#database, { article, kind, position });
      return { ...rest, json, isPart: part !== null };
    });
  }

  #slugOf({ kind, name, manner, ruling }: SightingRow): string | undefined {
    const unit = [kind, name, manner, ruling];
    const id = unit.join("\n");
    if (this.#slugs.has(id)) return this.#slugs.get(id);
    const found = statement(this.#database, SLUG_OF_UNIT).get(...unit);
    const slug = found === undefined ? undefined : String(found["slug"]);
    if (this.#slugs.size > MOST_KNOWN) this.#slugs.clear();
    this.#slugs.set(id, slug);
    return slug;
  }
}

function wholeRow({ kind, slug, position, quotations, roles, json }: SeenRow): Row {
  return { kind, slug, position, quotations, roles, json: appearanceJson(json, slug) };
}

function joinedRow({ kind, slug }: SeenRow, group: readonly SeenRow[]): Row {
  // `replaceSightings` wrote them
  const appearances = group.map((one) => storedJson(one.json) as UnlinkedAppearance);
  // whoever has a fuller name in an article is not called by the shorter one
  if (kind === "person") appearances.sort((a, b) => b.printed.length - a.printed.length);
  const [its, ...others] = appearances;
  if (its === undefined) throw new Error(`no sighting of ${slug}`);
  const one = joinedAppearance(its, others);
  const counts = { quotations: one.quotations.length, roles: one.roles.length };
  return { kind, slug, ...counts, json: JSON.stringify({ ...one, slug }) };
}
