/** Which words of a name belong to a surname and are no name by themselves? */

/** Of Dutch, German, Romance and Arabic names, in the folded form of `foldName`. */
const PARTICLES: ReadonlySet<string> = new Set([
  ...["al", "el", "bin", "bint", "ibn", "abu", "van", "von", "de", "der", "den", "da", "das", "di"],
  ...["do", "dos", "du", "del", "della", "la", "le", "ter", "ten", "zu"],
]);

/** Returns whether a folded word of a name is a particle, such as the first two of "van der Laak". */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}
