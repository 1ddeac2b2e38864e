/** How like are two articles, and is it enough to put them side by side? Stage 5. */
import type { Trait } from "../story-model.ts";
import { type CountedTrait, KIND_ROOM, type Vector } from "./traits.ts";

/** What one trait adds to a likeness. */
export interface Share {
  readonly id: number;
  readonly weight: number;
  /** Whether many articles have the trait. */
  readonly isCommon: boolean;
}

/** Of a likeness, at most so much may come from one trait: from a person or an organisation that few articles name, or from any other. */
const MOST_OF_NAME = 0.8;
const MOST_OF_OTHER = 0.5;
/** A likeness needs so much from names, and such a part of all. */
const LEAST_NAMES = 0.1;
const LEAST_NAMES_PART = 0.25;
/** What adds less than this part of a likeness is not told as its reason. */
const LEAST_TOLD = 0.05;
const MOST_TOLD = 6;

/** What a trait's number leaves by `KIND_ROOM`. */
const PERSON = 0;
const ORGANISATION = 1;
const PLACE = 2;

/**
 * Returns the cosine of two articles, to the precision of 32 bits; 0 where it is a likeness of form alone. Names must carry a part of it; a topic,
 * a word, all places together or a name that everybody has must not carry more than half: reports of the same kind share their words, dispatches
 * from one town its name.
 */
export function cosineOf(a: Vector, b: Vector): number {
  // the innermost loop of linking
  const { ids: idsA, weights: weightsA } = a;
  const { ids: idsB, weights: weightsB } = b;
  const longA = idsA.length;
  const longB = idsB.length;
  let tally: Tally | undefined;
  let atA = 0;
  let atB = 0;
  while (atA < longA && atB < longB) {
    const idA = idsA[atA] ?? 0;
    const idB = idsB[atB] ?? 0;
    if (idA < idB) atA += 1;
    else if (idA > idB) atB += 1;
    else {
      const weight = weightsA[atA] ?? 0;
      tally ??= new Tally();
      tally.add(idA, Math.abs(weight * (weightsB[atB] ?? 0)), weight < 0);
      atA += 1;
      atB += 1;
    }
  }
  return tally?.isTelling === true ? Math.fround(tally.all) : 0;
}

/** Returns whether what articles share tells of what happened; see `cosineOf`. */
export function isTelling(shares: readonly Share[]): boolean {
  const tally = new Tally();
  for (const { id, weight, isCommon } of shares) tally.add(id, weight, isCommon);
  return tally.isTelling;
}

/** Of what a likeness is made up. */
class Tally {
  // plain fields, which are faster than private ones
  all = 0;
  names = 0;
  places = 0;
  mostOfName = 0;
  mostOfOther = 0;

  add(id: number, weight: number, isCommon: boolean): void {
    const kind = id % KIND_ROOM;
    this.all += weight;
    if (kind === PLACE) this.places += weight;
    if (kind <= PLACE) this.names += weight;
    if ((kind === PERSON || kind === ORGANISATION) && !isCommon) {
      if (weight > this.mostOfName) this.mostOfName = weight;
    } else if (weight > this.mostOfOther) this.mostOfOther = weight;
  }

  get isTelling(): boolean {
    const { all } = this;
    return (
      this.names >= LEAST_NAMES &&
      this.names >= LEAST_NAMES_PART * all &&
      this.places <= MOST_OF_OTHER * all &&
      this.mostOfName <= MOST_OF_NAME * all &&
      this.mostOfOther <= MOST_OF_OTHER * all
    );
  }
}

/** Returns what each trait adds to the cosine of two articles. */
export function sharesOf(a: Vector, b: Vector): readonly Share[] {
  const shares: Share[] = [];
  let at = 0;
  for (const [index, id] of a.ids.entries()) {
    while ((b.ids[at] ?? Number.POSITIVE_INFINITY) < id) at += 1;
    if (b.ids[at] !== id) continue;
    const own = a.weights[index] ?? 0;
    shares.push({ id, weight: Math.abs(own * (b.weights[at] ?? 0)), isCommon: own < 0 });
  }
  return shares;
}

/** Returns the traits that make up a likeness, those that add most first; at most six, and none that hardly matters. `of`: the traits of one of the two. */
export function toldTraits(
  shares: readonly Share[],
  of: readonly CountedTrait[],
): readonly Trait[] {
  const all = shares.reduce((sum, { weight }) => sum + weight, 0);
  return shares
    .filter(({ weight }) => weight >= LEAST_TOLD * all)
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
    .slice(0, MOST_TOLD)
    .flatMap(({ id }) => of.find((one) => one.id === id)?.trait ?? []);
}
