/** What do all sightings of one name come to? Units: kept for each name, so that linking a block reads no sighting. */
import type { DatabaseSync } from "node:sqlite";
import type { EntityKind } from "../model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { statement, storedJson } from "./statements.ts";

/**
 * `base`: the block that a unit's name is in; `link`: of an organisation the key that it goes under, of others `base` again; `letters`, `family`: of a person what
 * ties it to others of its block (`NameTies`), of others empty; `parts`: as `UnitPart`s. `identity`: the key of the one whose sightings these are; absent where they are nobody's or two people's,
 * empty where nobody has looked yet.
 */
export const UNIT_TABLES = `
CREATE TABLE unit (
  kind TEXT NOT NULL, name TEXT NOT NULL, manner TEXT NOT NULL, ruling TEXT NOT NULL, folded TEXT NOT NULL,
  base TEXT NOT NULL, link TEXT NOT NULL, letters TEXT NOT NULL, family TEXT NOT NULL, parts TEXT NOT NULL, sightings INTEGER NOT NULL, first TEXT NOT NULL,
  years TEXT, identity TEXT, PRIMARY KEY (kind, name, manner, ruling)
) WITHOUT ROWID;
CREATE INDEX unit_by_base ON unit (kind, base);
CREATE INDEX unit_by_link ON unit (kind, link) WHERE link <> base;
CREATE INDEX unit_by_letters ON unit (base, letters) WHERE kind = 'person';
CREATE INDEX unit_by_family ON unit (base, family) WHERE kind = 'person';
CREATE INDEX unit_by_folded ON unit (kind, folded, name);
CREATE INDEX unit_by_identity ON unit (kind, identity) WHERE identity <> '';
`;

/** Sightings of a unit that are alike; as in `UnitPart`. */
interface PartRow {
  readonly offices: readonly string[];
  readonly worlds: readonly string[];
  readonly sightings: number;
  readonly first: string;
}

/** A unit as it is kept. */
export interface UnitRow {
  readonly name: string;
  readonly manner: string;
  readonly ruling: string;
  readonly base: string;
  readonly link: string;
  readonly parts: readonly PartRow[];
  readonly sightings: number;
  readonly first: string;
  readonly years?: readonly [string, string];
  readonly identity?: string;
  /** Nobody has looked whose it is: all its sightings came since names were last linked. */
  readonly isNew: boolean;
}

/** What of a unit is counted from its sightings. */
export type CountedUnit = Pick<
  UnitRow,
  "name" | "manner" | "ruling" | "parts" | "sightings" | "first" | "years"
>;

/** Which unit is meant. */
export type UnitId = Pick<UnitRow, "name" | "manner" | "ruling">;

/** Counts the units of one name from its sightings; reads an index and nothing else. */
export function countUnits(database: DatabaseSync, kind: EntityKind, name: string): CountedUnit[] {
  const rows = statement(
    database,
    `SELECT manner, ruling, offices, worlds, COUNT(*) AS sightings, MIN(sort_key) AS earliest, MAX(sort_key) AS latest, MIN(article) AS article
     FROM sighting WHERE kind = ? AND name = ? GROUP BY manner, ruling, offices, worlds`,
  ).all(kind, name);
  const byUnit = groupBy(rows, (row) => `${row["manner"]}\n${row["ruling"]}`);
  return [...byUnit.values()].map((those) => {
    const [manner, ruling] = [String(those[0]?.["manner"]), String(those[0]?.["ruling"])];
    const parts = those.map((row) => partOf(database, [kind, name, manner, ruling], row));
    const sorted = (column: "earliest" | "latest"): string[] =>
      those.map((row) => String(row[column])).sort(byCodeUnits);
    return {
      ...{ name, manner, ruling, parts },
      sightings: parts.reduce((total, part) => total + part.sightings, 0),
      first: parts.map(({ first }) => first).sort(byCodeUnits)[0] ?? "",
      ...yearsOf(sorted("earliest")[0] ?? "", sorted("latest").at(-1) ?? ""),
    };
  });
}

