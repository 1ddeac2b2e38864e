/** Who is who in the archive, and what has changed of that? Stage 5 for names, on the facts that the catalogue keeps. */

import { hasTasks } from "../catalog/link-tasks.ts";
import type { Database } from "../catalog/statements.ts";
import { giveAddresses } from "./addresses.ts";
import { recountWider, writeAppearances } from "./appearances.ts";
import { linkBlocks } from "./blocks.ts";
import { writeHeads } from "./heads.ts";
import { linkingOf, type NamesLinkedBy } from "./linking.ts";
import { applySingleRulings, countChangedNames, settleTopics } from "./names.ts";
import { comparePeople } from "./people-remarks.ts";
import { noteAll, noteSettings } from "./settings-changes.ts";
import { settleStrayRulings } from "./stray-rulings.ts";

/**
 * Links the names of people, organisations, places and topics: `touched`, what has changed among the facts that
 * `writeSightings` and `removeSightings` keep, among the editor's rulings, topics and thresholds since the last time; or
 * `all` of the facts from nothing. Both give the same rows of `entity`, `appearance`, `moved` and `remark` (owners below
 * `link/`), and write only those that differ. Holds one block in memory at a time. To be called in a transaction.
 */
export function linkNames(
  database: Database,
  by: NamesLinkedBy,
  what: "all" | "touched" = "touched",
): void {
  const linking = linkingOf(database, by);
  const areSettingsNew = noteSettings(linking) || what === "all";
  if (areSettingsNew) noteAll(linking);
  settleTopics(linking);
  applySingleRulings(linking);
  if (hasTasks(database)) {
    countChangedNames(linking);
    linkBlocks(linking);
    giveAddresses(linking);
    writeAppearances(linking);
    if (areSettingsNew) recountWider(linking);
    writeHeads(linking);
    comparePeople(linking);
  }
  settleStrayRulings(linking);
}
