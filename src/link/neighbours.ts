/** Which articles are most like an article? Stage 5: for related articles and for stories. */
import { isThicker, FADING as STORY_FADING, WINDOW_DAYS } from "./story-groups.ts";

/** An article that is like another one. */
export interface Neighbour {
  readonly article: number;
  /** In days since 1970; absent where it is not stated. */
  readonly day?: number;
  /** To the precision of 32 bits. */
  readonly cosine: number;
}

/** By each trait that leads to others, so many articles are looked at on either side in the order of time. */
export const MOST_AROUND = 24;
/** Of those that are alike so many are kept. */
export const MOST_NEAR = 40;
/** Who is less like an article is no neighbour of it. */
export const LEAST_LIKENESS = 0.12;
/** So much of a likeness is left after many years; of the rest, half after each month. */
const LEFT = 0.6;
const HALF_DAYS = 30;
/** An article is a branch of one that it is at least so like, and near in time. */
const LEAST_BRANCHING = 0.2;

/** Returns how like two articles are: their cosine, faded by the days between them. Of articles without a day nothing is known but that they are not near. */
export function likenessOf(cosine: number, one?: number, other?: number): number {
  if (one === undefined || other === undefined) return cosine * LEFT;
  return cosine * (LEFT + (1 - LEFT) * 2 ** (-Math.abs(one - other) / HALF_DAYS));
}

/** Returns of those that are alike at all the nearest, the most alike first; of equals the one with the smaller number. */
export function nearestOf(
  day: number | undefined,
  found: readonly Neighbour[],
): readonly Neighbour[] {
  return found
    .map((one) => ({ one, likeness: likenessOf(one.cosine, day, one.day) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || a.one.article - b.one.article)
    .slice(0, MOST_NEAR)
    .map(({ one }) => one);
}

/** Returns how much a story lets two articles be alike: less the more days lie between them, nothing beyond two weeks. */
function closeness(day: number | undefined, { cosine, day: other }: Neighbour): number {
  if (day === undefined || other === undefined) return 0;
  const gap = Math.abs(day - other);
  return gap > WINDOW_DAYS ? 0 : cosine * (1 - (STORY_FADING * gap) / WINDOW_DAYS);
}

/** Returns how thick articles like it lie around an article. */
export function densityOf(day: number | undefined, near: readonly Neighbour[]): number {
  return near.reduce((sum, one) => sum + closeness(day, one), 0);
}

/** What must be known to tell of which article one is a branch. */
export interface Standing {
  readonly article: number;
  readonly density: number;
}

/**
 * Returns the neighbour of which an article is a branch: of those around which articles lie thicker than around itself the one that it is most like
 * (quick shift, Vedaldi and Soatto 2008; density peaks, Rodriguez and Laio 2014). Where articles lie thickest a branch begins. What the editor has put into
 * a story counts as thicker than anything.
 */
export function parentOf(
  own: Standing & { readonly day?: number },
  near: readonly Neighbour[],
  {
    densityOf: density,
    isRuled,
  }: {
    readonly densityOf: (article: number) => number | undefined;
    readonly isRuled: (article: number) => boolean;
  },
): number | undefined {
  let parent: number | undefined;
  let most = 0;
  for (const one of near) {
    const close = closeness(own.day, one);
    if (close < LEAST_BRANCHING || close <= most) continue;
    const its = density(one.article);
    if (its === undefined) continue;
    if (!isRuled(one.article) && !isThicker({ article: one.article, density: its }, own)) continue;
    parent = one.article;
    most = close;
  }
  return parent;
}

const ENTRY = 16;
/** Stands for no day. */
const NO_DAY = -(2 ** 31);

/** Returns neighbours as bytes. */
export function packedNeighbours(near: readonly Neighbour[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(near.length * ENTRY));
  for (const [index, { article, day, cosine }] of near.entries()) {
    view.setFloat64(index * ENTRY, article, true);
    view.setInt32(index * ENTRY + 8, day ?? NO_DAY, true);
    view.setFloat32(index * ENTRY + 12, cosine, true);
  }
  return new Uint8Array(view.buffer);
}

/** Returns the neighbours that `packedNeighbours` made bytes of. */
export function unpackedNeighbours(bytes: Uint8Array): readonly Neighbour[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / ENTRY }, (_, index) => {
    const day = view.getInt32(index * ENTRY + 8, true);
    return {
      article: view.getFloat64(index * ENTRY, true),
      ...(day !== NO_DAY && { day }),
      cosine: view.getFloat32(index * ENTRY + 12, true),
    };
  });
}
