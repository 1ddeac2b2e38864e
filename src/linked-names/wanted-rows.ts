/** Which appearances should an article have, as names are linked now? From its sightings and whose they are. */
import { type Database, statement } from "../catalog/statements.ts";
import { joinedAppearance } from "../link/grouping.ts";
import type { UnlinkedAppearance } from "../link/units.ts";
import type { EntityKind } from "../model.ts";
import { groupBy } from "../text/grouping.ts";

/** An appearance as the catalogue has it. */
export interface Row {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly quotations: number;
  readonly roles: number;
  readonly json: string;
}

/** A sighting, and whose it is. */
interface SeenRow extends Row {
  /** Not 0 where but a part of a sighting is meant: then the counts are the whole's. */
  readonly part: number;
}

const SEEN =
  "SELECT kind, name, manner, ruling, quotations, roles, json FROM sighting WHERE article = ? ORDER BY kind, position";
const SPLIT = `
  SELECT split.kind AS kind, slug, quotations, roles, coalesce(split.json, sighting.json) AS json, split.json IS NOT NULL AS part FROM split
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

  /** Returns the rows that an article should have, by kind and slug. */
  of(article: string): ReadonlyMap<string, Row> {
    const groups = groupBy(this.#seen(article), ({ kind, slug }) => `${kind} ${slug}`);
    const rows = new Map<string, Row>();
    for (const [id, group] of groups) {
      const row = joined(group);
      if (row !== undefined) rows.set(id, row);
    }
    return rows;
  }

  #seen(article: string): SeenRow[] {
    const rows: SeenRow[] = [];
    for (const row of statement(this.#database, SEEN).all(article)) {
      const slug = this.#slugOf(row);
      if (slug === undefined) continue;
      // columns of these types
      const { kind, quotations, roles, json } = row as unknown as Row;
      rows.push({ kind, slug, quotations, roles, json, part: 0 });
    }
    if (!this.#hasSplits) return rows;
    return [...rows, ...(statement(this.#database, SPLIT).all(article) as unknown as SeenRow[])];
  }

  #slugOf(row: Record<string, unknown>): string | undefined {
    const unit = [row["kind"], row["name"], row["manner"], row["ruling"]].map(String);
    const id = unit.join("\n");
    if (this.#slugs.has(id)) return this.#slugs.get(id);
    const found = statement(this.#database, SLUG_OF_UNIT).get(...unit);
    const slug = found === undefined ? undefined : String(found["slug"]);
    if (this.#slugs.size > MOST_KNOWN) this.#slugs.clear();
    this.#slugs.set(id, slug);
    return slug;
  }
}

function joined(group: readonly SeenRow[]): Row | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  const { kind, slug, quotations, roles, json } = first;
  if (group.length === 1 && first.part === 0) {
    // the slug goes behind all else
    const whole = `${json.slice(0, -1)},"slug":${JSON.stringify(slug)}}`;
    return { kind, slug, quotations, roles, json: whole };
  }
  // `replaceSightings` wrote them
  const appearances = group.map((one) => JSON.parse(one.json) as UnlinkedAppearance);
  // whoever has a fuller name in an article is not called by the shorter one
  if (kind === "person") appearances.sort((a, b) => b.printed.length - a.printed.length);
  const [its, ...others] = appearances;
  if (its === undefined) return undefined;
  const one = joinedAppearance(its, others);
  const counts = { quotations: one.quotations.length, roles: one.roles.length };
  return { kind, slug, ...counts, json: JSON.stringify({ ...one, slug }) };
}
