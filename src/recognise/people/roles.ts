/** What does the text say that somebody is? The offices around a mention. Stage 4, recognise. */
import { descriptionBefore, descriptionBehind } from "../names/descriptions.ts";
import { descriptionByVerb } from "../names/descriptions-by-verb.ts";
import { titleBefore, type WordRange } from "../names/titles.ts";
import type { Reading } from "../reading.ts";
import type { PlacedMention } from "./drafts.ts";

/** An office as printed: `lines[line].words.slice(first, last)`. */
export interface PlacedRole extends WordRange {
  readonly line: number;
  readonly rule: "title-before" | "apposition" | "apposition-before" | "copula" | "title-mention";
  readonly confidence: number;
}

/**
 * Returns the roles printed around one mention: right before it (`Iran’s armed forces chief`, `Major General`),
 * between commas behind it (`, Defense Minister of the Republic of Azerbaijan,`), before a comma (`Its manager,
 * Hilde Doe,`), and behind `is` or `was` (`was the mayor of Port Ellis`). Leading articles are left off.
 */
export function rolesAround(reading: Reading, mention: PlacedMention): readonly PlacedRole[] {
  const line = reading.lines[mention.line];
  if (line === undefined || line.capitals !== "prose") return [];
  const placed = (range: WordRange | undefined, rule: PlacedRole["rule"], confidence: number) =>
    range ? [{ ...range, line: mention.line, rule, confidence }] : [];
  const title = titleBefore(line, mention.first);
  const behind = descriptionBehind(line, mention.last);
  return [
    ...title.roles.flatMap((range) => placed(range, "title-before", 0.95)),
    ...placed(descriptionBefore(line, mention), "apposition-before", 0.85),
    ...placed(behind, "apposition", 0.85),
    ...placed(descriptionByVerb(line, mention.last), "copula", 0.8),
  ];
}
