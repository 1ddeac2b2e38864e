/** What can a word be in a row of names: alone one, the first, a middle, the last word of one, or none? Stage 4, recognise. */
import type { NameKind } from "../names/recogniser.ts";

/** The kinds of names that are told, in the order of their labels. */
export const KINDS: readonly NameKind[] = ["person", "organisation", "place"];

/** No part of a name. */
export const OUTSIDE = 0;

/** Of each kind: a name of one word, the first, a middle and the last word of a longer one. */
const PLACES = { only: 0, first: 1, middle: 2, last: 3 } as const;

/** What a word is within its name. */
type Place = keyof typeof PLACES;

/** How many labels there are. */
export const LABELS = 1 + 4 * KINDS.length;

/** Returns the label of a word that stands so in a name of a kind. */
function labelOf(kind: NameKind, place: Place): number {
  return 1 + 4 * KINDS.indexOf(kind) + PLACES[place];
}

/** Returns the labels of a name of so many words. */
export function labelsOfName(kind: NameKind, words: number): readonly number[] {
  return Array.from({ length: words }, (_, at) =>
    labelOf(kind, words === 1 ? "only" : at === 0 ? "first" : at === words - 1 ? "last" : "middle"),
  );
}

/** Returns the kind of name that a label is of; none for `OUTSIDE`. */
export function kindOf(label: number): NameKind | undefined {
  return KINDS[Math.floor((label - 1) / 4)];
}

/** Returns whether a name begins at a label. */
export function begins(label: number): boolean {
  return label !== OUTSIDE && isPlace(label, "only", "first");
}

/** Returns whether a name ends at a label. */
export function ends(label: number): boolean {
  return label !== OUTSIDE && isPlace(label, "only", "last");
}

function isPlace(label: number, one: Place, other: Place): boolean {
  const place = (label - 1) % 4;
  return place === PLACES[one] || place === PLACES[other];
}

/** Returns the labels that may stand before each label; `OUTSIDE` stands for both ends of a row as well. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, label) =>
  Array.from({ length: LABELS }, (_each, before) => before).filter((before) =>
    follows(before, label),
  ),
);

function follows(before: number, label: number): boolean {
  const isOpen = before !== OUTSIDE && !ends(before);
  if (label === OUTSIDE || begins(label)) return !isOpen;
  return isOpen && kindOf(before) === kindOf(label);
}
