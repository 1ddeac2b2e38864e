/** Which word lists have a word? One number for all of them. Stage 4, recognise. */
import { type Lexicon, lexicon } from "../names/lexicon.ts";

/** Bits of lists of names: given names, doubtful ones, family names that come first. */
export const NAMES_LISTED = 0b111;

/** Each group is a bit, in this order; the first three are `NAMES_LISTED`. */
const GROUPS: readonly ((lists: Lexicon) => readonly Iterable<string>[])[] = [
  (lists) => [lists.firstNames],
  (lists) => [lists.doubtful],
  (lists) => [lists.familyFirst],
  (lists) => [lists.honorifics],
  (lists) => [lists.ranks],
  (lists) => [lists.heads],
  (lists) => [lists.modifiers],
  (lists) => [lists.demonyms.keys()],
  (lists) => [lists.bodyWords],
  (lists) => [lists.bodyAcronyms],
  (lists) => [lists.placeBefore, lists.placeBehind],
  (lists) => [lists.stop],
  (lists) => [lists.calendar],
  (lists) => [lists.saying],
  (lists) => [lists.acting],
  (lists) => [lists.particles],
  (lists) => [lists.suffixes],
  (lists) => [lists.nobody],
  (lists) => [lists.thingsBefore, lists.thingsBehind],
];

let masks: ReadonlyMap<string, number> | undefined;

/** Returns the lists that have a key, one bit each; 0 where none has. The first call reads them all (some 5 ms). */
export function listsOf(key: string): number {
  masks ??= readLists();
  return masks.get(key) ?? 0;
}

function readLists(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const lists = lexicon();
  GROUPS.forEach((group, bit) => {
    for (const words of group(lists))
      for (const word of words) found.set(word, (found.get(word) ?? 0) | (1 << bit));
  });
  return found;
}
