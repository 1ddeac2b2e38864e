/** What has the editor ruled once and for all? Stage 1: reads `decisions.yml`, `people/` and `places/`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Decisions } from "../settings-model.ts";
import { onDisk } from "../text/disk-error.ts";
import { readAuthorityRecords } from "./authority-records.ts";
import { refuseContradictions } from "./contradictions.ts";
import { DECISIONS_FILE, type DecisionLine, parseDecisions } from "./decision-lines.ts";
import { nameRulings, withLastNames } from "./name-rulings.ts";
import { readPlaceRecords } from "./place-records.ts";
import { refuseStoryContradictions, storyRulings } from "./story-rulings.ts";

/**
 * Returns the editor's decisions; none where there is no `decisions.yml`, no `people/` and no `places/`. A file of a split may be named
 * with or without `sources/` before it, and cut again by a later decision: the lines add up. Throws a `CliError` with
 * file and line where one cannot be read, and with both lines where two contradict each other.
 */
export function readDecisions(contentFolder: string): Decisions {
  const path = join(contentFolder, DECISIONS_FILE);
  const yaml = existsSync(path) ? onDisk(path, () => readFileSync(path, "utf8")) : "";
  return decisionsOf(parseDecisions(yaml, path), contentFolder);
}

/**
 * Returns what the lines of a `decisions.yml` lay down beside the authority records that stand in the content folder.
 * Throws a `CliError` that names both lines where two contradict each other.
 */
export function decisionsOf(lines: readonly DecisionLine[], contentFolder: string): Decisions {
  const names = nameRulings(lines, {
    person: readAuthorityRecords(contentFolder),
    place: readPlaceRecords(contentFolder),
  });
  refuseContradictions(names, contentFolder);
  const stories = storyRulings(lines);
  refuseStoryContradictions(stories, contentFolder);
  const settled = new Set(lines.flatMap(({ settled: id }) => id ?? []));
  return {
    settled,
    splits: splitsOf(lines),
    names: {
      person: withLastNames(names.person),
      organisation: withLastNames(names.organisation),
      place: withLastNames(names.place),
    },
    stories,
  };
}

function splitsOf(lines: readonly DecisionLine[]): Decisions["splits"] {
  const splits = new Map<string, readonly number[]>();
  for (const { split, lines: cuts = [] } of lines) {
    if (split === undefined) continue;
    const source = split.replace(/^sources\//, "");
    const together = new Set([...(splits.get(source) ?? []), ...cuts]);
    splits.set(
      source,
      [...together].sort((a, b) => a - b),
    );
  }
  return splits;
}
