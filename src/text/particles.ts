/** Which words of a name belong to a surname and are no name by themselves? */

import { foldName } from "./fold.ts";

/** Of Dutch, German, Romance and Arabic names, in the folded form of `foldName`. */
const PARTICLES: ReadonlySet<string> = new Set([
  ...["al", "el", "bin", "bint", "ibn", "abu", "van", "von", "de", "der", "den", "da", "das", "di"],
  ...["do", "dos", "du", "del", "della", "la", "le", "ter", "ten", "zu"],
]);

const NAME_PARTS = /[\s.]+/;

/** Returns the folded words of a name: "P. J. van der Laak" has five. */
export function nameParts(name: string): string[] {
  return foldName(name).split(NAME_PARTS).filter(Boolean);
}

/** Returns whether a name is a surname and nothing else: "Laak" and "van der Laak" name nobody by themselves. */
export function isLoneSurname(name: string): boolean {
  return nameParts(name).filter((part) => !isParticle(part)).length < 2;
}

/** Returns whether a folded word of a name is a particle, such as the first two of "van der Laak". */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}
