/** Which articles tell one story, and which are shown beside each other? Stage 5 over the tables: of all, or of what has changed. */
import { NearnessTables } from "../catalog/nearness.ts";
import { replaceRemarks } from "../catalog/remarks.ts";
import { type Database, statement, storedJson } from "../catalog/statements.ts";
import { RuledGroups } from "../link/story-rulings.ts";
import type { StoryRulings } from "../settings-model.ts";
import { hashOf } from "../text/number-hash.ts";
import { makeBranches, updateBranches } from "./branches.ts";
import { makeNeighbours, updateNeighbours } from "./neighbours.ts";
import { makeProfiles, updateProfiles } from "./profiles.ts";
import { Relations } from "./relations.ts";
import { makeStories, updateStories } from "./stories.ts";
import { Surroundings } from "./surroundings.ts";
import { mostTouched } from "./touched.ts";

/** What has changed besides facts and names, which the tables know themselves. */
export interface NearnessChanges {
  /** Markdown files of articles that have another text in common with others than before. */
  readonly copies: Iterable<string>;
}

/**
 * Brings stories, relations and the remarks on lines about stories up to date with facts, names, copies and rulings. What is touched is looked at
 * anew, and what that changes; the result is the one that all articles looked at together would have.
 */
export function updateNearness(
  database: Database,
  rulings: StoryRulings,
  { copies }: NearnessChanges,
): void {
  const tables = new NearnessTables(database);
  const touched = tables.takeTouched(mostTouched(tables.size()));
  const numberOf = (path: string): number | undefined => {
    const number = hashOf(path);
    return tables.fact(number) === undefined ? undefined : number;
  };
  const ruled = new RuledGroups(rulings, numberOf);
  const setting = { database, tables, ruled };
  const profiles = touched && updateProfiles(tables, touched);
  if (profiles === undefined) {
    makeAll(setting);
  } else {
    const { moves, gone } = profiles;
    const changes = updateNeighbours(tables, moves);
    const ofRulings = changedRulings(tables, ruled);
    const anew = new Set<number>([
      ...moves.keys(),
      ...ofRulings,
      ...[...copies].map((path) => hashOf(path)),
    ]);
    const roots = updateBranches(tables, ruled, { changes, anew, ruled: ofRulings });
    const inStories = updateStories(setting, roots, gone);
    const relations = new Relations(database, tables);
    const surroundings = new Surroundings(tables, "some");
    const asked = new Set([
      ...changes.near,
      ...anew,
      ...[...inStories].map((path) => hashOf(path)),
    ]);
    for (const article of anew) for (const other of surroundings.reverse(article)) asked.add(other);
    for (const article of asked) relations.write(article);
    for (const path of gone) relations.remove(path);
  }
  tables.keepState("rulings", JSON.stringify([...ruled.effects()]));
  writeRemarks(database, ruled);
}

function makeAll(setting: {
  readonly database: Database;
  readonly tables: NearnessTables;
  readonly ruled: RuledGroups;
}): void {
  const { database, tables, ruled } = setting;
  makeProfiles(tables);
  makeNeighbours(tables);
  makeBranches(tables, ruled);
  makeStories(setting, tables.roots());
  database.exec("DELETE FROM relation WHERE article NOT IN (SELECT path FROM profile)");
  const relations = new Relations(database, tables);
  for (const article of tables.numbers()) relations.write(article);
}

/** The articles of which the editor's lines say something else than before. */
function changedRulings(tables: NearnessTables, ruled: RuledGroups): ReadonlySet<number> {
  // `keepState` wrote it
  const before = new Map(storedJson(tables.state("rulings") ?? "[]") as [number, string][]);
  const now = ruled.effects();
  return new Set(
    [...before.keys(), ...now.keys()].filter((one) => before.get(one) !== now.get(one)),
  );
}

function writeRemarks(database: Database, ruled: RuledGroups): void {
  const inStory = statement(database, "SELECT 1 FROM story_member WHERE article = ?");
  const paths = statement(
    database,
    "SELECT path FROM profile WHERE length(path) BETWEEN length(?) - 2 AND length(?) + 2 ORDER BY path",
  );
  const remarks = ruled.idleLines({
    isInStory: (path) => inStory.get(path) !== undefined,
    pathsLike: (path) => paths.all(path, path).map((row) => String(row["path"])),
  });
  replaceRemarks(database, "link/stories", remarks);
}
