/** What must be linked anew since the editor's settings and rulings are others? */
import { createHash } from "node:crypto";
import { addTask, linkState, setLinkState } from "../catalog/link-tasks.ts";
import { statement, storedJson } from "../catalog/statements.ts";
import type { ArchiveTopics, NameRulings, RuledKind } from "../settings-model.ts";
import { foldName } from "../text/fold.ts";
import { baseOf, type Linking, RULED_KINDS } from "./linking.ts";

/**
 * Notes which blocks the lines of decisions touch that are others than when names were last linked. Returns whether
 * thresholds or topics are others: they touch everything.
 */
export function noteSettings(linking: Linking): boolean {
  const { database, thresholds, topics } = linking;
  const settings = digest([thresholds, topicsShown(topics)]);
  const former = linkState(database, "settings");
  setLinkState(database, "settings", settings);
  for (const kind of RULED_KINDS) noteRulings(linking, kind);
  return former !== undefined && former !== settings;
}

/** Returns whether names have never been linked. To be asked before `noteSettings`. */
export function isFirstLinking({ database }: Pick<Linking, "database">): boolean {
  return linkState(database, "settings") === undefined;
}

/** Notes that everything is to be linked anew, from the facts that are kept. */
export function noteAll({ database }: Pick<Linking, "database">): void {
  database.exec(`
    INSERT OR IGNORE INTO link_task SELECT DISTINCT 'name ' || kind, name FROM sighting;
    INSERT OR IGNORE INTO link_task SELECT DISTINCT 'name ' || kind, name FROM unit;
    INSERT OR IGNORE INTO link_task SELECT DISTINCT 'hint ' || kind, key FROM hint;
    INSERT OR IGNORE INTO link_task SELECT DISTINCT 'base ' || kind, base FROM unit;
    INSERT OR IGNORE INTO link_task SELECT DISTINCT 'base ' || kind, base FROM identity;
    INSERT OR IGNORE INTO link_task SELECT DISTINCT 'base ' || kind, base FROM former;
    INSERT OR IGNORE INTO link_task SELECT DISTINCT 'group ' || kind, slug_group FROM identity;
    INSERT OR IGNORE INTO link_task SELECT 'head ' || kind, key FROM identity;
    INSERT OR IGNORE INTO link_task SELECT 'topics', article FROM linked_article;
    INSERT OR IGNORE INTO link_task SELECT 'article', article FROM linked_article;
    INSERT OR IGNORE INTO link_task SELECT 'gone topic', slug FROM entity WHERE kind = 'topic';`);
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/** What of the topics linking reads. */
function topicsShown({ definitions, files, removed, replaced, names }: ArchiveTopics): unknown {
  return [
    definitions.map(({ id, label, code, broader, scope, shipped }) => [
      ...[id, label, code, broader, scope, shipped !== undefined],
    ]),
    [...files].map(([slug, { label, note }]) => [slug, label, note]),
    [...removed],
    [...replaced],
    [...names],
  ];
}

/** A line of the decisions or a record, with the names that it is about. */
type RulingLine = readonly [line: string, names: readonly string[]];

function noteRulings(linking: Linking, kind: RuledKind): void {
  const { database, names } = linking;
  const now = new Map(linesOf(names[kind]));
  const json = JSON.stringify([...now]);
  const stored = linkState(database, `rulings ${kind}`);
  if (stored === json) return;
  setLinkState(database, `rulings ${kind}`, json);
  // `noteRulings` wrote it
  const former = new Map(storedJson(stored ?? "[]") as readonly RulingLine[]);
  const touched = new Set(
    [...former, ...now].flatMap(([line, its]) => (former.has(line) && now.has(line) ? [] : its)),
  );
  for (const name of touched) noteRuledName(linking, kind, name);
}

/** The lines without the places where they stand: a line more above them changes nothing. */
function linesOf({ same, different, apart, none, renamed, records }: NameRulings): RulingLine[] {
  const lines = [
    ...same.map((one) => ({ ...one, is: "same" })),
    ...different.map((one) => ({ ...one, is: "different" })),
    ...apart.map((one) => ({ ...one, is: "apart", names: [one.name] })),
    ...none.map((one) => ({ ...one, is: "none", names: [one.name] })),
    ...renamed.map((one) => ({ ...one, is: "renamed", names: [one.name, one.to] })),
    ...records.map((one) => ({ ...one, is: "record", names: [one.name, ...one.variants] })),
  ];
  return lines.map(({ at: _, ...line }) => [JSON.stringify(line), line.names] as const);
}

function noteRuledName({ database }: Linking, kind: RuledKind, name: string): void {
  const units = statement(
    database,
    "SELECT DISTINCT base FROM unit WHERE kind = ? AND folded = ?",
  ).all(kind, foldName(name));
  const bases = units.map(({ base }) => String(base));
  for (const base of [baseOf(kind, { name, manner: "" }), ...bases]) {
    addTask(database, `base ${kind}`, base);
    addTask(database, `ruled ${kind}`, base);
  }
}