function partOf(
  database: DatabaseSync,
  unit: readonly string[],
  row: Record<string, unknown>,
): PartRow {
  const [offices, worlds] = [String(row["offices"]), String(row["worlds"])];
  const [earliest, sightings] = [String(row["earliest"]), Number(row["sightings"])];
  const article =
    sightings === 1
      ? String(row["article"])
      : firstArticle(database, [...unit, offices, worlds, earliest]);
  return {
    offices: offices === "" ? [] : offices.split("|"),
    worlds: worlds === "" ? [] : worlds.split(" "),
    sightings,
    first: `${earliest} ${article}`,
  };
}

function firstArticle(database: DatabaseSync, key: readonly string[]): string {
  const row = statement(
    database,
    `SELECT MIN(article) AS article FROM sighting WHERE kind = ? AND name = ? AND manner = ? AND ruling = ?
     AND offices = ? AND worlds = ? AND sort_key = ?`,
  ).get(...key);
  return String(row?.["article"]);
}

const YEAR = /^\d{4}/;

function yearsOf(earliest: string, latest: string): Pick<CountedUnit, "years"> {
  const [first, last] = [YEAR.exec(earliest)?.[0], YEAR.exec(latest)?.[0]];
  return first === undefined || last === undefined ? {} : { years: [first, last] };
}

const COLUMNS = "name, manner, ruling, base, link, parts, sightings, first, years, identity";

/** Returns the units of a name as they are kept. */
export function unitsNamed(database: DatabaseSync, kind: EntityKind, name: string): UnitRow[] {
  return statement(database, `SELECT ${COLUMNS} FROM unit WHERE kind = ? AND name = ?`)
    .all(kind, name)
    .map(unitRow);
}

/** Returns the units of a block, by name, manner and ruling. */
export function unitsInBases(
  database: DatabaseSync,
  kind: EntityKind,
  bases: readonly string[],
): UnitRow[] {
  const inBase = `SELECT ${COLUMNS} FROM unit INDEXED BY unit_by_base WHERE kind = ? AND base = ?`;
  const under = `SELECT ${COLUMNS} FROM unit INDEXED BY unit_by_link WHERE kind = ? AND link = ? AND link <> base`;
  const units = new Map<string, UnitRow>();
  for (const base of bases) {
    const rows = statement(database, inBase).all(kind, base);
    if (kind === "organisation") rows.push(...statement(database, under).all(kind, base));
    for (const row of rows) units.set(idOf(row), unitRow(row));
  }
  return sorted(units);
}

function idOf({ name, manner, ruling }: Record<string, unknown>): string {
  return `${name}\n${manner}\n${ruling}`;
}

function sorted(units: ReadonlyMap<string, UnitRow>): UnitRow[] {
  return [...units].sort(([a], [b]) => byCodeUnits(a, b)).map(([, unit]) => unit);
}

/**
 * Returns the units of people in a block that a name is tied to, by name, manner and ruling: those that share letters or family with it, those that
 * share them with these, and so on. `tiesOf` gives what ties a name.
 */
export function unitsTiedTo(
  database: DatabaseSync,
  { name, base }: Pick<UnitRow, "name" | "base">,
  tiesOf: (name: string) => { readonly letters: string; readonly family: string },
): UnitRow[] {
  const asked = { letters: new Set<string>(), family: new Set<string>() };
  const units = new Map<string, UnitRow>();
  const names = [name];
  for (let next = names.pop(); next !== undefined; next = names.pop()) {
    const ties = tiesOf(next);
    for (const tie of ["letters", "family"] as const) {
      if (asked[tie].has(ties[tie])) continue;
      asked[tie].add(ties[tie]);
      const rows = statement(
        database,
        `SELECT ${COLUMNS} FROM unit INDEXED BY unit_by_${tie} WHERE kind = 'person' AND base = ? AND ${tie} = ?`,
      ).all(base, ties[tie]);
      for (const row of rows) {
        if (units.has(idOf(row))) continue;
        units.set(idOf(row), unitRow(row));
        names.push(String(row["name"]));
      }
    }
  }
  return sorted(units);
}

