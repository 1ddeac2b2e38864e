/** In which manner does an article name a person, so that all who are named so are linked alike? Stage 5. */
import { isLoneSurname } from "../text/particles.ts";
import { goesByOneName } from "./callings.ts";
import type { Unit } from "./units.ts";

const LISTED = "listed";
const ONE_NAME = "one name";
const LONE = "lone";

/**
 * Returns the manner of a sighting: empty for a first and a last name; of a single name whether the editor's list has it,
 * whether somebody goes by it alone, such as a pope, or else the office beside it, by which it may be somebody's.
 */
export function personManner(sighting: {
  readonly name: string;
  readonly titles: readonly string[];
  readonly offices: readonly string[];
  readonly confidence: number;
  readonly byEditor: boolean;
}): string {
  const { name, titles, offices, confidence, byEditor } = sighting;
  if (!isLoneSurname(name)) return "";
  if (byEditor) return LISTED;
  if (goesByOneName(name, titles, confidence)) return ONE_NAME;
  return [LONE, ...offices].join("|");
}

/** Returns whether a unit is of a single name. */
export function isLoneUnit({ manner }: Unit): boolean {
  return manner !== "";
}

/** Returns whether the editor's list has put the single name there. */
export function isListed({ manner }: Unit): boolean {
  return manner === LISTED;
}

/** Returns whether somebody goes by the single name. */
export function isOneName({ manner }: Unit): boolean {
  return manner === ONE_NAME;
}