/** Returns the units whose sightings are all one's. */
export function unitsOfIdentity(database: DatabaseSync, kind: EntityKind, key: string): UnitId[] {
  // three columns of the table
  return statement(
    database,
    "SELECT name, manner, ruling FROM unit WHERE kind = ? AND identity = ? AND identity <> ''",
  ).all(kind, key) as unknown as UnitId[];
}

function unitRow(row: Record<string, unknown>): UnitRow {
  const { years, identity } = row;
  return {
    name: String(row["name"]),
    manner: String(row["manner"]),
    ruling: String(row["ruling"]),
    base: String(row["base"]),
    link: String(row["link"]),
    // `putUnit` wrote both
    parts: storedJson(String(row["parts"])) as PartRow[],
    sightings: Number(row["sightings"]),
    first: String(row["first"]),
    ...(years !== null && { years: storedJson(String(years)) as [string, string] }),
    ...(identity !== null && identity !== "" && { identity: String(identity) }),
    isNew: identity === "",
  };
}

/** A unit as it is counted, with what its name tells of where it belongs; see `UNIT_TABLES`. */
export interface PlacedUnit extends Pick<UnitRow, "base" | "link"> {
  readonly unit: CountedUnit;
  readonly folded: string;
  readonly letters?: string;
  readonly family?: string;
}

/** Puts a unit in, or what has changed of it; whose it is stays as it was. */
export function putUnit(
  database: DatabaseSync,
  kind: EntityKind,
  { unit, folded, base, link, letters = "", family = "" }: PlacedUnit,
): void {
  const { name, manner, ruling, parts, sightings, first, years } = unit;
  statement(
    database,
    `INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT DO UPDATE
     SET base = excluded.base, link = excluded.link, parts = excluded.parts, sightings = excluded.sightings,
         first = excluded.first, years = excluded.years`,
  ).run(
    ...[kind, name, manner, ruling, folded, base, link, letters, family, JSON.stringify(parts)],
    ...[sightings, first, years === undefined ? null : JSON.stringify(years)],
  );
}

/** Sets under which key a unit of an organisation goes. */
export function setUnitLink(
  database: DatabaseSync,
  kind: EntityKind,
  { name, manner, ruling }: UnitId,
  link: string,
): void {
  statement(
    database,
    "UPDATE unit SET link = ? WHERE kind = ? AND name = ? AND manner = ? AND ruling = ?",
  ).run(link, kind, name, manner, ruling);
}

/** Sets whose the sightings of a unit are. */
export function setUnitIdentity(
  database: DatabaseSync,
  kind: EntityKind,
  { name, manner, ruling }: UnitId,
  identity: string | undefined,
): void {
  statement(
    database,
    "UPDATE unit SET identity = ? WHERE kind = ? AND name = ? AND manner = ? AND ruling = ?",
  ).run(identity ?? null, kind, name, manner, ruling);
}

/** Takes a unit out. */
export function dropUnit(
  database: DatabaseSync,
  kind: EntityKind,
  { name, manner, ruling }: UnitId,
): void {
  statement(
    database,
    "DELETE FROM unit WHERE kind = ? AND name = ? AND manner = ? AND ruling = ?",
  ).run(kind, name, manner, ruling);
}

/** Returns whether any name is the same as a folded one, and how it is printed. */
export function printedAs(
  database: DatabaseSync,
  kind: EntityKind,
  folded: string,
): string | undefined {
  const row = statement(
    database,
    "SELECT MAX(name) AS name FROM unit WHERE kind = ? AND folded = ?",
  ).get(kind, folded);
  return typeof row?.["name"] === "string" ? row["name"] : undefined;
}
